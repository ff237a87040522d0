"""Typed dictionaries that stand for the types of `models.assistantmessage`."""

from __future__ import annotations

from typing import Literal, TypedDict

from typing_extensions import NotRequired


class AssistantMessageTypedDict(TypedDict):
    """What the model has answered.

    Source: `#/components/schemas/AssistantMessage`
    """

    role: Literal["assistant"]

    content: NotRequired[str | None]
    """The answer. `null` when the model refused to give one."""

    refusal: NotRequired[str | None]
    """Why the model refused to answer."""
