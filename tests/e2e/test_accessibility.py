"""Sites are measured by Lighthouse: pages are accessible in MkDocs and in Docusaurus, whose builds are strict."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from tests.e2e.test_built_sites import build, served
from tests.e2e.test_docs_site import BROWSERS

ROOT = Path(__file__).parent.parent.parent
TOOLS = Path(__file__).parent / "sites"
CONFIG = """\
spec: {spec}
docs: {{dialect: {dialect}, shared_site: true}}
metadata: {{documentation: "https://docs.example.com"}}
targets:
  python: {{package: pets}}
  typescript: {{package: "@acme/pets"}}
"""
PAGES = ("", "sdks/petssdk/", "models/pet/", "models/animal/", "guides/errors/")
LEAST = 95


@pytest.fixture(scope="module")
def browser() -> str:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this machine (Debian's package chromium)")
    return found


@pytest.fixture(scope="module")
def tools() -> Path:
    """Return the folder of the programs of node's; installed from npm where they are not there."""
    if shutil.which("npm") is None:
        pytest.skip("node and npm are not installed")
    with FileLock(TOOLS / ".lock"):
        if not all((TOOLS / "node_modules" / name).is_dir() for name in ("lighthouse", "@docusaurus/core")):
            command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"]
            subprocess.run(command, cwd=TOOLS, check=True, capture_output=True, timeout=600)
    return TOOLS


def generated(folder: Path, dialect: str) -> Path:
    (folder / "typewright.yaml").write_text(CONFIG.format(spec=ROOT / "tests/full_description.yaml", dialect=dialect))
    run = [sys.executable, "-m", "typewright", "generate"]
    done = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "generated/site"


@pytest.fixture
def docusaurus(tools: Path, tmp_path: Path) -> Iterator[Path]:
    """Return the pages of a site that Docusaurus has built, beside its packages, where it finds these."""
    folder = tools / "site"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(generated(tmp_path, "docusaurus"), folder)
    command = ["npx", "--no-install", "docusaurus", "build"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    yield folder / "build"
    shutil.rmtree(folder)


def scores(address: str, tools: Path, browser: str) -> dict[str, float]:
    """Return what Lighthouse gives each page for its accessibility, of 100."""
    found = {}
    for page in PAGES:
        options = ["--only-categories=accessibility", "--output=json", "--quiet"]
        chrome = "--chrome-flags=--headless --no-sandbox --disable-gpu"
        command = ["npx", "--no-install", "lighthouse", address + page, *options, chrome]
        environment = {**os.environ, "CHROME_PATH": browser}
        done = subprocess.run(
            command, cwd=tools, env=environment, capture_output=True, text=True, check=False, timeout=180
        )
        assert done.returncode == 0, done.stderr
        found[page] = 100 * json.loads(done.stdout)["categories"]["accessibility"]["score"]
    return found


@pytest.mark.nightly
def test_a_site_of_mkdocs_is_accessible(tools: Path, browser: str, tmp_path: Path) -> None:
    pytest.importorskip("material", reason="mkdocs-material is not installed: pip install -e '.[site]'")
    generated(tmp_path, "mkdocs")
    with served(build(tmp_path, "site")) as address:
        found = scores(address, tools, browser)
    assert {page: score for page, score in found.items() if score < LEAST} == {}


@pytest.mark.nightly
def test_a_site_of_docusaurus_is_accessible(docusaurus: Path, tools: Path, browser: str) -> None:
    with served(docusaurus) as address:
        found = scores(address, tools, browser)
    assert {page: score for page, score in found.items() if score < LEAST} == {}
    listed = re.findall(r"\]\((.*)\)$", (docusaurus / "llms.txt").read_text(), re.MULTILINE)
    assert listed
    assert [page for page in listed if not (docusaurus / page / "index.html").is_file()] == []
