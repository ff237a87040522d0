"""`ImageResult`, and the types inside it."""

from .._runtime import Omissible, ResponseModel, UNSET


class ImageResult(ResponseModel):
    """An image, as a link or as its bytes.

    Source: `#/components/schemas/ImageResult`
    """

    b64_json: Omissible[str] = UNSET
    """The bytes in base64, when `response_format` is `b64_json`."""

    url: Omissible[str] = UNSET
    """A link to the image, when `response_format` is `url`.

    Format uri.
    """
