"""Names of real descriptions against the pages of their reference trees: paths, titles, kinds and fields."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typewright.config.habits import Habit
from typewright.config.options import NamingConfig
from typewright.ir import AliasModel, EnumModel, Model, ObjectModel, UnionModel
from typewright.naming import Language, Package, Symbol, assign
from typewright.naming.words import capitalise_whole, folded, lower_before_digits
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.surface import Surface, surface

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside the checkout"),
]
OLD = NamingConfig(scheme="first-come")
NEW = NamingConfig(scheme="symmetric", shared_errors=True)
TYPESCRIPT = Language(
    frozenset({"Error", "File", "Function", "Number", "Object", "Parameters", "ReturnType"}),
    lambda name: lower_before_digits(capitalise_whole(name)),
)
PYTHON = Language(finish=capitalise_whole, one_table=True, apart=frozenset({Package.ERRORS}))


@dataclass(frozen=True)
class Tree:
    """A reference tree: where its description and its facts are, under which options, and in which folders."""

    description: str
    facts: str
    naming: NamingConfig
    language: Language
    folders: dict[Package, str]


TREES = {
    "orq": Tree(
        "orq/openapi.yaml",
        "orq/typescript-docs.facts.json.gz",
        OLD,
        TYPESCRIPT,
        {
            Package.OPERATIONS: "models/operations",
            Package.SHARED: "models/components",
            Package.ERRORS: "models/errors",
        },
    ),
    "cribl": Tree(
        "cribl/spec.yaml",
        "cribl/typescript-docs.facts.json.gz",
        NEW,
        TYPESCRIPT,
        {Package.OPERATIONS: "models/operations", Package.SHARED: "models", Package.ERRORS: "models/errors"},
    ),
    "lambdadb": Tree(
        "lambdadb/spec.yaml",
        "lambdadb/typescript-docs.facts.json.gz",
        NEW,
        TYPESCRIPT,
        {Package.OPERATIONS: "models/operations", Package.SHARED: "models", Package.ERRORS: "models/errors"},
    ),
    "agentset": Tree(
        "agentset/spec.yaml",
        "agentset/python-docs.facts.json.gz",
        NEW,
        PYTHON,
        {Package.OPERATIONS: "models", Package.SHARED: "models", Package.ERRORS: "errors"},
    ),
}
EVERY_TREE = pytest.mark.parametrize("name", TREES)


@cache
def pages(name: str) -> dict[str, Any]:
    """Return the model pages of a reference tree by path; those of the runtime are no types of the description."""
    facts = json.loads(gzip.decompress((CORPUS / TREES[name].facts).read_bytes()))
    runtime = {"models/internal", "models/utils"}
    return {
        page["path"]: page
        for page in facts
        if not page["path"].startswith("sdks/") and page["path"].rpartition("/")[0] not in runtime
    }


@cache
def types(name: str) -> tuple[Surface, dict[str, Symbol]]:
    """Return the surface of a description and its types by the paths of their pages."""
    tree = TREES[name]
    habits = frozenset[Habit](("undeclared-fields-left-out", "untyped-booleans-are-texts"))
    api, _ = lower(load_document(CORPUS / tree.description), habits=habits)
    made = surface(api, tree.naming, "reference")
    names = assign(made, tree.naming, tree.language)
    symbols = [each for each in names.symbols.values() if not isinstance(made.models[each.id], AliasModel)]
    return made, {f"{tree.folders[each.package]}/{each.name.lower()}.md": each for each in symbols}


def models(name: str) -> Iterator[tuple[Model, Any]]:
    """Yield the types that have a page in the reference tree, with the page."""
    made, symbols = types(name)
    for path, page in pages(name).items():
        if path in symbols:
            yield made.models[symbols[path].id], page


@EVERY_TREE
def test_every_page_is_found_and_no_other(name: str) -> None:
    assert types(name)[1].keys() == pages(name).keys()


@EVERY_TREE
def test_every_title_is_that_of_the_page(name: str) -> None:
    symbols = types(name)[1]
    assert {path: symbols[path].name for path in symbols} == {path: page["title"] for path, page in pages(name).items()}


def kind_of_page(page: Any) -> str:
    if page["values"] or "Values" in page["tables"]:
        return "enum"
    return "object" if "Fields" in page["tables"] else "union"


def kind_of_model(model: Model) -> str:
    return {EnumModel: "enum", UnionModel: "union"}.get(type(model), "object")


@EVERY_TREE
def test_every_type_is_of_the_kind_of_its_page(name: str) -> None:
    wrong = [page["title"] for model, page in models(name) if kind_of_model(model) != kind_of_page(page)]
    assert wrong == []


@EVERY_TREE
def test_every_object_has_the_fields_of_its_page(name: str) -> None:
    def letters(text: str) -> str:
        return re.sub(r"[^a-z0-9]", "", text.lower())

    wrong = []
    for model, page in models(name):
        if isinstance(model, ObjectModel):
            rows = [letters(row[0]) for row in page["tables"]["Fields"][1:]]
            fields = [letters(each.preferred_name or each.name) for each in model.fields]
            fields += ["additionalproperties"] if model.additional is not None else []
            wrong += [page["title"]] if rows != fields else []
    assert wrong == []


SPECS = sorted((CORPUS / "specs").glob("*")) if CORPUS.is_dir() else []


@pytest.mark.parametrize("naming", [OLD, NEW], ids=lambda naming: naming.scheme)
@pytest.mark.parametrize("language", [TYPESCRIPT, PYTHON], ids=["typescript", "python"])
@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_the_names_of_any_description_are_identifiers_and_unique(
    path: Path, language: Language, naming: NamingConfig
) -> None:
    made = surface(described(path), naming)
    names = assign(made, naming, language)
    tables = language.tables()
    symbols = [each for each in names.symbols.values() if not isinstance(made.models[each.id], AliasModel)]
    assert [each.name for each in symbols if not each.name.isidentifier()] == []
    count = Counter((tables[each.package], folded(each.name)) for each in symbols)
    assert [name for name, times in count.items() if times > 1] == []


described: Callable[[Path], Any] = cache(lambda path: lower(load_document(path))[0])
