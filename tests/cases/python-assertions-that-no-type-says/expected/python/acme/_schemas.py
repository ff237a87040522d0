"""Parts of schemas that no Python type can say, and what they refer to, by their place."""

from __future__ import annotations

from typing import Any

SCHEMAS: dict[str, Any] = {
    "#/components/schemas/Card": {
        "type": "object",
        "required": ["number"],
        "properties": {"number": {"type": "string"}, "note": {"type": "string"}},
    },
    "#/components/schemas/Account": {
        "type": "object",
        "required": ["iban"],
        "properties": {"iban": {"type": "string"}, "note": {"type": "string"}},
    },
    "#/components/schemas/Tree": {
        "type": "object",
        "if": {"required": ["children"]},
        "then": {
            "properties": {
                "children": {"contains": {"$ref": "#/components/schemas/Tree"}}
            }
        },
        "properties": {
            "children": {
                "type": "array",
                "uniqueItems": True,
                "items": {"$ref": "#/components/schemas/Tree"},
            }
        },
    },
    "#/components/schemas/Tree?rest": {
        "if": {"required": ["children"]},
        "then": {
            "properties": {
                "children": {"contains": {"$ref": "#/components/schemas/Tree"}}
            }
        },
    },
}
