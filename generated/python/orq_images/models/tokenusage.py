"""Types of the module `tokenusage`."""

from .._runtime import Model, Number, Omissible, UNSET


class TokenUsage(Model):
    """The tokens that were used.

    Source: `#/components/schemas/TokenUsage`
    """

    prompt_tokens: Omissible[Number] = UNSET
    """Tokens of the conversation."""

    completion_tokens: Omissible[Number] = UNSET
    """Tokens of the answer."""

    total_tokens: Omissible[Number] = UNSET
    """The sum of both."""
