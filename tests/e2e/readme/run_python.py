"""Runs the Python of a markdown file, block by block, with answers in place of the network: FILE FOLDER-OF-PACKAGE."""

import re
import sys
from pathlib import Path

import httpx2

PAGES = ['{"dogs": [{"name": "Laika"}], "next": "2"}', '{"dogs": [{"name": "Belka"}]}']


def answer(request: httpx2.Request) -> httpx2.Response:
    """Return what the service answers, as `openapi.yaml` describes it."""
    assert request.headers["authorization"] == "Bearer secret", request.headers
    path, kind = request.url.path.removeprefix("/v1"), {"content-type": "application/json"}
    match request.method, path:
        case "GET", "/dogs":
            return httpx2.Response(200, headers=kind, text=PAGES["cursor" in request.url.params])
        case "POST", "/dogs":
            problem = {"content-type": "application/problem+json"}
            return httpx2.Response(409, headers=problem, text='{"title": "Taken", "status": 409}')
        case "GET", "/barks":
            events = {"content-type": "text/event-stream"}
            return httpx2.Response(200, headers=events, text='data: {"dog": "Laika", "loud": true}\n\n')
        case "PUT", _:
            return httpx2.Response(204)
    raise AssertionError(f"{request.method} {request.url}")


async def answer_async(request: httpx2.Request) -> httpx2.Response:
    """Return what the service answers."""
    await request.aread()
    return answer(request)


def main(file: str, folder: str) -> None:
    """Run all blocks; an exception ends the run with its traceback."""
    httpx2.HTTPTransport.handle_request = lambda self, request: (request.read(), answer(request))[1]  # type: ignore[method-assign]
    httpx2.AsyncHTTPTransport.handle_async_request = lambda self, request: answer_async(request)  # type: ignore[method-assign]
    sys.path.insert(0, folder)
    for number, block in enumerate(re.findall(r"^```python\n(.*?)^```$", Path(file).read_text(), re.M | re.S), start=1):
        print(f"# block {number}")
        exec(compile(block, f"{file}:{number}", "exec"), {"__name__": "__main__"})  # noqa: S102


if __name__ == "__main__":
    main(*sys.argv[1:])
