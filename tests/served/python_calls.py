"""Makes the call of a case with a generated Python client, and returns what came of it as an outcome."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import os
import time
import warnings
from collections.abc import AsyncIterator, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pydantic
from pydantic_core import to_jsonable_python

from tests.served.python_client import PythonClient

Outcome = dict[str, Any]


def outcomes_of(package: PythonClient, case: Mapping[str, Any], *, is_async: bool) -> list[Outcome]:
    """Make the calls of a case and return the outcome of each."""
    package.forget_warnings()
    with _environment(package.environment(case)), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        started = time.monotonic()
        found = asyncio.run(_async_calls(package, case)) if is_async else _calls(package, case)
        elapsed = time.monotonic() - started
    said = [str(warning.message) for warning in caught]
    named = {"instead": package.access(case["result"]["instead"])} if "instead" in case["result"] else {}
    return [{"elapsed": elapsed, "warns": said, **named, **outcome} for outcome in found]


def _calls(package: PythonClient, case: Mapping[str, Any]) -> list[Outcome]:
    with package.client_class(**package.client_options(case, is_async=False)) as client:
        calls = range(case.get("calls", 1))
        if case.get("concurrent"):
            with ThreadPoolExecutor(len(calls)) as threads:
                return list(threads.map(lambda _: _call(package, client, case), calls))
        return [_call(package, client, case) for _ in calls]


async def _async_calls(package: PythonClient, case: Mapping[str, Any]) -> list[Outcome]:
    async with package.async_client_class(**package.client_options(case, is_async=True)) as client:
        calls = range(case.get("calls", 1))
        if case.get("concurrent"):
            return list(await asyncio.gather(*(_call_async(package, client, case) for _ in calls)))
        return [await _call_async(package, client, case) for _ in calls]


def _call(package: PythonClient, client: Any, case: Mapping[str, Any]) -> Outcome:
    outcome: Outcome = {}
    try:
        result = package.method(case).of(client, package.extra_body(case), is_async=False)(**package.arguments(case))
        _consume(package, result, case["result"], outcome)
    except Exception as error:
        outcome["error"] = error_outcome(package, error)
    return outcome


async def _call_async(package: PythonClient, client: Any, case: Mapping[str, Any]) -> Outcome:
    outcome: Outcome = {}
    try:
        result = await package.method(case).of(client, package.extra_body(case), is_async=True)(
            **package.arguments(case)
        )
        await _consume_async(package, result, case["result"], outcome)
    except Exception as error:
        outcome["error"] = error_outcome(package, error)
    return outcome


def _consume(package: PythonClient, result: Any, expected: Mapping[str, Any], outcome: Outcome) -> None:
    """Read a result to its end, or as far as the case does; what was read before an error stays in the outcome."""
    result = without_envelope(result, outcome)
    kind = payload_kind(result, expected)
    if kind == "value":
        outcome.update({} if result is None else {"value": wire(result)})
    elif kind == "bytes":
        chunks = result.iter_bytes(1 if "take" in expected else None)
        with contextlib.closing(result), contextlib.closing(chunks):
            content = b"".join(chunk for _, chunk in zip(_turns(expected), chunks, strict=False))
        outcome["bytes"] = base64.b64encode(content).decode()
    else:
        read = outcome[kind] = []
        iterator = iter(result.items() if kind == "items" and hasattr(result, "items") else result)
        with result if hasattr(result, "__exit__") else contextlib.nullcontext():
            for _, item in zip(_turns(expected), iterator, strict=False):
                read.append(wire(item.result if kind == "pages" else item))


async def _consume_async(package: PythonClient, result: Any, expected: Mapping[str, Any], outcome: Outcome) -> None:
    result = without_envelope(result, outcome)
    kind = payload_kind(result, expected)
    if kind == "value":
        outcome.update({} if result is None else {"value": wire(result)})
    elif kind == "bytes":
        chunks = result.iter_bytes(1 if "take" in expected else None)
        async with result, contextlib.aclosing(chunks):
            content = b"".join([chunk async for chunk in _taken(chunks, expected)])
        outcome["bytes"] = base64.b64encode(content).decode()
    else:
        read = outcome[kind] = []
        items = result.items_async() if kind == "items" and hasattr(result, "items_async") else result
        async with result if hasattr(result, "__aexit__") else contextlib.nullcontext():
            async for item in _taken(items, expected):
                read += [wire(item.result if kind == "pages" else item)]


def _turns(expected: Mapping[str, Any]) -> Iterator[int]:
    return iter(range(expected.get("take", 1 << 40)))


async def _taken(items: Any, expected: Mapping[str, Any]) -> AsyncIterator[Any]:
    """Give as many items as the case takes; ask for no more."""
    left = expected.get("take", 1 << 40)
    iterator = items.__aiter__()
    while left:
        try:
            yield await iterator.__anext__()
        except StopAsyncIteration:
            return
        left -= 1


def payload_kind(result: Any, expected: Mapping[str, Any]) -> str:
    """Return how a result is read: whole, as bytes, or as `events`, `items` or `pages`."""
    if hasattr(result, "iter_bytes"):
        return "bytes"
    is_iterated = hasattr(result, "next_async") or (hasattr(result, "http_response") and not isinstance(result, bytes))
    if not is_iterated:
        return "value"
    return next((kind for kind in ("events", "items", "pages") if kind in expected), "items")


def without_envelope(result: Any, outcome: Outcome) -> Any:
    """Return the result inside of an envelope, any other result as it is; headers go to the outcome."""
    is_page = hasattr(result, "next_async")
    if not is_page and not (type(result).__name__.endswith("Response") and hasattr(result, "headers")):
        return result
    outcome["headers"] = {name.lower(): ", ".join(values) for name, values in result.headers.items()}
    return result if is_page else getattr(result, "result", None)


def wire(value: Any) -> Any:
    """Return a value as JSON under its names on the wire."""
    if isinstance(value, bytes):
        return value.decode()
    return to_jsonable_python(value, by_alias=True, fallback=lambda unknown: getattr(unknown, "root", str(unknown)))


def error_outcome(package: PythonClient, error: Exception) -> Outcome:
    """Return an exception as an outcome's error."""
    texts: list[str] = []
    met: set[int] = set()
    seen: BaseException | None = error
    while seen is not None and id(seen) not in met:
        met.add(id(seen))
        texts += [str(seen), repr(seen)]
        seen = seen.__cause__ or seen.__context__
    found: Outcome = {"kind": error_kind(package, error), "message": str(error), "texts": texts}
    if isinstance(error, package.errors.ClientError):
        found |= {"status": error.status_code, "headers": dict(error.headers), "body": error.body}
        is_described = isinstance(error, package.errors.DataError)
        found["schema"] = type(error).__name__ if is_described else None
        if is_described:
            found["data"] = wire(error.data)
    return found


def error_kind(package: PythonClient, error: Exception) -> str:
    """Return which kind of error of README.md an exception is."""
    errors = package.errors
    if isinstance(error, errors.StatusError):
        return "status"
    if isinstance(error, errors.InvalidResponseError):
        return "invalid answer"
    if isinstance(error, errors.ConnectionFailedError):
        return "timeout" if error.reason == "timeout" else "connection"
    if isinstance(error, errors.ClientError):
        kinds = {"points to a page": "paging", "credential": "missing credential", "token": "authentication"}
        return next((kind for words, kind in kinds.items() if words in str(error)), "invalid request")
    if isinstance(error, TypeError) and "required keyword-only argument" in str(error):
        return "missing argument"
    return "invalid request" if isinstance(error, pydantic.ValidationError | ValueError) else type(error).__name__


@contextlib.contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    held = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(held)
