"""The codes of all messages: registered, used, and documented."""

import re
from pathlib import Path

from typewright.base.codes import REGISTRY, markdown_table
from typewright.base.errors import ExitCode, Severity

ROOT = Path(__file__).parents[2]
DOCUMENTED = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
USED = {
    code
    for path in (ROOT / "generator").rglob("*.py")
    if path.name != "error_codes.py"
    for code in re.findall(r'"([EWN]\d{3})"', path.read_text(encoding="utf-8"))
}


def test_the_documentation_holds_the_table_of_the_registry() -> None:
    assert markdown_table() in DOCUMENTED, "write typewright.base.codes.markdown_table() into docs/errors.md"


def test_every_code_in_use_is_registered() -> None:
    assert REGISTRY.keys() >= USED, "add a row to generator/typewright/base/codes.py"


def test_every_registered_code_is_in_use() -> None:
    assert REGISTRY.keys() <= USED


def test_no_code_has_two_meanings() -> None:
    rows = re.findall(
        r'ErrorCode\(\s*"(\w+)"', (ROOT / "generator/typewright/base/codes.py").read_text(encoding="utf-8")
    )
    assert len(rows) == len(set(rows)) == len(REGISTRY)


def test_codes_titles_and_helps_are_well_formed() -> None:
    for code, row in REGISTRY.items():
        assert row.code == code
        assert re.fullmatch(r"[EW][0-5]\d\d", code)
        assert row.title
        assert row.help
        assert "|" not in row.title + row.help
    titles = [row.title for row in REGISTRY.values()]
    assert len(titles) == len(set(titles))


def test_severities_and_exit_codes_are_documented() -> None:
    for severity in Severity:
        assert f"| `{severity.value}` |" in DOCUMENTED
    for exit_code in ExitCode:
        assert f"| {exit_code.value} |" in DOCUMENTED
