"""`ChatCompletionChunk`, and the types inside it."""

from typing import Annotated, Literal, Optional, TypeAlias

from .._runtime import Open, OptionalNullable, ResponseModel, UNSET, UnrecognizedStr
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

    role: Optional[Role] = None

    content: OptionalNullable[str] = UNSET


class ChatCompletionChunkChoices(ResponseModel):
    """Source: `#/components/schemas/ChatCompletionChunk/properties/choices/items`"""

    index: Optional[float] = None

    finish_reason: FinishReason | None
    """Why the answer ends here. `null` while it goes on."""

    delta: Delta
    """What this chunk adds."""


class ChatCompletionChunk(ResponseModel):
    """A piece of a streamed answer.

    Source: `#/components/schemas/ChatCompletionChunk`
    """

    id: Optional[str] = None
    """The answer, the same id in all of its chunks."""

    object: ChatCompletionChunkObject

    created: Optional[float] = None
    """When the answer was begun, in seconds since 1970."""

    model: Optional[str] = None
    """The model that answers."""

    choices: list[ChatCompletionChunkChoices]
    """The alternative answers. Empty in the chunk that reports the usage."""

    usage: Optional[TokenUsage] = None
