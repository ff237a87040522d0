"""Types of the module `chatmessage`."""

from typing import Any, TypeAlias

from .assistantmessage import AssistantMessage
from .systemmessage import SystemMessage
from .usermessage import UserMessage

ChatMessage: TypeAlias = SystemMessage | UserMessage | AssistantMessage
"""One message of a conversation.

Source: `#/components/schemas/ChatMessage`
"""
