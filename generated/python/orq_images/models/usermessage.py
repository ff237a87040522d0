"""`UserMessage`, and the types inside it."""

from typing import Literal, Optional, TypeAlias

from .._runtime import Model
from .contentpart import ContentPart

Content: TypeAlias = str | list[ContentPart]
"""The message, as a text or as several parts.

Source: `#/components/schemas/UserMessage/properties/content`
"""


class UserMessage(Model):
    """What a person says.

    Source: `#/components/schemas/UserMessage`
    """

    role: Literal["user"]

    content: Content
    """The message, as a text or as several parts."""

    name: Optional[str] = None
    """Tells participants of the same role apart."""
