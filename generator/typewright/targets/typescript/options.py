"""The options below `targets: typescript:`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from typing import Annotated, Literal

from typewright.config.options import Contradiction, DocsConfig, TargetConfig, Word
from typewright.targets.typescript.words import Casing, Spelling

FileNames = Literal["lower", "kebab"]
Part = Literal["models", "client", "docs", "examples"]
OWN_FOLDERS = frozenset({"funcs", "hooks", "lib", "sdk", "types"})
"""The folders of the client and of its runtime, which types cannot be in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScriptDocs(DocsConfig):
    """The layout of TypeScript pages."""

    stream_code: Annotated[bool, "Union pages hold a code block for a stream, of which no value can be shown."] = True
    file_names: Annotated[
        FileNames, "The pages of types, and their modules, are named in lower case, or in kebab case."
    ] = "lower"
    open_enum_note: Annotated[
        Literal["text", "code"], "That an enumeration is open is said below its title, or in its example."
    ] = "text"
    imports: Annotated[
        Literal["folders", "modules"], "Pages import a type from the index of its folder, or from its own module."
    ] = "folders"
    dates: Annotated[
        Literal["text", "linked"],
        "Dates without a time are shown as texts, or with a link to their page.",
    ] = "text"
    quotes: Annotated[Literal["fewest", "double"], "Quotes of TypeScript strings that hold double quotes."] = "fewest"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScriptOptions(TargetConfig):
    """The options of the TypeScript target."""

    parts: Annotated[
        tuple[Part, ...], "What is generated: the types, their pages and those of methods, example scripts."
    ] = ("models", "client", "docs", "examples")
    multipart_arrays: Annotated[
        Literal["repeated", "brackets"],
        "How the parts of an array in a multipart body are called: all like it, or with '[]' behind its name.",
    ] = "repeated"
    property_names: Annotated[
        Casing, "Properties of types are in camel or snake case, or called what they are in JSON."
    ] = "camel"
    additional_properties: Annotated[
        Literal["nested", "flat"],
        "Where an object's further properties are: in a property 'additionalProperties', or beside its own ones.",
    ] = "nested"
    int64: Annotated[
        Literal["number", "bigint"],
        "Integers of the format 'int64' are of type 'number', or of type 'bigint', which loses no digit beyond 2^53.",
    ] = "number"
    optional_constants: Annotated[
        bool, "A required property that has one value only may be left out; it is sent in any case."
    ] = False
    commonjs: Annotated[bool, "The package is built as CommonJS, too, for programs that are not ES modules."] = False
    base_error_name: Annotated[
        Word | None, "The class that all errors of the client extend; after the client's class if it is left out."
    ] = None
    docs: Annotated[TypeScriptDocs, "How markdown pages look."] = TypeScriptDocs()

    def contradictions(self, written: Collection[str]) -> Iterator[Contradiction]:
        """Yield the fault of types in a folder of the client."""
        for package in fields(self.paths):
            folder = getattr(self.paths, package.name)
            if folder.lower() in OWN_FOLDERS:
                yield Contradiction(
                    pointer=f"paths/{package.name}",
                    message=f"'{folder}' is a folder of the client, where no types can lie",
                    advice=f"write a folder below it, such as '{folder}/models'",
                )


def has_client(options: TypeScriptOptions) -> bool:
    """Return whether the package has a client."""
    return "client" in options.parts


def spelling_of(options: TypeScriptOptions) -> Spelling:
    """Return the spelling of the names of properties."""
    return Spelling(casing=options.property_names, is_flat=options.additional_properties == "flat")
