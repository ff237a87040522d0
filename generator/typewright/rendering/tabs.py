"""Tabs in the notation of each documentation system, and pages with the same sections in several languages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from typewright.config.options import Dialect

_FENCE = re.compile(r"(`{3,}|~{3,})([\w+#-]+)\n(?:(?!\1).*\n)*\1")
IMPORTS = 'import Tabs from "@theme/Tabs";\nimport TabItem from "@theme/TabItem";'
"""What a page with tabs imports in Docusaurus."""


class Edition(Struct, frozen=True):
    """A language of a site: its key in the configuration, and what people call it."""

    language: str
    label: str


def tabs(bodies: Mapping[Edition, str], dialect: Dialect) -> str:
    """Return markdown that shows one of `bodies`, by the choice of the reader; GitHub's shows one below the other."""
    match dialect:
        case "mkdocs":
            parts = [f"=== {_quoted(edition.label)}\n\n{_indented(body)}" for edition, body in bodies.items()]
            return "\n\n".join(parts)
        case "docusaurus":
            items = [
                f'<TabItem value="{edition.language}" label={_quoted(edition.label)}>\n\n{body}\n\n</TabItem>'
                for edition, body in bodies.items()
            ]
            return "\n".join(['<Tabs groupId="language">', *items, "</Tabs>"])
        case "mintlify":
            return _mintlify(bodies)
        case "github":
            return "\n\n".join(f"**{edition.label}**\n\n{body}" for edition, body in bodies.items())


def _mintlify(bodies: Mapping[Edition, str]) -> str:
    fences = {edition: _FENCE.fullmatch(body) for edition, body in bodies.items()}
    if all(fences.values()):
        code = [f"{_headed(body, edition.label)}\n" for edition, body in bodies.items()]
        return "\n".join(["<CodeGroup>", "", *code, "</CodeGroup>"])
    items = [f"<Tab title={_quoted(edition.label)}>\n\n{body}\n\n</Tab>" for edition, body in bodies.items()]
    return "\n".join(["<Tabs>", *items, "</Tabs>"])


def _headed(fence: str, title: str) -> str:
    first, _, rest = fence.partition("\n")
    return f"{first} {title}\n{rest}"


def _quoted(label: str) -> str:
    return json.dumps(label, ensure_ascii=False)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else line for line in text.split("\n"))


def with_common_parts(bodies: Mapping[Edition, str], among: Sequence[Edition], dialect: Dialect) -> str:
    """Return the text of all `bodies`: what begins or ends all of them once, and what differs in tabs.

    Where an edition of `among` has no body, all of the others is in tabs.
    """
    given = {edition: body for edition, body in bodies.items() if body}
    if not given:
        return ""
    split = {edition: blocks(body) for edition, body in given.items()}
    if len(given) < len(among):
        return tabs(given, dialect)
    first = next(iter(split.values()))
    length = min(map(len, split.values()))
    start = _common(list(split.values()), length)
    end = _common([found[::-1] for found in split.values()], length - start)
    middle = {edition: found[start : len(found) - end] for edition, found in split.items()}
    head, tail = first[:start], first[len(first) - end :]
    if not any(middle.values()):
        return "\n\n".join([*head, *tail])
    shown = {edition: "\n\n".join(found) for edition, found in middle.items() if found}
    return "\n\n".join([*head, tabs(shown, dialect), *tail])


def _common(lists: Sequence[Sequence[str]], most: int) -> int:
    """Return how many first blocks all lists share; none that belongs to the one before it is parted from that."""
    count = 0
    while count < most and len({found[count] for found in lists}) == 1:
        count += 1
    while count > 0 and any(count < len(found) and found[count][:1].isspace() for found in lists):
        count -= 1
    return count


def blocks(text: str) -> list[str]:
    """Return the parts of markdown between blank lines; a fenced block is one part."""
    found: list[list[str]] = [[]]
    fence = ""
    for line in text.split("\n"):
        bare = line.strip()
        if fence:
            fence = "" if bare == fence else fence
        elif opening := re.match(r"`{3,}|~{3,}", bare):
            fence = opening[0]
        elif not bare:
            found.append([])
            continue
        found[-1].append(line)
    return ["\n".join(lines) for lines in found if lines]
