"""Markdown for the pages of all targets: tables with aligned columns, text in cells, links between pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct

from typewright.base.json_value import JsonValue
from typewright.base.timestamps import Timestamp
from typewright.ir import ABSENT, Absent
from typewright.pages.cells import example_code, plain_cell
from typewright.pages.prose import inline, one_line

REQUIRED = ":heavy_check_mark:"
OPTIONAL = ":heavy_minus_sign:"
NOT_AVAILABLE = "N/A"
DEPRECATED = "This will be removed in a future release, please migrate away from it as soon as possible."


class Table(Struct, frozen=True):
    """A table with finished cells."""

    header: tuple[str, ...]
    rule: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def strikethrough(name: str, *, plain: bool) -> str:
    """Return the name of something deprecated, struck through; not every parser supports the reference's form."""
    return name if plain else f"~~{name}~~"


def deprecation_cell(message: str | None, *, plain: bool) -> str:
    """Return the text of a cell about something deprecated."""
    if plain:
        return f"**Deprecated.** {inline(message or '')}".strip()
    return f": warning: ** DEPRECATED **: {inline(message or DEPRECATED)}"


def deprecation_note(message: str | None, *, plain: bool = False) -> str:
    """Return a quote about something deprecated."""
    if plain:
        return f"> **Deprecated.** {one_line(message or DEPRECATED)}"
    return f"> :warning: **DEPRECATED**: {one_line(message or DEPRECATED)}"


def escape_cell(text: str) -> str:
    """Return text for a table cell: on one line, with pipes escaped, also after a backslash."""
    text = text.replace("\n", "<br/>")
    if "|" not in text:
        return text
    return re.sub(r"(\\?)\|", lambda pipe: f"{pipe[1]}&#124;" if pipe[1] else "\\|", text)


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, padded: bool = True, plain: bool = False) -> Table:
    """Return a table of raw cell texts.

    A plain one has no empty column or cell. Padded, all columns are as wide as the widest raw cell of the whole table
    (before escaping, so a cell that grows by escaping overflows); otherwise cells are as wide as their text.
    """
    kept = [tuple(row) for row in rows]
    if plain:
        shown = [tuple("" if cell == NOT_AVAILABLE else plain_cell(cell) for cell in row) for row in kept]
        columns = [index for index in range(len(header)) if not kept or any(row[index] for row in shown)]
        header = [header[index] for index in columns]
        body = tuple(tuple(row[index] for index in columns) for row in shown)
        return Table(tuple(header), tuple("---" for _ in header), body)
    if not padded:
        rule = tuple("---" for _ in header)
        return Table(tuple(header), rule, tuple(tuple(map(escape_cell, row)) for row in kept))
    width = max(map(len, chain(header, *kept)))
    return Table(
        tuple(cell.ljust(width) for cell in header),
        tuple("-" * width for _ in header),
        tuple([tuple([escape_cell(cell).ljust(width) for cell in row]) for row in kept]),
    )


def example_cell(example: JsonValue | Absent, *, plain: bool = False) -> str:
    """Return an authored example for a table: as code if `plain`, else in the form of the reference's tables.

    These show a string unchanged, null as the `<nil>` of their language, and any other value as JSON.
    """
    if plain:
        return example_code(example)
    if example is ABSENT:
        return ""
    if isinstance(example, Timestamp):
        return inline(example.as_time)
    if isinstance(example, str):
        return inline(example)
    if example is None:
        return "<nil>"
    if isinstance(example, list | dict):
        lines = json.dumps(example, indent=1, ensure_ascii=False).split("\n")
        text = "\n".join(line.strip() for line in lines)
        return inline(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
    return json.dumps(example)
