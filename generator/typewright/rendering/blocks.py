"""Detection of overriding blocks in the user's templates that no parent template has."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from typewright.base.errors import Diagnostic, Location, UsageError

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.nodes import Node, Template


def refuse_unknown_blocks(templates: Environment, name: str, user_templates: Path) -> None:
    """Raise UsageError if the template `name` of the user extends another and has a block that is not shown.

    Jinja ignores such a block silently: a misspelt override would have no effect.
    """
    loader = templates.loader
    if loader is None:
        return
    source, file, _ = loader.get_source(templates, name)
    if file is None or not Path(file).is_relative_to(user_templates):
        return
    parsed = templates.parse(source, name, file)
    parent = _parent(parsed)
    if parent is None:
        return
    known = frozenset(_inherited(templates, parent))
    unknown = [(block, line) for block, line in _outermost_blocks(parsed) if block not in known]
    if unknown:
        raise UsageError([_unknown(block, Location(file, line, 1), parent, known) for block, line in unknown])


def _unknown(block: str, location: Location, parent: str, known: frozenset[str]) -> Diagnostic:
    close = get_close_matches(block, known, 1)
    advice = f"did you mean '{close[0]}'?" if close else f"it has these: {', '.join(sorted(known)) or 'none'}"
    return Diagnostic("E010", f"'{parent}' has no block '{block}'", location=location, help=advice)


def _parent(parsed: Template) -> str | None:
    """Return the name of the template that a template extends; None without one, or if it is computed."""
    from jinja2.nodes import Const, Extends  # noqa: PLC0415

    for extends in parsed.find_all(Extends):
        if isinstance(extends.template, Const) and isinstance(extends.template.value, str):
            return extends.template.value
    return None


def _inherited(templates: Environment, name: str) -> Iterator[str]:
    """Yield the names of all blocks of a template and of those that it extends."""
    from jinja2.nodes import Block  # noqa: PLC0415

    following: str | None = name
    seen: set[str] = set()
    while following is not None and following not in seen and templates.loader is not None:
        seen.add(following)
        source, file, _ = templates.loader.get_source(templates, following)
        parsed = templates.parse(source, following, file)
        yield from (block.name for block in parsed.find_all(Block))
        following = _parent(parsed)


def _outermost_blocks(node: Node) -> Iterator[tuple[str, int]]:
    """Yield name and line of each block that is not inside another block, which would show it."""
    from jinja2.nodes import Block  # noqa: PLC0415

    for child in node.iter_child_nodes():
        if isinstance(child, Block):
            yield child.name, child.lineno
        else:
            yield from _outermost_blocks(child)
