"""No number of equal names and no depth is too much for either scheme."""

import time
from itertools import pairwise

import pytest
from typewright.config.options import NamingConfig
from typewright.ir import Api, EnumModel, EnumValue, Field, Model, ObjectModel, Operation, Presence, Ref, ScalarKind
from typewright.naming import Names, Package, assign
from typewright.surface import Root, RootKind, Surface

from tests.naming_documents import LANGUAGE

COUNT = 10_000
BOTH = pytest.mark.parametrize("naming", [NamingConfig(), NamingConfig(scheme="symmetric")], ids=lambda n: n.scheme)


def enumeration(id_: str, *, shared: bool = False) -> EnumModel:
    return EnumModel(id_, id_, ScalarKind.STRING, (EnumValue("a"), EnumValue("b")), shared=shared)


def record(id_: str, *fields: tuple[str, Ref], shared: bool = False) -> ObjectModel:
    made = tuple(Field(name, ref, Presence.REQUIRED, id_) for name, ref in fields)
    return ObjectModel(id_, id_, made, shared=shared)


def named(models: list[Model], roots: list[Root], naming: NamingConfig) -> Names:
    by_id = {model.id: model for model in models}
    start = time.process_time()
    names = assign(Surface(Api("T", "1", models=by_id), by_id, (), tuple(roots)), naming, LANGUAGE)
    assert time.process_time() - start < 2
    assert (
        len({(each.package, each.name.lower()) for each in names.symbols.values()}) == len(names.symbols) == len(models)
    )
    return names


@BOTH
def test_ten_thousand_enums_of_one_name_in_one_operation(naming: NamingConfig) -> None:
    models: list[Model] = [enumeration(f"#/{index}/type") for index in range(COUNT)]
    root = record("#/root", *(("type", Ref(f"#/{index}/type", "")) for index in range(COUNT)))
    operation = Operation("#/op", "path", "op", "get", "/", "#/op")
    names = named([*models, root], [Root(RootKind.BODY, Ref("#/root", ""), operation)], naming)
    assert sum(each.name.lower().startswith("type") for each in names.symbols.values()) > 0


@BOTH
def test_ten_thousand_enums_of_one_name_in_as_many_components(naming: NamingConfig) -> None:
    models: list[Model] = []
    for index in range(COUNT // 2):
        models += [
            enumeration(f"#/c/{index}/type"),
            record(f"#/c/C{index}", ("type", Ref(f"#/c/{index}/type", "")), shared=True),
        ]
    uses = (Ref(model.id, "", by_reference=True) for model in models if isinstance(model, ObjectModel))
    named(models, [Root(RootKind.BODY, use) for use in uses], naming)


@BOTH
def test_ten_thousand_components_whose_names_differ_by_case_only(naming: NamingConfig) -> None:
    letters = "abcdefghijklmn"
    ids = ["".join(c.upper() if index >> i & 1 else c for i, c in enumerate(letters)) for index in range(COUNT)]
    models: list[Model] = [enumeration(f"#/c/{id_}", shared=True) for id_ in ids]
    named(models, [Root(RootKind.BODY, Ref(model.id, "", by_reference=True)) for model in models], naming)


@BOTH
def test_a_thousand_objects_one_inside_the_other(naming: NamingConfig) -> None:
    ids = ["#/root" + "/p" * depth for depth in range(1000)]
    models: list[Model] = [record(one, ("p", Ref(other, ""))) for one, other in pairwise(ids)]
    operation = Operation("#/op", "path", "op", "get", "/", "#/op")
    names = named([*models, enumeration(ids[-1])], [Root(RootKind.BODY, Ref("#/root", ""), operation)], naming)
    if naming.scheme == "first-come":
        assert max(len(each.name) for each in names.symbols.values()) < 140


@BOTH
def test_a_cycle_of_components_ends(naming: NamingConfig) -> None:
    models: list[Model] = [
        record(f"#/c/C{index}", ("next", Ref(f"#/c/C{(index + 1) % 1000}", "", by_reference=True)), shared=True)
        for index in range(1000)
    ]
    names = named(models, [Root(RootKind.BODY, Ref("#/c/C0", "", by_reference=True))], naming)
    assert {each.package for each in names.symbols.values()} == {Package.SHARED}
