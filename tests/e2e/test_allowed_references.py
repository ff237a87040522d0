"""A `$ref` out of the project: refused unless the configuration allows it, and a URL's content stays what it was."""

import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

ROOT = Path(__file__).parents[2]
PET = "type: object\nproperties: {name: {type: string}}\n"
DOG = "type: object\nproperties: {name: {type: integer}}\n"


class Served:
    """A server on this machine with one file."""

    def __init__(self) -> None:
        self.text = PET
        self.asked = 0
        served = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                served.asked += 1
                self.send_response(200)
                self.end_headers()
                self.wfile.write(served.text.encode())

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/pet.yaml"


@pytest.fixture
def served() -> Iterator[Served]:
    served = Served()
    thread = Thread(target=served.server.serve_forever, daemon=True)
    thread.start()
    yield served
    served.server.shutdown()
    thread.join()


def project(folder: Path, ref: str, allow: str = "") -> Path:
    folder.mkdir()
    (folder / "openapi.yaml").write_text(
        f"openapi: 3.1.0\ninfo: {{title: t, version: '1'}}\npaths: {{}}\n"
        f"components: {{schemas: {{Pet: {{$ref: '{ref}'}}}}}}\n"
    )
    line = f"allow: ['{allow}']\n" if allow else ""
    (folder / "typewright.yaml").write_text(f"spec: openapi.yaml\n{line}targets: {{typescript: {{}}}}\n")
    return folder


def generate(folder: Path, *options: str) -> tuple[int, str]:
    run = subprocess.run(
        [sys.executable, "-m", "typewright", "generate", *options],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "generator"), "XDG_CACHE_HOME": str(folder.parent / "cache"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stderr


def test_a_file_outside_of_the_project_is_refused_unless_allowed(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/pet.yaml").write_text(PET)
    code, said = generate(project(tmp_path / "one", "../shared/pet.yaml"))
    assert (code, "error[E202]" in said) == (3, True)
    assert generate(project(tmp_path / "two", "../shared/pet.yaml", "../shared"))[0] == 0
    assert generate(project(tmp_path / "three", "../shared/pet.yaml", "../shared/pet.yaml"))[0] == 0
    assert generate(project(tmp_path / "four", "../shared/pet.yaml", "../share"))[0] == 3


def test_a_url_is_refused_unless_allowed(tmp_path: Path, served: Served) -> None:
    code, said = generate(project(tmp_path / "one", served.url))
    assert (code, "error[E203]" in said) == (3, True)
    assert served.asked == 0
    assert generate(project(tmp_path / "two", served.url, served.url))[0] == 0
    assert generate(project(tmp_path / "three", served.url, served.url.removesuffix("pet.yaml")))[0] == 0
    assert generate(project(tmp_path / "four", served.url, served.url.removesuffix(".yaml")))[0] == 3


def test_the_content_of_a_url_stays_what_it_was(tmp_path: Path, served: Served) -> None:
    folder = project(tmp_path / "project", served.url, served.url)
    assert generate(folder)[0] == 0
    served.text = DOG
    assert (generate(folder), served.asked) == ((0, ""), 1), "nothing of the project has changed"
    with (folder / "openapi.yaml").open("a") as file:
        file.write("tags: [{name: new}]\n")
    code, said = generate(folder)
    assert code == 3
    assert f"error[E210]: '{served.url}' has other content than in the last run" in said
    assert generate(folder, "--refresh")[0] == 0
    assert generate(folder) == (0, "")
    assert "number" in (folder / "generated/typescript/models/components/pet.ts").read_text()


def test_what_is_neither_path_nor_url_is_not_allowed(tmp_path: Path) -> None:
    code, said = generate(project(tmp_path / "project", "pet.yaml", "ftp://host/pet.yaml"))
    assert (code, "error[E004]" in said) == (2, True)
