"""Lowering of schemas to type expressions and models."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import (
    NO_ANNOTATIONS,
    AliasModel,
    Annotations,
    Literal,
    Model,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    not_null,
)
from typewright.openapi.files.limits import MAX_COPIES, MAX_COPIES_IN_ONE, MAX_SCHEMA_DEPTH
from typewright.openapi.lower import composition, enumerations, objects, unions
from typewright.openapi.lower.keywords import annotations_of, constraints_of, has_only_annotations
from typewright.openapi.lower.lowered import Lowered
from typewright.openapi.lower.nullability import is_null, is_nullable, null_rule
from typewright.openapi.lower.resolved_schema import ResolvedSchema
from typewright.openapi.reading import Reader, json_type
from typewright.openapi.type_names import TYPES, type_name_error

if TYPE_CHECKING:
    from typewright.openapi.document import Document

_KINDS: dict[str, ScalarKind] = {
    kind.value: kind for kind in (ScalarKind.STRING, ScalarKind.INTEGER, ScalarKind.NUMBER, ScalarKind.BOOLEAN)
}


class SchemaLowerer(Struct):
    """Lowers schemas to types, and adds their models to `models`; shared models are in the order of first use."""

    document: Document
    reader: Reader
    models: dict[str, Model] = field(default_factory=dict)
    applies_ref_siblings: bool = True
    """Whether siblings of a `$ref` are applied (OpenAPI 3.1) or ignored (3.0)."""
    _scheduled: set[str] = field(default_factory=set)
    self_references: list[Ref | Nullable] = field(default_factory=list)
    """References to schemas that occurred inside themselves without a `$ref`."""
    _references_in_progress: dict[str, Ref | Nullable] = field(default_factory=dict)
    _depth: int = 0
    _copied: int = 0
    _copied_in_one: int = 0
    """How many schemas and properties `allOf` has copied, in all and below the outermost schema."""
    _is_copy_limit_exceeded: bool = False
    decoded_pointers: set[str] = field(default_factory=set)
    """Pointers of string schemas that are lowered to their `contentSchema`: the data of server-sent events."""
    _pending: deque[tuple[str, JsonValue]] = field(default_factory=deque)

    def beside(self) -> SchemaLowerer:
        """Return a lowerer of the same document that has lowered nothing, but reports to the same list."""
        return replace(
            self,
            reader=replace(self.reader, reached=set(), reports=0),
            models={},
            _scheduled=set(),
            self_references=[],
            _pending=deque(),
        )

    def lowered(self, outer: SchemaLowerer) -> Lowered:
        """Return what this lowerer, which was made by `beside` of `outer`, has lowered."""
        return Lowered(
            models=self.models,
            reached=frozenset(self.reader.reached),
            scheduled=tuple(id_ for id_, _ in self._pending),
            self_references=tuple(self.self_references),
            copies=self._copied - outer._copied,
        )

    def add(self, lowered: Lowered) -> None:
        """Add what another lowerer of the same document has lowered."""
        self.models.update(lowered.models)
        self.reader.reached.update(lowered.reached)
        for id_ in lowered.scheduled:
            self.schedule(id_, self.document.value_at(id_))
        self.self_references += lowered.self_references
        self._copied += lowered.copies

    def can_copy_more(self, copies: int) -> bool:
        """Return whether `allOf` may copy that many schemas and properties in addition."""
        return self._copied + copies <= MAX_COPIES

    def lower(self, schema: JsonValue, id_: str, pointer: str) -> TypeExpr:
        """Return the type of the schema at `pointer`. Inline models get ids at and below `id_`."""
        self.reader.reached.add(pointer)
        if pointer in self.decoded_pointers and isinstance(schema, dict):
            return self.lower(schema["contentSchema"], id_, f"{pointer}/contentSchema")
        if pointer in self._references_in_progress:
            self.self_references.append(self._references_in_progress[pointer])
            return self._references_in_progress[pointer]
        if self._depth >= MAX_SCHEMA_DEPTH:
            self.report_depth(pointer)
            return Scalar(ScalarKind.ANY, pointer)
        self._depth += 1
        try:
            return self._lower(schema, id_, pointer)
        finally:
            self._depth -= 1

    @contextmanager
    def lowering_as(self, pointer: str, reference: Ref, *, null: bool) -> Iterator[None]:
        """Lower any schema at `pointer` to `reference` while the block, which lowers the parts of it, is running.

        A schema occurs inside itself if an `allOf` in it merges an enclosing schema.
        """
        if pointer in self._references_in_progress:
            yield
            return
        self._references_in_progress[pointer] = (
            Nullable(reference, reference.pointer, reference.annotations) if null else reference
        )
        try:
            yield
        finally:
            del self._references_in_progress[pointer]

    def can_copy(self, schema: JsonObject, pointer: str) -> bool:
        """Return whether `allOf` may merge the schema at `pointer`; report the first time that a limit is exceeded."""
        if self._depth <= 1:
            self._copied_in_one = 0
        properties = schema.get("properties")
        size = 1 + (len(properties) if isinstance(properties, dict) else 0)
        self._copied_in_one += size
        self._copied += size
        is_affordable = self._copied_in_one <= MAX_COPIES_IN_ONE and self._copied <= MAX_COPIES
        if not is_affordable and not self._is_copy_limit_exceeded:
            self._is_copy_limit_exceeded = True
            message = "'allOf' within 'allOf' copies more and more properties from here on"
            self.reader.report("E324", message, pointer)
        return is_affordable and not self._is_copy_limit_exceeded

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
        is_component = id_ == pointer and id_ in self._scheduled and "aliases-share-a-name" not in self.reader.habits
        if "$ref" in schema or "$dynamicRef" in schema:
            schema = self._with_siblings(schema, pointer, annotated=is_component)
            if "allOf" not in schema or not self.applies_ref_siblings:
                return self.reference(schema, pointer)
        if "allOf" in schema:
            resolved = composition.merge_all_of(self, schema, id_, pointer, is_component=is_component)
            if isinstance(resolved, Ref | Nullable):
                return resolved
            return self.lower_resolved(resolved)
        return self.lower_resolved(self._resolved_schema(schema, id_, pointer))

    def _resolved_schema(self, schema: JsonObject, id_: str, pointer: str) -> ResolvedSchema:
        """Return a schema without `$ref` and `allOf` as a `ResolvedSchema`."""
        properties = {}
        if "properties" in schema:
            properties_pointer = f"{pointer}/properties"
            properties = {
                name: (value, f"{properties_pointer}/{name.replace('~', '~0').replace('/', '~1')}")
                for name, value in self.reader.object(schema, "properties", pointer).items()
            }
        is_composition = "oneOf" in schema or "anyOf" in schema
        return ResolvedSchema(
            schema=schema,
            id=id_,
            pointer=pointer,
            written=schema,
            properties=properties,
            excludes_null=is_composition and null_rule(schema, pointer, self.reader) is False,
        )

    def reference(self, schema: JsonObject, pointer: str) -> TypeExpr:
        """Return a reference to the target of a `$ref` or `$dynamicRef`, and schedule the target for lowering."""
        ref = schema.get("$ref", schema.get("$dynamicRef"))
        if not isinstance(ref, str):
            self.reader.report_no_reference(ref, pointer, assumed="any value is taken")
            return Scalar(ScalarKind.ANY, pointer)
        try:
            target = self.document.follow(ref, pointer)
        except SpecError as error:
            self.reader.absorb(error)
            return Scalar(ScalarKind.ANY, pointer)
        annotations = self._annotations_beside(schema, pointer)
        if "$ref" not in schema and ref.partition("#")[2] in self.document.dynamic_anchors():
            return Scalar(ScalarKind.ANY, pointer, annotations)
        if isinstance(target.value, bool):
            return Scalar(ScalarKind.ANY, pointer, annotations, schema=target.value)
        self.schedule(target.pointer, target.value)
        direct_target = self.document.resolve(ref, pointer).pointer
        target_reference = Ref(
            target.pointer,
            pointer,
            annotations,
            by_reference=True,
            via=direct_target if direct_target != target.pointer else None,
        )
        is_target_nullable = null_rule(target.value, target.pointer, self.reader) is True and not is_null(target.value)
        return Nullable(target_reference, pointer, annotations) if is_target_nullable else target_reference

    def _annotations_beside(self, schema: JsonObject, pointer: str) -> Annotations:
        """Return the annotations beside a `$ref`.

        With the habit `ref-siblings-ignored` there are none in OpenAPI 3.0, and no description in 3.1.
        """
        annotations = annotations_of(schema, pointer, self.reader)
        if "ref-siblings-ignored" not in self.reader.habits:
            return annotations
        return NO_ANNOTATIONS if self.reader.is_before_31 else replace(annotations, description=None)

    def schedule(self, id_: str, schema: JsonValue) -> None:
        """Schedule the shared schema with the id `id_` for lowering, unless it was scheduled before."""
        if id_ not in self._scheduled:
            self._scheduled.add(id_)
            self._pending.append((id_, schema))

    def lower_pending(self) -> None:
        """Lower the scheduled schemas, including those that are scheduled meanwhile."""
        while self._pending:
            id_, schema = self._pending.popleft()
            self._lower_shared(id_, schema)

    def _lower_shared(self, id_: str, schema: JsonValue) -> None:
        lowered = self.lower(schema, id_, id_)
        type_ = lowered.of if isinstance(lowered, Nullable) else lowered
        if isinstance(type_, Ref) and type_.id == id_ and not type_.by_reference:
            model = replace(self.models[id_], shared=True)
        else:
            annotations = annotations_of(schema, id_, self.reader) if isinstance(schema, dict) else lowered.annotations
            preferred = preferred_name(schema) if isinstance(schema, dict) else None
            model = AliasModel(id_, id_, lowered, annotations, preferred_name=preferred, schema=schema)
        self.models[id_] = model

    def lower_resolved(self, resolved: ResolvedSchema) -> TypeExpr:
        """Return the type of a schema after `$ref` and `allOf` are resolved."""
        annotations = annotations_of(resolved.schema, resolved.pointer, self.reader)
        inner = self._without_null(resolved, annotations)
        own = resolved.annotations or annotations
        if resolved.excludes_null:
            return not_null(inner)
        if isinstance(inner, Nullable):
            return replace(inner, annotations=replace(own, example=inner.annotations.example))
        null = is_nullable(resolved.schema, self.reader)
        if null and inner.annotations is not own and isinstance(inner, Ref):
            inner = replace(inner, annotations=own)
        return Nullable(inner, resolved.pointer, own) if null else inner

    def _without_null(self, resolved: ResolvedSchema, annotations: Annotations) -> TypeExpr:
        schema = resolved.schema
        if schema.get("x-speakeasy-type-override") == "any":
            return Scalar(ScalarKind.ANY, resolved.pointer, annotations, schema=resolved.written)
        if "const" in schema and schema["const"] is not None:
            return self._literal(resolved, annotations)
        if self.reader.array(schema, "enum", resolved.pointer):
            made = enumerations.lower_enumeration(self, resolved, annotations)
            return made if isinstance(made, Ref) else self._scalar(resolved, made, annotations)
        if "oneOf" in schema or "anyOf" in schema:
            return unions.lower_union(self, resolved, annotations)
        types = self.types_of(schema, resolved)
        if len(types) > 1:
            return unions.lower_types(self, resolved, types, annotations)
        match types:
            case ("array",):
                return objects.lower_array(self, resolved, annotations)
            case ("object",):
                return objects.lower_object(self, resolved, annotations)
            case (name,) if name in _KINDS:
                return self._scalar(resolved, _KINDS[name], annotations)
        return self._untyped(resolved, annotations)

    def types_of(self, schema: JsonObject, resolved: ResolvedSchema) -> tuple[str, ...]:
        """Return the names in `type` without `null`; report unknown ones."""
        written = schema.get("type")
        if isinstance(written, str) and written in TYPES:
            return (written,) if written != "null" else ()
        names = written if isinstance(written, list) else [] if written is None else [written]
        types = []
        for index, name in enumerate(names):
            fault = type_name_error(name)
            if fault is None:
                types.append(str(name))
            else:
                type_pointer = (
                    f"{resolved.keyword_pointer('type')}/{index}"
                    if isinstance(written, list)
                    else resolved.keyword_pointer("type")
                )
                self.reader.report("E103", fault[0], type_pointer, help_=fault[1])
        return tuple(name for name in dict.fromkeys(types) if name != "null")

    def _untyped(self, resolved: ResolvedSchema, annotations: Annotations) -> TypeExpr:
        schema = resolved.schema
        additional = schema.get("additionalProperties")
        if resolved.properties or "properties" in schema or additional is True or isinstance(additional, dict):
            return objects.lower_object(self, resolved, annotations)
        if "items" in schema or "prefixItems" in schema:
            return objects.lower_array(self, resolved, annotations)
        null = schema.get("type") == "null" or ("const" in schema and schema["const"] is None)
        return self._scalar(resolved, ScalarKind.NULL if null else ScalarKind.ANY, annotations)

    def _scalar(self, resolved: ResolvedSchema, kind: ScalarKind, annotations: Annotations) -> Scalar:
        schema = resolved.schema
        if resolved.annotations is not None and "parts-describe-nothing" in self.reader.habits:
            annotations = replace(annotations, description=resolved.annotations.description)
        format_ = schema.get("format")
        if format_ is None and kind is ScalarKind.STRING and is_binary_schema(schema):
            format_ = "binary"
        return Scalar(
            kind=kind,
            pointer=resolved.pointer,
            annotations=annotations,
            format=format_ if isinstance(format_, str) else None,
            constraints=constraints_of(schema, resolved.pointer, self.reader),
            schema=resolved.written,
        )

    def _literal(self, resolved: ResolvedSchema, annotations: Annotations) -> Literal:
        value = resolved.schema["const"]
        return Literal(
            value=value,
            pointer=resolved.pointer,
            annotations=annotations,
            kind=enumerations.kind_of_value(value),
            schema=resolved.written,
        )

    def _with_siblings(self, schema: JsonObject, pointer: str, *, annotated: bool) -> JsonObject:
        """Return a `$ref` with sibling assertions as an equivalent `allOf` (JSON Schema 2020-12 Core, 8.2.3.1).

        A `$ref` that has only annotations beside it is converted if `annotated`.
        """
        siblings = {keyword: value for keyword, value in schema.items() if keyword != "$ref"}
        if not self.applies_ref_siblings or not siblings or not isinstance(schema.get("$ref"), str):
            return schema
        if has_only_annotations(schema) and not annotated:
            return schema
        if set(siblings) <= {
            "$defs",
            "$anchor",
            "$id",
            "$schema",
            "type",
            "definitions",
        } and not self._is_null_excluded(schema, pointer):
            return {"$ref": schema["$ref"]}
        parts = siblings.get("allOf")
        return {**siblings, "allOf": [{"$ref": schema["$ref"]}, *(parts if isinstance(parts, list) else [])]}

    def _is_null_excluded(self, schema: JsonObject, pointer: str) -> bool:
        """Return whether the `type` beside a `$ref` excludes null although the target allows it."""
        target = {"$ref": schema["$ref"]}
        return (
            "type" in schema
            and bool(null_rule(target, pointer, self.reader))
            and not null_rule(schema, pointer, self.reader)
        )


def preferred_name(schema: JsonObject) -> str | None:
    """Return the value of `x-speakeasy-name-override`, or None."""
    name = schema.get("x-speakeasy-name-override")
    return name if isinstance(name, str) and name else None


def is_binary_schema(schema: JsonObject) -> bool:
    """Return whether a string schema describes raw bytes (OpenAPI 3.1, 4.8.14.3)."""
    media = schema.get("contentMediaType")
    return isinstance(media, str) and "contentEncoding" not in schema and "contentSchema" not in schema
