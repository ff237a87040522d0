"""Lowering of schemas to type expressions and models."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import (
    NO_NOTE,
    AliasModel,
    Literal,
    Model,
    Note,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    not_null,
)
from typewright.openapi.files.limits import MAX_COPIES, MAX_COPIES_IN_ONE, MAX_SCHEMA_DEPTH
from typewright.openapi.lower import composition, enumerations, objects, unions
from typewright.openapi.lower.notes import constraints_of, note_of, only_annotates
from typewright.openapi.lower.nullability import is_null, null_rule, nullable
from typewright.openapi.lower.position import Position
from typewright.openapi.reading import Reader, json_type
from typewright.openapi.type_names import fault_of_type

if TYPE_CHECKING:
    from typewright.openapi.document import Document

_KINDS: dict[str, ScalarKind] = {
    kind.value: kind for kind in (ScalarKind.STRING, ScalarKind.INTEGER, ScalarKind.NUMBER, ScalarKind.BOOLEAN)
}


@dataclass(slots=True)
class SchemaLowerer:
    """Lowers schemas one after the other into `models`, where shared ones are in the order of their first use."""

    document: Document
    reader: Reader
    models: dict[str, Model] = field(default_factory=dict)
    siblings_count: bool = True
    """Whether keywords beside a `$ref` count (OpenAPI 3.1) or are ignored (3.0)."""
    _known: set[str] = field(default_factory=set)
    recurring: list[Ref | Nullable] = field(default_factory=list)
    """The uses of schemas that came up again inside themselves."""
    _open: dict[str, Ref | Nullable] = field(default_factory=dict)
    _depth: int = 0
    _copied: int = 0
    _copied_here: int = 0
    """How many schemas and properties `allOf` has copied, in all and below the outermost schema."""
    _bankrupt: bool = False
    decoded: set[str] = field(default_factory=set)
    """Pointers of schemas of texts that are handed out decoded, by their `contentSchema`: the data of events."""
    _pending: deque[tuple[str, JsonValue]] = field(default_factory=deque)

    def lower(self, schema: JsonValue, id_: str, pointer: str) -> TypeExpr:
        """Return the type of `schema` at `pointer`; inline models get ids at and below `id_`."""
        self.reader.reached.add(pointer)
        if pointer in self.decoded and isinstance(schema, dict):
            return self.lower(schema["contentSchema"], id_, f"{pointer}/contentSchema")
        if pointer in self._open:
            self.recurring.append(self._open[pointer])
            return self._open[pointer]
        if self._depth >= MAX_SCHEMA_DEPTH:
            self.report_depth(pointer)
            return Scalar(ScalarKind.ANY, pointer)
        self._depth += 1
        try:
            return self._lower(schema, id_, pointer)
        finally:
            self._depth -= 1

    @contextmanager
    def open(self, pointer: str, use: Ref, *, null: bool) -> Iterator[None]:
        """Use `use` for the schema at `pointer` while its parts are lowered.

        A schema occurs inside itself where an `allOf` in it merges an enclosing schema.
        """
        if pointer in self._open:
            yield
            return
        self._open[pointer] = Nullable(use, use.pointer, use.note) if null else use
        try:
            yield
        finally:
            del self._open[pointer]

    def affords_copy_of(self, schema: JsonObject, pointer: str) -> bool:
        """Return whether `allOf` may merge the schema at `pointer`; report once that there are too many copies."""
        if self._depth <= 1:
            self._copied_here = 0
        properties = schema.get("properties")
        size = 1 + (len(properties) if isinstance(properties, dict) else 0)
        self._copied_here += size
        self._copied += size
        affordable = self._copied_here <= MAX_COPIES_IN_ONE and self._copied <= MAX_COPIES
        if not affordable and not self._bankrupt:
            self._bankrupt = True
            message = "'allOf' within 'allOf' copies more and more properties from here on"
            self.reader.report("E324", message, pointer)
        return affordable and not self._bankrupt

    def report_depth(self, pointer: str) -> None:
        """Report that the schema at `pointer` is nested too deeply to be lowered."""
        message = f"schemas nest more than {MAX_SCHEMA_DEPTH} deep here"
        self.reader.report("E117", message, pointer)

    def _lower(self, schema: JsonValue, id_: str, pointer: str) -> TypeExpr:
        if isinstance(schema, bool):
            return Scalar(ScalarKind.ANY, pointer, schema=schema)
        if not isinstance(schema, dict):
            self.reader.report("E303", f"a schema must be an object or a boolean, not {json_type(schema)}", pointer)
            return Scalar(ScalarKind.ANY, pointer)
        is_component = id_ == pointer and id_ in self._known and "aliases-share-a-name" not in self.reader.habits
        if "$ref" in schema or "$dynamicRef" in schema:
            schema = self._with_siblings(schema, pointer, annotated=is_component)
            if "allOf" not in schema or not self.siblings_count:
                return self.reference(schema, pointer)
        if "allOf" in schema:
            position = composition.merge_all_of(self, schema, id_, pointer, is_component=is_component)
            if isinstance(position, Ref | Nullable):
                return position
            return self.shape(position)
        return self.shape(self.position(schema, id_, pointer))

    def position(self, schema: JsonObject, id_: str, pointer: str) -> Position:
        """Return the schema with `$ref` and `allOf` resolved."""
        properties = {}
        if "properties" in schema:
            below = f"{pointer}/properties"
            properties = {
                name: (value, f"{below}/{name.replace('~', '~0').replace('/', '~1')}")
                for name, value in self.reader.object(schema, "properties", pointer).items()
            }
        composed = "oneOf" in schema or "anyOf" in schema
        return Position(
            schema=schema,
            id=id_,
            pointer=pointer,
            written=schema,
            properties=properties,
            excludes_null=composed and null_rule(schema, pointer, self.reader) is False,
        )

    def reference(self, schema: JsonObject, pointer: str) -> TypeExpr:
        """Return the reference for a `$ref`, and schedule its target for lowering."""
        ref = schema.get("$ref", schema.get("$dynamicRef"))
        if not isinstance(ref, str):
            self.reader.report_no_reference(ref, pointer)
            return Scalar(ScalarKind.ANY, pointer)
        try:
            target = self.document.follow(ref, pointer)
        except SpecError as error:
            self.reader.absorb(error)
            return Scalar(ScalarKind.ANY, pointer)
        note = self._note_beside(schema, pointer)
        if "$ref" not in schema and self.document.depends_on_way(ref):
            return Scalar(ScalarKind.ANY, pointer, note)
        if isinstance(target.value, bool):
            return Scalar(ScalarKind.ANY, pointer, note, schema=target.value)
        self.need(target.pointer, target.value)
        named = self.document.resolve(ref, pointer).pointer
        use = Ref(target.pointer, pointer, note, by_reference=True, via=named if named != target.pointer else None)
        is_nullable = null_rule(target.value, target.pointer, self.reader) is True and not is_null(target.value)
        return Nullable(use, pointer, note) if is_nullable else use

    def _note_beside(self, schema: JsonObject, pointer: str) -> Note:
        """Return the annotations beside a `$ref`.

        By a habit none count in OpenAPI 3.0, and the description does not in 3.1.
        """
        note = note_of(schema, pointer, self.reader)
        if "ref-siblings-ignored" not in self.reader.habits:
            return note
        return NO_NOTE if self.reader.before_31 else replace(note, description=None)

    def need(self, id_: str, schema: JsonValue) -> None:
        """Schedule a shared schema for lowering, once."""
        if id_ not in self._known:
            self._known.add(id_)
            self._pending.append((id_, schema))

    def lower_pending(self) -> None:
        """Lower the scheduled schemas, and those that they schedule in turn."""
        while self._pending:
            id_, schema = self._pending.popleft()
            self._lower_shared(id_, schema)

    def _lower_shared(self, id_: str, schema: JsonValue) -> None:
        lowered = self.lower(schema, id_, id_)
        type_ = lowered.of if isinstance(lowered, Nullable) else lowered
        if isinstance(type_, Ref) and type_.id == id_ and not type_.by_reference:
            model = replace(self.models[id_], shared=True)
        else:
            note = note_of(schema, id_, self.reader) if isinstance(schema, dict) else lowered.note
            preferred = preferred_name(schema) if isinstance(schema, dict) else None
            model = AliasModel(id_, id_, lowered, note, preferred_name=preferred, schema=schema)
        self.models[id_] = model

    def shape(self, position: Position) -> TypeExpr:
        """Return the type of a position."""
        note = note_of(position.schema, position.pointer, self.reader)
        inner = self._without_null(position, note)
        own = position.note or note
        if position.excludes_null:
            return not_null(inner)
        if isinstance(inner, Nullable):
            return replace(inner, note=own)
        if nullable(position.schema) and inner.note is not own and isinstance(inner, Ref):
            inner = replace(inner, note=own)
        return Nullable(inner, position.pointer, own) if nullable(position.schema) else inner

    def _without_null(self, position: Position, note: Note) -> TypeExpr:
        schema = position.schema
        if schema.get("x-speakeasy-type-override") == "any":
            return Scalar(ScalarKind.ANY, position.pointer, note, schema=position.written)
        if "const" in schema and schema["const"] is not None:
            return self._literal(position, note)
        if self.reader.array(schema, "enum", position.pointer):
            made = enumerations.lower_enumeration(self, position, note)
            return made if isinstance(made, Ref) else self._scalar(position, made, note)
        if "oneOf" in schema or "anyOf" in schema:
            return unions.lower_union(self, position, note)
        types = self.types_of(schema, position)
        if len(types) > 1:
            return unions.lower_types(self, position, types, note)
        match types:
            case ("array",):
                return objects.lower_array(self, position, note)
            case ("object",):
                return objects.lower_object(self, position, note)
            case (name,) if name in _KINDS:
                return self._scalar(position, _KINDS[name], note)
        return self._untyped(position, note)

    def types_of(self, schema: JsonObject, position: Position) -> tuple[str, ...]:
        """Return the types of a schema without null; unknown ones are reported."""
        written = schema.get("type")
        names = written if isinstance(written, list) else [] if written is None else [written]
        known = []
        for index, name in enumerate(names):
            fault = fault_of_type(name)
            if fault is None:
                known.append(str(name))
            else:
                type_pointer = (
                    f"{position.below('type')}/{index}" if isinstance(written, list) else position.below("type")
                )
                self.reader.report("E103", fault[0], type_pointer, help_=fault[1])
        return tuple(name for name in dict.fromkeys(known) if name != "null")

    def _untyped(self, position: Position, note: Note) -> TypeExpr:
        schema = position.schema
        if position.properties or "properties" in schema or isinstance(schema.get("additionalProperties"), dict):
            return objects.lower_object(self, position, note)
        if "items" in schema or "prefixItems" in schema:
            return objects.lower_array(self, position, note)
        null = schema.get("type") == "null" or ("const" in schema and schema["const"] is None)
        return self._scalar(position, ScalarKind.NULL if null else ScalarKind.ANY, note)

    def _scalar(self, position: Position, kind: ScalarKind, note: Note) -> Scalar:
        schema = position.schema
        format_ = schema.get("format")
        if format_ is None and kind is ScalarKind.STRING and is_binary(schema):
            format_ = "binary"
        return Scalar(
            kind=kind,
            pointer=position.pointer,
            note=note,
            format=format_ if isinstance(format_, str) else None,
            constraints=constraints_of(schema, position.pointer, self.reader),
            schema=position.written,
        )

    def _literal(self, position: Position, note: Note) -> Literal:
        value = position.schema["const"]
        return Literal(
            value=value,
            pointer=position.pointer,
            note=note,
            kind=enumerations.kind_of_value(value),
            schema=position.written,
        )

    def _with_siblings(self, schema: JsonObject, pointer: str, *, annotated: bool) -> JsonObject:
        """Return a `$ref` with sibling assertions as an `allOf`, which JSON Schema 2020-12 takes it for.

        So is one with annotations only where `annotated` says that they make a schema of its own.
        """
        rest = {keyword: value for keyword, value in schema.items() if keyword != "$ref"}
        if not self.siblings_count or not rest or not isinstance(schema.get("$ref"), str):
            return schema
        if only_annotates(schema) and not annotated:
            return schema
        if set(rest) <= {"$defs", "$anchor", "$id", "$schema", "type", "definitions"} and not self._drops_null(
            schema, pointer
        ):
            return {"$ref": schema["$ref"]}
        parts = rest.get("allOf")
        return {**rest, "allOf": [{"$ref": schema["$ref"]}, *(parts if isinstance(parts, list) else [])]}

    def _drops_null(self, schema: JsonObject, pointer: str) -> bool:
        """Whether the `type` beside a `$ref` excludes null, which its target admits."""
        target = {"$ref": schema["$ref"]}
        return (
            "type" in schema
            and bool(null_rule(target, pointer, self.reader))
            and not null_rule(schema, pointer, self.reader)
        )


def preferred_name(schema: JsonObject) -> str | None:
    """Return the value of `x-speakeasy-name-override`."""
    name = schema.get("x-speakeasy-name-override")
    return name if isinstance(name, str) and name else None


def is_binary(schema: JsonObject) -> bool:
    """Whether a string schema stands for raw bytes as in OpenAPI 3.1 (4.8.14.3)."""
    media = schema.get("contentMediaType")
    return isinstance(media, str) and "contentEncoding" not in schema and "contentSchema" not in schema
