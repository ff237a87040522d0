"""`Thing`, and the types inside it."""

from .._runtime import Integer, Model, Omissible, UNSET


class Thing(Model):
    """Source: `#/components/schemas/Thing`"""

    required: str

    required_nullable: str | None

    optional: Omissible[str] = UNSET

    optional_nullable: Omissible[str | None] = UNSET

    optional_default: str = "red"
    """Default "red"."""

    nullable_default: str | None = None
    """Default None."""

    required_later: Integer = 3
    """Default 3."""
