"""How a program with a client starts: its first call beside the libraries', and the import of a large package.

Figures are CPU milliseconds, the least of some fresh processes after one that compiles. Contenders take turns.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROGRAM = "import time; t = time.process_time()\n{}\nprint((time.process_time() - t) * 1000)"
BARE = """
import httpx2, pydantic
from typing import Optional
class Album(pydantic.BaseModel):
    id: str
    title: Optional[str] = None
with httpx2.Client() as client:
    request = client.build_request("GET", "{url}/albums/a1", params={{"fields": "x,y"}})
    Album.model_validate_json(client.send(request).read())
"""
"""A call by hand: the HTTP library, and one class for its answer."""
OURS = """
from acme_photos import AcmePhotos
with AcmePhotos(server_url="{url}", security={{"token": "k"}}) as client:
    client.albums.get(id="a1", fields=["x", "y"])
"""
ALL_MODULES = """
import importlib, pkgutil, {package}
for found in pkgutil.walk_packages({package}.__path__, "{package}."):
    if "._runtime" not in found.name:
        importlib.import_module(found.name)
"""


def first_call(folder: Path, port: int, rounds: int) -> dict[str, float]:
    """Return the milliseconds up to the end of the first call, beside the imports of both libraries.

    `folder` holds the package `acme_photos`; the server of `bench.client` listens on `port`.
    """
    url = f"http://127.0.0.1:{port}"
    programs = {
        "import of httpx2 and pydantic": "import httpx2, pydantic; pydantic.BaseModel",
        "first call, bare httpx2 and a class of pydantic": BARE.format(url=url),
        "first call, client": OURS.format(url=url),
    }
    return _least(programs, folder, rounds)


def large_import(folder: Path, spec: Path, rounds: int) -> dict[str, float]:
    """Return the milliseconds of importing the package of `spec`, which is generated below `folder` twice.

    Once it has models alone, once a client, too. A package is lazy, so that all its modules are imported one by one.
    """
    programs: dict[str, str] = {}
    for name, parts in {"models_alone": "[models]", "with_client": "[models, client]"}.items():
        config = folder / f"{name}.yaml"
        config.write_text(
            f"spec: {spec.resolve()}\noutput: {name}\n"
            f"targets: {{python: {{package: {name}, parts: {parts}, sdk_class: Sdk}}}}\n"
        )
        command = [sys.executable, "-m", "typewright", "generate", "--quiet", "--config", str(config)]
        subprocess.run(command, check=True)
        programs[f"import of all modules, {name.replace('_', ' ')}"] = (
            f"import sys; sys.path.insert(0, {name + '/python'!r})" + ALL_MODULES.format(package=name)
        )
    programs["import of its client class"] = (
        "import sys; sys.path.insert(0, 'with_client/python'); from with_client import Sdk"
    )
    return _least(programs, folder, rounds)


def _least(programs: Mapping[str, str], folder: Path, rounds: int) -> dict[str, float]:
    """Run programs in turn, and return the least milliseconds of each; the first round compiles."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    taken: dict[str, list[float]] = {label: [] for label in programs}
    for _ in range(rounds + 1):
        for label, program in programs.items():
            command = [sys.executable, "-c", PROGRAM.format(program)]
            run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
            taken[label].append(float(run.stdout))
    return {label: min(times[1:]) for label, times in taken.items()}
