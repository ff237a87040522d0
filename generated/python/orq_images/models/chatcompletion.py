"""Types of the module `chatcompletion`."""

from typing import Any, Literal, TypeAlias

from .._runtime import Model, Number, Omissible, UNSET
from .assistantmessage import AssistantMessage
from .finishreason import FinishReason
from .tokenusage import TokenUsage

Object: TypeAlias = Literal["chat.completion"]
"""Source: `#/components/schemas/ChatCompletion/properties/object`"""


class Choices(Model):
    """Source: `#/components/schemas/ChatCompletion/properties/choices/items`"""

    index: Omissible[Number] = UNSET

    finish_reason: FinishReason

    message: AssistantMessage


class ChatCompletion(Model):
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
