"""What generated models do at run time: states, defaults, bounds, unions, names."""

import json
import subprocess
import sys
import textwrap
import warnings
from collections.abc import Callable
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError, create_model
from pydantic.fields import FieldInfo

from tests.python_packages import described, package_of, taking, write_package

Make = Callable[..., Any]


@pytest.fixture
def models(tmp_path: Path) -> Make:
    """A function that generates the package of schemas that no operation uses, and returns its models."""

    def make(schemas: dict[str, Any], **options: Any) -> Any:
        return package_of(described(schemas), tmp_path, all_components=True, **options).models

    return make


def refused(model: Any, value: Any) -> bool:
    try:
        TypeAdapter(model).validate_python(value)
    except ValidationError:
        return True
    return False


def admits(model: Any, value: Any) -> bool:
    """Whether a value is accepted, both as Python's and as JSON, with the same answer."""
    adapter = TypeAdapter(model)
    try:
        adapter.validate_json(json.dumps(value))
    except ValidationError:
        assert refused(model, value)
        return False
    assert not refused(model, value)
    return True


PATCH = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "note": {"type": ["string", "null"]},
        "size": {"type": "integer"},
        "level": {"type": "integer", "default": 3},
        "fileName": {"type": "string"},
    },
}


class TestStates:
    @pytest.mark.parametrize(
        "body",
        [{"id": "1"}, {"id": "1", "note": None}, {"id": "1", "note": "x"}, {"id": "1", "level": 3, "further": [1]}],
    )
    def test_a_body_comes_back_as_it_was(self, models: Make, body: dict[str, Any]) -> None:
        patch = models({"Patch": PATCH}).Patch.model_validate(body)
        assert patch.model_dump() == body
        assert json.loads(patch.model_dump_json()) == body

    def test_absent_null_and_a_value_differ(self, models: Make) -> None:
        package = models({"Patch": PATCH})
        unset = sys.modules[package.__name__.removesuffix(".models")].UNSET
        absent, null = package.Patch(id="1"), package.Patch(id="1", note=None)
        assert absent.note is unset
        assert null.note is None
        assert not absent.note
        assert absent != null
        assert package.Patch(id="1", note=unset) == absent

    def test_a_default_is_read_and_not_sent(self, models: Make) -> None:
        patch = models({"Patch": PATCH}).Patch(id="1")
        assert patch.level == 3
        assert "level" not in patch.model_dump()

    def test_null_is_refused_where_it_is_not_said(self, models: Make) -> None:
        patch = models({"Patch": PATCH}).Patch
        assert refused(patch, {"id": "1", "size": None})
        assert refused(patch, {"id": None})
        assert refused(patch, {})

    @pytest.mark.parametrize(
        "schema",
        [
            {"type": "object", "properties": {"a": {}}},
            {"type": "array", "items": {}},
            {"type": "string", "enum": ["a"]},
            {"oneOf": [{"type": "string"}, {"type": "object", "properties": {"a": {}}}]},
            {"type": "object", "additionalProperties": {"type": "string"}},
        ],
    )
    def test_null_is_no_absence(self, models: Make, schema: Any) -> None:
        holder = models({"Holder": {"type": "object", "properties": {"value": schema}}}).Holder
        assert not admits(holder, {"value": None})
        assert admits(holder, {})

    def test_unset_takes_a_value_back(self, models: Make) -> None:
        package = models({"Patch": PATCH})
        patch = package.Patch(id="1", size=2)
        patch.size = sys.modules[package.__name__.removesuffix(".models")].UNSET
        assert patch.model_dump() == {"id": "1"}
        patch.size = 4
        assert patch.model_dump() == {"id": "1", "size": 4}

    @pytest.mark.skipif(not hasattr(FieldInfo, "exclude_if"), reason="pydantic knows this since 2.12")
    def test_absent_is_not_on_the_wire_inside_a_model_of_others_either(self, models: Make) -> None:
        patch = models({"Patch": PATCH}).Patch
        around = create_model("Around", patch=(patch, ...))(patch=patch(id="1", note=None))
        assert around.model_dump(by_alias=True) == {"patch": {"id": "1", "note": None, "level": 3}}
        assert around.model_dump_json(exclude_defaults=True) == '{"patch":{"id":"1","note":null}}'
        assert json.loads(TypeAdapter(list[patch]).dump_json([patch(id="1")])) == [{"id": "1", "level": 3}]

    def test_names_are_those_of_the_wire_outside_and_pythons_inside(self, models: Make) -> None:
        patch = models({"Patch": PATCH}).Patch
        made = patch(id="1", file_name="a")
        assert made.model_dump() == {"id": "1", "fileName": "a"}
        assert patch.model_validate({"id": "1", "fileName": "a"}) == made
        assert patch.model_validate({"id": "1", "file_name": "a"}) == made


SCALARS: list[tuple[Any, list[Any], list[Any]]] = [
    ({"type": "integer"}, [1, 1.0, -5, 10**30], [True, "1", 1.5, None]),
    ({"type": "number"}, [1, 1.5], [True, "1", None]),
    ({"type": "boolean"}, [True, False], [1, 0, "true"]),
    ({"type": "string"}, ["", "1"], [1, None, True]),
    ({"type": "integer", "minimum": 1, "exclusiveMaximum": 5}, [1, 4, 4.0], [0, 5, 5.0]),
    ({"type": "integer", "minimum": 0.5, "multipleOf": 1.5}, [3, 6.0], [0, 2]),
    ({"type": "number", "exclusiveMinimum": 0, "maximum": 1.5}, [0.1, 1, 1.5], [0, 2, 1.6]),
    ({"type": "number", "multipleOf": 0.01}, [4.35, 0.07, 1], [0.075]),
    ({"type": "string", "minLength": 2, "maxLength": 3}, ["ab", "😀😀"], ["a", "abcd", "😀"]),
    ({"type": "string", "pattern": "^(?!x)\\d+$"}, ["12"], ["x1", "१", "12\n"]),
    ({"type": "string", "format": "uuid"}, ["2eb8aa08-aa98-11ea-b4aa-73b441d16380"], ["2eb8aa08"]),
    ({"type": "string", "format": "ipv4"}, ["127.0.0.1"], ["127.0.0", "256.0.0.1"]),
    ({"type": "string", "format": "date"}, ["2024-02-29"], ["2024-02-30", "2024", 5]),
    (
        {"type": "string", "format": "date-time"},
        ["2024-02-29T10:00:00Z"],
        ["2024-02-29", 1700000000, "1700000000"],
    ),
    ({"const": 1}, [1, 1.0], [True, "1", 2]),
    ({"const": "a"}, ["a"], ["b", 1]),
    ({"const": {"a": [1]}}, [{"a": [1]}, {"a": [1.0]}], [{"a": [True]}, {}]),
    ({"enum": [0, "a"]}, [0, 0.0, "a"], [False, "b"]),
    ({"enum": [1.5, 2]}, [1.5, 2, 2.0], [1, True]),
    ({"type": "array", "items": {"type": "integer"}, "uniqueItems": True}, [[1, 2]], [[1, 1.0], ["a"]]),
    ({"type": "array", "minItems": 1, "maxItems": 2}, [[1], [None, 2]], [[], [1, 2, 3]]),
    ({"type": "array", "prefixItems": [{"type": "string"}], "items": False}, [["a"], []], [[1], ["a", "b"]]),
    (
        {"type": "object", "additionalProperties": {"type": "integer"}, "maxProperties": 1},
        [{"a": 1}],
        [{"a": "b"}],
    ),
    ({"type": "object", "propertyNames": {"maxLength": 2}}, [{"ab": 1}], [{"abc": 1}]),
    ({"type": "string", "not": {"enum": ["no"]}}, ["yes"], ["no"]),
]


@pytest.fixture(scope="module")
def scalars(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The models of a package that has an object with one property for each of the schemas above."""
    holders = {
        f"Holder{number}": {"type": "object", "properties": {"value": schema}}
        for number, (schema, _, _) in enumerate(SCALARS)
    }
    return package_of(described(holders), tmp_path_factory.mktemp("scalars"), all_components=True).models


class TestScalars:
    @pytest.mark.parametrize("number", range(len(SCALARS)), ids=lambda number: json.dumps(SCALARS[number][0]))
    def test_a_schema_means_what_it_says(self, scalars: Any, number: int) -> None:
        holder, (_, good, bad) = getattr(scalars, f"Holder{number}"), SCALARS[number]
        assert [value for value in good if not admits(holder, {"value": value})] == []
        assert [value for value in bad if admits(holder, {"value": value})] == []

    def test_numbers_stay_as_they_are_written(self, models: Make) -> None:
        schema = {"type": "object", "properties": {"codes": {"type": "array", "items": {"type": "number"}}}}
        text = models({"Retry": schema}).Retry.model_validate_json('{"codes": [429, 1.5, 12345678901234567890]}')
        assert text.model_dump_json() == '{"codes":[429,1.5,12345678901234567890]}'

    def test_an_enumeration_of_numbers_is_a_number(self, models: Make) -> None:
        values = {"type": "number", "enum": [0.5, 1.0, 2]}
        package = models({"Gauge": {"type": "object", "properties": {"step": values}}, "Step": values})
        assert package.Step.__origin__ is float
        for written in ('{"step":1}', '{"step":0.5}'):
            assert package.Gauge.model_validate_json(written).model_dump_json() == written
        assert not admits(package.Gauge, {"step": 7.5})

    def test_dates_are_dates(self, models: Make) -> None:
        schema = {
            "type": "object",
            "properties": {"on": {"type": "string", "format": "date"}, "at": {"type": "string", "format": "date-time"}},
        }
        event = models({"Event": schema}).Event
        made = event(on=date(2024, 5, 1), at=datetime(2024, 5, 1, 12, tzinfo=timezone.utc))
        assert event.model_validate_json(made.model_dump_json()) == made


OBJECTS: list[tuple[Any, list[Any], list[Any]]] = [
    ({"dependentRequired": {"a": ["b"]}}, [{}, {"b": 1}, {"a": 1, "b": 1}], [{"a": 1}]),
    ({"if": {"required": ["a"]}, "then": {"required": ["b"]}}, [{}, {"a": 1, "b": 2}], [{"a": 1}]),
    ({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, [{"a": 1}, {"b": 1}], [{}]),
    ({"minProperties": 2}, [{"a": 1, "b": 2}, {"x": 1, "y": 2}], [{"a": 1}]),
    (
        {"patternProperties": {"^x-": {"type": "string"}}, "additionalProperties": False},
        [{"x-a": "b"}],
        [{"y": 1}],
    ),
    ({"unevaluatedProperties": False}, [{"a": 1}], [{"c": 1}]),
    ({"required": ["c"]}, [{"c": None}], [{}]),
]


@pytest.fixture(scope="module")
def objects(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The models of a package that has an object for each of the schemas above."""
    basis = {"type": "object", "properties": {"a": {}, "b": {}}}
    things = {f"Thing{number}": {**basis, **schema} for number, (schema, _, _) in enumerate(OBJECTS)}
    return package_of(described(things), tmp_path_factory.mktemp("objects"), all_components=True).models


class TestObjects:
    def test_what_is_not_declared_is_kept_where_it_may_be(self, models: Make) -> None:
        schemas = {
            "Open": {"type": "object", "properties": {"a": {"type": "integer"}}},
            "Closed": {"type": "object", "properties": {"a": {"type": "integer"}}, "additionalProperties": False},
            "Typed": {"type": "object", "properties": {"a": {}}, "additionalProperties": {"type": "integer"}},
        }
        package = models(schemas)
        assert package.Open.model_validate({"b": 1}).model_dump() == {"b": 1}
        assert refused(package.Closed, {"b": 1})
        assert package.Typed.model_validate({"b": 1}).additional_properties == {"b": 1}
        assert refused(package.Typed, {"b": "x"})

    @pytest.mark.parametrize("number", range(len(OBJECTS)), ids=lambda number: json.dumps(OBJECTS[number][0]))
    def test_what_no_type_says_is_asserted(self, objects: Any, number: int) -> None:
        thing, (_, good, bad) = getattr(objects, f"Thing{number}"), OBJECTS[number]
        assert [value for value in good if not admits(thing, value)] == []
        assert [value for value in bad if admits(thing, value)] == []

    def test_a_sum_of_schemas_is_one_class(self, models: Make) -> None:
        base = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
        own = {"type": "object", "properties": {"size": {"type": "integer", "maximum": 3}}}
        thing = models({"Base": base, "Thing": {"allOf": [{"$ref": "#/components/schemas/Base"}, own]}}).Thing
        assert thing(id="a", size=1).model_dump() == {"id": "a", "size": 1}
        assert refused(thing, {"size": 1})
        assert refused(thing, {"id": "a", "size": 4})

    def test_what_depends_on_the_way_there_is_not_refused(self, models: Make) -> None:
        template = {
            "$id": "https://example.com/page",
            "type": "object",
            "properties": {"items": {"type": "array", "items": {"$dynamicRef": "#item"}}},
            "$defs": {"item": {"$dynamicAnchor": "item", "not": {}}},
        }
        page = {
            "$id": "https://example.com/users",
            "$defs": {"item": {"$dynamicAnchor": "item", "type": "string"}},
            "$ref": "page",
        }
        package = models({"Page": template, "Users": page, "Holder": {"type": "object", "properties": {"users": page}}})
        assert package.Page.model_validate({"items": ["Jane"]}).model_dump() == {"items": ["Jane"]}
        assert refused(package.Page, {"items": "Jane"})

    def test_what_depends_on_the_way_there_is_not_refused_by_conditions(self, models: Make) -> None:
        inner = {"$id": "https://example.com/inner", "$dynamicAnchor": "thing", "type": "string"}
        start = {"$id": "https://example.com/start", "$dynamicRef": "inner#thing"}
        outer = {
            "if": False,
            "else": {
                "$id": "https://example.com/outer",
                "$ref": "start",
                "$defs": {"thing": {"$dynamicAnchor": "thing", "type": "null"}},
            },
        }
        package = models({"Inner": inner, "Start": start, "Outer": outer})
        assert admits(package.Outer, None)

    def test_recursion_ends(self, models: Make) -> None:
        node = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}}}
        tree = {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}
        other = {"type": "object", "properties": {"node": {"$ref": "#/components/schemas/Node"}}}
        node["properties"] |= {"other": {"$ref": "#/components/schemas/Other"}}  # type: ignore[operator]
        package = models({"Node": node, "Tree": tree, "Other": other})
        deep = {"next": {"next": {"other": {"node": {}}}}}
        assert package.Node.model_validate(deep).model_dump() == deep
        assert package.Other.model_validate({"node": deep}).model_dump() == {"node": deep}
        assert admits(package.Tree, [[], [[]]])
        assert refused(package.Tree, [1])

    def test_what_is_deprecated_warns(self, models: Make) -> None:
        old = {"type": "string", "deprecated": True, "x-speakeasy-deprecation-message": "not any more"}
        schema = {"type": "object", "properties": {"old": old, "new": {}}}
        package = models({"Thing": schema, "Gone": {"type": "object", "deprecated": True, "properties": {"a": {}}}})
        thing = package.Thing(old="x")
        with pytest.warns(DeprecationWarning, match="not any more"):
            assert thing.old == "x"
        with pytest.warns(DeprecationWarning, match="deprecated"):
            package.Gone()
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert package.Thing(new=1).new == 1


NAMES = [
    "model_config", "copy", "json", "schema", "validate", "dict", "construct", "model_fields", "self", "cls",
    "date", "datetime", "float", "int", "str", "list", "bool", "Any", "Literal", "OptionalNullable", "Optional",
    "Model", "UNSET",
    "class", "None", "import", "from", "1st", "24h", "+1", "-1", "", " ", "größe", "日本", "ﬁ", "a-b", "a_b", "aB",
    "_private", "__dunder__", "$ref", "object", "type", "id", "hash", "print", "\"quoted\"", "back\\slash", "new\nline",
]  # fmt: skip


class TestNames:
    def test_any_name_works(self, models: Make) -> None:
        kinds: list[dict[str, Any]] = [
            {"type": "string", "format": "date"},
            {"type": "number"},
            {"type": "array", "items": {"type": "integer"}},
            {"type": "string", "enum": ["a"]},
            {},
        ]
        values = ["2024-01-01", 1.5, [1], "a", None]
        properties = {name: kinds[index % 5] for index, name in enumerate(NAMES)}
        body = {name: values[index % 5] for index, name in enumerate(NAMES)}
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            odd = models({"Odd": {"type": "object", "properties": properties, "required": NAMES}}).Odd
            made = odd.model_validate(body)
        assert made.model_dump(mode="json") == body
        assert {name if field.alias is None else field.alias for name, field in odd.model_fields.items()} == set(NAMES)
        assert odd(**{name: getattr(made, name) for name in odd.model_fields}) == made

    @pytest.mark.parametrize(
        "name",
        ["None", "True", "Model", "Any", "Literal", "Annotated", "str", "list", "UNSET", "class", "日本", "٣", "3D"],
    )
    def test_any_component_works(self, models: Make, name: str) -> None:
        schemas = {
            name: {"type": "object", "properties": {"self": {"$ref": f"#/components/schemas/{name}"}}},
            "User": {
                "type": "object",
                "properties": {
                    "it": {"$ref": f"#/components/schemas/{name}"},
                    "text": {"type": "string", "minLength": 1},
                    "kind": {"enum": ["a", "b"]},
                    "any": {"type": "array", "items": {}},
                },
            },
        }
        body = {"it": {"self": {}}, "text": "x", "kind": "a", "any": [1]}
        assert models(schemas).User.model_validate(body).model_dump() == body

    def test_members_of_enumerations_have_names(self, models: Make) -> None:
        schemas = {
            "Kind": {"type": "string", "enum": ["a-b", "24h", "", "mro", "None"]},
            "Thing": {
                "type": "object",
                "properties": {"kind": {"$ref": "#/components/schemas/Kind", "default": "24h"}},
            },
        }
        package = models(schemas, enum_format="enum")
        assert [member.name for member in package.Kind] == ["A_B", "TWENTY_FOURH", "EMPTY", "MRO_2", "NONE"]
        thing = package.Thing(kind=package.Kind.A_B)
        assert thing.model_dump(mode="json") == {"kind": "a-b"}
        assert package.Thing().kind is package.Kind.TWENTY_FOURH
        assert refused(package.Thing, {"kind": "x"})


def test_the_package_loads_nothing_before_it_is_asked(tmp_path: Path) -> None:
    schemas = {
        "A": {"type": "object", "properties": {"b": {"type": "string"}}},
        "C": {"type": "object", "properties": {}},
    }
    name = write_package(described(schemas, taking({"$ref": "#/components/schemas/A"})), tmp_path, all_components=True)
    code = f"""
        import sys, {name} as package
        assert "pydantic" not in sys.modules
        assert "A" in dir(package) and "A" in package.__all__
        package.A(b="x")
        assert "{name}.models.a" in sys.modules and "{name}.models.c" not in sys.modules
        assert package.models.A is package.A
        try:
            package.Nothing
        except AttributeError as fault:
            assert "Nothing" in str(fault)
        else:
            raise SystemExit("no error")
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], cwd=tmp_path, check=True)
