"""POST /v2/proxy/images/variations

Create an image variation

Paints images that look like a given one.
"""

from typing import Annotated, Literal, Optional, TypeAlias

from pydantic import Field

from .._runtime import FileUpload, Model


class PostV2ProxyImagesVariationsImage(FileUpload):
    """Source: `#/paths/~1v2~1proxy~1images~1variations/post/requestBody/content/multipart~1form-data/schema/properties/image`"""


PostV2ProxyImagesVariationsResponseFormat: TypeAlias = Literal["url", "b64_json"]
"""Whether to answer with links, which last for 60 minutes, or with the bytes.

Source: `#/paths/~1v2~1proxy~1images~1variations/post/requestBody/content/multipart~1form-data/schema/properties/response_format`
"""

Size: TypeAlias = Literal["256x256", "512x512", "1024x1024"]
"""The size of the images, in pixels.

Source: `#/paths/~1v2~1proxy~1images~1variations/post/requestBody/content/multipart~1form-data/schema/properties/size`
"""


class PostV2ProxyImagesVariationsRequestBody(Model):
    """The image to vary.

    Source: `#/paths/~1v2~1proxy~1images~1variations/post/requestBody/content/multipart~1form-data/schema`
    """

    image: PostV2ProxyImagesVariationsImage
    """The image to vary, a png, webp or jpg file below 50 MB."""

    model: str
    """The model that paints, as `provider/model`."""

    n: Annotated[int, Field(ge=1, le=10)] | None = 1
    """How many images to make.

    At least 1, at most 10, default 1.
    """

    response_format: PostV2ProxyImagesVariationsResponseFormat = "url"
    """Whether to answer with links, which last for 60 minutes, or with the bytes.

    Default "url".
    """

    size: Size = "1024x1024"
    """The size of the images, in pixels.

    Default "1024x1024".
    """

    user: Optional[str] = None
    """Your own id of the person who asks, to trace misuse."""
