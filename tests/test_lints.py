"""The rules of `typewright lint`: each folder of `tests/lints` is a description in which the rule of its name finds
something, and beside it what must not be found. `findings.txt` is what the rule says; `make update-golden` rewrites it.
"""

from pathlib import Path

import pytest
from typewright.base.errors import render
from typewright.cli.messages import line_reader
from typewright.lint import Report, lint
from typewright.lint.registry import RULES
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower

LINTS = Path(__file__).parent / "lints"


def linted(spec: Path) -> Report:
    document = load_document(spec)
    api, found = lower(document)
    return lint(document, api, found)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_rule(rule: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.chdir(LINTS / rule)
    found = [each for each in linted(Path("spec.yaml")).diagnostics if each.code == rule]
    text = render(found, line_reader()) + "\n"
    expected = Path("findings.txt")
    if request.config.getoption("--update-golden"):
        expected.write_text(text, encoding="utf-8")
    assert found
    assert text == expected.read_text(encoding="utf-8")


def test_every_folder_is_a_rule() -> None:
    assert {folder.name for folder in LINTS.iterdir()} == set(RULES)
