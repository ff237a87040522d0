"""The package `acme_photos`, put together as the generator does: its own modules and a copy of the runtime."""

from __future__ import annotations

import gc
import shutil
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.runtime.python.loopback import LoopbackServer

HERE = Path(__file__).parent
RUNTIME = HERE.parents[2] / "templates" / "python" / "runtime"


@pytest.fixture(scope="session")
def acme_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the package `acme_photos`."""
    folder = tmp_path_factory.mktemp("acme")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(HERE / "sdk" / "acme_photos", folder / "acme_photos", ignore=ignored)
    shutil.copytree(RUNTIME, folder / "acme_photos" / "_runtime", ignore=ignored)
    return folder


@pytest.fixture(scope="session")
def acme(acme_folder: Path) -> Iterator[ModuleType]:
    """The package `acme_photos`."""
    sys.path.insert(0, str(acme_folder))
    yield import_module("acme_photos")
    sys.path.remove(str(acme_folder))


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    """A server on loopback; when the test is over, no connection to it may be open."""
    loopback = LoopbackServer()
    yield loopback
    gc.collect()
    end = time.monotonic() + 2
    while loopback._open and time.monotonic() < end:
        time.sleep(0.01)
    still_open = len(loopback._open)
    loopback.stop()
    assert still_open == 0, "connections are left open"


@pytest.fixture(autouse=True)
def no_credentials_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave no variable of the environment for the client to find."""
    for name in ("API_KEY", "TOKEN", "USERNAME", "PASSWORD", "SERVER_URL", "DEBUG", "TENANT"):
        monkeypatch.delenv(f"ACMEPHOTOS_{name}", raising=False)
