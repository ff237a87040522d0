"""The mock of a description over the wire: requests of the served cases, our own client, and the command."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typewright.mock.requests import Exchange, Request

from tests.mocks import faults, mock, sent
from tests.python_packages import import_package
from tests.served.generating import generate
from tests.served.reference_client import described_request
from tests.served.table import case_id, cases, description

ELSEWHERE = {
    "newer: the method QUERY",
    "newer: a method of another name",
    "newer: security of the whole description",
    "oauth2: another place for tokens",
    "paging: all options of the first call stay",
    "servers: any URL",
    "servers: any URL with a slash at its end",
    "servers: a URL of the call",
    "servers: a URL of the call goes before the operation's own server",
    "servers: a URL of the environment",
    "servers: the client's URL goes before that of the environment",
    "servers: the client's URL goes before the operation's own server",
    "servers: the environment's URL goes before the operation's own server",
}
"""Cases whose requests go to a server that the description does not have, or use what no client knows yet."""
REQUESTS = [
    case
    for case in cases()
    if case["exchanges"] and "nothing" not in case["exchanges"][0]["see"] and case_id(case) not in ELSEWHERE
]


def described(case: dict[str, Any], *, altered: str = "") -> Exchange:
    """Send the first request of a case to the mock of its description."""
    method, target, headers, body = described_request(case["exchanges"][0]["see"])
    if altered == "target":
        target += "&undeclared=1" if "?" in target else "?undeclared=1"
    if altered == "method":
        method = "CONNECT"
    path, _, query = target.partition("?")
    pairs = tuple((name.lower(), value) for name, value in headers.items())
    request = Request(method=method, path=path, query=query, headers=pairs, body=body)
    return mock(description(case["description"])).exchange(request)


@pytest.mark.parametrize("case", REQUESTS, ids=case_id)
def test_a_right_request_is_accepted(case: dict[str, Any]) -> None:
    assert faults(described(case)) == []


@pytest.mark.parametrize("case", REQUESTS[::7], ids=case_id)
@pytest.mark.parametrize("altered", ["target", "method"])
def test_an_altered_request_is_refused(case: dict[str, Any], altered: str) -> None:
    exchange = described(case, altered=altered)
    takes_any = case["operation"] in {"querystringForm", "querystringJson", "queryFree", "searchWhole"}
    is_challenged = exchange.response.status == 401  # a request without credentials, which nothing else is asked of
    assert exchange.faults or takes_any or exchange.operation is None or is_challenged


SHOP = """
openapi: 3.1.0
info: {title: Mocked shop, version: "1"}
servers: [{url: "https://shop.example.com/v1"}]
security: [{Key: []}]
paths:
  /items/{id}:
    get:
      operationId: getItem
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
        - {name: tags, in: query, explode: false, schema: {type: array, items: {type: string}}}
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
        "404": {description: Gone., content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}}
  /items:
    get:
      operationId: listItems
      parameters: [{name: cursor, in: query, schema: {type: string}}]
      x-speakeasy-pagination:
        type: cursor
        inputs: [{name: cursor, in: parameters, type: cursor}]
        outputs: {results: $.items, nextCursor: $.next}
      responses:
        "200":
          description: Some.
          content:
            application/json:
              schema:
                type: object
                required: [items]
                properties:
                  items: {type: array, items: {$ref: "#/components/schemas/Item"}}
                  next: {type: string}
  /events:
    get:
      operationId: watchItems
      responses:
        "200":
          description: Events.
          content: {text/event-stream: {schema: {$ref: "#/components/schemas/Item"}}}
components:
  securitySchemes: {Key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Item:
      type: object
      required: [id, name]
      properties: {id: {type: integer, example: 7}, name: {type: string, example: Lamp}}
    Fault: {type: object, required: [code], properties: {code: {type: string, example: gone}}}
"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Runs the command; yields the address that it prints, and the path of its log."""
    pytest.importorskip("uvicorn")
    folder = tmp_path_factory.mktemp("mock")
    (folder / "shop.yaml").write_text(SHOP, encoding="utf-8")
    command = [sys.executable, "-m", "typewright", "mock", "--spec", "shop.yaml", "--port", "0", "--log", "log.jsonl"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    try:
        assert line.startswith("Mocked shop is served at http://127.0.0.1:"), process.communicate()
        yield line.split()[-1], folder / "log.jsonl"
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert errors.splitlines()[-1].endswith("refused")


@pytest.fixture(scope="module")
def shop(running: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The generated client's class."""
    folder = tmp_path_factory.mktemp("client")
    generate(SHOP, folder, "python", package="mocked_shop_client", parts=["models", "client"])
    return import_package("mocked_shop_client", folder / "python").MockedShop


def last_entry(running: tuple[str, Path]) -> dict[str, Any]:
    entry: dict[str, Any] = json.loads(running[1].read_text(encoding="utf-8").splitlines()[-1])
    return entry


def test_our_client_gets_the_example(running: tuple[str, Path], shop: Any) -> None:
    with shop("secret", server_url=running[0]) as client:
        assert client.get_item(id=7, tags=["a", "b,c"]).name == "Lamp"
    assert last_entry(running)["target"] == "/v1/items/7?tags=a,b%2Cc"
    assert last_entry(running)["refused"] == []


def test_our_client_comes_to_the_last_page(running: tuple[str, Path], shop: Any) -> None:
    with shop("secret", server_url=running[0]) as client:
        assert [item.id for item in client.list_items().items()] == [7, 7]


def test_our_client_gets_the_events_of_a_stream(running: tuple[str, Path], shop: Any) -> None:
    async def names() -> list[str]:
        async with shop("secret", server_url=running[0]) as client:
            return [event.name async for event in await client.watch_items_async()]

    assert asyncio.run(names()) == ["Lamp", "Lamp"]


def test_our_client_gets_the_error_that_it_prefers(running: tuple[str, Path], shop: Any) -> None:
    with shop("secret", server_url=running[0]) as client, pytest.raises(Exception, match="404") as raised:
        client.get_item(id=7, http_headers={"Prefer": "code=404"})
    assert raised.value.data.code == "gone"


def test_what_is_refused_is_logged(running: tuple[str, Path]) -> None:
    request = urllib.request.Request(f"{running[0]}/items/x", headers={"X-Key": "secret"})  # noqa: S310 - loopback
    with pytest.raises(urllib.error.HTTPError, match="400"):
        urllib.request.urlopen(request, timeout=10)  # noqa: S310
    assert last_entry(running)["refused"] == [
        {
            "where": "path id",
            "message": '"x" is not of type "integer"',
            "schema": "#/paths/~1items~1{id}/get/parameters/0",
        }
    ]
    assert "secret" not in running[1].read_text(encoding="utf-8")


def test_a_mock_without_a_socket_answers_the_same() -> None:
    assert json.loads(sent(mock(SHOP), "GET /items/7", x_key="x").response.body) == {"id": 7, "name": "Lamp"}
