"""What a reference to a schema with a `discriminator` means, where other schemas extend it by `allOf`."""

import json
from typing import Any

import pytest
from typewright.ir import ListOf, ObjectModel, Ref, UnionModel, not_null
from typewright.lint import lint
from typewright.openapi.document import Document, document_from_bytes
from typewright.openapi.lower import lower


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def extending(name: str, **more: Any) -> dict[str, Any]:
    return {"allOf": [ref(name), {"type": "object", "properties": {"size": {"type": "integer"}}, **more}]}


def described(use: Any, **schemas: Any) -> Document:
    """Return a description with a base, what extends it, and a property with the schema `use`."""
    base = {
        "type": "object",
        "properties": {"kind": {"type": "string"}},
        "discriminator": {"propertyName": "kind", "mapping": {"boat": "#/components/schemas/Boat"}},
    }
    user = {"type": "object", "properties": {"it": use}}
    everything = {"Base": base, "Boat": extending("Base"), **schemas, "User": user}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Harbor", "version": "1"},
        "paths": {},
        "components": {"schemas": everything},
    }
    return document_from_bytes(json.dumps(document).encode(), "spec.json")


def types_of_use(use: Any, *, habits: tuple[Any, ...] = (), **schemas: Any) -> list[str]:
    """Return the components that a property with the schema `use` can be of."""
    api, diagnostics = lower(described(use, **schemas), all_components=True, habits=frozenset(habits))
    assert not diagnostics
    user = api.models["#/components/schemas/User"]
    assert isinstance(user, ObjectModel)
    bare = not_null(user.fields[0].type)
    bare = not_null(bare.item) if isinstance(bare, ListOf) else bare
    assert isinstance(bare, Ref)
    model = api.models[bare.id]
    members = [bare] if not isinstance(model, UnionModel) else [not_null(member) for member in model.members]
    return [member.id.rpartition("/")[2] for member in members if isinstance(member, Ref)]


@pytest.mark.parametrize(
    "use",
    [
        ref("Base"),
        {"type": "array", "items": ref("Base")},
        {"description": "Described.", "allOf": [ref("Base")]},
        {"anyOf": [ref("Base"), {"type": "null"}]},
    ],
)
def test_a_use_of_a_base_admits_what_extends_it(use: Any) -> None:
    assert types_of_use(use) == ["Boat", "Base"]


def test_a_schema_that_extends_one_of_them_is_admitted_too() -> None:
    assert types_of_use(ref("Base"), Yacht=extending("Boat")) == ["Boat", "Yacht", "Base"]


def test_what_extends_a_base_among_them_is_admitted_too() -> None:
    inner = {**extending("Base"), "discriminator": {"propertyName": "size"}}
    assert types_of_use(ref("Inner"), Inner=inner, Raft=extending("Inner")) == ["Raft", "Inner"]
    assert types_of_use(ref("Base"), Inner=inner, Raft=extending("Inner")) == ["Boat", "Inner", "Raft", "Base"]


def test_a_base_whose_property_lists_the_others_alone_is_none_of_them() -> None:
    base = {
        "type": "object",
        "properties": {"kind": {"type": "string", "enum": ["boat", "Raft"]}},
        "discriminator": {"propertyName": "kind", "mapping": {"boat": "#/components/schemas/Boat"}},
    }
    assert types_of_use(ref("Base"), Base=base, Raft=extending("Base")) == ["Boat", "Raft"]


def test_a_union_that_lists_them_itself_stays() -> None:
    assert types_of_use({"anyOf": [ref("Base"), ref("Boat")]}) == ["Base", "Boat"]


def test_an_extension_that_stands_at_its_use_is_no_union() -> None:
    assert types_of_use(extending("Base")) == ["it"]


def test_the_name_of_the_union_is_its_own() -> None:
    schemas: dict[str, Any] = {"BaseUnion": {"type": "string", "enum": ["a"]}}
    assert types_of_use(ref("Base"), **schemas) == ["Boat", "Base"]
    assert types_of_use(ref("BaseUnion"), **schemas) == ["BaseUnion"]


def test_the_base_alone_is_used_by_a_habit() -> None:
    assert types_of_use(ref("Base"), habits=("bases-stand-alone",)) == ["Base"]


def test_lint_finds_nothing_in_a_union_that_is_not_written() -> None:
    source = described(ref("Base"))
    api, diagnostics = lower(source, all_components=True)
    found = lint(source, api, diagnostics).diagnostics
    assert not [finding for finding in found if "BaseUnion" in finding.message or "BaseUnion" in str(finding.pointer)]
