"""`Closed`, and the types inside it."""

from typing import ClassVar, Optional

from .._runtime import Asserts, Model


class Closed(Model, extra="forbid"):
    """Source: `#/components/schemas/Closed`"""

    __asserts__: ClassVar = Asserts(
        {
            "if": {"required": ["a"]},
            "then": {"properties": {"never": {"type": "string"}}},
        }
    )

    a: Optional[str] = None
