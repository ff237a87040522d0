"""A FastAPI application: its client is generated from it, built, installed in an empty environment, and called."""

import json
import socket
import subprocess
import sys
import threading
import time
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from tests.e2e.fastapi_application import app as application
from tests.served.generating import generate

CALLS = Path(__file__).parent / "fastapi_application/calls.py"
FRAME = {"kind": "circle", "radius": 2.0}
PHOTO = {
    "title": "Foto 4 ü",
    "size": 262,
    "media_type": "image/png",
    "tags": ["a", "b"],
    "visibility": "private",
    "note": None,
    "frame": None,
}
EXPECTED = {
    "uploaded": PHOTO,
    "got": True,
    "changed": {**PHOTO, "frame": FRAME},
    "file": True,
    "titles": [f"Foto {number} ü" for number in range(5)],
    "pages": [2, 2, 1],
    "areas": [12.0, 3.0],
    "events": [1, 2, 3],
    "problem": [404, "No such photo", True],
    "checked": "1 validation error for limit",
    "refused": [422, ["query", "cursor"]],
    "token": ["bearer", 3600],
    "wrong": "PhotoLibraryError",
    "installed": True,
}


@pytest.fixture
def address() -> Iterator[str]:
    """The running application, with nothing in its library."""
    application.photos.clear()
    application.files.clear()
    application.tokens.clear()
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(application.app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    assert server.started
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(20)


def run(*command: str | Path, folder: Path) -> str:
    done = subprocess.run(list(map(str, command)), cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    if "No matching distribution found" in done.stderr or "Could not find a version" in done.stderr:
        pytest.skip("there is no package index within reach")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment in which nothing but the client's wheel is installed, with what it asks for."""
    folder = tmp_path_factory.mktemp("photos")
    package = generate(json.dumps(application.description()), folder, "python", package="photo-library")
    wheels = folder / "wheels"
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", wheels, package, folder=folder)
    (wheel,) = wheels.iterdir()
    assert wheel.name == "photo_library-1.4.0-py3-none-any.whl"
    venv.create(folder / "empty", with_pip=False)
    made = folder / "empty/bin/python"
    run(sys.executable, "-m", "pip", "--python", made, "install", "--quiet", wheel, folder=folder)
    return made


@pytest.mark.parametrize("way", ["doing", "awaiting"])
def test_the_client_of_a_fastapi_application_calls_it(way: str, python: Path, address: str, tmp_path: Path) -> None:
    found: dict[str, Any] = json.loads(run(python, "-I", "-W", "error", CALLS, address, way, folder=tmp_path))
    assert found == EXPECTED
    assert {photo.title for photo in application.photos.values()} == {f"Foto {number} ü" for number in range(4)}
    assert set(application.tokens.values()) == {"ada"}
    assert len(application.tokens) == 2  # one for all calls of a client, one that was asked for
