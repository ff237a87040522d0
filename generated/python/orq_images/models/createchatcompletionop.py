"""POST /v2/proxy/chat/completions

Answer a conversation

Sends the answer in one JSON document or, with `stream` set, piece by piece as server-sent events.
"""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, Optional, TypeAlias

from pydantic import Field

from .._runtime import (
    Model,
    Open,
    OptionalNullable,
    ResponseModel,
    Tagged,
    UNSET,
    Unrecognized,
)
from .chatcompletion import ChatCompletion
from .chatcompletionchunk import ChatCompletionChunk
from .chatmessage import ChatMessage
from .publiccontact import PublicContact


class TextFormat(Model):
    """Plain text.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/response_format/oneOf/0`
    """

    type: Literal["text"]


class JSONObjectFormat(Model):
    """Any JSON object.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/response_format/oneOf/1`
    """

    type: Literal["json_object"]


class JSONSchema(Model):
    """Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/response_format/oneOf/2/properties/json_schema`"""

    description: Optional[str] = None
    """What the format is for. The model reads it."""

    name: Annotated[str, Field(max_length=64, pattern="^[a-zA-Z0-9_\\-]+$")]
    """A name for the format.

    At most 64 characters, matching "^[a-zA-Z0-9_-]+$".
    """

    schema_: Annotated[OptionalNullable[Any], Field(alias="schema")] = UNSET
    """The JSON Schema that the answer follows."""

    strict: bool | None = False
    """Whether the answer must follow the schema to the letter.

    Default False.
    """


class JSONSchemaFormat(Model):
    """A JSON object that follows a schema.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/response_format/oneOf/2`
    """

    type: Literal["json_schema"]

    json_schema: JSONSchema


ResponseFormat: TypeAlias = Annotated[
    TextFormat | JSONObjectFormat | JSONSchemaFormat,
    Tagged(
        "type",
        {
            "text": TextFormat,
            "json_object": JSONObjectFormat,
            "json_schema": JSONSchemaFormat,
        },
    ),
]
"""The form of the answer.

Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/response_format`
"""

Stop: TypeAlias = str | Annotated[list[str], Field(max_length=4)]
"""Up to four texts at which the answer ends.

Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/stop`
"""


class StreamOptions(Model):
    """Settings of a streamed answer.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/stream_options`
    """

    include_usage: Optional[bool] = None
    """Whether a last chunk reports the tokens used."""


class Retry(Model):
    """When and how often a failed call is repeated.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/orq/properties/retry`
    """

    count: Annotated[float, Field(ge=1, le=5)] = 3
    """The number of further attempts.

    At least 1, at most 5, default 3.
    """

    on_codes: list[float] = [429]
    """The HTTP status codes that lead to another attempt.

    Default [429].
    """


class Fallbacks(Model):
    """Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/orq/properties/fallbacks/items`"""

    model: str
    """The model to fall back to."""


class Thread(Model):
    """The thread that the call belongs to.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/orq/properties/thread`
    """

    id: str
    """The thread, under an id of your choice."""

    tags: Optional[list[str]] = None
    """Labels to find the thread by."""


Type: TypeAlias = Literal["exact_match"]
"""When two requests count as equal.

Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/orq/properties/cache/properties/type`
"""


class Cache(Model):
    """Whether and how long an answer is kept for equal requests.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/orq/properties/cache`
    """

    ttl: Annotated[float, Field(ge=0, le=259200)] = 1800
    """How long an answer is kept, in seconds. At most three days.

    At least 0, at most 259200, default 1800.
    """

    type: Type
    """When two requests count as equal."""


class Orq(Model):
    """What the gateway does around the call.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/orq`
    """

    name: Optional[str] = None
    """The name of the call in the traces."""

    retry: Optional[Retry] = None
    """When and how often a failed call is repeated."""

    fallbacks: Optional[list[Fallbacks]] = None
    """The models to try next, in this order, when the first one fails."""

    contact: Optional[PublicContact] = None

    thread: Optional[Thread] = None
    """The thread that the call belongs to."""

    inputs: Optional[dict[str, Any]] = None
    """Values for the `{{name}}` placeholders in the messages."""

    cache: Optional[Cache] = None
    """Whether and how long an answer is kept for equal requests."""


class CreateChatCompletionRequestBody(Model):
    """The conversation so far, and how it is to be answered.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema`
    """

    messages: Annotated[list[ChatMessage], Field(min_length=1)]
    """The messages of the conversation, oldest first.

    At least 1 item.
    """

    model: str
    """The model that answers, as `provider/model`."""

    metadata: Annotated[
        Optional[dict[str, Annotated[str, Field(max_length=512)]]], Field(max_length=16)
    ] = None
    """Up to 16 key-value pairs that are stored with the call.

    At most 16 properties.
    """

    max_tokens: Annotated[OptionalNullable[int], Field(deprecated="deprecated")] = UNSET
    """Former name of `max_completion_tokens`, which reasoning models do not accept."""

    max_completion_tokens: OptionalNullable[int] = UNSET
    """Upper bound on the tokens of the answer, reasoning included."""

    n: OptionalNullable[Annotated[int, Field(ge=1)]] = UNSET
    """How many alternative answers to write.

    At least 1.
    """

    response_format: Optional[ResponseFormat] = None
    """The form of the answer."""

    stop: OptionalNullable[Stop] = UNSET
    """Up to four texts at which the answer ends."""

    stream_options: OptionalNullable[StreamOptions] = UNSET
    """Settings of a streamed answer."""

    temperature: OptionalNullable[Annotated[float, Field(ge=0, le=2)]] = UNSET
    """Low values keep the answer focused, high values make it varied.

    At least 0, at most 2.
    """

    stream: bool = False
    """Whether the answer is streamed.

    Default False.
    """

    orq: Optional[Orq] = None
    """What the gateway does around the call."""


class CreateChatCompletionResponseBody(ResponseModel):
    """One event of a streamed answer. The stream ends with the text `[DONE]` instead.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/responses/200/content/text~1event-stream/schema`
    """

    data: ChatCompletionChunk


CreateChatCompletionResponse: TypeAlias = Annotated[
    ChatCompletion | Iterable[CreateChatCompletionResponseBody] | Unrecognized,
    Open(always=True),
]
"""Source: `#/paths/~1v2~1proxy~1chat~1completions/post`"""
