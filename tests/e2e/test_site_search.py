"""The search of a built MkDocs site knows the titles of pages and the names of methods, and finds a page by these."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.browser_pages import opened_page
from tests.e2e.test_built_sites import CONFIG, build, served
from tests.e2e.test_docs_site import BROWSERS

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("material", reason="mkdocs-material is not installed: pip install -e '.[site]'")
    folder = tmp_path_factory.mktemp("search")
    (folder / "typewright.yaml").write_text(
        CONFIG.format(spec=ROOT / "tests/full_description.yaml", method_pages="group")
    )
    run = [sys.executable, "-m", "typewright", "generate"]
    done = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return build(folder, "python")


def test_the_index_of_the_search_has_titles_of_pages_and_names_of_methods(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text())
    titles = {re.sub(r"<[^>]+>", "", entry["title"]): entry["location"] for entry in index["docs"]}
    pages = [page for page in site.rglob("index.html") if page.parent.parent.name == "models"]
    assert len(pages) > 10
    headings = {re.sub(r"<[^>]+>", "", found[1]) for page in pages if (found := _HEADING.search(page.read_text()))}
    assert {heading.removesuffix("&para;").strip() for heading in headings} <= titles.keys()
    methods = list(site.glob("sdks/*/index.html"))
    named = {name for page in methods for name in re.findall(r'<h2 id="([a-z_0-9]+)"', page.read_text())}
    assert named - {"overview"}
    assert named - {"overview"} <= titles.keys()


_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


def test_the_browser_shows_what_the_search_finds(site: Path, tmp_path: Path) -> None:
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        pytest.skip("no Chromium on this machine (Debian's package chromium)")
    index = json.loads((site / "search/search_index.json").read_text())
    page = next(entry for entry in index["docs"] if re.fullmatch(r"models/\w+/", entry["location"]))
    links = "[...document.querySelectorAll('.md-search-result__link')].map((link) => link.href).join()"
    with served(site) as root, opened_page(browser, tmp_path, f"{root}?q={page['title']}") as opened:
        found = opened.waited(links)
    assert f"{root}{page['location']}" in found
