"""`ChatCompletion`, and the types inside it."""

from typing import Annotated, Literal, TypeAlias

from .._runtime import Number, Omissible, Open, ResponseModel, UNSET, UnrecognizedStr
from .assistantmessage import AssistantMessage
from .finishreason import FinishReason
from .tokenusage import TokenUsage

Object: TypeAlias = Annotated[
    Literal["chat.completion"] | UnrecognizedStr, Open(always=True)
]
"""Source: `#/components/schemas/ChatCompletion/properties/object`"""


class Choices(ResponseModel):
    """Source: `#/components/schemas/ChatCompletion/properties/choices/items`"""

    index: Omissible[Number] = UNSET

    finish_reason: FinishReason

    message: AssistantMessage


class ChatCompletion(ResponseModel):
    """The answer to a conversation.

    Source: `#/components/schemas/ChatCompletion`
    """

    id: Omissible[str] = UNSET
    """The answer, under an id of the gateway."""

    object: Object

    created: Omissible[Number] = UNSET
    """When the answer was written, in seconds since 1970."""

    model: Omissible[str] = UNSET
    """The model that answered."""

    choices: list[Choices]
    """The alternative answers."""

    usage: Omissible[TokenUsage] = UNSET
