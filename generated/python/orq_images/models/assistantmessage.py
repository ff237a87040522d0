"""`AssistantMessage`, and the types inside it."""

from typing import Literal

from .._runtime import OptionalNullable, ResponseModel, UNSET


class AssistantMessage(ResponseModel):
    """What the model has answered.

    Source: `#/components/schemas/AssistantMessage`
    """

    role: Literal["assistant"]

    content: OptionalNullable[str] = UNSET
    """The answer. `null` when the model refused to give one."""

    refusal: OptionalNullable[str] = UNSET
    """Why the model refused to answer."""
