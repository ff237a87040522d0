"""Fixtures and options that several test folders share."""

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
import typewright.targets.finding
from filelock import FileLock
from hypothesis import HealthCheck, settings

settings.register_profile("shared-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared-machine")

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared"

FAKE_HEAD = '''
"""A target as small as one can be: a Python module and a text for each schema."""

from functools import partial

from typewright.config.options import TargetConfig
from typewright.naming.names import Language
from typewright.pages.page import Page, RawFile
from typewright.targets.contract import Target


class Fake(Target):
    name, label, contract_version, Options = "fake", "Fake", 1, TargetConfig

    def language(self, api, options):
        return Language()

    def files(self, project):
'''
FAKE_FILES = """
        yield RawFile("__init__.py", lambda: f"TITLE = {project.api.title!r}", "python")
        for pointer in project.api.components:
            name = pointer.rpartition("/")[2]
            text = f"# {name} of {project.options.package}\\n"
            yield RawFile(f"pages/{name}.md", partial(str, text), "markdown")
"""


def write_fake_target(folder: Path, files: str = FAKE_FILES) -> None:
    """Write the target `fake` into its package; `files` is the body of its method of that name."""
    (folder / "target.py").write_text(
        f"{FAKE_HEAD}{textwrap.indent(textwrap.dedent(files), ' ' * 8)}\n\nTARGET = Fake()\n"
    )


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expectations of tests/cases")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is refused in continuous integration: expectations are read by people")


@pytest.fixture
def fake_target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A language `fake` that is found like any other, for tests of what surrounds the targets."""
    package = tmp_path / "plugins" / "fake"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    write_fake_target(package)
    monkeypatch.setattr(typewright.targets, "__path__", [str(package.parent)])
    yield "fake"
    for module in ("typewright.targets.fake", "typewright.targets.fake.target"):
        sys.modules.pop(module, None)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder, empty."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def tsc() -> Path:
    """The TypeScript compiler, installed from npm where it is not there yet; run it with node."""
    folder = ROOT / "tests/e2e/typescript"
    program = folder / "node_modules/typescript/bin/tsc"
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node and npm are not installed, so no TypeScript is compiled")
    with FileLock(folder / ".lock"):
        if not program.is_file():
            command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"]
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    return program


@pytest.fixture
def corpus() -> Path:
    """The folder with real descriptions beside this checkout."""
    if not CORPUS.is_dir():
        pytest.skip("there is no ../shared beside this checkout, so no real description is tried")
    return CORPUS
