"""Typed dictionaries that stand for the types of `models.chatmessage`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

if TYPE_CHECKING:
    from .assistantmessage import AssistantMessageTypedDict
    from .systemmessage import SystemMessageTypedDict
    from .usermessage import UserMessageTypedDict


ChatMessageTypedDict: TypeAlias = Union[
    "SystemMessageTypedDict",
    "UserMessageTypedDict",
    "AssistantMessageTypedDict",
]
"""One message of a conversation.

Source: `#/components/schemas/ChatMessage`
"""
