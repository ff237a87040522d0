"""The header `Accept` of calls: what the operation answers, best first (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable

from typewright.client import ClientMethod
from typewright.client.answers import Answer
from typewright.ir.media_types import essence
from typewright.targets.contract import Project
from typewright.targets.typescript.client.thrown_errors import error_class_of
from typewright.targets.typescript.models.placement import Placement
from typewright.targets.typescript.options import TypeScriptOptions


class Accepting:
    """The media types that one method accepts: of whole answers, then of streams, then of errors with a class."""

    def __init__(self, project: Project[TypeScriptOptions], placement: Placement, method: ClientMethod) -> None:
        """Sort the answers of `method`; `placement` has the classes of errors."""
        errors = [error for error in method.errors if error_class_of(project, placement, method, error) is not None]
        streams = [answer for answer in method.successes if answer.stream is not None]
        whole = [answer for answer in method.successes if answer.stream is None]
        self.any = _header([*whole, *streams, *errors])
        self.stream = _header(streams)
        self.whole = _header([*whole, *errors])


def _header(answers: Iterable[Answer]) -> str:
    """Return the header for the media types of answers; empty without any."""
    types = dict.fromkeys(essence(answer.media_type) for answer in answers if answer.media_type is not None)
    weights = ("", *(f";q={max(1, 10 - index) / 10:.1f}" for index in range(1, len(types))))
    return ", ".join(map("".join, zip(types, weights, strict=False)))
