"""Typed dictionaries that stand for the types of `models.postv2proxyimagesvariationsop`."""

from __future__ import annotations

from os import PathLike
from typing import IO, Literal, TypedDict

from typing_extensions import NotRequired


class PostV2ProxyImagesVariationsRequestBodyTypedDict(TypedDict):
    """The image to vary.

    Source: `#/paths/~1v2~1proxy~1images~1variations/post/requestBody/content/multipart~1form-data/schema`
    """

    image: PostV2ProxyImagesVariationsImageTypedDict
    """The image to vary, a png, webp or jpg file below 50 MB."""

    model: str
    """The model that paints, as `provider/model`."""

    n: NotRequired[int | None]
    """How many images to make.

    At least 1, at most 10, default 1.
    """

    response_format: NotRequired[Literal["url", "b64_json"]]
    """Whether to answer with links, which last for 60 minutes, or with the bytes.

    Default "url".
    """

    size: NotRequired[Literal["256x256", "512x512", "1024x1024"]]
    """The size of the images, in pixels.

    Default "1024x1024".
    """

    user: NotRequired[str]
    """Your own id of the person who asks, to trace misuse."""


class PostV2ProxyImagesVariationsImageTypedDict(TypedDict):
    """Source: `#/paths/~1v2~1proxy~1images~1variations/post/requestBody/content/multipart~1form-data/schema/properties/image`"""

    file_name: str

    content: bytes | IO[bytes] | PathLike[str]

    content_type: NotRequired[str]
