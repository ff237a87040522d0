"""`AssistantMessage`, and the types inside it."""

from typing import Literal

from .._runtime import Omissible, ResponseModel, UNSET


class AssistantMessage(ResponseModel):
    """What the model has answered.

    Source: `#/components/schemas/AssistantMessage`
    """

    role: Literal["assistant"]

    content: Omissible[str | None] = UNSET
    """The answer. `null` when the model refused to give one."""

    refusal: Omissible[str | None] = UNSET
    """Why the model refused to answer."""
