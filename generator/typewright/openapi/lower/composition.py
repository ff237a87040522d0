"""`allOf`: several schemas merged into one (JSON Schema 2020-12, 10.2.1.1).

Branches are merged in order, the schema's own keywords last. Of two assertions of one keyword the narrower one is kept;
of two properties of one name the later one, with the values that both list in `enum`. The last annotation of a kind is
kept.
"""

from __future__ import annotations

from contextlib import suppress

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Annotations, Nullable, Ref
from typewright.openapi.files.limits import MAX_SCHEMA_DEPTH
from typewright.openapi.lower.keywords import NOT_COPIED, annotations_of, is_annotation
from typewright.openapi.lower.lowerer import Lowerer
from typewright.openapi.lower.nullability import null_rule
from typewright.openapi.lower.resolved_schema import ResolvedSchema

_FIRST_WINS = frozenset({"enum", "example", "examples", "oneOf", "anyOf", "discriminator", "const"})
_LOWER_BOUNDS = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
_UPPER_BOUNDS = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})
_SCALARS = frozenset({"string", "integer", "number", "boolean", "null"})
_COMPOSING = frozenset({"$ref", "$dynamicRef", "allOf", "oneOf", "anyOf", "properties", "items", "nullable"})
"""Keywords of schemas that are not merged if a property is declared twice."""
_TYPE_MAKING_ANNOTATIONS = frozenset({"nullable", "example", "examples", "default"})
"""Annotations beside an `allOf` of one `$ref` that make it a type of its own, with the habit `all-of-copies`."""


class _Merger(Struct):
    lowerer: Lowerer
    keywords: JsonObject = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    properties: dict[str, tuple[JsonValue, str]] = field(default_factory=dict)
    required: dict[str, None] = field(default_factory=dict)
    contradictory: bool = False
    """Whether two branches have disjoint types, so that no value is valid."""

    def add(self, schema: JsonObject, pointer: str, *, referenced: bool) -> None:
        """Merge a schema into the result. Its keywords override those of earlier schemas, but for the rules above."""
        reader = self.lowerer.reader
        for name, value in reader.object(schema, "properties", pointer).items():
            self._add_property(name, value, f"{pointer}/properties/{escape(name)}")
        self.required.update(dict.fromkeys(reader.strings(schema, "required", pointer)))
        for keyword, value in schema.items():
            if keyword in ("properties", "required", "allOf", "$ref", "nullable"):
                continue
            if referenced and keyword in NOT_COPIED:
                continue
            self._add_keyword(keyword, value, pointer)

    def _add_property(self, name: str, value: JsonValue, pointer: str) -> None:
        earlier = self.properties.get(name)
        if earlier is not None and "properties-replace-each-other" not in self.lowerer.reader.habits:
            value, pointer = _merge_declarations(earlier, (value, pointer))
        self.properties[name] = (value, pointer)

    def _add_keyword(self, keyword: str, value: JsonValue, pointer: str) -> None:
        earlier = self.keywords.get(keyword)
        if earlier is not None:
            if keyword in _FIRST_WINS:
                return
            if keyword == "type":
                value = self._common_types(earlier, value, pointer)
            elif isinstance(earlier, (int, float)) and isinstance(value, (int, float)):
                if keyword in _LOWER_BOUNDS:
                    value = max(earlier, value)
                elif keyword in _UPPER_BOUNDS:
                    value = min(earlier, value)
        self.keywords[keyword] = value
        self.origins[keyword] = pointer

    def _common_types(self, earlier: JsonValue, later: JsonValue, pointer: str) -> JsonValue:
        """Return the value of `type` that allows the types which both allow; `integer` is a subset of `number`.

        Incompatible types are reported. Of scalars the later one is returned; with objects or arrays, whose members
        would be lost, the schema becomes `contradictory`: it is lowered to any value.
        """
        first: list[JsonValue] = earlier if isinstance(earlier, list) else [earlier]
        second: list[JsonValue] = later if isinstance(later, list) else [later]
        common = [name for name in first if name in second or (name == "integer" and "number" in second)]
        common += [name for name in second if name == "integer" and "number" in first and name not in common]
        if not common:
            between_scalars = _SCALARS.issuperset(map(str, (*first, *second)))
            self.lowerer.reader.report(
                "E307",
                f"'allOf' asks for type {_joined(first)} and for type {_joined(second)}; no value is both",
                f"{pointer}/type",
                help_="make the branches agree, or use 'anyOf'",
                assumed="the later one is taken" if between_scalars else None,
            )
            self.contradictory = self.contradictory or not between_scalars
            return later
        return common[0] if len(common) == 1 else common


def _joined(names: list[JsonValue]) -> str:
    return " or ".join(map(str, names))


def _merge_declarations(earlier: tuple[JsonValue, str], later: tuple[JsonValue, str]) -> tuple[JsonValue, str]:
    """Merge two declarations of a property, each a schema and its pointer (JSON Schema 2020-12 Core, 10.3.2.1).

    If one of them has a composition or a reference, and the later one has more than annotations, return the later one.
    """
    (first, pointer), (second, _) = earlier, later
    if not isinstance(first, dict) or not isinstance(second, dict):
        return later
    if all(map(is_annotation, second)):
        return {**first, **second}, pointer
    first_enum, second_enum = first.get("enum"), second.get("enum")
    if isinstance(first_enum, list) and isinstance(second_enum, list):
        common = [value for value in second_enum if value in first_enum]
        second = {**second, "enum": common or second_enum}
    if _COMPOSING.isdisjoint(first) and _COMPOSING.isdisjoint(second):
        second = {**{key: value for key, value in first.items() if not is_annotation(key)}, **second}
    return second, later[1]


def merge_all_of(
    lowerer: Lowerer, schema: JsonObject, id_: str, pointer: str, *, is_component: bool
) -> ResolvedSchema | Ref | Nullable:
    """Return the schema with its `allOf` merged, or a reference if `allOf` is one `$ref` with annotations beside it.

    A component with such an `allOf` is merged: it is a type of its own, whose name is its key.
    """
    is_own_type = is_component and not _is_self_reference(lowerer, schema, pointer)
    wrapped_reference = None if is_own_type else _only_reference(lowerer, schema, pointer)
    if wrapped_reference is not None:
        return wrapped_reference
    merger = _Merger(lowerer)
    _collect(merger, schema, pointer, (), referenced=False)
    own = {key: value for key, value in schema.items() if is_annotation(key)}
    if "example" not in own and "example" in merger.keywords:
        own["example"] = merger.keywords["example"]
    annotations = annotations_of(own, pointer, lowerer.reader)
    return _resolved_schema(merger, schema, id_, pointer, annotations, null=null_rule(schema, pointer, lowerer.reader))


def _is_self_reference(lowerer: Lowerer, schema: JsonObject, pointer: str) -> bool:
    """Return whether the only branch of `allOf` is a reference to the schema at `pointer` itself."""
    branches = schema.get("allOf")
    only = branches[0] if isinstance(branches, list) and len(branches) == 1 else None
    ref = only.get("$ref") if isinstance(only, dict) else None
    try:
        return isinstance(ref, str) and lowerer.document.follow(ref, pointer).pointer == pointer
    except SpecError:
        return False


def merge_base(lowerer: Lowerer, base: ResolvedSchema, branch: JsonObject, id_: str, pointer: str) -> ResolvedSchema:
    """Return an inline branch of a union, merged with the keywords and properties of the schema of the union."""
    merger = _Merger(lowerer)
    merger.properties.update(base.properties)
    merger.required.update(dict.fromkeys(lowerer.reader.strings(base.schema, "required", base.pointer)))
    merger.keywords.update(
        {
            key: value
            for key, value in base.schema.items()
            if not is_annotation(key) and key not in ("oneOf", "anyOf", "discriminator", "properties", "required")
        }
    )
    _collect(merger, branch, pointer, (), referenced=False)
    if "properties-replace-each-other" in lowerer.reader.habits:
        merger.properties.update(base.properties)
    return _resolved_schema(merger, branch, id_, pointer, None, null=False)


def _resolved_schema(
    merger: _Merger, written: JsonObject, id_: str, pointer: str, annotations: Annotations | None, *, null: bool | None
) -> ResolvedSchema:
    """Return the merged schema. `null` is the result of `null_rule` for `written`."""
    keywords = merger.keywords
    if merger.contradictory:
        keywords = {key: value for key, value in keywords.items() if is_annotation(key)}
        return ResolvedSchema(
            schema=keywords, id=id_, pointer=pointer, written=True, properties={}, annotations=annotations
        )
    if merger.required:
        keywords["required"] = list(merger.required)
    if merger.properties:
        keywords.setdefault("type", "object")
    types = keywords.get("type")
    if isinstance(types, list) and len(types) > 1 and null is not None:
        keywords["type"] = [name for name in types if name != "null"]
    if null:
        keywords["nullable"] = True
    return ResolvedSchema(
        schema=keywords,
        id=id_,
        pointer=pointer,
        written=written,
        properties=merger.properties,
        origins=merger.origins,
        annotations=annotations,
        merged=True,
        excludes_null=null is False,
    )


def _collect(merger: _Merger, schema: JsonValue, pointer: str, chain: tuple[str, ...], *, referenced: bool) -> None:
    """Add the target of the `$ref` and the branches of the `allOf` of a schema, then the schema itself.

    `chain` has the pointers of the references that led here, to detect cycles.
    """
    lowerer = merger.lowerer
    lowerer.reader.reached.add(pointer)
    if not isinstance(schema, dict):
        return
    origin = lowerer.reader.open_forms.get(id(schema))
    if origin is not None:  # in place of a reference to it
        pointer, chain, referenced = origin, (*chain, origin), True
    if len(chain) > MAX_SCHEMA_DEPTH:
        lowerer.report_depth(pointer)
        return
    if not lowerer.can_copy(schema, pointer):
        return
    ref = schema.get("$ref")
    if isinstance(ref, str):
        try:
            target = lowerer.document.follow(ref, pointer)
        except SpecError as error:
            lowerer.reader.absorb(error)
            return
        if target.pointer in chain:
            hops = " → ".join((*chain[chain.index(target.pointer) :], target.pointer))
            lowerer.reader.report(
                "E306", "'allOf' includes itself", pointer, help_=f"break the cycle {hops}: nothing can satisfy it"
            )
            return
        _collect(merger, target.value, target.pointer, (*chain, target.pointer), referenced=True)
    for branch_pointer, branch in _branches(lowerer, schema, pointer):
        _collect(merger, branch, branch_pointer, chain, referenced=referenced)
    merger.add(schema, pointer, referenced=referenced)


def _branches(lowerer: Lowerer, schema: JsonObject, pointer: str) -> list[tuple[str, JsonValue]]:
    """Return the branches of an `allOf` with their pointers, in the order in which their properties come.

    With the habit `compositions-come-first`, it is those that are an `allOf` themselves, then the others.
    """
    written = lowerer.reader.array(schema, "allOf", pointer)
    branches = [(f"{pointer}/allOf/{index}", branch) for index, branch in enumerate(written)]
    if "compositions-come-first" not in lowerer.reader.habits:
        return branches
    return sorted(branches, key=lambda branch: not _is_composition(lowerer, *branch))


def _is_composition(lowerer: Lowerer, pointer: str, branch: JsonValue) -> bool:
    """Return whether a branch, or the target of its `$ref`, is an `allOf`."""
    ref = branch.get("$ref") if isinstance(branch, dict) else None
    if isinstance(ref, str):
        with suppress(SpecError):
            branch = lowerer.document.follow(ref, pointer).value
    return isinstance(branch, dict) and "allOf" in branch


def _only_reference(lowerer: Lowerer, schema: JsonObject, pointer: str) -> Ref | Nullable | None:
    """Return the reference of an `allOf` that wraps one named type to annotate it; None for any other."""
    branches = schema.get("allOf")
    if not isinstance(branches, list) or len(branches) != 1:
        return None
    if any(not is_annotation(key) and key != "allOf" for key in schema):
        return None
    keeps_copies = "all-of-copies" in lowerer.reader.habits
    if keeps_copies and not _TYPE_MAKING_ANNOTATIONS.isdisjoint(schema):
        return None
    branch = branches[0]
    if not isinstance(branch, dict) or set(branch) != {"$ref"}:
        return None
    wrapped = lowerer.reference(branch, f"{pointer}/allOf/0")
    target = wrapped.of if isinstance(wrapped, Nullable) else wrapped
    if not isinstance(target, Ref) or not (keeps_copies or _is_named_type(lowerer, target)):
        return None
    annotations = annotations_of(schema, pointer, lowerer.reader)
    if annotations.description is None and "parts-describe-nothing" in lowerer.reader.habits:
        annotations = replace(annotations, description="")
    annotated = replace(target, pointer=pointer, annotations=annotations)
    null = isinstance(wrapped, Nullable) or schema.get("nullable") is True
    return Nullable(annotated, pointer, annotations) if null else annotated


def _is_named_type(lowerer: Lowerer, reference: Ref) -> bool:
    """Return whether a component is an object, a union or an enumeration, whose name is more than an alias."""
    schema = lowerer.document.value_at(reference.id)
    if not isinstance(schema, dict) or "const" in schema:
        return False
    return bool({"properties", "oneOf", "anyOf", "allOf", "additionalProperties", "enum"} & set(schema)) or (
        schema.get("type") == "object"
    )
