"""`ContentPart`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import Tagged
from .imagepart import ImagePart
from .textpart import TextPart

ContentPart: TypeAlias = Annotated[
    TextPart | ImagePart, Tagged("type", {"text": TextPart, "image_url": ImagePart})
]
"""A part of a message.

Source: `#/components/schemas/ContentPart`
"""
