"""`ImagePart`, and the types inside it."""

from typing import Literal, TypeAlias

from .._runtime import Model

Detail: TypeAlias = Literal["low", "high", "auto"]
"""How closely the model looks.

Source: `#/components/schemas/ImagePart/properties/image_url/properties/detail`
"""


class ImageURL(Model):
    """Source: `#/components/schemas/ImagePart/properties/image_url`"""

    url: str
    """A link to the image, or the image itself as a data URI."""

    detail: Detail = "auto"
    """How closely the model looks.

    Default "auto".
    """


class ImagePart(Model):
    """Source: `#/components/schemas/ImagePart`"""

    type: Literal["image_url"]

    image_url: ImageURL
