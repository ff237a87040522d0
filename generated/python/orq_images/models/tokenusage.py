"""`TokenUsage`, and the types inside it."""

from typing import Optional

from .._runtime import ResponseModel


class TokenUsage(ResponseModel):
    """The tokens that were used.

    Source: `#/components/schemas/TokenUsage`
    """

    prompt_tokens: Optional[float] = None
    """Tokens of the conversation."""

    completion_tokens: Optional[float] = None
    """Tokens of the answer."""

    total_tokens: Optional[float] = None
    """The sum of both."""
