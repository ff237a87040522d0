"""`ImagesResponse`, and the types inside it."""

from .._runtime import Number, Omissible, ResponseModel, UNSET
from .imageresult import ImageResult
from .imageusage import ImageUsage


class ImagesResponse(ResponseModel):
    """The images that were made from other images.

    Source: `#/components/schemas/ImagesResponse`
    """

    created: Number
    """When the images were made, in seconds since 1970."""

    output_format: Omissible[str] = UNSET
    """The file format of the images."""

    size: Omissible[str] = UNSET
    """The size of the images, in pixels."""

    quality: Omissible[str] = UNSET
    """The quality of the images."""

    data: list[ImageResult]
    """The images, as many as were asked for."""

    usage: Omissible[ImageUsage] = UNSET
