"""Typed dictionaries that stand for the types of `models.textpart`."""

from __future__ import annotations

from typing import Literal, TypedDict


class TextPartTypedDict(TypedDict):
    """Source: `#/components/schemas/TextPart`"""

    type: Literal["text"]

    text: str
