"""Descriptions at a URL and on standard input, and runs that are narrowed to some targets."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

SCHEMA = {"type": "object", "properties": {"name": {"type": "string"}}}
ROOT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "paths": {
        "/items": {
            "get": {
                "operationId": "getItem",
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {"application/json": {"schema": {"$ref": "shared/item.json"}}},
                    }
                },
            }
        }
    },
}
FILES = {"/api/openapi.json": ROOT, "/api/shared/item.json": SCHEMA}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer with the file at the path."""
        found = FILES.get(self.path.partition("?")[0])
        content = json.dumps(found).encode()
        self.send_response(200 if found else 404)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a server with the description."""
    server = HTTPServer(("127.0.0.1", 0), _Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def run(folder: Path, *arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "typewright", *arguments]
    return subprocess.run(command, cwd=folder, input=given, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_url_is_read_with_what_it_refers_to(tmp_path: Path, address: str) -> None:
    url = f"{address}/api/openapi.json?version=1"
    done = run(tmp_path, "generate", "--spec", url, "--target", "python")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "generated/python/shop/models/item.py").is_file()
    assert f'Server("{address}")' in (tmp_path / "generated/python/shop/sdk.py").read_text()
    assert run(tmp_path, "check", "--spec", url, "--target", "python").returncode == 0
    assert run(tmp_path, "lint", "--spec", url, "--fail-severity", "error").returncode == 0


def test_a_configuration_may_name_a_url(tmp_path: Path, address: str) -> None:
    (tmp_path / "typewright.yaml").write_text(f"spec: {address}/api/openapi.json\ntargets: {{python: {{}}}}\n")
    assert run(tmp_path, "generate").returncode == 0
    assert run(tmp_path, "check").returncode == 0
    assert (tmp_path / "generated/python/shop/models/item.py").is_file()


def test_a_url_without_a_description_is_told(tmp_path: Path, address: str) -> None:
    done = run(tmp_path, "generate", "--spec", f"{address}/none.json")
    assert done.returncode == 2
    assert "E001" in done.stderr
    assert "the server says 404" in done.stderr


def test_standard_input_is_read(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/item.json").write_text(json.dumps(SCHEMA))
    done = run(tmp_path, "generate", "--spec", "-", "--target", "python", given=json.dumps(ROOT))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "generated/python/shop/models/item.py").is_file()
    done = run(tmp_path, "generate", "--spec", "-", given="openapi: [\n")
    assert done.returncode == 3
    assert "<stdin>:" in done.stderr


def test_a_target_narrows_a_configuration(tmp_path: Path) -> None:
    spec = json.loads(json.dumps(ROOT).replace("shared/item.json", "#/components/schemas/Item"))
    spec["components"] = {"schemas": {"Item": SCHEMA}}
    (tmp_path / "api.json").write_text(json.dumps(spec))
    (tmp_path / "typewright.yaml").write_text("spec: api.json\ntargets: {python: {}, typescript: {}}\n")
    done = run(tmp_path, "generate", "--target", "python")
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "generated/typescript").exists()
    assert run(tmp_path, "generate").returncode == 0
    whole = tree(tmp_path / "generated")
    lock = json.loads((tmp_path / "typewright.lock").read_text())
    assert run(tmp_path, "check", "--target", "python").returncode == 0
    assert run(tmp_path, "generate", "--target", "python").returncode == 0
    assert tree(tmp_path / "generated") == whole
    narrowed = json.loads((tmp_path / "typewright.lock").read_text())
    assert (narrowed["files"], narrowed["names"]) == (lock["files"], lock["names"])
    spec["components"]["schemas"]["Item"]["properties"]["size"] = {"type": "integer"}
    (tmp_path / "api.json").write_text(json.dumps(spec))
    assert run(tmp_path, "generate", "--target", "typescript").returncode == 0
    assert run(tmp_path, "check", "--target", "typescript").returncode == 0
    assert run(tmp_path, "check", "--target", "python").returncode == 1
    assert run(tmp_path, "check").returncode == 1
    assert run(tmp_path, "generate").returncode == 0
    assert run(tmp_path, "check").returncode == 0


def test_a_target_that_the_configuration_lacks_is_told(tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(json.dumps(ROOT))
    (tmp_path / "typewright.yaml").write_text("spec: api.json\ntargets: {python: {}}\n")
    done = run(tmp_path, "generate", "--target", "pyton")
    assert done.returncode == 2
    assert "did you mean 'python'?" in done.stderr
