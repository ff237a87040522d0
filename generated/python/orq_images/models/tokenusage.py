"""`TokenUsage`, and the types inside it."""

from .._runtime import Number, Omissible, ResponseModel, UNSET


class TokenUsage(ResponseModel):
    """The tokens that were used.

    Source: `#/components/schemas/TokenUsage`
    """

    prompt_tokens: Omissible[Number] = UNSET
    """Tokens of the conversation."""

    completion_tokens: Omissible[Number] = UNSET
    """Tokens of the answer."""

    total_tokens: Omissible[Number] = UNSET
    """The sum of both."""
