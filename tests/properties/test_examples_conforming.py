"""Values found for arbitrary schemas: admitted by two validators, found wherever one exists, near to what was there.

Schemas are made from a value that they admit, so that each of them is known to admit one.
"""

import re
from dataclasses import dataclass
from typing import Any

import jsonschema
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from typewright.examples.conforming.nearest import Conforming
from typewright.ir import ABSENT, Api
from typewright.schemas.implied_types import implied_type
from typewright.schemas.validation import SchemaValidator

POINTER = "#/components/schemas/It"
NAMES = st.sampled_from(["id", "name", "url", "size", "kind", "created_at", "a b"])
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5000, 5000),
    st.integers(-500, 500).map(lambda number: number / 4),
    st.text(alphabet="abcXY019-_ é", max_size=12),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=6,
)


def kind(value: Any) -> str:
    names = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return "null" if value is None else names[type(value)]


@st.composite
def schemas_for(draw: st.DrawFn, value: Any, depth: int = 0) -> dict[str, Any]:
    """Draw a schema that admits `value`."""
    schema: dict[str, Any] = {} if draw(st.integers(0, 9)) == 0 else {"type": draw(types_for(value))}
    schema.update(draw({"string": strings, "integer": numbers, "number": numbers}.get(kind(value), nothing)(value)))
    if isinstance(value, list):
        schema.update(draw(arrays(value, depth)))
    if isinstance(value, dict):
        schema.update(draw(objects(value, depth)))
    if draw(st.integers(0, 7)) == 0:
        schema["enum"] = draw(st.permutations([value, "other", 17, {"a": 1}]))
    return draw(composed(schema, value, depth)) if depth < 2 else schema


def types_for(value: Any) -> st.SearchStrategy[Any]:
    own = kind(value)
    wider = ["number", own] if own == "integer" else [own]
    return st.one_of(
        st.sampled_from(wider),
        st.sampled_from(["string", "null", "object"])
        .map(lambda each: [own, each])
        .filter(lambda each: len(set(each)) == 2),
    )


def nothing(value: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.just({})


def numbers(value: float) -> st.SearchStrategy[dict[str, Any]]:
    steps = [step for step in (1, 0.25, 3, 7) if value % step == 0]
    options: dict[str, Any] = {
        "minimum": st.integers(0, 100).map(lambda gap: value - gap),
        "maximum": st.integers(0, 100).map(lambda gap: value + gap),
        "exclusiveMinimum": st.integers(1, 100).map(lambda gap: value - gap),
        "exclusiveMaximum": st.integers(1, 100).map(lambda gap: value + gap),
        "format": st.just("int32"),
    }
    if steps:
        options["multipleOf"] = st.sampled_from(steps)
    return st.fixed_dictionaries({}, optional=options)


def strings(value: str) -> st.SearchStrategy[dict[str, Any]]:
    classes = re.sub(
        r"[^-_ ]", ".", re.sub(r"[a-z]", "[a-z]", re.sub(r"[0-9]", r"[0-9]", re.sub(r"[A-Z]", "[A-Z]", "")))
    )
    shape = "".join("[a-z]" if each in "abc" else r"\d" if each in "019" else re.escape(each) for each in value)
    return st.fixed_dictionaries(
        {},
        optional={
            "minLength": st.integers(0, len(value)),
            "maxLength": st.integers(0, 5).map(lambda more: len(value) + more),
            "pattern": st.sampled_from([f"^{shape}$", "^.*$", shape, f"^{classes}"]),
        },
    )


@st.composite
def arrays(draw: st.DrawFn, value: list[Any], depth: int) -> dict[str, Any]:
    schema: dict[str, Any] = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "minItems": st.integers(0, len(value)),
                "maxItems": st.integers(0, 3).map(lambda more: len(value) + more),
            },
        )
    )
    if len({repr(each) for each in value}) == len(value) and draw(st.booleans()):
        schema["uniqueItems"] = True
    if value and draw(st.booleans()):
        schema["prefixItems"] = [draw(schemas_for(each, depth + 1)) for each in value]
    if len(value) == 1 and draw(st.booleans()):
        schema["items"] = draw(schemas_for(value[0], depth + 1))
    if value and draw(st.integers(0, 3)) == 0:
        schema["contains"] = draw(schemas_for(value[-1], depth + 1))
    return schema


@st.composite
def objects(draw: st.DrawFn, value: dict[str, Any], depth: int) -> dict[str, Any]:
    schema: dict[str, Any] = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "minProperties": st.integers(0, len(value)),
                "maxProperties": st.integers(0, 3).map(lambda more: len(value) + more),
                "propertyNames": st.just({"maxLength": 12}),
            },
        )
    )
    declared = [name for name in value if draw(st.integers(0, 3))]
    schema["properties"] = {name: draw(schemas_for(value[name], depth + 1)) for name in declared}
    if value:
        schema["required"] = draw(st.lists(st.sampled_from(sorted(value)), unique=True))
    if len(declared) == len(value):
        schema["additionalProperties"] = draw(st.sampled_from([False, True, {"type": "string"}]))
    return schema


def implies_types(schema: Any) -> bool:
    """Return whether a schema, or one inside of it, implies a type that it does not state."""
    if isinstance(schema, list):
        return any(map(implies_types, schema))
    if not isinstance(schema, dict):
        return False
    return implied_type(schema, "") is not None or any(map(implies_types, schema.values()))


@st.composite
def composed(draw: st.DrawFn, schema: dict[str, Any], value: Any, depth: int) -> dict[str, Any]:
    """Draw a composition around a schema that still admits `value`."""
    other = draw(schemas_for(draw(VALUES), depth + 2))
    match draw(st.integers(0, 9)):
        case 0:
            names = draw(st.lists(st.sampled_from(sorted(schema)), unique=True)) if schema else []
            names = [
                name for name in names if name not in ("properties", "additionalProperties", "prefixItems", "items")
            ]
            rest = {key: each for key, each in schema.items() if key not in names}
            return {"allOf": [{key: schema[key] for key in names}, rest]}
        case 1:
            return {"anyOf": draw(st.permutations([schema, other]))}
        case 2 if other != schema and not any(map(implies_types, (schema, other))):
            # Of equal branches validation counts one, and a branch without a type has the one that it implies: with
            # both, it admits values that JSON Schema by the letter does not.
            return {"oneOf": draw(st.permutations([schema, other]))}
        case 3:
            return {**schema, "not": other}
        case 4:
            return {"if": {"type": kind(value)}, "then": schema, "else": other}
        case 5:
            return {"allOf": [schema, {"anyOf": [other, {}]}]}
    return schema


@dataclass(frozen=True)
class Found:
    pointer: str
    value: Any


def search(schema: Any, version: str = "3.1.0") -> Conforming:
    """Return what finds values for `schema`, as it stands in a description; all references lead back to it."""
    root: Any = {"openapi": version, "components": {"schemas": {"It": schema}}}
    api = Api("t", "1", root=root, resolve=lambda ref, base: Found(POINTER, schema))
    return Conforming(SchemaValidator(api), lambda name: ())


@given(st.data(), VALUES, VALUES)
@settings(max_examples=60, deadline=None)
def test_a_value_is_found_wherever_there_is_one(data: st.DataObject, witness: Any, start: Any) -> None:
    schema = data.draw(schemas_for(witness))
    finder = search(schema)
    assume(finder.validator.is_valid(POINTER, witness))
    for found in (finder.nearest(POINTER, start), finder.fresh(POINTER)):
        assert found is not ABSENT, (schema, witness)
        jsonschema.Draft202012Validator(schema).validate(found)


@given(st.data(), VALUES)
@settings(max_examples=40, deadline=None)
def test_a_value_that_is_admitted_stays(data: st.DataObject, witness: Any) -> None:
    finder = search(data.draw(schemas_for(witness)))
    assume(finder.validator.is_valid(POINTER, witness))
    assert finder.nearest(POINTER, witness) is witness


@given(VALUES, st.sampled_from([False, {"enum": []}, {"minimum": 2, "maximum": 1, "type": "integer"}]))
def test_nothing_is_found_where_there_is_nothing(start: Any, schema: Any) -> None:
    assert search(schema).nearest(POINTER, start) is ABSENT


def test_a_recursion_that_never_ends_is_given_up() -> None:
    schema = {"type": "object", "required": ["next"], "properties": {"next": {"$ref": POINTER}}}
    finder = search(schema)
    assert finder.nearest(POINTER, {}) is ABSENT


KEYWORDS = st.sampled_from(
    [
        *("type", "enum", "const", "required", "properties", "items", "allOf", "oneOf", "not", "pattern", "format"),
        *("minimum", "exclusiveMaximum", "multipleOf", "minLength", "uniqueItems", "patternProperties", "$ref"),
        *("dependentRequired", "discriminator", "nullable", "if", "contains", "prefixItems", "additionalProperties"),
    ]
)
ANYTHING = st.recursive(
    st.one_of(SCALARS, st.sampled_from(["string", "integer", "int32", "[", "(?<", "date", POINTER, "a-z]{3,1}"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYWORDS | NAMES, inner, max_size=4),
    max_leaves=10,
)


@given(ANYTHING, VALUES, st.sampled_from(["3.0.3", "3.1.0"]))
@settings(max_examples=100, deadline=None)
def test_no_schema_however_wrong_stops_the_search(schema: Any, start: Any, version: str) -> None:
    found = search(schema, version).nearest(POINTER, start)
    assert found is ABSENT or search(schema, version).validator.is_valid(POINTER, found)


def test_an_undeclared_property_tells_an_open_branch_from_a_closed_one() -> None:
    schema = {"oneOf": [{"type": "object", "properties": {}}, {"type": "object", "additionalProperties": False}]}
    found = search(schema).nearest(POINTER, None)
    jsonschema.Draft202012Validator(schema).validate(found)
