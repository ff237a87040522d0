"""What a caller got, compared with what a case says that it gets (README.md, "result").

An outcome is plain JSON, so that a driver in any language can hand it in: `value`, `headers`, `bytes` (base64),
`events`, `items`, `pages`, `elapsed` (seconds), `warns` (texts), `instead` (how the language writes the method
of the operation of that name; as the operation, where it is left out) and `error`: `kind`, `status`, `schema`, `data`,
`headers`, `body`, `message` and `texts` (those of the error and of every error behind it).
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from tests.served.answers import bytes_of
from tests.served.judging import is_same_json

_PAYLOADS = ("value", "events", "items", "pages")


def outcome_differences(case: Mapping[str, Any], outcome: Mapping[str, Any]) -> list[str]:
    """Return in what an outcome differs from the result that a case describes, a line for each difference."""
    expected = case["result"]
    found = _payload_differences(expected, outcome)
    found += _error_differences(expected.get("error"), outcome.get("error"))
    found += _header_differences("headers", expected.get("headers", {}), outcome.get("headers", {}))
    least, most = expected.get("elapsed", (0, 60))
    if not least <= outcome["elapsed"] <= most:
        found.append(f"it took {outcome['elapsed']:.2f} s, not {least} to {most}")
    said = " ".join(outcome.get("warns", ()))
    wanted = list(expected.get("warns", ()))
    if "instead" in expected:
        wanted.append(outcome.get("instead", expected["instead"]))
    return found + [f"no warning says {words!r}, but {said!r}" for words in wanted if words not in said]


def _payload_differences(expected: Mapping[str, Any], outcome: Mapping[str, Any]) -> list[str]:
    found = []
    for kind in _PAYLOADS:
        actual, wanted = outcome.get(kind), expected.get(kind)
        if kind == "events" and isinstance(actual, list):
            actual = [_without_nulls(event) for event in actual]
        if kind == "items" and not wanted and not actual:
            continue
        if not is_same_json(actual, wanted):
            found.append(f"the {kind}: {actual!r}, not {wanted!r}")
    if "bytes" in expected and outcome.get("bytes") is not None:
        content, wanted = base64.b64decode(outcome["bytes"]), bytes_of(expected["bytes"])
        if content != wanted:
            found.append(f"the bytes: {content[:80]!r} ({len(content)}), not {wanted[:80]!r} ({len(wanted)})")
    elif "bytes" in expected:
        found.append("there are no bytes")
    return found


def _without_nulls(event: Any) -> Any:
    return {name: value for name, value in event.items() if value is not None} if isinstance(event, dict) else event


def _header_differences(where: str, expected: Mapping[str, str], actual: Mapping[str, str]) -> list[str]:
    wrong = [name for name, value in expected.items() if actual.get(name) != value]
    return [f"the {where} have {name}: {actual.get(name)!r}, not {expected[name]!r}" for name in wrong]


def _error_differences(expected: Mapping[str, Any] | None, actual: Mapping[str, Any] | None) -> list[str]:
    if expected is None or actual is None:
        said = actual and {key: str(value)[:300] for key, value in actual.items()}
        return [] if expected is actual else [f"the error: {said!r}, not {expected!r}"]
    kinds = expected["kind"] if isinstance(expected["kind"], list) else [expected["kind"]]
    found = (
        [] if actual["kind"] in kinds else [f"the error is of the kind {actual['kind']!r}: {actual['message'][:300]!r}"]
    )
    if "status" in expected and actual.get("status") != expected["status"]:
        found.append(f"the error's status is {actual.get('status')!r}")
    if "schema" in expected and actual.get("schema") not in _names_of(expected["schema"]):
        found.append(f"the error's schema is {actual.get('schema')!r}, not {expected['schema']!r}")
    if "data" in expected and not is_same_json(actual.get("data"), expected["data"]):
        found.append(f"the error's data: {actual.get('data')!r}, not {expected['data']!r}")
    if "body" in expected and actual.get("body") != expected["body"]:
        found.append(f"the error's body: {actual.get('body')!r}, not {expected['body']!r}")
    if len(actual.get("body") or "") > expected.get("body_at_most", 1 << 62):
        found.append(f"the error's body has {len(actual['body'])} characters")
    if len(actual["message"]) > expected.get("message_at_most", 1 << 62):
        found.append(f"the error's text has {len(actual['message'])} characters")
    found += _header_differences("error's headers", expected.get("headers", {}), actual.get("headers", {}))
    told = " ".join(actual["texts"])
    found += [
        f"the error does not say {words!r}: {told[:300]!r}" for words in expected.get("says", ()) if words not in told
    ]
    return found + [f"the error says {words!r}" for words in expected.get("says_not", ()) if words in told]


def _names_of(schema: str | None) -> tuple[str | None, ...]:
    """Return the names that the error class of a schema may have; the schema may be used as a model as well."""
    return (None,) if schema is None else (schema, f"{schema}Error")
