"""A recursive alias means the same in every function, whatever that calls by the names that our modules use."""

from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter

from tests.python_packages import described, package_of

_SCHEMAS: dict[str, Any] = {
    "Dot": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "dot"}}},
    "Group": {
        "type": "object",
        "required": ["kind", "parts"],
        "properties": {
            "kind": {"const": "group"},
            "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Shape"}},
        },
    },
    "Shape": {
        "oneOf": [{"$ref": "#/components/schemas/Dot"}, {"$ref": "#/components/schemas/Group"}],
        "discriminator": {"propertyName": "kind"},
    },
    "Tree": {"type": ["string", "array"], "items": {"$ref": "#/components/schemas/Tree"}},
}
_FUNCTION = """
def use(Base, Adapter, OurShape, OurTree, OurTrees, shape, tree):
{names}
    class Mine(Base):
        one: OurShape
        many: OurTrees

    adapters = Adapter(OurShape), Adapter(OurTree)
    return Mine(one=shape, many=[tree]), adapters[0].validate_python(shape), adapters[1].validate_python(tree)
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package_of(described(_SCHEMAS), tmp_path_factory.mktemp("package"), all_components=True)


@settings(max_examples=25, deadline=None)
@given(drawing=st.data())
def test_no_name_of_a_function_is_taken_for_ours(drawing: st.DataObject, package: ModuleType) -> None:
    """All names of our modules but a few are the function's own."""
    modules = [import_module(f"{package.__name__}.models.{stem}") for stem in ("shape", "group", "tree")]
    known = sorted({"list", "str", *(name for module in modules for name in vars(module))})
    others = drawing.draw(st.sets(st.sampled_from(known), max_size=3))
    value = drawing.draw(st.sampled_from(["type('Local', (), {})", "3", "(1, 2)"]))
    lines = "\n".join(f"    {name} = {value}" for name in known if name not in {*others, "adapters"})
    scope: dict[str, Any] = {}
    exec(_FUNCTION.format(names=lines), scope)  # noqa: S102
    models, wire = package.models, {"kind": "group", "parts": [{"kind": "dot"}]}
    types = (models.Shape, models.Tree, list[models.Tree])
    mine, shape, tree = scope["use"](BaseModel, TypeAdapter, *types, wire, ["a", ["b"]])
    assert [type(shape), type(shape.parts[0])] == [models.Group, models.Dot]
    assert (mine.one, mine.many, tree) == (shape, [tree], ["a", ["b"]])
