"""`python -m bench.client_peers`: our Python client beside the bare HTTP library, a peer's output and a published SDK.

All run in one environment, made below `bench/out/`, against one server, in turns; figures are medians of `--rounds`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

from bench.client import compiling, started_server

HERE = Path(__file__).parent
OUT = HERE / "out/client-peers"
PACKAGES = ("httpx2>=2.7,<3", "httpx", "pydantic", "openapi-python-client", "mistralai")
TEXT = {"type": "string"}
ALBUM = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": TEXT,
        "title": TEXT,
        "tags": {"type": "array", "items": TEXT},
        "created_at": {"type": "string", "format": "date-time"},
        **{f"field_{number}": TEXT for number in range(6)},
    },
}
DESCRIPTION = {
    "openapi": "3.1.0",
    "info": {"title": "Album API", "version": "1.0.0"},
    "security": [{"token": []}],
    "paths": {
        "/albums/{id}": {
            "get": {
                "operationId": "getAlbum",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": TEXT},
                    {"name": "fields", "in": "query", "schema": {"type": "array", "items": TEXT}},
                    {"name": "camera", "in": "query", "schema": TEXT},
                ],
                "responses": {"200": {"description": "An album.", "content": {"application/json": {"schema": ALBUM}}}},
            }
        }
    },
    "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
}


def main() -> None:
    """Measure and print tables."""
    parser = argparse.ArgumentParser(prog="bench.client_peers", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    python = environment()
    versions = _versions(python)
    packages = generated(python)
    url = f"http://127.0.0.1:{started_server()}"
    command = [str(python), str(HERE / "client_calls.py"), url, str(options.rounds)]
    run = subprocess.run(
        command, env={**compiling(), "PYTHONPATH": str(packages)}, capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(run.stdout)
    print(", ".join(f"{name} {version}" for name, version in versions.items()))
    bare = {library: found["calls"][f"{library}, bare"] for library in ("httpx2", "httpx")}
    for name, times in found["calls"].items():
        library = "httpx2" if name.startswith(("httpx2", "this")) else "httpx"
        over = statistics.median(mine / its for mine, its in zip(times, bare[library], strict=True)) - 1
        print(f"{f'a call, {name}':56} {statistics.median(times):8.0f} us CPU  {over:+6.2f} x of bare {library}")
    for name, times in found["imports"].items():
        print(f"{f'import, {name}':56} {statistics.median(times):8.1f} ms CPU")
    ratio = statistics.median(first / both for both, first in found["first"])
    print(f"{'first call over the import of httpx2 and pydantic':56} {ratio:8.2f} x")


def environment() -> Path:
    """Return the Python of the environment of the peers, which is created if it does not exist."""
    home = OUT / "environment"
    if not (home / ".installed").exists():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([home / "bin/python", "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (home / ".installed").touch()
    return home / "bin/python"


def _versions(python: Path) -> dict[str, str]:
    names = ("httpx2", "httpx", "pydantic", "openapi-python-client", "mistralai")
    code = f"from importlib.metadata import version; import json; print(json.dumps({{n: version(n) for n in {names}}}))"
    run = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True)
    versions: dict[str, str] = json.loads(run.stdout)
    return versions


def generated(python: Path) -> Path:
    """Return the folder with both generated packages: ours, and that of openapi-python-client."""
    folder = OUT / "packages"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(DESCRIPTION))
    ours = [sys.executable, "-m", "typewright", "generate", "--spec", str(spec), "--target", "python"]
    made = folder / "ours"
    subprocess.run([*ours, "--package", "album_api", "--out", str(made)], check=True, capture_output=True, cwd=folder)
    shutil.move(made / "python/album_api", folder / "album_api")
    peer = [str(python.with_name("openapi-python-client")), "generate", "--path", str(spec), "--meta", "none"]
    subprocess.run(
        [*peer, "--output-path", str(folder / "album_client"), "--overwrite"], check=True, capture_output=True
    )
    return folder


if __name__ == "__main__":
    main()
