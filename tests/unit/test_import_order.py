"""A package of the code imports only those above it; see the table in CONTRIBUTING."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.source_modules import ROOT, tree_of, violations

ORDER = (
    "base",
    "config",
    "ir",
    "openapi",
    "schemas",
    "surface",
    "naming",
    "client",
    "analysis",
    "examples",
    "changes",
    "pages",
    "rendering",
    "mock",
    "prove",
    "lint",
    "targets",
    "writing",
    "pipeline",
    "workspace",
    "cli",
)
"""The packages in the order in which a description walks through them, what all of them use first."""
HEAVY = {
    "datamodel_code_generator": "generator/typewright/targets/python/models/backends",
    "click": "generator/typewright/cli",
}
"""Packages of others that only one folder may import."""

MODULES = sorted((ROOT / "generator/typewright").rglob("*.py"))


def package_of(module: Path) -> str | None:
    parts = module.relative_to(ROOT / "generator/typewright").parts
    return None if parts[0] in {"__init__.py", "__main__.py"} else parts[0].removesuffix(".py")


def imported(module: Path) -> Iterator[str]:
    """Yield the dotted names of everything that a module imports, wherever in it."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_package_has_its_place() -> None:
    assert {package_of(module) for module in MODULES} - {None} <= set(ORDER)


def test_a_module_imports_only_packages_above_its_own() -> None:
    def below(module: Path) -> set[str]:
        own = package_of(module)
        names = [name.split(".")[1] for name in imported(module) if name.startswith("typewright.")]
        allowed = set(ORDER[: ORDER.index(own) + 1]) if own is not None else {"base", "cli"}
        return {name for name in names if name in ORDER} - allowed

    assert violations(MODULES, below) == {}


def test_one_target_does_not_import_another() -> None:
    targets = ROOT / "generator/typewright/targets"
    packages = {folder.name for folder in targets.iterdir() if folder.is_dir()}

    def foreign(module: Path) -> list[str]:
        own = module.relative_to(targets).parts[0]
        others = {f"typewright.targets.{name}." for name in packages - {own, "calls"}}
        return [name for name in imported(module) if f"{name}.".startswith(tuple(others))]

    inside = [module for module in MODULES if module.parent != targets and module.is_relative_to(targets)]
    assert violations([module for module in inside if module.relative_to(targets).parts[0] != "calls"], foreign) == {}


@pytest.mark.parametrize(("package", "folder"), HEAVY.items())
def test_some_packages_have_one_importer(package: str, folder: str) -> None:
    users = [module for module in MODULES if any(name.split(".")[0] == package for name in imported(module))]
    assert [user for user in users if not user.relative_to(ROOT).as_posix().startswith(folder)] == []


def dotted(module: Path) -> str:
    """Return the name that a module is imported by."""
    return ".".join(module.relative_to(ROOT / "generator").with_suffix("").parts).removesuffix(".__init__")


def test_no_module_leads_back_to_itself() -> None:
    """Imports under `TYPE_CHECKING` and inside of functions count: two modules that need each other are one idea."""
    modules = {dotted(module): module for module in MODULES}
    graph: dict[str, set[str]] = {}
    for name, module in modules.items():
        wanted = [found if found in modules else found.rpartition(".")[0] for found in imported(module)]
        graph[name] = {other for other in wanted if other in modules and other != name}
    order = TopologicalSorter(graph)
    order.prepare()  # raises CycleError, which names a cycle
    assert order.is_active()


def test_contributing_says_what_each_package_is_in_the_same_order() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text()
    table = text.partition("| package | its one job |\n")[2].partition("\n\n")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == ORDER
