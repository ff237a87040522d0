"""Every identifier that comes of a name is one: the code of files and pages parses, whatever things are called.

Names begin with digits, are written in other scripts, are words of a language, or hold nothing that an identifier can.
"""

from __future__ import annotations

import ast
import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typewright.base.errors import TypewrightError
from typewright.config.options import Config, ExamplesConfig, NamingConfig, target_for
from typewright.pipeline import build
from typewright.targets.finding import DefaultOptions, languages

from tests.hostile.markdown_oracle import Ask
from tests.hostile.places import description
from tests.planned_files import with_known

NAMED = (
    *("info: title", "tag: name", "operation: id", "second operation: id", "operation: name override"),
    *("operation: group", "webhook: operation id", "security scheme: key", "server: id", "server variable: name"),
    *("query parameter: name", "header parameter: name", "cookie parameter: name", "global: name"),
    *("component: key", "object: title", "inline schema: title", "error: title", "property: name"),
    *("property: name override", "enum: value", "enum: name", "plain enum: value", "form: property name"),
    *("discriminator: key", "const", "response example: key", "map: example key", "free default: key"),
)
"""Places of the description whose text becomes a name in code."""
NAMES = (
    *("1Password Connect", "2fa", "3D", "360", "7-Zip", "0", "1.5", "1_000", "0x1f", "1e5", "9lives of a cat"),
    *("日本語 の API", "Ärzte für Tiere", "واجهة", "हिन्दी", "ไทย", "Ελληνικά", "Русский", "한국어", "עברית", "ქართული"),
    *("१२ घंटे", "١٢٣", "๓ดี", "²x", "Ⅷ", "½ price", "①", "𝟙x", "𝒳 value", "ﬁne", "ª", "ŉ", "ß", "İstanbul", "℘", "゛"),
    *("·a", "a\u200db", "a\u0301", "\u0301a", "ＡＢＣ", "😀", "😀 1", "-1", "+1", "$a", "$", "_", "__", "-", ".", "*"),
    *("class", "constructor", "prototype", "default", "await", "yield", "None", "self", "import", "match", "type"),
    *("arguments", "undefined", "NaN", "globalThis", "Object", "Promise", "__class__", "__init__", "async", "print"),
)


def project(names: dict[str, str], scheme: str, style: str) -> tuple[dict[str, Any], Config]:
    """Return the description with `names` in their places, and a configuration of everything that can be generated."""
    base = Config(
        formatter="none",
        examples=ExamplesConfig(style=style, optional="always"),  # type: ignore[arg-type]
        naming=NamingConfig(scheme=scheme),  # type: ignore[arg-type]
    )
    everything = {"python": ("models", "docs", "examples"), "typescript": ("models", "docs", "examples")}
    targets = tuple(
        with_known(
            target_for(language, base, DefaultOptions()),
            parts=everything[language],
            enum_format="enum" if scheme == "symmetric" else "union",
            docs={"usage": "reference" if style == "reference" else "runnable"},
        )
        for language in languages()
    )
    numbers = {place: f" {number or ''}".rstrip() for number, place in enumerate(_APART)}

    def filled(place: str, usual: str) -> str:
        return names.get(place, usual) + (numbers.get(place, "") if place in names else "")

    return description(filled), replace(base, targets=targets)


_APART = (
    *("operation: id", "second operation: id", "webhook: operation id", "operation: name override"),
    *("query parameter: name", "header parameter: name", "cookie parameter: name", "global: name"),
)
"""Places whose texts must be apart: all but the first get a number behind them."""


def faults(names: dict[str, str], ask: Ask, scheme: str = "first-come", style: str = "valid") -> list[str]:
    """Return what is no code among the files and pages of the description with `names`; nothing where it is refused."""
    value, config = project(names, scheme, style)
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder, "spec.json")
        spec.write_text(json.dumps(value))
        try:
            tree = build(replace(config, spec=spec, root=Path(folder))).tree
        except TypewrightError as refusal:
            return [f"refused: {each.code} {each.message}" for each in refusal.diagnostics]
    files = {path: content.decode() for path, content in tree.items()}
    return [fault for path, text in files.items() for fault in _faults(path, text, ask)]


def _faults(path: str, text: str, ask: Ask) -> Iterator[str]:
    if path.endswith(".py"):
        yield from _python(path, text)
    elif path.endswith(".ts"):
        yield from (f"{path}: {fault}" for fault in ask("ts", text)["faults"])
    elif path.endswith(".md"):
        for tag, block in re.findall(r"^```(\w+)[^\n]*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            if "/* values here */" in block:
                continue  # what the reference shows of a type that has no example
            if tag == "python":
                yield from _python(path, block)
            elif tag == "typescript":
                yield from (f"{path}: {fault}: {block[:300]}" for fault in ask("ts", block)["faults"])


def _python(path: str, text: str) -> Iterator[str]:
    try:
        ast.parse(text)
    except SyntaxError as fault:
        yield f"{path}:{fault.lineno}: {fault.msg}: {(fault.text or '').strip()[:200]}"


@pytest.mark.parametrize("name", NAMES[:14:3])
def test_a_name_in_every_place(name: str, inspector: Ask) -> None:
    assert faults(dict.fromkeys(NAMED, name), inspector) == []


@pytest.mark.nightly
@pytest.mark.parametrize(("scheme", "style"), [("first-come", "valid"), ("symmetric", "reference")])
@pytest.mark.parametrize("name", NAMES)
def test_every_name_in_every_place(name: str, scheme: str, style: str, inspector: Ask) -> None:
    assert faults(dict.fromkeys(NAMED, name), inspector, scheme, style) == []


@pytest.mark.nightly
@pytest.mark.parametrize("place", NAMED)
def test_every_name_in_one_place(place: str, inspector: Ask) -> None:
    found = {name: faults({place: name}, inspector) for name in NAMES}
    assert {name: fault for name, fault in found.items() if fault} == {}


TEXTS = st.one_of(
    st.text(min_size=1, max_size=8),
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).map(" ".join),
    st.tuples(st.from_regex(r"\A[0-9]{1,13}\Z"), st.sampled_from(NAMES)).map("".join),
)


@pytest.mark.nightly
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.dictionaries(st.sampled_from(NAMED), TEXTS, min_size=1), style=st.sampled_from(("valid", "reference")))
def test_names_of_all_scripts(names: dict[str, str], style: str, inspector: Ask) -> None:
    assert faults(names, inspector, "first-come" if style == "valid" else "symmetric", style) == []
