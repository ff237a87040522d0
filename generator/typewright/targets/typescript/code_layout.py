"""Layout of object and array literals of TypeScript: on one line if they fit, else one entry a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from typewright.targets.typescript.quoting import property_key

WIDTH: Final = 120
ARROW: Final = "(value, context, key) =>"
"""The beginning of functions that convert a value."""
_INDENT: Final = "  "

Code: TypeAlias = "str | Mapping[str, Code] | Sequence[Code]"
"""An expression: finished text, an object literal by its keys, or an array literal."""


DEEPEST_COMPARED = 30
"""How many levels of a type the compiler is given to compare: at about a hundred it gives up (TS2321)."""


def layout(code: Code, depth: int = 0, used: int = 0) -> str:
    """Return an expression whose first line starts at column `used`; the others have `depth` indentation levels."""
    if isinstance(code, str):
        return code
    line = _flat(code)
    if len(line) + used <= WIDTH and "\n" not in line and not _is_broken(code):
        return line
    indent = _INDENT * (depth + 1)
    if isinstance(code, Mapping):
        entries = [_entry(key, value, depth) for key, value in code.items()]
        return "{\n" + "".join(f"{indent}{entry},\n" for entry in entries) + _INDENT * depth + "}"
    items = [layout(item, depth + 1, len(indent) + 1) for item in code]
    return "[\n" + "".join(f"{indent}{item},\n" for item in items) + _INDENT * depth + "]"


def _is_broken(code: Code) -> bool:
    """Return whether an expression has line breaks in any case: several objects of several members in an array."""
    if isinstance(code, str):
        return False
    if isinstance(code, Mapping):
        return any(map(_is_broken, code.values()))
    are_objects = len(code) > 1 and all(isinstance(item, Mapping) and len(item) > 1 for item in code)
    return are_objects or any(map(_is_broken, code))


def _entry(key: str, value: Code, depth: int) -> str:
    head = f"{property_key(key)}: "
    if isinstance(value, str):
        return head + _function(value, _INDENT * (depth + 1), len(head))
    return head + layout(value, depth + 1, len(_INDENT * (depth + 1)) + len(head) + 1)


def _flat(code: Code) -> str:
    if isinstance(code, str):
        return code
    if isinstance(code, Mapping):
        inner = ", ".join(f"{property_key(key)}: {_flat(value)}" for key, value in code.items())
        return f"{{ {inner} }}" if inner else "{}"
    return f"[{', '.join(map(_flat, code))}]"


def _function(text: str, indent: str, used: int = 0) -> str:
    """Return an expression; a function that does not fit on its line, which has `indent`, is broken at its arrow."""
    if not text.startswith(ARROW) or len(indent) + used + len(text) + 1 <= WIDTH:
        return text
    return f"{ARROW}\n{indent}{_INDENT}{text.removeprefix(ARROW).strip()}"


def listed(
    head: str, entries: Sequence[str], tail: str, indent: str = "", *, spaced: bool = False, after: int = 0
) -> str:
    """Return `head`, entries between commas, and `tail`: on one line if it fits, else one entry a line.

    The text is indented by `indent`, which its first line does not repeat, and `after` columns follow it. `spaced` is
    for braces, which have a space inside on one line.
    """
    space = " " if spaced and entries else ""
    line = f"{head}{space}{', '.join(entries)}{space}{tail}"
    width = max(map(len, line.split("\n"))) if "\n" in line else len(line)
    if not entries or len(indent) + width + after <= WIDTH:
        return line
    lines = (_function(entry, indent + _INDENT) for entry in entries)
    return f"{head}\n" + "".join(f"{indent}{_INDENT}{line},\n" for line in lines) + indent + tail


def guarded(condition: str, statement: str, indent: str) -> str:
    """Return a statement with a condition, indented by `indent`: on one line if it fits, else on two."""
    line = f"if ({condition}) {statement}"
    return line if len(indent) + len(line) <= WIDTH else f"if ({condition})\n{indent}{_INDENT}{statement}"
