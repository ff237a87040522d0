"""`ImageUsage`, and the types inside it."""

from .._runtime import ResponseModel


class InputTokensDetails(ResponseModel):
    """What the request consists of.

    Source: `#/components/schemas/ImageUsage/properties/input_tokens_details`
    """

    text_tokens: float
    """Tokens of the prompt."""

    image_tokens: float
    """Tokens of the images sent."""


class ImageUsage(ResponseModel):
    """The tokens that were used, for text and for images.

    Source: `#/components/schemas/ImageUsage`
    """

    total_tokens: float
    """The sum of the input and the output."""

    input_tokens: float
    """Tokens of the request."""

    output_tokens: float
    """Tokens of the images made."""

    input_tokens_details: InputTokensDetails
    """What the request consists of."""
