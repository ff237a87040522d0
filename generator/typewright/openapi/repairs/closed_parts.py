"""Repair of compositions with a part that refuses what other parts add: `allOf: [A, {additionalProperties: false, …}]`.

Strictly, `additionalProperties` sees only the `properties` beside it (JSON Schema 2020-12 Core, 10.3.2.3), so that no
value with a property of another part is valid. Authors mean that the composition as a whole is closed. The rule: where
a closed part does not declare a property that another part declares, all closed parts are opened in this composition
alone, and the composition has `unevaluatedProperties: false`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.lower.keywords import NOT_COPIED, has_only_annotations
from typewright.openapi.reading import Reader
from typewright.openapi.repairs.relocation import can_be_copied, relocated
from typewright.openapi.traversal import Node

if TYPE_CHECKING:
    from typewright.openapi.document import Resolved

_CLOSING = "additionalProperties"
_ORIGIN = "x-typewright-open-form-of"
"""Has the pointer of the schema that an open form is made of, so that forms of different schemas are different."""
_SHOWN_NAMES = 3


class _Part(Struct, frozen=True):
    """A schema of a composition. `branch` is the pointer of the reference that leads to it; None for an inline one."""

    schema: JsonObject
    pointer: str
    branch: str | None

    @property
    def is_closed(self) -> bool:
        """Whether it refuses all properties that it does not declare."""
        return self.schema.get(_CLOSING) is False

    def is_beside(self, other: _Part) -> bool:
        """Return whether the composition joins the two, rather than a schema that it refers to."""
        return other is not self and (self.branch is None or self.branch != other.branch)


def open_closed_parts(nodes: Sequence[Node], reader: Reader) -> None:
    """Open the parts of compositions that refuse what other parts declare, and close these compositions.

    `nodes` are the objects of the document.
    """
    schemas = [node for node in nodes if node.kind.name == "Schema" and isinstance(node.value, dict)]
    compositions = [node for node in schemas if isinstance(node.value, dict) and "allOf" in node.value]
    if not compositions or not any(_is_closed(node.value) for node in schemas):
        return
    openings: list[_Opening] = []
    inline: set[str] = set()
    for node in compositions:  # parents come before children
        if node.pointer in inline or not isinstance(node.value, dict) or ("$ref" in node.value and reader.is_before_31):
            continue
        parts = list(_parts(node.value, node.pointer, reader, {node.pointer}))
        inline.update(part.pointer for part in parts if part.branch is None)
        if _refusing(parts, reader):
            openings.append(_Opening(node.pointer, reader))
            openings[-1].open(node.value)
    for opening in openings:  # all open forms are made of schemas as written
        opening.apply()


def _is_closed(value: JsonValue) -> bool:
    return isinstance(value, dict) and value.get(_CLOSING) is False


def _parts(
    schema: JsonValue, pointer: str, reader: Reader, seen: set[str], branch: str | None = None
) -> Iterator[_Part]:
    """Yield a schema, and what its `allOf` and its `$ref` lead to; each target of a reference once."""
    if not isinstance(schema, dict):
        return
    if isinstance(ref := schema.get("$ref"), str):
        target = _target(ref, pointer, reader)
        if target is not None and target.pointer not in seen:
            seen.add(target.pointer)
            yield from _parts(target.value, target.pointer, reader, seen, branch or pointer)
        if reader.is_before_31:
            return
    yield _Part(schema, pointer, branch)
    for index, member in enumerate(_list(schema, "allOf")):
        yield from _parts(member, f"{pointer}/allOf/{index}", reader, seen, branch)


def _target(ref: str, pointer: str, reader: Reader) -> Resolved | None:
    try:
        return reader.document.follow(ref, pointer)
    except SpecError:
        return None


def _list(schema: JsonObject, keyword: str) -> list[JsonValue]:
    written = schema.get(keyword)
    return written if isinstance(written, list) else []


def _refusing(parts: Sequence[_Part], reader: Reader) -> list[_Part]:
    """Report and return the parts that refuse what another part declares."""
    closed = [part for part in parts if part.is_closed]
    declared = {part.pointer: list(_declared(part.schema, part.pointer, reader, set())) for part in parts if closed}
    refusing = []
    for part in closed:
        others = (name for other in parts if part.is_beside(other) for name in declared[other.pointer])
        refused = [name for name in dict.fromkeys(others) if not _is_accepted(name, part.schema)]
        if refused:
            refusing.append(part)
            what = "the part" if part.branch is None else f"'{reader.document.written_pointer(part.pointer)}'"
            reader.report(
                "W332",
                f"{what} refuses {_listed(refused)}, which other parts of the composition declare",
                f"{part.pointer}/{_CLOSING}" if part.branch is None else f"{part.branch}/$ref",
            )
    return refusing


def _listed(names: Sequence[str]) -> str:
    shown = [f"'{name}'" for name in names[:_SHOWN_NAMES]]
    others = len(names) - len(shown)
    last = [f"{others} more"] if others else shown[1:][-1:]
    return " and ".join(filter(None, [", ".join(shown if others else shown[: len(shown) - len(last)]), *last]))


def _declared(schema: JsonObject, pointer: str, reader: Reader, seen: set[str]) -> Iterator[str]:
    """Yield the names of the properties that a schema declares, itself or in variants; those without values are not."""
    properties = schema.get("properties")
    if isinstance(properties, dict):
        yield from (name for name, value in properties.items() if value is not False)
    for keyword in ("oneOf", "anyOf"):
        for index, variant in enumerate(_list(schema, keyword)):
            for part in _parts(variant, f"{pointer}/{keyword}/{index}", reader, seen):
                yield from _declared(part.schema, part.pointer, reader, seen)


def _is_accepted(name: str, closed: JsonObject) -> bool:
    """Return whether a closed schema declares a property, by its name or by a pattern."""
    properties, patterns = closed.get("properties"), closed.get("patternProperties")
    is_declared = isinstance(properties, dict) and name in properties
    return is_declared or (isinstance(patterns, dict) and any(_is_match(pattern, name) for pattern in patterns))


def _is_match(pattern: str, name: str) -> bool:
    try:
        return re.search(pattern, name) is not None
    except re.error:
        return False


class _Opening(Struct):
    """Opens the closed parts of the composition at `pointer`."""

    pointer: str
    reader: Reader
    _edits: list[tuple[JsonObject, JsonObject]] = field(default_factory=list)
    """Inline parts of the composition, and what they become."""
    _forms: dict[str, JsonValue] = field(default_factory=dict)
    """The open forms of the schemas that the composition refers to, by their pointers; None if nothing is closed."""

    def open(self, composition: JsonObject) -> None:
        """Note how the composition and its inline parts are changed."""
        changed = self._changed(composition, self.pointer) or composition
        self._edits.append((composition, {**changed, "unevaluatedProperties": False, **_unevaluated(composition)}))

    def apply(self) -> None:
        """Change the composition and its inline parts in place."""
        for schema, changed in self._edits:
            schema.clear()
            schema.update(changed)

    def _inline(self, part: JsonValue, pointer: str) -> JsonValue:
        """Note how an inline part is changed; return it, or the open form of what it refers to."""
        if not isinstance(part, dict):
            return part
        form = self._form_of_target(part, pointer)
        if form is not None and self._is_reference(part):
            return form
        changed = self._changed(part, pointer)
        if changed is not None:
            self._edits.append((part, changed))
        return part

    def _changed(self, part: JsonObject, pointer: str) -> JsonObject | None:
        branches = [
            self._inline(branch, f"{pointer}/allOf/{index}") for index, branch in enumerate(_list(part, "allOf"))
        ]
        return _opened(part, branches, self._form_of_target(part, pointer))

    def _is_reference(self, schema: JsonObject) -> bool:
        """Return whether a schema with a `$ref` asserts nothing else."""
        return self.reader.is_before_31 or has_only_annotations(schema)

    def _form_of_target(self, schema: JsonObject, pointer: str) -> JsonValue:
        """Return the open form of what a schema refers to; None if it refers to nothing that is closed."""
        ref = schema.get("$ref")
        target = _target(ref, pointer, self.reader) if isinstance(ref, str) else None
        if target is None:
            return None
        if target.pointer not in self._forms:
            self._forms[target.pointer] = None  # for a schema that includes itself
            form = self._form(target.value, target.pointer)
            self._forms[target.pointer] = None if form is target.value else form
        return self._forms[target.pointer]

    def _form(self, schema: JsonValue, pointer: str) -> JsonValue:
        """Return the open form of a schema below a reference; itself if nothing in it is closed."""
        if not isinstance(schema, dict):
            return schema
        form = self._form_of_target(schema, pointer)
        if form is not None and self._is_reference(schema):
            return form
        branches = [
            self._form(branch, f"{pointer}/allOf/{index}") for index, branch in enumerate(_list(schema, "allOf"))
        ]
        changed = _opened(schema, branches, form)
        if changed is None:
            return schema
        made: JsonObject = {keyword: value for keyword, value in changed.items() if keyword not in NOT_COPIED}
        made[_ORIGIN] = pointer
        if can_be_copied(pointer, self.pointer, self.reader.document):
            self.reader.open_forms[id(made)] = pointer
            return made
        return relocated(made, schema, pointer, self.pointer, self.reader.document)


def _unevaluated(composition: JsonObject) -> JsonObject:
    """Return what the author says of properties that no part declares."""
    return {key: value for key, value in composition.items() if key == "unevaluatedProperties"}


def _opened(schema: JsonObject, branches: list[JsonValue], form: JsonValue) -> JsonObject | None:
    """Return a part without the closing keyword, with other `branches`, and with `form` in place of its `$ref`.

    None if nothing is different.
    """
    is_same = all(new is old for new, old in zip(branches, _list(schema, "allOf"), strict=True))
    if is_same and form is None and not _is_closed(schema):
        return None
    left_out = {"$ref" if form is not None else "", _CLOSING if _is_closed(schema) else ""}
    changed = {keyword: value for keyword, value in schema.items() if keyword not in left_out}
    members = [*branches, *([form] if form is not None else [])]
    return {**changed, "allOf": members} if members else changed
