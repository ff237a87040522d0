"""The text of a configuration that `typewright init` writes: YAML with comments."""

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


def translated_configuration(translation: Translation, gen: str) -> str:
    """Return the configuration that keeps what another one, called `gen`, says; what has no effect is listed in it."""
    lines = [
        f"# yaml-language-server: $schema={SCHEMA_FILE}",
        f"# As in {' '.join(gen.split())}.",
        *_lines(translation.options, 0),
    ]
    if translation.unused:
        lines += ["", "# Without an effect here:", *(f"#   {' '.join(path.split())}" for path in translation.unused)]
    return "\n".join(lines) + "\n"


def _lines(node: dict[str, JsonValue], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for key, value in node.items():
        said = f"  # {_SECTIONS[key]}" if key in _SECTIONS and depth == 0 else ""
        if isinstance(value, dict) and value:
            yield f"{indent}{_scalar(key)}:{said}"
            yield from _lines(value, depth + 1)
        elif isinstance(value, list):
            yield f"{indent}{_scalar(key)}: [{', '.join(_scalar(item) for item in value)}]"
        else:
            yield f"{indent}{_scalar(key)}: {'{}' if value == {} else _scalar(value)}"


def _scalar(value: JsonValue) -> str:
    """Return a scalar in a form that YAML 1.2 and 1.1 read alike."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)
