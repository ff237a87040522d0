"""Plain JSON values → YAML text that has the same values in YAML 1.2 and 1.1."""

from __future__ import annotations

from typing import Any

import yaml

from typewright.base.json_value import JsonValue
from typewright.openapi.files.core_schema import NotJsonError, resolve_plain


def yaml_text(value: JsonValue) -> str:
    """Return `value` as a YAML document, with members in order and multi-line texts as blocks.

    What cannot be seen is escaped (YAML 1.2.2, section 5.7): texts that hold it are in double quotes.
    """
    text = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
    return "".join(char if char.isprintable() or char == "\n" else f"\\U{ord(char):08X}" for char in text)


class _Dumper(yaml.SafeDumper):
    """Writes no aliases, and quotes texts that either version would resolve to other types."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write every value in full, without anchors and aliases."""
        del data
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = None
    lines = text.split("\n")
    if not all(line.isprintable() for line in lines):
        style = '"'
    elif len(lines) > 1:
        style = '"' if any(line != line.rstrip() for line in lines) or lines[0].startswith(" ") else "|"
    elif not _is_text(text):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _is_text(text: str) -> bool:
    try:
        return isinstance(resolve_plain(text), str)
    except NotJsonError:
        return False


_Dumper.add_representer(str, _text)
