"""Suggestions for references without a target: a component of that name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typewright.base.json_pointer import escape, unescape
from typewright.base.json_value import JsonObject

_WINDOWS_PATH = re.compile(r"[A-Za-z]:[\\/]")


def component_meant(ref: str, root: JsonObject) -> str | None:
    """Return the advice to refer to the component that the last part of `ref` names; None where there is none.

    A name that differs by capitals alone counts where no other is the same; `B`, `#B`, `components/schemas/B` and
    `#/definitions/B` all mean the component B. What looks like the name of a file, with a dot or a part behind `#`,
    means that file.
    """
    file, _, inner = ref.partition("#")
    if file and (inner or "." in file):
        return None
    name = unescape(re.split(r"[/\\#]", ref)[-1])
    found = [(section, component) for section, component in _components(root) if name and component == name]
    found = found or [
        (section, component) for section, component in _components(root) if component.lower() == name.lower()
    ]
    return f"did you mean '#/components/{found[0][0]}/{escape(found[0][1])}'?" if found else None


def is_windows_path(ref: str) -> bool:
    """Whether `ref` is a path with a drive letter, which parses as the scheme of a URL."""
    return _WINDOWS_PATH.match(ref) is not None


def _components(root: JsonObject) -> Iterator[tuple[str, str]]:
    sections = root.get("components")
    for section, named in sections.items() if isinstance(sections, dict) else ():
        for name in named if isinstance(named, dict) else ():
            yield section, name
