"""`ImageResult`, and the types inside it."""

from typing import Annotated, Optional

from pydantic import Field

from .._runtime import ResponseModel


class ImageResult(ResponseModel):
    """An image, as a link or as its bytes.

    Source: `#/components/schemas/ImageResult`
    """

    b64_json: Optional[str] = None
    """The bytes in base64, when `response_format` is `b64_json`."""

    url: Annotated[Optional[str], Field(json_schema_extra={"format": "uri"})] = None
    """A link to the image, when `response_format` is `url`.

    Format uri.
    """
