"""Built sites, crawled: no link and no anchor is dead, and no page writes errors to the browser's console."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.e2e.site_crawler import dead_links
from tests.e2e.test_docs_site import BROWSERS, QUIET

ROOT = Path(__file__).parent.parent.parent
CONFIG = """\
spec: {spec}
docs: {{dialect: mkdocs, method_pages: {method_pages}, shared_site: true}}
metadata: {{documentation: "https://docs.example.com/pets/", repository: "https://example.com/pets"}}
targets:
  python: {{package: pets}}
  typescript: {{package: "@acme/pets"}}
"""


def build(folder: Path, language: str) -> Path:
    """Build the site of a target strictly; return the folder of its pages."""
    site = folder / f"html-{language}"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    done = subprocess.run(
        command, cwd=folder / "generated" / language, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder at an address of this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: object, **options: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def console(browser: str, folder: Path, address: str) -> list[str]:
    """Return what a page writes to the browser's console."""
    options = ["--headless", "--no-sandbox", *QUIET, f"--user-data-dir={folder}", "--enable-logging=stderr"]
    command = [browser, *options, "--virtual-time-budget=4000", "--dump-dom", address]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert "</html>" in done.stdout, done.stderr
    return [line for line in done.stderr.splitlines() if ":CONSOLE" in line]


@pytest.mark.nightly
@pytest.mark.parametrize("method_pages", ["group", "operation"])
@pytest.mark.parametrize("spec", ["tests/full_description.yaml", "spec/openapi.yaml"])
def test_no_link_of_generated_pages_is_dead(spec: str, method_pages: str, tmp_path: Path) -> None:
    pytest.importorskip("material", reason="mkdocs-material is not installed: pip install -e '.[site]'")
    (tmp_path / "typewright.yaml").write_text(CONFIG.format(spec=ROOT / spec, method_pages=method_pages))
    run = [sys.executable, "-m", "typewright", "generate"]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for language in ("python", "typescript", "site"):
        site = build(tmp_path, language)
        assert (site / "404.html").is_file()
        assert "https://docs.example.com/pets/guides/retries/" in (site / "sitemap.xml").read_text()
        assert list(dead_links(site, "/pets/")) == []
        for name, link in (("llms.txt", r"\]\((.*)\)$"), ("llms-full.txt", r"^Source: (.*)$")):
            listed = re.findall(link, (site / name).read_text(), re.MULTILINE)
            assert listed
            assert [address for address in listed if not (site / address / "index.html").is_file()] == []
        if browser := next((path for name in BROWSERS if (path := shutil.which(name))), None):
            shown = [
                site / "index.html",
                *sorted(site.glob("sdks/*/index.html"))[:2],
                *sorted(site.glob("guides/e*/*")),
            ]
            with served(site) as root:
                for page in shown:
                    written = console(browser, tmp_path / "browser", root + page.relative_to(site).as_posix())
                    assert written == [], page


def test_the_crawler_finds_what_is_dead(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        '<a href="a/#here"></a><a href="a/#there"></a><a href="b.html"></a><a href="#"></a><img src="/c.png">'
        '<a href="https://example.com/b.html"></a>'
    )
    (tmp_path / "a/index.html").write_text('<h2 id="here"></h2><a href="..">up</a>')
    assert list(dead_links(tmp_path)) == [
        "index.html: a/#there: no such anchor",
        "index.html: b.html: no such page",
        "index.html: /c.png: no such page",
    ]
