"""What is wrong with a request: it is compared with what a case says that the server sees (README.md, "see")."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

from tests.served.answers import bytes_of
from tests.served.digest import is_digest
from tests.served.multipart import NotMultipartError, Part, parts_of
from tests.served.requests import Request

Captured: TypeAlias = dict[str, str]
"""The values that `{capture: name}` found, by name: a later request has to repeat them."""

FREE_HEADERS = {"host", "accept", "accept-encoding", "accept-language", "connection", "content-length", "content-type"}
FREE_HEADERS |= {
    "cache-control",
    "keep-alive",
    "pragma",
    "priority",
    "sec-fetch-mode",
    "transfer-encoding",
    "user-agent",
}
"""Headers that belong to the transport: they may come, unless a case says otherwise. All others have to be listed."""
_MEDIA_TYPES = {
    "json": "application/json",
    "form": "application/x-www-form-urlencoded",
    "parts": "multipart/form-data",
    "text": "text/plain",
    "bytes": "application/octet-stream",
}


def differences(see: Mapping[str, Any], request: Request, captured: Captured) -> list[str]:
    """Return what is wrong with a request, a line for each difference; nothing where it is right."""
    found: list[str] = []
    if "client" in see:
        see = _authenticated(see, request)
    line = f"{request.method} {request.target}"
    if not _is_line(see["request"], line):
        found.append(f"the request is {line!r}, not {see['request']!r}")
    if request.listener != see.get("at", "main"):
        found.append(f"it came to the listener {request.listener!r}")
    found += _header_differences(see.get("headers", {}), request, captured)
    return found + _body_differences(see, request)


def _authenticated(see: Mapping[str, Any], request: Request) -> Mapping[str, Any]:
    """Add the two ways in which a client may say who it is to a token endpoint (RFC 6749, 2.3.1): that which came."""
    name, secret = see["client"]
    if request.value("authorization") is not None:
        text = base64.b64encode(f"{name}:{secret}".encode()).decode()
        return {**see, "headers": {**see.get("headers", {}), "Authorization": f"Basic {text}"}}
    return {**see, "form": {**see["form"], "client_id": name, "client_secret": secret}}


def _is_line(expected: str | Mapping[str, str], line: str) -> bool:
    """Whether a request has the method and target that a case writes, as a text or as `{matches: regex}`."""
    if isinstance(expected, str):
        return line == expected
    return re.fullmatch(expected["matches"], line) is not None


def _header_differences(expected: Mapping[str, Any], request: Request, captured: Captured) -> list[str]:
    wanted = {name.lower(): value for name, value in expected.items()}
    found = [
        f"the header {name!r} ({request.value(name)!r}) is not expected"
        for name, _ in request.headers
        if name not in wanted and name not in FREE_HEADERS
    ]
    for name, value in wanted.items():
        actual = request.value(name)
        if isinstance(value, Mapping) and "digest" in value:
            is_right = is_digest(actual or "", value["digest"], request.method, request.target, request.body)
        else:
            is_right = _is_value(value, actual, captured)
        if not is_right:
            found.append(f"the header {name!r} is {actual!r}, not {value!r}")
    return found


def _is_value(expected: Any, actual: str | None, captured: Captured) -> bool:
    """Whether a header's value is as a case says: a text, null (absent), `{matches: regex}` or `{capture: name}`."""
    if expected is None or actual is None:
        return expected is None and actual is None
    if not isinstance(expected, Mapping):
        return str(expected) == actual
    if "capture" in expected:
        return captured.setdefault(expected["capture"], actual) == actual and len(actual) >= 8
    return re.fullmatch(expected["matches"], actual) is not None


def _body_differences(see: Mapping[str, Any], request: Request) -> list[str]:
    kind = next((kind for kind in _MEDIA_TYPES if kind in see), None)
    content_type = request.value("content-type")
    if kind is None:
        found = [f"there is a body: {request.body[:200]!r}"] if request.body else []
        is_typed = content_type is not None and not request.body and "content-type" not in _names(see)
        return [*found, f"there is a content type without a body: {content_type!r}"] if is_typed else found
    found = []
    if "content-type" not in _names(see) and (content_type or "").split(";")[0].strip() != _MEDIA_TYPES[kind]:
        found.append(f"the content type is {content_type!r}")
    return found + _content_differences(kind, see[kind], request.body, content_type or "")


def _names(see: Mapping[str, Any]) -> set[str]:
    return {name.lower() for name in see.get("headers", {})}


def _content_differences(kind: str, expected: Any, body: bytes, content_type: str) -> list[str]:
    if kind == "json":
        try:
            actual = json.loads(body)
        except ValueError:
            return [f"the body is no JSON: {body[:200]!r}"]
        return [] if is_same_json(actual, expected) else [f"the body is {actual!r}, not {expected!r}"]
    if kind == "parts":
        try:
            return _part_differences(expected, parts_of(body, content_type))
        except NotMultipartError as error:
            return [f"the body is not multipart: {error}"]
    if kind == "form":
        return _form_differences(expected, body)
    wanted = bytes_of(expected)
    return [] if body == wanted else [f"the body is {body[:200]!r} ({len(body)}), not {wanted[:200]!r} ({len(wanted)})"]


def _form_differences(expected: Mapping[str, Any], body: bytes) -> list[str]:
    """Compare a form's pairs (WHATWG URL, 5.1); those of one name are compared in order."""
    wanted = {name: value if isinstance(value, list) else [value] for name, value in expected.items()}
    actual: dict[str, list[str]] = {}
    for name, value in parse_qsl(body.decode("ascii", "replace"), keep_blank_values=True, strict_parsing=bool(body)):
        actual.setdefault(name, []).append(value)
    return [] if actual == wanted else [f"the form is {actual}, not {wanted}"]


_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)")


def is_same_json(one: Any, other: Any) -> bool:
    """Whether two JSON values are equal: 1 and true are not, 1 and 1.0 are, and so are two texts for one moment."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same_json(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(is_same_json(*pair) for pair in zip(one, other, strict=True))
    if isinstance(one, str) and isinstance(other, str) and _MOMENT.fullmatch(one) and _MOMENT.fullmatch(other):
        return _moment(one) == _moment(other)
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def _moment(text: str) -> datetime:
    """Read a date-time; Python 3.10 knows neither `Z` nor other fractions than three or six digits."""
    fraction = re.search(r"\.(\d+)", text)
    if fraction is not None:
        text = text.replace(fraction[0], "." + fraction[1].ljust(6, "0"))
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _part_differences(expected: list[dict[str, Any]], parts: list[Part]) -> list[str]:
    """Compare the parts of a multipart body, in order."""
    names = [part.name for part in parts]
    if names != [part["name"] for part in expected]:
        return [f"the parts are {names}, not {[part['name'] for part in expected]}"]
    found = []
    for wanted, part in zip(expected, parts, strict=True):
        where = f"part {part.name!r}"
        if part.file_name != wanted.get("file_name"):
            found.append(f"{where}: the file name is {part.file_name!r}, not {wanted.get('file_name')!r}")
        if "type" in wanted and (part.content_type or "").split(";")[0] != (wanted["type"] or ""):
            found.append(f"{where}: the content type is {part.content_type!r}, not {wanted['type']!r}")
        for name, value in wanted.get("headers", {}).items():
            if part.headers.get(name.lower()) != value:
                found.append(f"{where}: the header {name} is {part.headers.get(name.lower())!r}, not {value!r}")
        kind = "json" if "json" in wanted else "bytes"
        found += [f"{where}: {text}" for text in _content_differences(kind, wanted[kind], part.content, "")]
    return found
