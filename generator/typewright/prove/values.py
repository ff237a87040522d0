"""Validation of the values of examples against their schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from typewright.base.errors import Location
from typewright.examples.conforming.nearest import Conforming
from typewright.ir import Absent, ObjectModel, Ref, StreamOf, TypeExpr, UnionModel, not_null
from typewright.prove.nodes import Node, line_of, parts, to_json
from typewright.prove.report import Failure
from typewright.prove.schema_locator import SchemaLocator
from typewright.prove.subjects import Sample
from typewright.prove.wire import Wire, wire_names

_SHOWN = 200
"""The number of characters of a validation message that are shown."""


class Part(Struct, frozen=True):
    """A value with a schema of its own."""

    pointer: str
    type: TypeExpr
    node: Node


class Fault(Struct, frozen=True):
    """An error in a value: its line in the code, and its schema; `whole` is the pointer of the whole value's schema."""

    line: int
    message: str
    pointer: str
    whole: str


class ValueValidator(Struct, frozen=True):
    """Validates values against the schemas of a description; `locate` maps a pointer to its source location."""

    wire: Wire
    conforming: Conforming
    locate: Callable[[str], Location]

    def faults(self, type_: TypeExpr, node: Node, *, by_names: bool) -> Iterator[Fault]:
        """Yield the faults of a value of `type_`; `node` is the value in the code.

        With `by_names`, names that the types do not declare are faults even if schemas accept them, for code that no
        compiler checks.
        """
        wired = self.wire.of(node, type_)
        for part in self.parts(wired, type_):
            yield from self._refused(part)
        if by_names:
            yield from self._unknown(wired, type_)
            yield from self._missing(wired, type_)

    def failure(self, sample: Sample, fault: Fault) -> Failure:
        """Return a fault as a failure of a sample."""
        line = sample.block.line - 1 + fault.line
        return Failure(
            page=sample.block.page,
            line=line,
            stage="value",
            message=shortened(fault.message),
            pointer=fault.pointer,
            location=self.locate(fault.pointer),
        )

    def _refused(self, part: Part) -> Iterator[Fault]:
        """Yield the errors of a part."""
        for refusal in self.wire.validator.validation_errors(part.pointer, to_json(part.node)):
            pointer = self._locator.at(part.type, refusal.path) if refusal.path else part.pointer
            yield Fault(line_of(part.node, refusal.path), refusal.message, pointer, part.pointer)

    def _unknown(self, wired: Node, type_: TypeExpr) -> Iterator[Fault]:
        """Yield the parts whose names are not fields of their type."""
        for path, part in parts(wired):
            if part.unknown:
                pointer = self._locator.at(type_, path[:-1])
                yield Fault(part.line, f"no field is called '{path[-1]}'", pointer, pointer)

    def _missing(self, wired: Node, type_: TypeExpr) -> Iterator[Fault]:
        """Yield the missing required fields of an object without a schema: the request of a method."""
        bare = not_null(type_)
        model = self.wire.models[bare.id] if isinstance(bare, Ref) and self.wire.pointer(bare) is None else None
        if isinstance(model, ObjectModel) and isinstance(wired.content, dict):
            for field in model.fields:
                if field.required and field.name not in wired.content:
                    yield Fault(wired.line, f"'{field.name}' is missing", field.pointer, field.pointer)

    @property
    def _locator(self) -> SchemaLocator:
        return SchemaLocator(self.wire.models, wire_names)

    def is_unsatisfiable(self, pointer: str) -> bool:
        """Return whether no value except null is known to be valid against the schema at `pointer`."""
        return isinstance(self.conforming.fresh(pointer, null=False), Absent)

    def parts(self, node: Node, type_: TypeExpr) -> Iterator[Part]:
        """Yield the value or, if its type was synthesised for a method, its parts that have schemas."""
        bare = not_null(type_)
        pointer = type_.pointer if node.content is None else self.wire.pointer(bare)
        if pointer is not None and not isinstance(bare, StreamOf):
            yield Part(pointer, type_, node)
            return
        model = self.wire.models[bare.id] if isinstance(bare, Ref) else None
        if isinstance(model, ObjectModel) and isinstance(node.content, dict):
            for field in model.fields:
                if field.name in node.content:
                    yield from self.parts(node.content[field.name], field.type)
        elif isinstance(model, UnionModel):
            options = [list(self.parts(node, member)) for member in model.members]
            yield from next(
                (parts for parts in options if all(map(self._is_valid, parts))), options[0] if options else []
            )

    def _is_valid(self, part: Part) -> bool:
        return self.wire.validator.is_valid(part.pointer, to_json(part.node))


def shortened(message: str) -> str:
    """Return a message on one line, without the middle of a long one."""
    words = " ".join(message.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN // 2]} … {words[-_SHOWN // 2 :]}"
