"""The description of a field without one of its own, for the tables of all targets."""

from __future__ import annotations

import re

from typewright.ir import Field, Model, not_null

_COMPOSITION = re.compile(r"/(oneOf|anyOf)/[0-9]+")


def inherited_description(field: Field, model: Model) -> str | None:
    """Return the description that tables show for a field of type `model` that has no description of its own.

    The model of an `allOf` has the description beside the `allOf`, not that of a part, also if its only part, or the
    only one of a union besides null, is a reference. The body of a request and envelopes have none.
    """
    if field.pointer.endswith("/responses") or is_of_request_body(field) or _is_composed(field):
        return None
    if isinstance(model.schema, dict) and "allOf" in model.schema:
        written = model.schema.get("description")
        return written if isinstance(written, str) else None
    return model.annotations.description


def is_of_request_body(field: Field) -> bool:
    """Return whether a field of a request object contains the body."""
    pointer = field.pointer
    return pointer.endswith("/requestBody") or pointer.rpartition("/")[0].endswith("/components/requestBodies")


def _is_composed(field: Field) -> bool:
    """Return whether a field refers to its type in a composition: a union, or an `allOf` without a description."""
    if field.annotations.description == "":
        return True
    pointer = not_null(field.type).pointer
    return _COMPOSITION.fullmatch(pointer.removeprefix(field.pointer).removeprefix("/schema")) is not None
