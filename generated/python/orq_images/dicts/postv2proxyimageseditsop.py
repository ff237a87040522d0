"""Typed dictionaries that stand for the types of `models.postv2proxyimageseditsop`."""

from __future__ import annotations

from os import PathLike
from typing import IO, Literal, TypedDict

from typing_extensions import NotRequired


class PostV2ProxyImagesEditsRequestBodyTypedDict(TypedDict):
    """The images to start from, and what to make of them.

    Source: `#/paths/~1v2~1proxy~1images~1edits/post/requestBody/content/multipart~1form-data/schema`
    """

    model: str
    """The model that edits, as `provider/model`."""

    image: list[ImageTypedDict]
    """The images to edit, each a png, webp or jpg file below 50 MB.

    At least 1 item, at most 16 items.
    """

    prompt: str
    """The image to be, in words."""

    n: NotRequired[int | None]
    """How many images to make.

    At least 1, at most 10, default 1.
    """

    size: NotRequired[str | None]
    """The size of the images, as width x height in pixels."""

    response_format: NotRequired[Literal["url", "b64_json"] | None]
    """Whether to answer with links or with the bytes. Some models know the bytes only.

    Default "url".
    """

    user: NotRequired[str]
    """Your own id of the person who asks, to trace misuse."""


class ImageTypedDict(TypedDict):
    """Source: `#/paths/~1v2~1proxy~1images~1edits/post/requestBody/content/multipart~1form-data/schema/properties/image/items`"""

    file_name: str

    content: bytes | IO[bytes] | PathLike[str]

    content_type: NotRequired[str]
