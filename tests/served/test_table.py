"""The table and the server themselves: a right request is accepted, an altered one refused, an open socket found."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.served.reference_client import described_request, send
from tests.served.server import Server
from tests.served.table import case_id, cases, description

CASES = cases()
SENDING = [
    case for case in CASES if case["exchanges"] and not any("nothing" in each["see"] for each in case["exchanges"])
]
EVERY_SENDING_CASE = pytest.mark.parametrize("case", SENDING, ids=case_id)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def quiet(case: dict[str, Any]) -> dict[str, Any]:
    """Return a case whose answers are all a plain 204, so that it is over at once."""
    return {**case, "exchanges": [{**exchange, "answer": 204} for exchange in case["exchanges"]]}


def send_described(server: Server, case: dict[str, Any], alter: str = "") -> list[str]:
    """Send the requests of a case, the first one altered, and return what the server found wrong."""
    with server.play(quiet(case)) as play:
        for exchange in play.exchanges:
            method, target, headers, body = described_request(exchange["see"])
            if alter == "method":
                method = "PATCH" if method != "PATCH" else "PUT"
            if alter == "target":
                target += "x"
            if alter == "header":
                headers["X-Not-Described"] = "1"
            if alter == "body":
                body += b"~"
            alter = ""
            send(server.ports[exchange["see"].get("at", "main")], method, target, headers, body)
    return play.findings


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 250


def test_every_case_names_an_operation_of_its_description() -> None:
    for name in {case["description"] for case in CASES}:
        paths = yaml.safe_load(description(name))["paths"]
        operations = [
            operation
            for path in paths.values()
            for operation in (*path.values(), *path.get("additionalOperations", {}).values())
        ]
        known = {operation["operationId"] for operation in operations if "operationId" in operation}
        assert {case["operation"] for case in CASES if case["description"] == name} <= known


@EVERY_SENDING_CASE
def test_a_right_request_is_accepted(server: Server, case: dict[str, Any]) -> None:
    assert send_described(server, case) == []


@pytest.mark.parametrize("alteration", ["method", "target", "header", "body"])
def test_an_altered_request_is_refused(server: Server, alteration: str) -> None:
    accepted = [case_id(case) for case in SENDING[::7] if not send_described(server, case, alteration)]
    assert accepted == []


def test_a_missing_request_is_found(server: Server) -> None:
    with server.play(quiet(SENDING[0])) as play:
        pass
    assert play.findings == ["request 1 never came"]


def test_a_request_too_many_is_found(server: Server) -> None:
    with server.play({"exchanges": []}) as play:
        send(server.ports["main"], "GET", "/", {}, b"")
    assert play.findings == ["not expected: GET /"]


def test_an_open_socket_is_found(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.served.server.CLOSE_SECONDS", 0.05)
    with socket.create_connection(("127.0.0.1", server.ports["main"])), server.play({"exchanges": []}) as play:
        while not server.open_connections():
            time.sleep(0.001)
    assert play.findings == ["1 sockets are still open"]
