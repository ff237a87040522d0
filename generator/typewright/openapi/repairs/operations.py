"""Repairs of parameters, headers and response statuses."""

from __future__ import annotations

import re

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject
from typewright.openapi.kinds import KINDS
from typewright.openapi.reading import Reader

_STATUS = re.compile(r"default|[1-5](?:[0-9]{2}|XX)")
_SWAGGER_2_KEYWORDS = (
    "type",
    "items",
    "enum",
    "format",
    "default",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
)
"""Keywords that Swagger 2 writes in the parameter and OpenAPI 3 below its `schema`."""


def repair_statuses(responses: JsonObject, pointer: str, reader: Reader) -> None:
    """Correct the letter case of ranges and `default`, and remove keys that are no status (OpenAPI 3.1.1, 4.8.16).

    A null response becomes a response without content.
    """
    for status in [status for status, response in responses.items() if response is None]:
        assumed = "it is read as a response without content"
        message = f"{KINDS['Response'].label} must be an object, not null"
        advice = "write 'description: …' below the status"
        reader.report("E301", message, f"{pointer}/{escape(status)}", help_=advice, assumed=assumed)
        responses[status] = {}
    if all(_STATUS.fullmatch(status) or status.startswith("x-") for status in responses):
        return
    original = list(responses.items())
    responses.clear()
    for status, response in original:
        canonical = _canonical_status(status)
        if canonical == status or status.startswith("x-"):
            responses[status] = response
            continue
        is_read = canonical is not None and all(canonical != other for other, _ in original)
        reader.report(
            "E315",
            f"'{status}' is no HTTP status",
            f"{pointer}/{escape(status)}",
            help_=f"did you mean '{canonical}'?" if canonical else None,
            assumed=f"it is read as '{canonical}'" if is_read else None,
            at_key=True,
        )
        if is_read and canonical is not None:
            responses[canonical] = response


def _canonical_status(status: str) -> str | None:
    """Return the status in its canonical spelling; None if it is no status in any spelling."""
    stripped = status.strip()
    return next((spelled for spelled in (stripped.upper(), stripped.lower()) if _STATUS.fullmatch(spelled)), None)


def repair_parameter(parameter: JsonObject, pointer: str, reader: Reader) -> None:
    """Move the type keywords of a parameter or header in Swagger 2 style below `schema`."""
    if "schema" in parameter or parameter.get("content") or "$ref" in parameter:
        return
    misplaced = [key for key in _SWAGGER_2_KEYWORDS if key in parameter]
    if not misplaced or parameter.get("in") in ("body", "formData"):
        return
    label = KINDS["Parameter" if "in" in parameter else "Header"].label
    message = f"OpenAPI 3 has the '{misplaced[0]}' of {label} below 'schema'"
    advice = f"write 'schema:' and put '{misplaced[0]}' below it"
    reader.report("E316", message, f"{pointer}/{misplaced[0]}", help_=advice, at_key=True)
    parameter["schema"] = {key: parameter.pop(key) for key in misplaced}
