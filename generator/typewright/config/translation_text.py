"""The text of a translated configuration: YAML with comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from typewright.base.json_value import JsonValue
from typewright.config.foreign import Translation
from typewright.config.schema import SCHEMA_FILE

_PLAIN = re.compile(r"[A-Za-z_./][\w./-]*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_SECTIONS = {
    "naming": "who gets a contested name",
    "examples": "which values examples show",
    "docs": "how pages look",
    "targets": "one entry a language",
}


def translated_configuration(translation: Translation, source: str) -> str:
    """Return the text of a translated configuration, with the foreign options without effect as comments.

    `source` is the name of the configuration that was translated.
    """
    lines = [
        f"# yaml-language-server: $schema={SCHEMA_FILE}",
        f"# As in {' '.join(source.split())}.",
        *_lines(translation.options, 0),
    ]
    if translation.unused:
        lines += ["", "# Without an effect here:", *(f"#   {' '.join(path.split())}" for path in translation.unused)]
    return "\n".join(lines) + "\n"


def _lines(node: dict[str, JsonValue], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for key, value in node.items():
        comment = f"  # {_SECTIONS[key]}" if key in _SECTIONS and depth == 0 else ""
        if isinstance(value, dict) and value:
            yield f"{indent}{_scalar(key)}:{comment}"
            yield from _lines(value, depth + 1)
        elif isinstance(value, list):
            yield f"{indent}{_scalar(key)}: [{', '.join(_scalar(item) for item in value)}]"
        else:
            yield f"{indent}{_scalar(key)}: {'{}' if value == {} else _scalar(value)}"


def _scalar(value: JsonValue) -> str:
    """Return a scalar as YAML that has the same meaning in YAML 1.2 and 1.1."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)
