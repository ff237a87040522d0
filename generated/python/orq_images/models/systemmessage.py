"""`SystemMessage`, and the types inside it."""

from typing import Literal, Optional

from .._runtime import Model


class SystemMessage(Model):
    """Instructions that hold for the whole conversation.

    Source: `#/components/schemas/SystemMessage`
    """

    role: Literal["system"]

    content: str
    """The instructions."""

    name: Optional[str] = None
    """Tells participants of the same role apart."""
