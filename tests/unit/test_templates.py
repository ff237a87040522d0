"""Templates hold layout, views hold logic: what a template may contain, and what a view may."""

import importlib
import re
import types
import typing
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from jinja2 import nodes
from msgspec import Struct
from msgspec.structs import fields
from typewright.rendering.environment import environment
from typewright.rendering.template_folder import find_templates

FOLDER = find_templates()
TEMPLATES = sorted(FOLDER.rglob("*.jinja"))
EVERY_TEMPLATE = pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(FOLDER).as_posix())
FIRST_LINE = re.compile(r"\{#-? view: (typewright(?:\.\w+)+)\.(\w+) -?#\}")

LAYOUT = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.Tuple),
    *(nodes.For, nodes.If, nodes.Not, nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block),
    *(nodes.Macro, nodes.Call, nodes.With),
)
"""What a template may be made of: no filter, test, comparison, arithmetic, assignment or subscript is among it."""


def view_of(template: Path) -> type:
    first = template.read_text().split("\n", 1)[0]
    match = FIRST_LINE.fullmatch(first)
    assert match, f"the first line names no view: {first}"
    view = getattr(importlib.import_module(match[1]), match[2])
    assert isinstance(view, type)
    return view


def parsed(template: Path) -> nodes.Template:
    return environment(None).parse(template.read_text())


def macros(tree: nodes.Template) -> set[str]:
    """Return the names under which a template can call macros: its own and the imported ones."""
    own = {macro.name for macro in tree.find_all(nodes.Macro)}
    named = {
        name if isinstance(name, str) else name[1] for each in tree.find_all(nodes.FromImport) for name in each.names
    }
    return own | named | {"super", "caller"}


def modules(tree: nodes.Template) -> set[str]:
    """Return the names under which a template imports others as a whole."""
    return {each.target for each in tree.find_all(nodes.Import)}


def every_node(tree: nodes.Node) -> Iterator[nodes.Node]:
    yield tree
    for child in tree.iter_child_nodes():
        yield from every_node(child)


@EVERY_TEMPLATE
def test_a_template_names_a_frozen_view_in_its_first_line(template: Path) -> None:
    view = view_of(template)
    assert issubclass(view, Struct)
    assert view.__struct_config__.frozen


@EVERY_TEMPLATE
def test_a_template_is_layout_alone(template: Path) -> None:
    strange = {type(node).__name__ for node in every_node(parsed(template)) if not isinstance(node, LAYOUT)}
    assert strange == set()


@EVERY_TEMPLATE
def test_a_template_calls_macros_alone(template: Path) -> None:
    tree = parsed(template)
    for call in tree.find_all(nodes.Call):
        target = call.node
        if isinstance(target, nodes.Getattr):
            assert isinstance(target.node, nodes.Name), f"line {call.lineno}"
            assert target.node.name in modules(tree), f"line {call.lineno} calls a method"
        else:
            assert isinstance(target, nodes.Name), f"line {call.lineno}"
            assert target.name in macros(tree), f"line {call.lineno} calls '{target.name}'"


@EVERY_TEMPLATE
def test_a_template_asks_its_view_for_what_it_has(template: Path) -> None:
    view = view_of(template)
    known = {field.name for field in fields(view)}
    tree = parsed(template)
    parameters = {argument.name for macro in tree.find_all(nodes.Macro) for argument in macro.args}
    rebound = {name.name for loop in tree.find_all(nodes.For) for name in loop.target.find_all(nodes.Name)}
    if "view" in parameters | rebound:
        return
    asked = {each.attr for each in tree.find_all(nodes.Getattr) if each.node == nodes.Name("view", "load")}
    assert asked <= known


def view_classes() -> list[type]:
    """Return the views that the templates name, and those inside them."""
    found: dict[type, None] = {}
    waiting = [view_of(template) for template in TEMPLATES]
    while waiting:
        view = waiting.pop()
        if view not in found:
            found[view] = None
            waiting += [
                part for hint in typing.get_type_hints(view).values() for part in parts_of(hint) if is_view(part)
            ]
    return list(found)


def is_view(part: object) -> bool:
    return isinstance(part, type) and issubclass(part, Struct)


def parts_of(hint: object) -> Iterator[type]:
    """Yield what a type hint is made of, sequences and optional values opened."""
    origin = typing.get_origin(hint)
    if origin in {tuple, Sequence, typing.Union, types.UnionType}:
        for argument in typing.get_args(hint):
            if argument is not Ellipsis:
                yield from parts_of(argument)
    else:
        yield typing.cast(type, hint)


def test_a_view_holds_finished_strings_and_booleans_alone() -> None:
    for view in view_classes():
        for name, hint in typing.get_type_hints(view).items():
            for part in parts_of(hint):
                finished = part in {str, bool, type(None)} or is_view(part)
                assert finished, f"{view.__name__}.{name} is {part}"


def test_a_missing_template_folder_is_said_clearly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typewright.__file__", str(tmp_path / "generator" / "typewright" / "__init__.py"))
    with pytest.raises(FileNotFoundError, match="the templates are missing"):
        find_templates()


def test_a_users_template_extends_the_one_that_it_replaces(tmp_path: Path) -> None:
    name = next(path.relative_to(FOLDER).as_posix() for path in TEMPLATES)
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text(f'{{% extends "builtin/{name}" %}}')
    ours = environment(tmp_path).get_template(f"builtin/{name}")
    theirs = environment(tmp_path).get_template(name)
    assert Path(ours.filename or "") == FOLDER / name
    assert Path(theirs.filename or "") == tmp_path / name
