"""`ChatCompletionChunk`, and the types inside it."""

from typing import Annotated, Literal, TypeAlias

from .._runtime import Number, Omissible, Open, ResponseModel, UNSET, UnrecognizedStr
from .finishreason import FinishReason
from .tokenusage import TokenUsage

ChatCompletionChunkObject: TypeAlias = Annotated[
    Literal["chat.completion.chunk"] | UnrecognizedStr, Open(always=True)
]
"""Source: `#/components/schemas/ChatCompletionChunk/properties/object`"""

Role: TypeAlias = Annotated[Literal["assistant"] | UnrecognizedStr, Open(always=True)]
"""Source: `#/components/schemas/ChatCompletionChunk/properties/choices/items/properties/delta/properties/role`"""


class Delta(ResponseModel):
    """What this chunk adds.

    Source: `#/components/schemas/ChatCompletionChunk/properties/choices/items/properties/delta`
    """

    role: Omissible[Role] = UNSET

    content: Omissible[str | None] = UNSET


class ChatCompletionChunkChoices(ResponseModel):
    """Source: `#/components/schemas/ChatCompletionChunk/properties/choices/items`"""

    index: Omissible[Number] = UNSET

    finish_reason: FinishReason | None
    """Why the answer ends here. `null` while it goes on."""

    delta: Delta
    """What this chunk adds."""


class ChatCompletionChunk(ResponseModel):
    """A piece of a streamed answer.

    Source: `#/components/schemas/ChatCompletionChunk`
    """

    id: Omissible[str] = UNSET
    """The answer, the same id in all of its chunks."""

    object: ChatCompletionChunkObject

    created: Omissible[Number] = UNSET
    """When the answer was begun, in seconds since 1970."""

    model: Omissible[str] = UNSET
    """The model that answers."""

    choices: list[ChatCompletionChunkChoices]
    """The alternative answers. Empty in the chunk that reports the usage."""

    usage: Omissible[TokenUsage] = UNSET
