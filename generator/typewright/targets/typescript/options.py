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

    stream_code: Annotated[
        bool, "Pages of unions have a code block also for a stream, of which no value can be shown."
    ] = True
    file_names: Annotated[FileNames, "File names of types' pages and modules: lower case, or kebab case."] = "lower"
    open_enum_note: Annotated[
        Literal["text", "code"], "Where a page says that an enumeration is open: below the title, or in the example."
    ] = "text"
    imports: Annotated[
        Literal["folders", "modules"], "Pages import a type from the index of its folder, or from its own module."
    ] = "folders"
    dates: Annotated[
        Literal["text", "linked"],
        "Dates without a time are shown as text, or linked to a page about them.",
    ] = "text"
    quotes: Annotated[Literal["fewest", "double"], "Quotes of strings that contain double quotes."] = "fewest"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScriptOptions(TargetConfig):
    """The options of the TypeScript target."""

    parts: Annotated[tuple[Part, ...], "What is generated: types, client, pages of both, example scripts."] = (
        "models",
        "client",
        "docs",
        "examples",
    )
    multipart_arrays: Annotated[
        Literal["repeated", "brackets"],
        "Names of the parts of an array in a multipart body: the array's name, or that with '[]' at its end.",
    ] = "repeated"
    property_names: Annotated[Casing, "Names of properties: in camel case, in snake case, or as in JSON."] = "camel"
    additional_properties: Annotated[
        Literal["nested", "flat"],
        "Additional properties of an object are in a property 'additionalProperties', or beside the declared ones.",
    ] = "nested"
    int64: Annotated[
        Literal["number", "bigint"],
        "Type of integers of the format 'int64'; 'bigint' is exact above 2^53.",
    ] = "number"
    optional_constants: Annotated[
        bool, "A required property with only one possible value may be left out; it is always sent."
    ] = False
    max_method_params: Annotated[
        int, "Methods with at most so many parameters, the body being one, take them as separate arguments."
    ] = 0
    flattening_order: Annotated[
        Literal["parameters-first", "body-first"], "Order of a method's arguments: parameters or body first."
    ] = "parameters-first"
    commonjs: Annotated[bool, "The package is also built as CommonJS."] = False
    base_error_name: Annotated[
        Word | None, "Base class of all errors of the client; derived from the name of the client class if left out."
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
