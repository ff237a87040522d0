"""`SystemMessage`, and the types inside it."""

from typing import Literal

from .._runtime import Model, Omissible, UNSET


class SystemMessage(Model):
    """Instructions that hold for the whole conversation.

    Source: `#/components/schemas/SystemMessage`
    """

    role: Literal["system"]

    content: str
    """The instructions."""

    name: Omissible[str] = UNSET
    """Tells participants of the same role apart."""
