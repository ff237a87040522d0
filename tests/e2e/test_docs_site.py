"""The documentation site: built strictly, opened in a browser, a table read and a link followed."""

import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.e2e.site_crawler import dead_links

ROOT = Path(__file__).parent.parent.parent
SITE = ROOT / "site/html"
PAGE = "reference/typescript/models/operations/postv2proxyimagesgenerationsrequestbody.html"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync")


class Cells(HTMLParser):
    """Collects the rows of tables, and the links in them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.links: dict[str, str] = {}
        self._cell: list[str] | None = None
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self._cell = []
        elif tag == "a" and self._cell is not None:
            self._link = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._cell is not None:
            self.rows[-1].append("".join(self._cell).strip())
            self._cell = None
        elif tag == "a":
            self._link = ""

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)
            if self._link:
                self.links[data] = self._link


@pytest.fixture(scope="module")
def site() -> Path:
    if shutil.which("make") is None or shutil.which("mkdocs", path=Path(sys.executable).parent) is None:
        pytest.skip("mkdocs-material is not installed: pip install -e '.[site]'")
    run = [sys.executable, "-m"]
    commands = (
        [*run, "typewright", "generate", "--config", "docs/site/typewright.yaml"],
        ["docs/site/gather.sh"],
        [*run, "mkdocs", "build", "--strict", "--config-file", "docs/site/mkdocs.yml"],
    )
    for command in commands:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    return SITE


@pytest.fixture(scope="module")
def browser() -> str:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this machine (Debian's package chromium)")
    return found


def opened(browser: str, folder: Path, page: Path, *options: str) -> str:
    """Return what the browser makes of a page, its scripts run."""
    command = [browser, "--headless", "--no-sandbox", *QUIET, f"--user-data-dir={folder}", *options, page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_page_shows_its_table_and_its_links_lead_on(site: Path, browser: str, tmp_path: Path) -> None:
    page = site / PAGE
    cells = Cells()
    cells.feed(opened(browser, tmp_path, page, "--dump-dom"))
    assert cells.rows[0] == ["Field", "Type", "Required", "Description"]
    assert cells.rows[1] == ["prompt", "string", "✓", "A text description of the desired image(s)."]
    assert cells.rows[3][:3] == ["model", "string", "✓"]
    assert len(cells.rows) == 13
    target = (page.parent / cells.links["operations.Quality"]).resolve()
    followed = opened(browser, tmp_path, target, "--dump-dom")
    assert re.search(r"<h1[^>]*>Quality<", followed)
    screenshot = ROOT / "site/screenshot.png"
    opened(browser, tmp_path, page, f"--screenshot={screenshot}", "--window-size=1280,1600", "--hide-scrollbars")
    assert screenshot.read_bytes().startswith(b"\x89PNG")


@pytest.mark.nightly
def test_no_link_is_dead(site: Path) -> None:
    assert list(dead_links(site)) == []
