"""What a call, an import and a first call cost with several clients; run by `bench.client_peers` among the peers.

It imports nothing of ours but the generated package, so that it runs in an environment that has the peers alone.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

_CALLS = 100
_KEY = "k"
Call = Callable[[], object]


def calls_of(url: str) -> dict[str, Call]:
    """Return one call of each contender, all of a GET with two query parameters and a bearer token.

    The published client has no such method; its call has one path parameter and answers an object of ten fields, too.
    """
    made: dict[str, Call] = {}
    for name in ("httpx2", "httpx"):
        made[f"{name}, bare"] = _bare(import_module(name), url)
    ours, traced = (import_module("album_api").AlbumAPI(_KEY, server_url=url) for _ in range(2))
    ours._engine.shared.tracing = None  # the published client has brought OpenTelemetry along
    made["this project"] = lambda: ours.get_album(id="a1", fields=["x", "y"], camera="z")
    made["this project, with OpenTelemetry"] = lambda: traced.get_album(id="a1", fields=["x", "y"], camera="z")
    theirs: Any = import_module("album_client.client").AuthenticatedClient(base_url=url, token=_KEY)
    get_album: Any = import_module("album_client.api.default.get_album").sync
    made["openapi-python-client"] = lambda: get_album(id="a1", client=theirs, fields=["x", "y"], camera="z")
    mistral = import_module("mistralai.client").Mistral(api_key=_KEY, server_url=url)
    made["mistralai"] = lambda: mistral.models.retrieve(model_id="m1")
    return made


def _bare(library: Any, url: str) -> Call:
    client = library.Client()

    def call() -> object:
        headers = {"Authorization": f"Bearer {_KEY}", "Accept": "application/json"}
        parameters = [("fields", "x"), ("fields", "y"), ("camera", "z")]
        request = client.build_request("GET", f"{url}/albums/a1", params=parameters, headers=headers)
        return client.send(request).read()

    return call


IMPORTS = {
    "httpx2, bare": "import httpx2",
    "httpx, bare": "import httpx",
    "this project": "from album_api import AlbumAPI",
    "openapi-python-client": "import album_client.client, album_client.api.default.get_album",
    "mistralai": "from mistralai.client import Mistral",
}
FIRST_CALL = """
import httpx2, pydantic; pydantic.BaseModel
import time; both = time.process_time()
from album_api import AlbumAPI
AlbumAPI("k", server_url={url!r}).get_album(id="a1", fields=["x", "y"], camera="z")
print(time.process_time() - both)
"""


def import_milliseconds(statement: str) -> float:
    """Return the CPU milliseconds of a statement in a fresh process."""
    code = f"import time; t = time.process_time(); {statement}; print((time.process_time() - t) * 1000)"
    return _printed(code)


def first_call_milliseconds(url: str) -> tuple[float, float]:
    """Return the CPU milliseconds of importing httpx2 and pydantic, and of all until the first call has answered."""
    both = import_milliseconds("import httpx2, pydantic; pydantic.BaseModel")
    return both, both + _printed(FIRST_CALL.format(url=url)) * 1000


def _printed(code: str) -> float:
    return float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)


def cpu_microseconds(call: Call, times: int = _CALLS) -> float:
    """Return the CPU microseconds of a call."""
    began = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - began) / times * 1e6


def main(url: str, rounds: int) -> None:
    """Print the measurements of all rounds as JSON; contenders take turns."""
    calls = calls_of(url)
    for call in calls.values():
        cpu_microseconds(call, 50)
    found: dict[str, Any] = {"calls": {name: [] for name in calls}, "imports": {name: [] for name in IMPORTS}}
    found["first"] = []
    for _ in range(rounds * 5):
        for name, call in calls.items():
            found["calls"][name].append(cpu_microseconds(call))
    for _ in range(rounds):
        for name, statement in IMPORTS.items():
            found["imports"][name].append(import_milliseconds(statement))
        found["first"].append(first_call_milliseconds(url))
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
