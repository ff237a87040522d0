"""The table of served cases, played by the runtime itself with operations that no generator wrote."""

from __future__ import annotations

import asyncio
import base64
import threading
import time
import traceback
import warnings
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError
from runtime.client.base_client import BaseClient
from runtime.client.binary import BinaryStream, BinaryStreamAsync
from runtime.client.options import UNSET, CallOptions
from runtime.client.paging import Page
from runtime.client.stream import Stream, StreamAsync
from runtime.uploads import FileUpload

from tests.runtime.python.described import (
    Described,
    Envelope,
    ServedConnectionError,
    ServedError,
    ServedInvalidError,
    retry_config_of,
)
from tests.served.answers import bytes_of
from tests.served.outcomes import outcome_differences
from tests.served.server import Server
from tests.served.table import case_id, description, runtime_cases

Outcome = dict[str, Any]
pytestmark = [pytest.mark.nightly, pytest.mark.xdist_group("served-runtime")]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture(scope="module")
def documents(server: Server) -> dict[str, Described]:
    return {
        name: Described(server.placed(yaml.safe_load(description(name))))
        for name in ("openapi.yaml", "openapi-3.2.yaml")
    }


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("case", runtime_cases(), ids=case_id)
def test_case(
    server: Server,
    documents: dict[str, Described],
    case: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_async: bool,
) -> None:
    if case["case"] == "a deprecated member of a body warns":
        pytest.skip("the members of a body are arguments only of generated methods")
    for name, value in server.placed(case.get("environment", {})).items():
        monkeypatch.setenv(f"SERVED_{name.upper()}", value)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        began = time.monotonic()
        with server.play(case) as play:
            outcomes = Player(documents[case["description"]], server.placed(case)).play(is_async=is_async)
        elapsed = time.monotonic() - began
    circumstances = {"elapsed": elapsed, "warns": [str(warning.message) for warning in caught]}
    found = [
        text for outcome in outcomes for text in outcome_differences(server.placed(case), {**outcome, **circumstances})
    ]
    assert play.findings + found == []


class Player:
    """Makes the calls of a case."""

    def __init__(self, described: Described, case: dict[str, Any]) -> None:
        self.case = case
        self.described = described
        self.take = case["result"].get("take", 1 << 30)

    def play(self, *, is_async: bool) -> list[Outcome]:
        """Return what came of the calls."""
        if is_async:
            return asyncio.run(self._play_async())
        try:
            client = self.described.client(self.case.get("client", {}), given)
        except ServedError as error:
            return [failure(error)]
        count = self.case.get("calls", 1)
        with client:
            if not self.case.get("concurrent"):
                return [self._call(client) for _ in range(count)]
            outcomes: list[Outcome] = []
            threads = [threading.Thread(target=lambda: outcomes.append(self._call(client))) for _ in range(count)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            return outcomes

    async def _play_async(self) -> list[Outcome]:
        try:
            client = self.described.client(self.case.get("client", {}), given_async)
        except ServedError as error:
            return [failure(error)]
        count = self.case.get("calls", 1)
        async with client:
            if self.case.get("concurrent"):
                return list(await asyncio.gather(*(self._call_async(client) for _ in range(count))))
            return [await self._call_async(client) for _ in range(count)]

    def _invocation(self) -> tuple[Any, dict[str, Any], CallOptions]:
        case = self.case
        operation = self.described.operation(case["operation"])
        arguments = {
            name.partition(".")[2]
            if name.partition(".")[2] in case.get("client", {}).get("globals", ())
            else name: given(value)
            for name, value in case.get("arguments", {}).items()
        }
        if case["description"] == "openapi-3.2.yaml":
            arguments.update({name.partition(".")[2]: value for name, value in arguments.items() if "." in name})
        if "body" in case:
            arguments["body"] = given(case["body"])
            if operation.body is not None and operation.body.fields is not None:
                arguments.update({f"body.{name}": member for name, member in arguments.pop("body").items()})
        missing = set(self.described.required(case["operation"])) - arguments.keys()
        if missing and case["description"] == "openapi.yaml":
            raise TypeError(f"missing argument: {missing}")
        arguments["media"] = case.get("media")
        call = case.get("call", {})
        headers = {**call.get("headers", {}), **({"Accept": call["accept"]} if "accept" in call else {})}
        retries = retry_config_of(call["retries"]) if "retries" in call else UNSET
        return (
            operation,
            arguments,
            CallOptions(retries, call.get("server_url"), call.get("timeout_ms"), headers or None),
        )

    def _call(self, client: BaseClient) -> Outcome:
        outcome: Outcome = {}
        try:
            operation, arguments, options = self._invocation()
            self._read(client._engine.call(operation, arguments, options), outcome)
        except Exception as error:  # noqa: BLE001, RUF100 (judged by the case)
            outcome.update(failure(error))
        return outcome

    async def _call_async(self, client: BaseClient) -> Outcome:
        outcome: Outcome = {}
        try:
            operation, arguments, options = self._invocation()
            await self._read_async(await client._engine.call_async(operation, arguments, options), outcome)
        except Exception as error:  # noqa: BLE001, RUF100 (judged by the case)
            outcome.update(failure(error))
        return outcome

    def _read(self, value: Any, outcome: Outcome) -> None:
        value = without_envelope(value, outcome)
        if isinstance(value, Page):
            if "pages" in self.case["result"]:
                outcome["pages"] = []
                for page in value:
                    outcome["pages"].append(plain(page.result))
            else:
                outcome["items"] = []
                self._collect(value.items(), outcome["items"])
        elif isinstance(value, Stream):
            key = "items" if "items" in self.case["result"] else "events"
            outcome[key] = []
            with value:
                self._collect(value, outcome[key])
        elif isinstance(value, BinaryStream):
            content = b""
            with value:
                for chunk in value:
                    content += chunk
                    if len(content) >= self.take:
                        break
            outcome["bytes"] = base64.b64encode(content[: self.take]).decode()
        elif value is not None:
            outcome["value"] = plain(value)

    def _collect(self, values: Any, into: list[Any]) -> None:
        if self.take == 0:
            return
        for value in values:
            into.append(plain(value))
            if len(into) >= self.take:
                break

    async def _read_async(self, value: Any, outcome: Outcome) -> None:
        value = without_envelope(value, outcome)
        if isinstance(value, Page):
            if "pages" in self.case["result"]:
                outcome["pages"] = [plain(page.result) async for page in value]
            else:
                outcome["items"] = []
                await self._collect_async(value.items_async(), outcome["items"])
        elif isinstance(value, StreamAsync):
            key = "items" if "items" in self.case["result"] else "events"
            outcome[key] = []
            async with value:
                await self._collect_async(value, outcome[key])
        elif isinstance(value, BinaryStreamAsync):
            content = b""
            async with value:
                async for chunk in value:
                    content += chunk
                    if len(content) >= self.take:
                        break
            outcome["bytes"] = base64.b64encode(content[: self.take]).decode()
        elif value is not None:
            outcome["value"] = plain(value)

    async def _collect_async(self, values: Any, into: list[Any]) -> None:
        if self.take == 0:
            return
        async for value in values:
            into.append(plain(value))
            if len(into) >= self.take:
                break


def without_envelope(value: Any, outcome: Outcome) -> Any:
    """Return the result inside of an envelope, any other value as it is; headers of envelopes and pages are kept."""
    if not isinstance(value, Envelope | Page):
        return value
    outcome["headers"] = {name: ", ".join(values) for name, values in value.headers.items()}
    return value if isinstance(value, Page) else getattr(value, "result", None)


def plain(value: Any) -> Any:
    """Return a result as JSON has it."""
    return TypeAdapter(Any).dump_python(value, mode="json", by_alias=True, exclude_unset=True)


def given(value: Any) -> Any:
    """Return a value of a case as a caller gives it."""
    if isinstance(value, list):
        return [given(item) for item in value]
    if not isinstance(value, dict):
        is_moment = isinstance(value, str) and len(value) > 18 and value[10:11] == "T" and value.endswith("Z")
        return datetime.fromisoformat(value.replace("Z", "+00:00")) if is_moment else value
    if "$file" in value:
        file = value["$file"]
        fields = {"fileName": file.get("name", "blob"), "content": bytes_of(file["content"])}
        return FileUpload(**fields, **({"Content-Type": file["type"]} if "type" in file else {}))
    if "$stream" in value:
        return (text.encode() for text in value["$stream"])
    if "$each" in value:
        rest = list(value["$each"])
        return lambda: rest.pop(0) if len(rest) > 1 else rest[0]
    if any(key.startswith("$") for key in value):
        return bytes_of(value)
    return {name: given(member) for name, member in value.items()}


def given_async(value: Any) -> Any:
    """Return a value as `given`; functions are asynchronous."""
    made = given(value)
    if not callable(made):
        return made

    async def call() -> Any:
        return made()

    return call


def failure(error: Exception) -> Outcome:
    """Return an error as the table has it."""
    text = str(error)
    kind = f"a {type(error).__name__}: {text}"
    if isinstance(error, ServedConnectionError):
        kind = "timeout" if error.reason == "timeout" else "connection"
    elif isinstance(error, ServedInvalidError):
        kind = "invalid answer"
    elif isinstance(error, ValidationError):
        kind = "missing argument" if any(one["type"] == "missing" for one in error.errors()) else "invalid request"
    elif isinstance(error, ServedError) and error.status_code:
        kind = "status"
    elif isinstance(error, ServedError):
        words = {
            "credential is missing": "missing credential",
            "token endpoint": "authentication",
            "points to a page": "paging",
            "is empty": "missing argument",
            "is missing": "missing argument",
        }
        kind = next((kind for word, kind in words.items() if word in text), "invalid request")
    elif isinstance(error, TypeError) and text.startswith("missing argument"):
        kind = "missing argument"
    elif isinstance(error, (ValueError, TypeError)):
        kind = "invalid request"
    data = getattr(error, "data", None)
    return {
        "error": {
            "kind": kind,
            "status": getattr(error, "status_code", None) or None,
            "schema": type(error).__name__ if data is not None else None,
            "data": None if data is None else plain(data),
            "headers": getattr(error, "headers", {}),
            "body": getattr(error, "body", None),
            "message": text,
            "texts": traceback.format_exception(error),
        }
    }
