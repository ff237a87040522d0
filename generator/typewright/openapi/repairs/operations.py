"""Repairs of parameters and of the statuses of responses."""

from __future__ import annotations

import re

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject
from typewright.openapi.kinds import KINDS
from typewright.openapi.reading import Reader

_STATUS = re.compile(r"default|[1-5](?:[0-9]{2}|XX)")
_SWAGGER_2 = ("type", "items", "enum", "format", "default", "minimum", "maximum", "minLength", "maxLength", "pattern")
"""Keywords that a parameter of Swagger 2 has itself; OpenAPI 3 has them below `schema`."""


def repair_statuses(responses: JsonObject, pointer: str, reader: Reader) -> None:
    """Write ranges and `default` in their spelling, and leave out what is no status (OpenAPI 3.1.1, 4.8.16).

    A status of which nothing is said is a response without content.
    """
    for status in [status for status, response in responses.items() if response is None]:
        assumed = "it is read as a response without content"
        message = f"{KINDS['Response'].spoken} must be an object, not null"
        advice = "write 'description: …' below the status"
        reader.report("E301", message, f"{pointer}/{escape(status)}", help_=advice, assumed=assumed)
        responses[status] = {}
    if all(_STATUS.fullmatch(status) or status.startswith("x-") for status in responses):
        return
    written = list(responses.items())
    responses.clear()
    for status, response in written:
        meant = _spelled(status)
        if meant == status or status.startswith("x-"):
            responses[status] = response
            continue
        read = meant is not None and all(meant != other for other, _ in written)
        reader.report(
            "E315",
            f"'{status}' is no HTTP status",
            f"{pointer}/{escape(status)}",
            help_=f"did you mean '{meant}'?" if meant else None,
            assumed=f"it is read as '{meant}'" if read else None,
            key=True,
        )
        if read and meant is not None:
            responses[meant] = response


def _spelled(status: str) -> str | None:
    """Return the status that is meant; None where it is none in any spelling."""
    stripped = status.strip()
    return next((spelled for spelled in (stripped.upper(), stripped.lower()) if _STATUS.fullmatch(spelled)), None)


def repair_parameter(parameter: JsonObject, pointer: str, reader: Reader) -> None:
    """Move what a parameter or a header says of its type in the manner of Swagger 2 below `schema`."""
    if "schema" in parameter or parameter.get("content") or "$ref" in parameter:
        return
    old = [key for key in _SWAGGER_2 if key in parameter]
    if not old or parameter.get("in") in ("body", "formData"):
        return
    spoken = KINDS["Parameter" if "in" in parameter else "Header"].spoken
    message = f"OpenAPI 3 has the '{old[0]}' of {spoken} below 'schema'"
    advice = f"write 'schema:' and put '{old[0]}' below it"
    reader.report("E316", message, f"{pointer}/{old[0]}", help_=advice, key=True)
    parameter["schema"] = {key: parameter.pop(key) for key in old}
