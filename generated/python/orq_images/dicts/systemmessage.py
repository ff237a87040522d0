"""Typed dictionaries that stand for the types of `models.systemmessage`."""

from __future__ import annotations

from typing import Literal, TypedDict

from typing_extensions import NotRequired


class SystemMessageTypedDict(TypedDict):
    """Instructions that hold for the whole conversation.

    Source: `#/components/schemas/SystemMessage`
    """

    role: Literal["system"]

    content: str
    """The instructions."""

    name: NotRequired[str]
    """Tells participants of the same role apart."""
