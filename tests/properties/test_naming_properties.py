"""Whatever a description says, its types have names that a language can use, each its own."""

import keyword
from collections import Counter
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typewright.config.options import NamingConfig
from typewright.ir import AliasModel, ObjectModel, Ref, UnionModel
from typewright.naming import Language, Names, Package, assign
from typewright.naming.roots import root_package
from typewright.naming.uses import uses_in
from typewright.naming.words import capitalise_whole, folded, lower_before_digits
from typewright.surface import Surface, surface

from tests.naming_documents import lowered

COMPONENTS = ["A", "b", "a", "a-b", "AB", "T", "Error", "Type", "$", "1", "File", "größe", "op_request", "x/y~z"]
PROPERTIES = ["type", "Type", "types", "", "$", "1", "28", "a b", "data", "metadata", "名", "İ", "ﬁ", "class", "error"]
TEXTS = st.sampled_from(PROPERTIES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
TYPESCRIPT = Language(
    frozenset({"File", "Function", "Number", "Error", "ReturnType", "Parameters", "Object"}),
    lambda name: lower_before_digits(capitalise_whole(name)),
)
PYTHON = Language(
    finish=lambda name: (
        f"{capitalise_whole(name)}_" if keyword.iskeyword(capitalise_whole(name)) else capitalise_whole(name)
    ),
    one_table=True,
    taken=frozenset({"type", "a"}),
    apart=frozenset({Package.ERRORS}),
)
NAMINGS = st.sampled_from(
    [
        NamingConfig(scheme="first-come"),
        NamingConfig(scheme="first-come", shared_errors=True),
        NamingConfig(scheme="symmetric"),
        NamingConfig(scheme="symmetric", shared_errors=True),
    ]
)
LANGUAGES = st.sampled_from([TYPESCRIPT, PYTHON])
QUICK = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def references(components: list[str]) -> st.SearchStrategy[Any]:
    return st.sampled_from(components).map(lambda name: {"$ref": f"#/components/schemas/{escaped(name)}"})


LEAVES = st.one_of(
    st.just({"type": "string"}),
    st.lists(st.sampled_from(["a", "B", "x y"]), min_size=1, max_size=2, unique=True).map(
        lambda values: {"type": "string", "enum": values}
    ),
    st.just({"const": "C"}),
)


def larger(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    records = st.dictionaries(TEXTS, inner, max_size=3).map(lambda fields: {"type": "object", "properties": fields})
    return st.one_of(
        records,
        st.tuples(records, TEXTS).map(lambda pair: {**pair[0], "title": pair[1]}),
        st.tuples(records, TEXTS).map(lambda pair: {**pair[0], "x-speakeasy-name-override": pair[1]}),
        records.map(lambda schema: {**schema, "readOnly": True}),
        inner.map(lambda schema: {"type": "array", "items": schema}),
        inner.map(lambda schema: {"type": "object", "additionalProperties": schema}),
        st.lists(inner, min_size=1, max_size=3).map(lambda branches: {"oneOf": branches}),
        inner.map(lambda schema: {"anyOf": [schema, {"type": "null"}]}),
    )


MEDIA_TYPES = st.sampled_from(["application/json", "application/xml", "text/event-stream", "multipart/form-data"])
STATUSES = st.sampled_from(["200", "201", "404", "5XX", "default"])


def operations(schemas: st.SearchStrategy[Any], ids: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    contents = st.dictionaries(MEDIA_TYPES, schemas.map(lambda schema: {"schema": schema}), max_size=2)
    bodies = contents.map(lambda content: {"description": "", "content": content})
    headers = {"X": {"schema": {"type": "string"}}}
    parameters = st.tuples(TEXTS.filter(bool), st.sampled_from(["query", "header"]), schemas).map(
        lambda made: {"name": made[0], "in": made[1], "schema": made[2]}
    )
    responses = st.one_of(bodies, bodies.map(lambda made: {**made, "headers": headers}))
    return st.fixed_dictionaries(
        {"responses": st.dictionaries(STATUSES, responses, max_size=2)},
        optional={
            "operationId": ids,
            "requestBody": bodies,
            "parameters": st.lists(parameters, max_size=2),
            "x-speakeasy-pagination": st.just({"type": "cursor"}),
        },
    )


def descriptions(components: list[str], ids: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    schemas = st.recursive(references(components) | LEAVES, larger, max_leaves=6)
    return st.builds(
        lambda operations, schemas: {
            "openapi": "3.1.0",
            "info": {"title": "T", "version": "1"},
            "paths": {f"/{index}": {"post": each} for index, each in enumerate(operations)},
            "components": {"schemas": dict(zip(components, schemas, strict=True))},
        },
        st.lists(operations(schemas, ids), max_size=3),
        st.lists(schemas, min_size=len(components), max_size=len(components)),
    )


HOSTILE = descriptions(COMPONENTS, st.sampled_from(["op", "Op", "a", "type", "$"]))
ORDERLY = descriptions(["Alpha", "Beta", "Gamma"], st.nothing())


def named(spec: dict[str, Any], naming: NamingConfig, language: Language) -> tuple[Surface, Names]:
    made = surface(lowered(spec), naming)
    return made, assign(made, naming, language)


@QUICK
@given(HOSTILE, NAMINGS, LANGUAGES)
def test_every_name_is_an_identifier_and_unique(spec: dict[str, Any], naming: NamingConfig, language: Language) -> None:
    made, names = named(spec, naming, language)
    for symbol in names.symbols.values():
        assert symbol.name.isidentifier()
        assert language is TYPESCRIPT or not keyword.iskeyword(symbol.name)
    tables = language.tables()
    count = Counter(
        (tables[package], folded(symbol.name))
        for (package, id_), symbol in names.symbols.items()
        if not isinstance(made.models[id_], AliasModel)
    )
    assert [name for name, times in count.items() if times > 1] == []


@QUICK
@given(HOSTILE, NAMINGS)
def test_everything_that_is_used_has_a_name(spec: dict[str, Any], naming: NamingConfig) -> None:
    made, names = named(spec, naming, TYPESCRIPT)
    pending = [(root.type, None) if by_reference(root.type) else (root.type, root_package(root)) for root in made.roots]
    seen: set[tuple[Package, str]] = set()
    while pending:
        type_, holder = pending.pop()
        for use in uses_in(type_):
            own = (holder, use.ref.id) in names.symbols and not use.ref.by_reference and holder is not None
            symbol = names.symbols[holder, use.ref.id] if own and holder is not None else names.of(use.ref, holder)
            if (symbol.package, symbol.id) in seen:
                continue
            seen.add((symbol.package, symbol.id))
            match made.models[symbol.id]:
                case ObjectModel(fields=fields, additional=additional):
                    pending += [(each.type, symbol.package) for each in fields]
                    pending += [(additional, symbol.package)] if additional is not None else []
                case UnionModel(members=members):
                    pending += [(each, symbol.package) for each in members]
                case AliasModel(type=inner):
                    pending.append((inner, symbol.package))


def by_reference(type_: object) -> bool:
    return isinstance(type_, Ref) and type_.by_reference


@QUICK
@given(HOSTILE, NAMINGS, LANGUAGES, st.randoms(use_true_random=False))
def test_the_order_of_components_does_not_matter(
    spec: dict[str, Any], naming: NamingConfig, language: Language, random: Any
) -> None:
    if not spec["paths"]:
        return
    schemas = list(spec["components"]["schemas"].items())
    random.shuffle(schemas)
    shuffled = {**spec, "components": {"schemas": dict(schemas)}}
    assert named(spec, naming, language)[1].symbols == named(shuffled, naming, language)[1].symbols


@QUICK
@given(ORDERLY, LANGUAGES, st.randoms(use_true_random=False))
def test_symmetric_names_do_not_depend_on_the_order_of_operations(
    spec: dict[str, Any], language: Language, random: Any
) -> None:
    for number, item in enumerate(spec["paths"].values()):
        item["post"]["operationId"] = f"call {number}"
    for name, schema in spec["components"]["schemas"].items():
        if "$ref" in schema:  # which of its names a type goes by depends on which use is the first
            spec["components"]["schemas"][name] = {"type": "object", "properties": {"of": schema}}
    naming = NamingConfig(scheme="symmetric", shared_errors=True)
    paths = list(spec["paths"].items())
    random.shuffle(paths)
    one, other = (
        {key: symbol.name for key, symbol in named(each, naming, language)[1].symbols.items()}
        for each in (spec, {**spec, "paths": dict(paths)})
    )
    assert without_numbers(one) == without_numbers(other)


def without_numbers(names: dict[tuple[Package, str], str]) -> dict[tuple[Package, str], str]:
    """Return the names without the numbers at their ends, which follow the order."""
    return {key: name.rstrip("0123456789") for key, name in names.items()}
