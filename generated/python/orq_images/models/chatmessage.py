"""`ChatMessage`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import Tagged
from .assistantmessage import AssistantMessage
from .systemmessage import SystemMessage
from .usermessage import UserMessage

ChatMessage: TypeAlias = Annotated[
    SystemMessage | UserMessage | AssistantMessage,
    Tagged(
        "role",
        {"system": SystemMessage, "user": UserMessage, "assistant": AssistantMessage},
    ),
]
"""One message of a conversation.

Source: `#/components/schemas/ChatMessage`
"""
