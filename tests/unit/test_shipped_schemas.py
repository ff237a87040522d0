"""The schemas that packages validate with, in the form that runtimes read."""

from __future__ import annotations

import json

from typewright.analysis.shipped_schemas import ShippedSchemas
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower

from tests.naming_documents import description, operation


def test_names_that_are_no_texts_are_not_required() -> None:
    api, _ = lower(document_from_bytes(json.dumps(description(operation("send"))).encode(), "spec.json"))
    shipped = ShippedSchemas(api, lambda pattern: pattern)
    schema = {"properties": {"id": {"readOnly": True}, "name": {}}, "required": ["id", "name", {"id": 1}]}
    assert shipped.ship(schema, "#")["required"] == ["name"]  # type: ignore[index, call-overload]
