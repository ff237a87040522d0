"""Typed dictionaries that stand for the types of `models.contentpart`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .imagepart import ImagePartTypedDict
    from .textpart import TextPartTypedDict


ContentPartTypedDict: TypeAlias = "TextPartTypedDict | ImagePartTypedDict"
"""A part of a message.

Source: `#/components/schemas/ContentPart`
"""
