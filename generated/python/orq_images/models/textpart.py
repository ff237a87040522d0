"""Types of the module `textpart`."""

from typing import Literal

from .._runtime import Model


class TextPart(Model):
    """Source: `#/components/schemas/TextPart`"""

    type: Literal["text"]

    text: str
