"""`Thing`, and the types inside it."""

from typing import Optional

from .._runtime import Model, OptionalNullable, UNSET


class Thing(Model):
    """Source: `#/components/schemas/Thing`"""

    required: str

    required_nullable: str | None

    optional: Optional[str] = None

    optional_nullable: OptionalNullable[str] = UNSET

    optional_default: str = "red"
    """Default "red"."""

    nullable_default: OptionalNullable[str] = None
    """Default None."""

    required_later: int = 3
    """Default 3."""
