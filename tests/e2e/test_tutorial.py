"""`docs/tutorial.md`, followed from its first block to its last, with what it says that is printed."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import venv
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs/tutorial.md"
BLOCK = re.compile(
    r"<!-- (?P<kind>file|run|printed|serve|by hand)(?:: (?P<word>\S+))? -->\n```\w+\n(?P<text>.*?)```\n", re.DOTALL
)
_PLACE = re.compile(r"(?<=\.json):\d+:\d+")
"""Where something stands in what FastAPI writes differs with its version."""
PORT = "8000"
"""The port that the page names; the test takes a free one instead."""


class Reader:
    """Somebody who follows the page, in an environment that has what this one has."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.served: subprocess.Popen[bytes] | None = None
        with socket.socket() as bound:
            bound.bind(("127.0.0.1", 0))
            self.port = str(bound.getsockname()[1])
        has_pip = find_spec("pip") is not None  # found over the path below: a second one takes five seconds
        venv.create(folder / ".venv", with_pip=not has_pip)
        programs = folder / ".venv" / "bin"
        if has_pip:
            (programs / "pip").write_text(f'#!/bin/sh\nexec "{programs / "python"}" -m pip "$@"\n')
            (programs / "pip").chmod(0o755)
        site = next((folder / ".venv").glob("lib/*/site-packages"))
        (site / "this.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")))
        program = programs / "typewright"
        program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}/generator" exec "{sys.executable}" -m typewright "$@"\n')
        program.chmod(0o755)
        path = os.pathsep.join([str(programs), str(Path(sys.executable).parent), os.environ["PATH"]])
        self.environment = {**os.environ, "PATH": path, "XDG_CACHE_HOME": str(folder / "cache")}

    def run(self, script: str, status: int) -> str:
        """Run a block, which ends in `status`; return what it prints."""
        command = ["bash", "-euo", "pipefail", "-c", script]
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False, timeout=300
        )
        if "npm error" in done.stderr and "ENOTFOUND" in done.stderr:
            pytest.skip("there is no registry of npm within reach")
        if "No matching distribution found" in done.stderr or "Could not find a version" in done.stderr:
            pytest.skip("there is no package index within reach, which has what builds a wheel")
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout.replace(self.port, PORT)

    def serve(self, script: str) -> None:
        """Run a block in the background until something listens on the port."""
        command = ["bash", "-c", f"exec {script.strip()} --port {self.port}"]
        self.served = subprocess.Popen(command, cwd=self.folder, env=self.environment, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", int(self.port))) == 0:
                    return
            time.sleep(0.1)
        pytest.fail("the application does not listen")

    def follow(self, page: str) -> int:
        """Follow a page; return how many of its blocks said what is printed."""
        printed, compared = "", 0
        for block in BLOCK.finditer(page):
            text = block["text"]
            match block["kind"]:
                case "file":
                    (self.folder / block["word"]).write_text(text.replace(PORT, self.port))
                case "run":
                    printed = self.run(text, int(block["word"] or 0))
                case "serve":
                    self.serve(text)
                case "printed":
                    assert _PLACE.sub("", printed) == _PLACE.sub("", text)
                    compared += 1
        return compared


def test_every_block_of_the_page_is_marked() -> None:
    page = PAGE.read_text()
    assert len(BLOCK.findall(page)) == page.count("```") / 2


@pytest.mark.nightly
def test_the_tutorial_can_be_followed(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    try:
        before, after = PAGE.read_text().split("## The same in TypeScript\n")
        assert reader.follow(before) == 3
        if shutil.which("npm") is not None:
            assert reader.follow(after) == 1
    finally:
        if reader.served is not None:
            reader.served.kill()
            reader.served.wait()
