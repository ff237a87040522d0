"""`ImageUsage`, and the types inside it."""

from .._runtime import Number, ResponseModel


class InputTokensDetails(ResponseModel):
    """What the request consists of.

    Source: `#/components/schemas/ImageUsage/properties/input_tokens_details`
    """

    text_tokens: Number
    """Tokens of the prompt."""

    image_tokens: Number
    """Tokens of the images sent."""


class ImageUsage(ResponseModel):
    """The tokens that were used, for text and for images.

    Source: `#/components/schemas/ImageUsage`
    """

    total_tokens: Number
    """The sum of the input and the output."""

    input_tokens: Number
    """Tokens of the request."""

    output_tokens: Number
    """Tokens of the images made."""

    input_tokens_details: InputTokensDetails
    """What the request consists of."""
