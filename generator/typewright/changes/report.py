"""Reports of changes as text, markdown, JSON, or annotations of a GitHub workflow."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from typewright.base.printing import annotation, json_text, visible
from typewright.changes.change import Bump, Change, Changes, Pointer

_HEADINGS = {Bump.MAJOR: "Breaking", Bump.MINOR: "New and changed", Bump.PATCH: "In passing"}


def text_report(changes: Changes) -> str:
    """Return the changes for a terminal: a line for each change, its reason and location below it, and a summary."""
    lines = []
    for change in changes.all:
        mark = "breaking" if change.is_breaking else change.bump.word
        lines.append(f"{mark:8}  {visible(_owner(change) + change.message)}")
        location = change.where.location
        location_text = f"{location.file}:{location.line}:{location.column}" if location else change.where.pointer
        lines.append(f"{'':8}  in {_directions(change)}: {change.reason}")
        lines.append(f"{'':8}  at {visible(location_text)}")
    return "\n".join([*lines, _summary(changes)])


def _owners(change: Change) -> list[str]:
    """Return the names of the method or the type in each language, or else its name in the description."""
    owner = change.method or change.symbol
    return list(dict.fromkeys(name for _, name in change.called)) or [owner] * bool(owner)


def _owner(change: Change) -> str:
    owners = " / ".join(_owners(change))
    return f"{owners}: " if owners else ""


def _directions(change: Change) -> str:
    return "requests and responses" if change.direction == "both" else f"{change.direction}s"


def _summary(changes: Changes) -> str:
    if not changes.all:
        return "nothing that a user would notice has changed"
    count = len(changes.all)
    return (
        f"{count:,} {'change' if count == 1 else 'changes'}, {len(changes.breaking):,} of them breaking: "
        f"raise the {changes.bump.word} version"
    )


def markdown_report(changes: Changes) -> str:
    """Return the changes as a section of a changelog or a comment on a pull request, most severe first."""
    if not changes.all:
        return "Nothing that a user would notice has changed."
    parts = []
    for bump, group in groupby(changes.all, key=lambda item: item.bump):
        lines = [f"### {_HEADINGS[bump]}", ""]
        lines += [_item(change) for change in group]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _item(change: Change) -> str:
    owners = " / ".join(f"`{visible(owner)}`" for owner in _owners(change))
    start = f"{owners}: " if owners else ""
    return f"- {start}{escape_markdown(change.message)} *({escape_markdown(change.reason)})*"


def escape_markdown(text: str) -> str:
    """Return text as one line, escaped for markdown."""
    for char in "\\`*_{}[]<>#|":
        text = text.replace(char, f"\\{char}")
    return visible(" ".join(text.split()))


def json_report(changes: Changes) -> str:
    """Return the changes as JSON; `docs/diff.md` lists the members."""
    members = [json_change(change) for change in changes.all]
    report = {"bump": changes.bump.word, "breaking": len(changes.breaking), "changes": members}
    return json_text(report)


def json_change(change: Change) -> dict[str, object]:
    """Return a change as a JSON object."""
    locations = {
        "old" if where.old else "new": _location_members(where) for where in (change.where, change.counterpart) if where
    }
    return {
        "code": change.code,
        "kind": change.kind.value,
        "subject": change.subject.value,
        "symbol": change.symbol or None,
        "symbols": {} if change.method else dict(change.called),
        "method": change.method or None,
        "methods": dict(change.called) if change.method else {},
        "name": change.name or None,
        "message": change.message,
        "direction": change.direction,
        "breaking": change.is_breaking,
        "breaks": {"request": change.request, "response": change.response},
        "rule": change.rule,
        "reason": change.reason,
        "bump": change.bump.word,
        "side": "old" if change.where.old else "new",
        **_location_members(change.where),
        "places": locations,
    }


def _location_members(where: Pointer) -> dict[str, object]:
    location = where.location
    return {
        "pointer": where.pointer,
        "file": location.file if location else None,
        "line": location.line if location else None,
        "column": location.column if location else None,
    }


def github_report(changes: Changes) -> str:
    """Return the changes as annotations: errors for breaking ones, warnings and notices for the others.

    Annotations of removed things have no location, since they have no line in the new description.
    """
    lines = [_annotation(change) for change in changes.all]
    return "\n".join([*lines, _summary(changes)])


_LEVELS = {Bump.MAJOR: "error", Bump.MINOR: "warning"}


def _annotation(change: Change) -> str:
    level = _LEVELS.get(change.bump, "notice")
    location = change.where.location
    properties = {"title": change.code}
    if location is not None and not change.where.old:
        properties = {"file": location.file, "line": str(location.line), "col": str(location.column), **properties}
    return annotation(level, properties.items(), f"{_owner(change)}{change.message} ({change.reason})")


REPORTS: dict[str, Callable[[Changes], str]] = {
    "text": text_report,
    "markdown": markdown_report,
    "json": json_report,
    "github": github_report,
}
