"""The choice of the described response for a request: by status, by media type, and by whether it asks for a stream."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from typewright.base.json_value import JsonValue
from typewright.client import ClientMethod
from typewright.client.answers import Answer
from typewright.client.media_kinds import MediaKind
from typewright.ir import Absent
from typewright.mock.preferences import Preferences

_LEAST_STATUS = 200
"""An informational status (such as 101) is never the final response to a request (RFC 9110, 15.2)."""


class Chosen(Struct, frozen=True):
    """A response, and the status that it is sent with."""

    status: int
    answer: Answer


def chosen_answer(method: ClientMethod, preferences: Preferences, stream: JsonValue | Absent) -> Chosen | None:
    """Return the response for a request; None if the description has none, or none of the requested status.

    `stream` is the value in the request for the method's choice between a stream and a whole response.
    """
    candidates = method.answers if preferences.code is None else _of_status(method, preferences.code)
    if preferences.code is None:
        candidates = _successes(method) or candidates
    if not candidates:
        return None
    best = min(candidates, key=lambda answer: _rank(answer, method, preferences, stream))
    return Chosen(_status(best, preferences.code), best)


def _of_status(method: ClientMethod, code: str) -> tuple[Answer, ...]:
    """Return the responses of a status: those of the code, else of its range, else `default` (OpenAPI 3.1, 4.8.16)."""
    for pattern in (code.upper(), f"{code[:1]}XX", "default"):
        found = tuple(answer for answer in method.answers if answer.status == pattern)
        if found:
            return found
    return ()


def _successes(method: ClientMethod) -> tuple[Answer, ...]:
    """Return the responses that a call returns, those of a success before those of another status."""
    for begin in ("2", "d", ""):
        found = tuple(answer for answer in method.successes if answer.status.startswith(begin))
        if found:
            return found
    return ()


def _rank(
    answer: Answer, method: ClientMethod, preferences: Preferences, stream: JsonValue | Absent
) -> tuple[float, ...]:
    """Return the sort key of a response; the least is the best, and of equal ones the first is taken."""
    quality = 1.0 if answer.media_type is None else preferences.quality(answer.media_type)
    is_other = False
    if method.stream_choice is not None and answer.kind is not MediaKind.EMPTY:
        wanted = stream if isinstance(stream, bool) else method.stream_choice.default
        is_other = wanted != answer.kind.is_stream
    return float(quality == 0), float(is_other), float(answer.kind is MediaKind.EMPTY), -quality


def _status(answer: Answer, code: str | None) -> int:
    """Return the status of a response; for a range or `default` the requested one, else the usual one."""
    if answer.status.isdigit():
        return max(_LEAST_STATUS, int(answer.status))
    if code is not None and code.isdigit():
        return min(599, max(_LEAST_STATUS, int(code)))
    if answer.status[:1].isdigit():
        return max(_LEAST_STATUS, int(answer.status[:1]) * 100)
    return 500 if answer.is_error else 200


def described_statuses(answers: Iterable[Answer]) -> str:
    """Return the statuses of the responses, for a message."""
    return ", ".join(dict.fromkeys(answer.status for answer in answers)) or "none"
