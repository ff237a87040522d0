"""Serialization of JSON values as YAML text that has the same value in YAML 1.2 and 1.1."""

from __future__ import annotations

from typing import Any

import yaml

from typewright.base.json_value import JsonValue
from typewright.openapi.files.core_schema import NotJsonError, resolve_plain


def yaml_text(value: JsonValue) -> str:
    """Return `value` as a YAML document, with members in order and multi-line texts as blocks.

    Unprintable characters are escaped in double quotes (YAML 1.2.2, section 5.7).
    """
    text = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
    return "".join(char if char.isprintable() or char == "\n" else f"\\U{ord(char):08X}" for char in text)


class _Dumper(yaml.SafeDumper):
    """A dumper without aliases that quotes texts which YAML 1.2 or 1.1 would resolve to another type."""

    def ignore_aliases(self, data: Any) -> bool:
        """Return True for every value, so that no anchors and aliases are written."""
        del data
        return True


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = None
    lines = text.split("\n")
    if not all(line.isprintable() for line in lines):
        style = '"'
    elif len(lines) > 1:
        style = '"' if any(line != line.rstrip() for line in lines) or lines[0].startswith(" ") else "|"
    elif not _is_resolved_to_text(text):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _is_resolved_to_text(text: str) -> bool:
    try:
        return isinstance(resolve_plain(text), str)
    except NotJsonError:
        return False


_Dumper.add_representer(str, _represent_text)
