"""What is asked about photos, and what is answered."""

from __future__ import annotations

from typing import Literal, Optional

from .._runtime.base import Model, ResponseModel


class Message(Model):
    """A message of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


class ChatQuestion(Model):
    """A conversation to go on with."""

    messages: list[Message]
    stream: Optional[bool] = None


class ChatAnswer(ResponseModel):
    """The whole answer."""

    text: str


class ChatChunk(ResponseModel):
    """A piece of the answer."""

    delta: str


class ChatEvent(ResponseModel):
    """An event of the stream."""

    data: ChatChunk
    event: str | None = None
    id: str | None = None
