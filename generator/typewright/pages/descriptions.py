"""Descriptions of fields that have none of their own, for the tables of all targets."""

from __future__ import annotations

from typewright.ir import Field, Model


def inherited_description(field: Field, model: Model) -> str | None:
    """Return the description that the reference's tables show for a field of type `model` without an own one.

    What `allOf` makes has that which stands beside the `allOf`, not one of its parts'; what is put around a response
    has none.
    """
    if field.pointer.endswith("/responses"):
        return None
    if isinstance(model.schema, dict) and "allOf" in model.schema:
        written = model.schema.get("description")
        return written if isinstance(written, str) else None
    return model.note.description
