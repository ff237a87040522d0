"""Suggestions for references without a target: components of a similar name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typewright.base.json_pointer import escape, unescape
from typewright.base.json_value import JsonObject
from typewright.openapi.kinds import KINDS

_SECTION = re.compile(r"#/components/(?P<name>[^/]*)/")
_WINDOWS_PATH = re.compile(r"[A-Za-z]:[\\/]")


def component_suggestion(ref: str, root: JsonObject) -> str | None:
    """Return the advice to refer to the component that the last part of `ref` names; None if there is none.

    `B`, `#B`, `components/schemas/B` and `#/definitions/B` all suggest the component B, or else one whose name differs
    in letter case only. A reference to a file (with a dot, or a fragment after `#`) gets no suggestion.
    """
    name = _component_name(ref)
    matches = [(section, component) for section, component in _components(root) if name and component == name]
    matches = matches or [
        (section, component) for section, component in _components(root) if component.lower() == name.lower()
    ]
    return f"did you mean '#/components/{matches[0][0]}/{escape(matches[0][1])}'?" if matches else None


def meant_reference(ref: str) -> str | None:
    """Return the reference that `ref` stands for, if that has a target; None if `ref` cannot be read otherwise.

    Such are a JSON pointer without its first slash (`#components/schemas/B`) or with an empty token (`b.yaml#/B/`),
    and one to a component without `#` (`components/schemas/B`).
    """
    file, separator, pointer = ref.partition("#")
    if not separator:
        file, pointer = "", ref if ref.lstrip("/").startswith("components/") else ""
    tokens = [token for token in pointer.split("/") if token]
    meant = f"{file}#/{'/'.join(tokens)}"
    return meant if tokens and "/" in pointer and meant != ref else None


def meant_component(ref: str, root: JsonObject) -> str | None:
    """Return a reference to the only component that `ref`, which has no target, can name; None if there is none.

    `#/definitions/B`, `#/components/schema/B`, `#B` and `B` name the component B.
    """
    name, section = _component_name(ref), _SECTION.match(ref)
    sections = [section for section, component in _components(root) if name and component == name]
    if len(sections) != 1 or (section is not None and section["name"] in KINDS["Components"].members):
        return None
    return f"#/components/{sections[0]}/{escape(name)}"


def is_windows_path(ref: str) -> bool:
    """Return whether `ref` is a path with a drive letter, which would parse as a URL scheme."""
    return _WINDOWS_PATH.match(ref) is not None


def _component_name(ref: str) -> str:
    """Return the last part of a reference; an empty text for a reference to a file (with a dot, or a fragment)."""
    file, _, inner = ref.partition("#")
    return "" if file and (inner or "." in file) else unescape(re.split(r"[/\\#]", ref)[-1])


def _components(root: JsonObject) -> Iterator[tuple[str, str]]:
    sections = root.get("components")
    for section, components in sections.items() if isinstance(sections, dict) else ():
        for name in components if isinstance(components, dict) else ():
            yield section, name
