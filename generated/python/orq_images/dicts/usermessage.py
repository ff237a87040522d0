"""Typed dictionaries that stand for the types of `models.usermessage`."""

from __future__ import annotations

from typing import Literal, TYPE_CHECKING, TypeAlias, TypedDict

from typing_extensions import NotRequired

if TYPE_CHECKING:
    from .contentpart import ContentPartTypedDict


class UserMessageTypedDict(TypedDict):
    """What a person says.

    Source: `#/components/schemas/UserMessage`
    """

    role: Literal["user"]

    content: ContentTypedDict
    """The message, as a text or as several parts."""

    name: NotRequired[str]
    """Tells participants of the same role apart."""


ContentTypedDict: TypeAlias = "str | list[ContentPartTypedDict]"
"""The message, as a text or as several parts.

Source: `#/components/schemas/UserMessage/properties/content`
"""
