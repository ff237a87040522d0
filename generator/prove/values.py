"""Values of examples held against their schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.errors import Location
from generator.examples.conforming import Conforming
from generator.ir import Absent, ObjectModel, Ref, StreamOf, TypeExpr, UnionModel, not_null
from generator.prove.nodes import Node, line_of, to_json
from generator.prove.report import Failure
from generator.prove.subjects import Sample
from generator.prove.wire import Wire

_SHOWN = 200
"""Up to how many characters of a validator's words are shown."""


@dataclass(frozen=True, slots=True)
class Part:
    """A value that one schema says all about."""

    pointer: str
    node: Node


@dataclass(frozen=True, slots=True)
class Judge:
    """Holds values against the schemas of one description; `locate` leads from a pointer to its place."""

    wire: Wire
    conforming: Conforming
    locate: Callable[[str], Location]

    def failures(self, sample: Sample, type_: TypeExpr, node: Node) -> Iterator[Failure]:
        """Yield what is wrong with a value of `type_` in a sample; `node` is the value as the code has it."""
        for part in self.parts(self.wire.of(node, type_), type_):
            value = to_json(part.node)
            for refusal in self.wire.admission.refusals(part.pointer, value):
                line = sample.block.line - 1 + line_of(part.node, refusal.path)
                words = " ".join(refusal.message.split())
                message = words if len(words) <= _SHOWN else f"{words[: _SHOWN // 2]} … {words[-_SHOWN // 2 :]}"
                yield Failure(sample.block.page, line, "value", message, part.pointer, self.locate(part.pointer))

    def admits_nothing(self, pointer: str) -> bool:
        """Whether no value is known that the schema at `pointer` admits."""
        return isinstance(self.conforming.fresh(pointer), Absent)

    def parts(self, node: Node, type_: TypeExpr) -> Iterator[Part]:
        """Yield the value, or, where its type was made for a method, the parts of it that schemas speak of."""
        bare = not_null(type_)
        pointer = type_.pointer if node.content is None else self.wire.pointer(bare)
        if pointer is not None and not isinstance(bare, StreamOf):
            yield Part(pointer, node)
            return
        model = self.wire.models[bare.id] if isinstance(bare, Ref) else None
        if isinstance(model, ObjectModel) and isinstance(node.content, dict):
            for field in model.fields:
                if field.name in node.content:
                    yield from self.parts(node.content[field.name], field.type)
        elif isinstance(model, UnionModel):
            options = [list(self.parts(node, member)) for member in model.members]
            yield from next((parts for parts in options if all(map(self._holds, parts))), options[0] if options else [])

    def _holds(self, part: Part) -> bool:
        return self.wire.admission.admits(part.pointer, to_json(part.node))
