"""The samples of a generated tree: the blocks of its pages, with the types that they are examples of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum

from msgspec import Struct

from typewright.base.json_value import JsonValue
from typewright.config.options import TargetConfig
from typewright.ir import AliasModel, Ref, StreamOf, TypeExpr, UnionModel
from typewright.naming.names import Names, Symbol
from typewright.naming.operations import operation_name
from typewright.pages.prose import prose
from typewright.pages.sections import without_user_text
from typewright.prove.blocks import Block, blocks
from typewright.rendering.dialects import converted
from typewright.surface import Method, Surface

USAGE, ALONE = "Example Usage", "Standalone function"
"""The headings of sections with calls."""
_OF_PACKAGE = ("README.md", "USAGE.md")
"""The pages of a package beside its documentation. Text outside of their sections is the user's."""
_CALL = re.compile(r"(?<![\w$.])((?:[^\W\d]|\$)[\w$.]*)\(")


class Role(Enum):
    """The role of a block."""

    VALUE = "value"
    """A declaration of a value of a type."""
    CALL = "call"
    """A call of a method of a client."""
    SCRIPT = "script"
    """A file that contains a whole request."""
    VALUES = "values"
    """A list of the values of an enumeration."""
    STRAY = "stray"
    """A block that should call a method, but does not."""
    SETUP = "setup"
    """Code of a package's own pages that calls no method: it makes clients, hooks, and what else a call needs."""
    OTHER = "other"


class Sample(Struct, frozen=True):
    """A block and the type of its value; `type` is None if that is unknown."""

    block: Block
    role: Role
    type: TypeExpr | None = None
    called: str = ""
    """The name of the called method or function in code."""
    method: Method | None = None
    is_member: bool = False
    """Whether it is a member of a union, on the page of the union."""


class Subjects(Struct, frozen=True):
    """Finds the samples in the files of one target.

    `page` returns the path of a type's page relative to `docs/`; `called` has the methods by their code after the name
    of the client, or by the names of functions.
    """

    surface: Surface
    names: Names
    target: TargetConfig
    page: Callable[[Symbol], str]
    called: Mapping[str, Method]
    stem: Callable[[str], str]
    """Returns the stem of the file of an operation's script from the operation's name."""
    shows_streams: bool
    """Whether members that are streams have blocks."""
    authored: frozenset[str]
    """The code blocks in the texts of the description."""

    def samples(self, files: Mapping[str, str], language: str) -> Iterator[Sample]:
        """Yield the blocks in `language` on all pages of the target, in the order of `files`."""
        symbols = self._symbols()
        for path, text in self._pages(files):
            found = [block for block in blocks(path, text) if block.language == language]
            own = [sample for sample in found if sample.code.strip() not in self.authored]
            if path in symbols:
                yield from self._of_model(symbols[path], own)
            else:
                other = Role.OTHER if path.startswith(f"{self.target.language}/docs/") else Role.SETUP
                yield from (self._of_method(sample, other) for sample in own)

    def _pages(self, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Yield path and generated text of each page."""
        docs = f"{self.target.language}/docs/"
        of_package = {f"{self.target.language}/{name}" for name in _OF_PACKAGE}
        for path, text in files.items():
            if path in of_package:
                yield path, without_user_text(text)
            elif path.startswith(docs) and path.endswith((".md", ".mdx")):
                yield path, text

    def scripts(self, files: Mapping[str, str], suffix: str) -> Iterator[Sample]:
        """Yield the example scripts."""
        folder = f"{self.target.language}/examples/"
        preferred_names = {
            method.operation.id: self.stem(operation_name(method.operation)) for method in self.surface.called_methods
        }
        stems = self.names.ledger.names("module:examples", preferred_names)
        methods = {f"{folder}{stems.get(method.operation.id)}{suffix}": method for method in self.surface.methods}
        for path, text in files.items():
            if path.startswith(folder) and path.endswith(suffix):
                method = methods.get(path)
                yield Sample(Block(path, 1, suffix, text), Role.SCRIPT, method.request if method else None)

    def _symbols(self) -> dict[str, Symbol]:
        dialect = self.target.docs.dialect
        return {
            f"{self.target.language}/docs/{converted(self.page(symbol), '', dialect)[0]}": symbol
            for symbol in self.names.symbols.values()
            if not isinstance(self.surface.models[symbol.id], AliasModel)
        }

    def _of_model(self, symbol: Symbol, found: list[Block]) -> Iterator[Sample]:
        model = self.surface.models[symbol.id]
        members = iter(model.members if isinstance(model, UnionModel) else ())
        for block in found:
            if block.heading == USAGE:
                yield Sample(block, Role.VALUE, Ref(symbol.id, model.pointer, by_reference=model.shared))
            elif block.heading.startswith("`"):
                member = next(members, None)
                while isinstance(member, StreamOf) and not self.shows_streams:
                    member = next(members, None)
                yield Sample(block, Role.VALUE, member, is_member=True)
            else:
                ref = Ref(symbol.id, model.pointer, by_reference=model.shared)
                yield Sample(block, Role.VALUES if block.heading == "Values" else Role.OTHER, ref)

    def _of_method(self, block: Block, other: Role) -> Sample:
        for found in _CALL.finditer(block.code):
            method = self.called.get(found[1]) or self.called.get(found[1].partition(".")[2])
            if method is not None:
                return Sample(block, Role.CALL, method.request, found[1], method=method)
        return Sample(block, Role.STRAY if block.heading in (USAGE, ALONE) else other)


def authored_blocks(value: JsonValue) -> Iterator[str]:
    """Return the code of all blocks in the texts of a description, as written there and as shown on pages.

    The author of the description has written it, so it is never executed.
    """
    if isinstance(value, str):
        if "```" in value or "~~~" in value:
            yield from (block.code.strip() for text in (value, prose(value)) for block in blocks("", text))
    elif isinstance(value, dict):
        for member in value.values():
            yield from authored_blocks(member)
    elif isinstance(value, list):
        for item in value:
            yield from authored_blocks(item)
