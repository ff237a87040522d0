"""`TextPart`, and the types inside it."""

from typing import Literal

from .._runtime import Model


class TextPart(Model):
    """Source: `#/components/schemas/TextPart`"""

    type: Literal["text"]

    text: str
