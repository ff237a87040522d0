"""`ImagesResponse`, and the types inside it."""

from typing import Optional

from .._runtime import ResponseModel
from .imageresult import ImageResult
from .imageusage import ImageUsage


class ImagesResponse(ResponseModel):
    """The images that were made from other images.

    Source: `#/components/schemas/ImagesResponse`
    """

    created: float
    """When the images were made, in seconds since 1970."""

    output_format: Optional[str] = None
    """The file format of the images."""

    size: Optional[str] = None
    """The size of the images, in pixels."""

    quality: Optional[str] = None
    """The quality of the images."""

    data: list[ImageResult]
    """The images, as many as were asked for."""

    usage: Optional[ImageUsage] = None
