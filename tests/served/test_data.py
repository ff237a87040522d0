"""The data that both languages' runtimes are tested with, held to a plain reading of the two standards.

The readers here are slow and take whole texts: they follow the words of RFC 6570 and of WHATWG HTML, 9.2.6.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

FOLDER = Path(__file__).parent / "data"
URI_TEMPLATES = json.loads((FOLDER / "uri_templates.json").read_text(encoding="utf-8"))
EVENT_STREAMS = json.loads((FOLDER / "event_streams.json").read_text(encoding="utf-8"))
SEPARATORS = {"simple": ",", "label": ".", "matrix": ";", "form": "&", "spaceDelimited": "%20", "pipeDelimited": "%7C"}


def escaped(value: Any, *, allow_reserved: bool = False) -> str:
    text = json.dumps(value) if isinstance(value, bool) else str(value)
    if not allow_reserved:
        return quote(text, safe="-._~")
    pieces = re.split("(%[0-9A-Fa-f]{2})", text)
    return "".join(
        piece if number % 2 else quote(piece, safe="-._~:/?#[]@!$&'()*+,;=") for number, piece in enumerate(pieces)
    )


def deep(name: str, value: Any) -> list[str]:
    if isinstance(value, dict):
        return [pair for key, item in value.items() for pair in deep(f"{name}[{key}]", item)]
    return [f"{escaped(name)}={escaped(item)}" for item in (value if isinstance(value, list) else [value])]


def expanded(row: dict[str, Any]) -> str:
    """Expand one variable as RFC 6570, 3.2.1 says; the style stands for the operator."""
    style, value, reserved = row["style"], row["value"], row.get("allow_reserved", False)
    name, separator = escaped(row["name"]), SEPARATORS.get(row["style"], "&")
    prefix = {"label": ".", "matrix": ";"}.get(style, "")
    is_named = style not in ("simple", "label")
    texts = [escaped(item, allow_reserved=reserved) for item in value] if isinstance(value, list) else []
    if style == "deepObject":
        return "&".join(deep(row["name"], value))
    if isinstance(value, dict) and row["explode"]:
        return prefix + separator.join(f"{escaped(key)}={escaped(item)}" for key, item in value.items())
    if isinstance(value, list) and row["explode"]:
        between = separator if style in ("simple", "label", "matrix") else "&"
        return prefix + between.join(f"{name}={text}" if is_named else text for text in texts)
    if isinstance(value, dict):
        texts = [escaped(part) for pair in value.items() for part in pair]
    comma = separator if style.endswith("Delimited") else ","
    text = comma.join(texts) if isinstance(value, dict | list) else escaped(value, allow_reserved=reserved)
    equals = "" if style == "matrix" and not text else "="
    return prefix + (f"{name}{equals}{text}" if is_named else text)


def events(stream: str) -> list[dict[str, Any]]:
    """Interpret a whole event stream (WHATWG HTML, 9.2.6)."""
    lines = re.split("\r\n|\n|\r", stream.removeprefix("\ufeff"))[:-1]
    found, data, event, last_id, retry = [], [], "", None, None
    for line in lines:
        if not line:
            fields = {"data": "\n".join(data), "event": event or None, "id": last_id, "retry": retry}
            found += [{name: value for name, value in fields.items() if value is not None}] if data else []
            data, event, retry = [], "", None
            continue
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            data.append(value)
        elif name == "event":
            event = value
        elif name == "id" and "\0" not in value:
            last_id = value
        elif name == "retry" and re.fullmatch("[0-9]+", value):
            retry = int(value)
    return found


@pytest.mark.parametrize("row", URI_TEMPLATES, ids=lambda row: f"{row['style']} {row['explode']} {row['expanded']}")
def test_templates_are_expanded_as_the_standard_says(row: dict[str, Any]) -> None:
    assert expanded(row) == row["expanded"]


@pytest.mark.parametrize("row", EVENT_STREAMS, ids=lambda row: row["case"])
def test_streams_are_read_as_the_standard_says(row: dict[str, Any]) -> None:
    assert events(row["stream"]) == row["events"]
