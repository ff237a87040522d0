"""What the README shows is what comes out: each block that names a file is a part of it; each link leads somewhere."""

import re
from pathlib import Path

import pytest
from typewright.config.options import TargetConfig
from typewright.config.reading import read_config
from typewright.openapi.files.source import parse_source

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text()
SHOWN = re.findall(r"<!-- (\S+) -->\n(`{3,})\w+\n(.*?)\2\n", README, re.DOTALL)
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize(("file", "text"), [(file, text) for file, _, text in SHOWN])
def test_a_shown_file_is_shown_as_it_is(file: str, text: str) -> None:
    assert text.strip()
    assert text.rstrip("\n") in (ROOT / file).read_text()


def test_the_example_is_shown_whole() -> None:
    assert len(SHOWN) == 7


def test_the_shown_configuration_is_valid() -> None:
    shown = re.search(r"```yaml\n(spec: .*?)```", README, re.DOTALL)
    assert shown
    value = parse_source(shown[1].encode(), "README.md").value
    config = read_config(
        value,
        folder=Path(),
        locate=lambda _: None,
        defaults={"python": TargetConfig(), "typescript": TargetConfig()},
    )
    assert [target.language for target in config.targets] == ["typescript", "python"]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_contributing_page_is_a_page() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text().split()) < 700


def test_the_site_leads_to_every_page() -> None:
    nav = (ROOT / "docs/site/nav.yml").read_text()
    pages = {page.name for page in (ROOT / "docs").glob("*.md")}
    assert pages <= set(re.findall(r": (\S+\.md)$", nav, re.MULTILINE))


def test_the_command_line_has_a_page_with_every_command() -> None:
    page = (ROOT / "docs/command-line.md").read_text()
    rows = "\n".join(line for line in page.splitlines() if line.startswith("| `"))
    commands = (ROOT / "generator/typewright/cli/commands").glob("[!_]*.py")
    missing = [name for name in (file.stem.replace("_", "-") for file in commands) if f"`{name}`" not in rows]
    assert missing == []
