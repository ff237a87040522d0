"""Typed dictionaries that stand for the types of `models.imagepart`."""

from __future__ import annotations

from typing import Literal, TypedDict

from typing_extensions import NotRequired


class ImagePartTypedDict(TypedDict):
    """Source: `#/components/schemas/ImagePart`"""

    type: Literal["image_url"]

    image_url: ImageURLTypedDict


class ImageURLTypedDict(TypedDict):
    """Source: `#/components/schemas/ImagePart/properties/image_url`"""

    url: str
    """A link to the image, or the image itself as a data URI."""

    detail: NotRequired[Literal["low", "high", "auto"]]
    """How closely the model looks.

    Default "auto".
    """
