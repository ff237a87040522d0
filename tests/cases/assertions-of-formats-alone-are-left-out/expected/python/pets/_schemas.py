"""Parts of schemas that no Python type can say, and what they refer to, by their place."""

from __future__ import annotations

from typing import Any

SCHEMAS: dict[str, Any] = {}
