"""`ChatCompletion`, and the types inside it."""

from typing import Annotated, Literal, Optional, TypeAlias

from .._runtime import Open, ResponseModel, UnrecognizedStr
from .assistantmessage import AssistantMessage
from .finishreason import FinishReason
from .tokenusage import TokenUsage

Object: TypeAlias = Annotated[
    Literal["chat.completion"] | UnrecognizedStr, Open(always=True)
]
"""Source: `#/components/schemas/ChatCompletion/properties/object`"""


class Choices(ResponseModel):
    """Source: `#/components/schemas/ChatCompletion/properties/choices/items`"""

    index: Optional[float] = None

    finish_reason: FinishReason

    message: AssistantMessage


class ChatCompletion(ResponseModel):
    """The answer to a conversation.

    Source: `#/components/schemas/ChatCompletion`
    """

    id: Optional[str] = None
    """The answer, under an id of the gateway."""

    object: Object

    created: Optional[float] = None
    """When the answer was written, in seconds since 1970."""

    model: Optional[str] = None
    """The model that answered."""

    choices: list[Choices]
    """The alternative answers."""

    usage: Optional[TokenUsage] = None
