"""`python -m bench.client`: what the Python client costs beside the HTTP library that it stands on.

Each figure is a ratio or a rate of one run on one machine, the median of `--rounds`; contenders take turns, so that
noise hits them alike. CPU time is that of this process alone: the server is another one.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import os
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.client_start import first_call, large_import

ROOT = Path(__file__).parent.parent
ANSWER = {
    "id": "a1",
    "title": "Sea",
    "tags": ["blue", "wide"],
    "created_at": "2026-01-02T03:04:05Z",
    **{f"field_{number}": "value" for number in range(6)},
}
MODEL_CARD = {
    "id": "m1",
    "type": "base",
    "object": "model",
    "created": 1,
    "owned_by": "a",
    "name": "m",
    "description": "d",
    "max_context_length": 1000,
    "aliases": ["a"],
    "capabilities": {"completion_chat": True, "function_calling": True},
}
"""What is answered below `/v1/models/`, for the published client that `bench.client_peers` measures."""
CALLS = 1000
EVENT_MEGABYTES = 64
MEBIBYTE = 1024 * 1024


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="bench.client", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--upload-mib", type=int, default=1024)
    parser.add_argument("--spec", type=Path, help="a large description, whose package is imported with its client")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        assemble(Path(folder))
        sys.path.insert(0, folder)
        for label, value in import_times(Path(folder), options.rounds).items():
            print(f"{label:56} {value:8.1f} ms")
        port = started_server()
        started = first_call(Path(folder), port, options.rounds)
        if options.spec is not None:
            started.update(large_import(Path(folder), options.spec, options.rounds))
        for label, value in started.items():
            print(f"{label:56} {value:8.1f} ms")
        overhead, bare, ours = call_overhead(port, options.rounds)
        print(f"{'a call, bare httpx2':56} {bare:8.1f} us CPU")
        print(f"{'a call, client':56} {ours:8.1f} us CPU")
        print(f"{'overhead of a call over bare httpx2':56} {overhead:8.2f} x")
        print(f"{'growth over 20,000 more calls':56} {call_growth(port):8.1f} MiB")
        print(f"{'server-sent events, decoded':56} {event_rate(options.rounds):8.1f} MB/s")
        grown = upload_growth(port, options.upload_mib)
        print(f"{f'memory of an upload of {options.upload_mib} MiB':56} {grown:8.1f} MiB")
        grown = download_growth(port, options.upload_mib)
        print(f"{f'memory of a download of {options.upload_mib} MiB':56} {grown:8.1f} MiB")


def assemble(folder: Path) -> None:
    """Put the package of the runtime's tests together in `folder`."""
    package = folder / "acme_photos"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "tests/runtime/python/sdk/acme_photos", package, ignore=ignored)
    shutil.copytree(ROOT / "templates/python/runtime", package / "_runtime", ignore=ignored)


def import_times(folder: Path, rounds: int) -> dict[str, float]:
    """Return CPU milliseconds of imports, the least of some fresh processes after one that compiles."""
    statements = {
        "import of the package": "from acme_photos import AcmePhotos",
        "import of dataclasses, which Python itself has": "import dataclasses",
        "import of httpx2 and pydantic": "import httpx2, pydantic; pydantic.BaseModel",
    }
    taken: dict[str, list[float]] = {label: [] for label in statements}
    for _ in range(rounds + 1):
        for label, statement in statements.items():
            code = f"import time; t = time.process_time(); {statement}; print((time.process_time() - t) * 1000)"
            command = [sys.executable, "-c", code]
            run = subprocess.run(command, cwd=folder, env=compiling(), capture_output=True, text=True, check=True)
            taken[label].append(float(run.stdout))
    return {label: min(times[1:]) for label, times in taken.items()}


def compiling() -> dict[str, str]:
    """Return the environment, in which modules that were imported once need not be compiled again."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def started_server() -> int:
    """Start the server in a process of its own and return its port."""
    ports: multiprocessing.Queue[int] = multiprocessing.Queue()
    multiprocessing.Process(target=_serve, args=(ports,), daemon=True).start()
    return ports.get()


def _serve(ports: multiprocessing.Queue[int]) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    ports.put(listener.getsockname()[1])
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=_answer, args=(connection,), daemon=True).start()


def _answer(connection: socket.socket) -> None:
    """Answer every request on a connection by JSON; bodies are read and forgotten."""
    album, model = json.dumps(ANSWER).encode(), json.dumps(MODEL_CARD).encode()
    head = "HTTP/1.1 {} OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n"
    pending = b""
    while True:
        while b"\r\n\r\n" not in pending:
            received = connection.recv(65536)
            if not received:
                return
            pending += received
        request, _, pending = pending.partition(b"\r\n\r\n")
        fields = dict(line.lower().split(b": ", 1) for line in request.split(b"\r\n")[1:])
        left = int(fields.get(b"content-length", b"0")) - len(pending)
        pending = b""
        while left > 0:
            left -= len(connection.recv(min(left, MEBIBYTE)))
        if request.startswith(b"GET /photos/"):
            size = int(request.partition(b"/photos/")[2].partition(b"/")[0]) * MEBIBYTE
            connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: {size}\r\n\r\n".encode())
            for _ in range(size // MEBIBYTE):
                connection.sendall(bytes(MEBIBYTE))
            continue
        status = 201 if request.startswith(b"POST") else 200
        body = model if b" /v1/models/" in request.partition(b"\r\n")[0] else album
        connection.sendall(head.format(status, len(body)).encode() + body)


def call_overhead(port: int, rounds: int) -> tuple[float, float, float]:
    """Return what a call costs over a bare send (a ratio), and the CPU microseconds of both.

    Both send two query parameters and a bearer token, and read the answer; the client validates ten fields, too.
    """
    httpx2 = import_module("httpx2")
    package = import_module("acme_photos")
    url = f"http://127.0.0.1:{port}"
    token = {"security": {"token": "k"}}
    with httpx2.Client() as client, package.AcmePhotos(server_url=url, **token) as sdk:
        albums = sdk.albums

        def bare() -> None:
            headers = {"Authorization": "Bearer k", "Accept": "application/json"}
            request = client.build_request(
                "GET", f"{url}/albums/a1", params={"fields": "x,y", "camera": "z"}, headers=headers
            )
            client.send(request).read()

        def ours() -> None:
            albums.get(id="a1", fields=["x", "y"], filter_={"camera": "z"})

        _cpu(bare, CALLS // 10)
        _cpu(ours, CALLS // 10)
        pairs = [(_cpu(bare, CALLS), _cpu(ours, CALLS)) for _ in range(rounds)]
    ratio = statistics.median(second / first - 1 for first, second in pairs)
    return ratio, *(statistics.median(column) for column in zip(*pairs, strict=True))  # type: ignore[return-value]


def _cpu(call: Callable[[], None], times: int) -> float:
    """Return the CPU microseconds of a call."""
    began = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - began) / times * 1e6


def call_growth(port: int, calls: int = 20_000) -> float:
    """Return the MiB by which the process grows over `calls` that follow 2,000."""
    package = import_module("acme_photos")
    with package.AcmePhotos("k", server_url=f"http://127.0.0.1:{port}") as sdk:
        for _ in range(2000):
            sdk.albums.get(id="a1")
        before = _peak()
        for _ in range(calls):
            sdk.albums.get(id="a1")
    return _peak() - before


def event_rate(rounds: int) -> float:
    """Return the MB of an event stream that are decoded in a second of CPU."""
    decoder_class: Any = import_module("acme_photos._runtime.client.event_stream").EventDecoder
    event = b'event: delta\nid: 7\ndata: {"choices": [{"delta": {"content": "%b"}}]}\n\n' % (b"word " * 30)
    chunk = (event * (65536 // len(event) + 1))[:65536]
    rates = []
    for _ in range(rounds):
        decoder = decoder_class()
        began = time.process_time()
        for _ in range(EVENT_MEGABYTES * 1_000_000 // len(chunk)):
            decoder.feed(chunk)
        rates.append(EVENT_MEGABYTES / (time.process_time() - began))
    return statistics.median(rates)


class _Zeros(io.RawIOBase):
    """A file of zeros that takes no room."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next zeros."""
        count = min(size if size >= 0 else self._size, self._size - self._position)
        self._position += count
        return bytes(count)

    def seekable(self) -> bool:
        """Return that the file can be read again."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        self._position = offset + (0, self._position, self._size)[whence]
        return self._position

    def tell(self) -> int:
        """Return the place."""
        return self._position


def upload_growth(port: int, mebibytes: int) -> float:
    """Return the MiB by which the process grows while it uploads a file."""
    package = import_module("acme_photos")
    with package.AcmePhotos("k", server_url=f"http://127.0.0.1:{port}") as sdk:
        sdk.photos.upload(file={"file_name": "small", "content": _Zeros(1024)})
        before = _peak()
        sdk.photos.upload(file={"file_name": "large", "content": _Zeros(mebibytes * MEBIBYTE)})
    return _peak() - before


def download_growth(port: int, mebibytes: int) -> float:
    """Return the MiB by which the process grows while it saves a file of zeros of this size."""
    package = import_module("acme_photos")
    with package.AcmePhotos("k", server_url=f"http://127.0.0.1:{port}") as sdk:
        sdk.photos.download(id="1").save(os.devnull)
        before = _peak()
        sdk.photos.download(id=str(mebibytes)).save(os.devnull)
    return _peak() - before


def _peak() -> float:
    """Return the most memory that the process ever had, in MiB."""
    kibibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kibibytes / (MEBIBYTE if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
