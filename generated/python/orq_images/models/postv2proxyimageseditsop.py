"""POST /v2/proxy/images/edits

Edit an image

Paints new images from given ones and a description of the change.
"""

from typing import Annotated, Literal, Optional, TypeAlias

from pydantic import Field

from .._runtime import FileUpload, Model, OptionalNullable, UNSET


class Image(FileUpload):
    """Source: `#/paths/~1v2~1proxy~1images~1edits/post/requestBody/content/multipart~1form-data/schema/properties/image/items`"""


PostV2ProxyImagesEditsResponseFormat: TypeAlias = Literal["url", "b64_json"]
"""Whether to answer with links or with the bytes. Some models know the bytes only.

Source: `#/paths/~1v2~1proxy~1images~1edits/post/requestBody/content/multipart~1form-data/schema/properties/response_format`
"""


class PostV2ProxyImagesEditsRequestBody(Model):
    """The images to start from, and what to make of them.

    Source: `#/paths/~1v2~1proxy~1images~1edits/post/requestBody/content/multipart~1form-data/schema`
    """

    model: str
    """The model that edits, as `provider/model`."""

    image: Annotated[list[Image], Field(min_length=1, max_length=16)]
    """The images to edit, each a png, webp or jpg file below 50 MB.

    At least 1 item, at most 16 items.
    """

    prompt: str
    """The image to be, in words."""

    n: Annotated[int, Field(ge=1, le=10)] | None = 1
    """How many images to make.

    At least 1, at most 10, default 1.
    """

    size: OptionalNullable[str] = UNSET
    """The size of the images, as width x height in pixels."""

    response_format: PostV2ProxyImagesEditsResponseFormat | None = "url"
    """Whether to answer with links or with the bytes. Some models know the bytes only.

    Default "url".
    """

    user: Optional[str] = None
    """Your own id of the person who asks, to trace misuse."""
