"""Installs TypeSpec's scenarios from npm, describes them in OpenAPI, and starts the server that judges them."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from filelock import FileLock

FOLDER = Path(__file__).parent
CACHE = FOLDER / ".cache"
SCRIPTS = ("describe.mjs", "loopback.mjs", "scenarios.mjs")
_IDENTITY = ("-c", "user.name=typewright", "-c", "user.email=typewright@example.com")


def is_possible() -> bool:
    """Whether node, npm and git are there."""
    return all(shutil.which(program) for program in ("node", "npm", "git"))


def is_installed() -> bool:
    """Whether `install` has nothing left to do but to copy scripts."""
    return is_possible() and (CACHE / "undescribed.json").is_file() and (CACHE / ".git").is_dir()


def install() -> Path:
    """Return the folder with the packages and `openapi/`, made where it is not there yet (some minutes, once)."""
    CACHE.mkdir(exist_ok=True)
    with FileLock(FOLDER / ".lock"):
        for name in ("package.json", *SCRIPTS):
            shutil.copy(FOLDER / name, CACHE / name)
        if not (CACHE / "node_modules/@typespec/http-specs").is_dir():
            _run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock")
        if not (CACHE / ".git").is_dir():  # the server asks git for a commit
            _run("git", "init", "--quiet")
            _run("git", *_IDENTITY, "commit", "--quiet", "--allow-empty", "--message", "Start")
        if not (CACHE / "undescribed.json").is_file():
            _run("node", "describe.mjs")
    return CACHE


def scenarios(base_url: str) -> list[dict[str, Any]]:
    """Return all scenarios as `scenarios.mjs` writes them, with links that begin with `base_url`."""
    found: list[dict[str, Any]] = json.loads(_run("node", "scenarios.mjs", base_url))
    return found


class Judge:
    """The running server. `coverage()` stops it and returns `pass`, `fail` or `not-implemented` by scenario."""

    def __init__(self, port: int, process: subprocess.Popen[bytes], report: Path) -> None:
        self.port = port
        self.url = f"http://localhost:{port}"
        self._process = process
        self._report = report

    def coverage(self) -> dict[str, str]:
        """Stop the server and return what it says of the scenarios that were tried."""
        stop = urllib.request.Request(f"{self.url}/.admin/stop", method="POST")  # noqa: S310
        with contextlib.suppress(OSError), urllib.request.urlopen(stop):  # noqa: S310
            pass
        self._process.wait(30)
        reports = json.loads(self._report.read_text(encoding="utf-8"))
        return {name: result for report in reports for name, result in report["results"].items()}


@contextlib.contextmanager
def judge(folder: Path, report: Path) -> Iterator[Judge]:
    """Start the server of the packages in `folder`; it writes its coverage to `report`."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    specs = "node_modules/@typespec/http-specs/specs"
    command = ["npx", "tsp-spector", "serve", specs, "--port", str(port), "--coverageFile", str(report)]
    environment = {**os.environ, "NODE_OPTIONS": "--import ./loopback.mjs"}
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            _wait_for(port, process)
            yield Judge(port, process, report)
        finally:
            process.terminate()
            process.wait(30)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise RuntimeError("the server of the scenarios did not start: see server.log in the cache folder")


def _run(*command: str) -> str:
    done = subprocess.run(command, cwd=CACHE, check=False, capture_output=True, text=True, timeout=900)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr or done.stdout}")
    return done.stdout
