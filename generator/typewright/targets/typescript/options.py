"""The options below `targets: typescript:`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from typewright.config.options import DocsConfig, TargetConfig

FileNames = Literal["lower", "kebab"]
Part = Literal["models", "client", "docs", "examples"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScriptDocs(DocsConfig):
    """The layout of TypeScript pages."""

    stream_code: Annotated[bool, "Union pages hold a code block for a stream, of which no value can be shown."] = True
    file_names: Annotated[FileNames, "The files of types are named in lower case, or in kebab case."] = "lower"
    open_enum_note: Annotated[
        Literal["text", "code"], "That an enumeration is open is said below its title, or in its example."
    ] = "text"
    quotes: Annotated[Literal["fewest", "double"], "Quotes of TypeScript strings that hold double quotes."] = "fewest"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScriptOptions(TargetConfig):
    """The options of the TypeScript target."""

    parts: Annotated[
        tuple[Part, ...], "What is generated: the types, their pages and those of methods, example scripts."
    ] = ("models", "client", "docs", "examples")
    docs: Annotated[TypeScriptDocs, "How markdown pages look."] = TypeScriptDocs()


def has_client(options: TypeScriptOptions) -> bool:
    """Whether the package has a client."""
    return "client" in options.parts
