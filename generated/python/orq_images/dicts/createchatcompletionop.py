"""Typed dictionaries that stand for the types of `models.createchatcompletionop`."""

from __future__ import annotations

from typing import Any, Literal, TYPE_CHECKING, TypeAlias, TypedDict, Union

from typing_extensions import NotRequired

if TYPE_CHECKING:
    from .chatmessage import ChatMessageTypedDict
    from .publiccontact import PublicContactTypedDict


class CreateChatCompletionRequestBodyTypedDict(TypedDict):
    """The conversation so far, and how it is to be answered.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema`
    """

    messages: list[ChatMessageTypedDict]
    """The messages of the conversation, oldest first.

    At least 1 item.
    """

    model: str
    """The model that answers, as `provider/model`."""

    metadata: NotRequired[dict[str, str]]
    """Up to 16 key-value pairs that are stored with the call.

    At most 16 properties.
    """

    max_tokens: NotRequired[int | None]
    """Former name of `max_completion_tokens`, which reasoning models do not accept."""

    max_completion_tokens: NotRequired[int | None]
    """Upper bound on the tokens of the answer, reasoning included."""

    n: NotRequired[int | None]
    """How many alternative answers to write.

    At least 1.
    """

    response_format: NotRequired[ResponseFormatTypedDict]
    """The form of the answer."""

    stop: NotRequired[StopTypedDict | None]
    """Up to four texts at which the answer ends."""

    stream_options: NotRequired[StreamOptionsTypedDict | None]
    """Settings of a streamed answer."""

    temperature: NotRequired[float | None]
    """Low values keep the answer focused, high values make it varied.

    At least 0, at most 2.
    """

    stream: NotRequired[bool]
    """Whether the answer is streamed.

    Default False.
    """

    orq: NotRequired[OrqTypedDict]
    """What the gateway does around the call."""


ResponseFormatTypedDict: TypeAlias = Union[
    "TextFormatTypedDict",
    "JSONObjectFormatTypedDict",
    "JSONSchemaFormatTypedDict",
]
"""The form of the answer.

Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/response_format`
"""


class TextFormatTypedDict(TypedDict):
    """Plain text.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/response_format/oneOf/0`
    """

    type: Literal["text"]


class JSONObjectFormatTypedDict(TypedDict):
    """Any JSON object.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/response_format/oneOf/1`
    """

    type: Literal["json_object"]


class JSONSchemaFormatTypedDict(TypedDict):
    """A JSON object that follows a schema.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/response_format/oneOf/2`
    """

    type: Literal["json_schema"]

    json_schema: JSONSchemaTypedDict


class JSONSchemaTypedDict(TypedDict):
    """Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/response_format/oneOf/2/properties/json_schema`"""

    description: NotRequired[str]
    """What the format is for. The model reads it."""

    name: str
    """A name for the format.

    At most 64 characters, matching "^[a-zA-Z0-9_-]+$".
    """

    schema_: NotRequired[Any]
    """The JSON Schema that the answer follows."""

    strict: NotRequired[bool | None]
    """Whether the answer must follow the schema to the letter.

    Default False.
    """


StopTypedDict: TypeAlias = "str | list[str]"
"""Up to four texts at which the answer ends.

Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/stop`
"""


class StreamOptionsTypedDict(TypedDict):
    """Settings of a streamed answer.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/stream_options`
    """

    include_usage: NotRequired[bool]
    """Whether a last chunk reports the tokens used."""


class OrqTypedDict(TypedDict):
    """What the gateway does around the call.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/orq`
    """

    name: NotRequired[str]
    """The name of the call in the traces."""

    retry: NotRequired[RetryTypedDict]
    """When and how often a failed call is repeated."""

    fallbacks: NotRequired[list[FallbacksTypedDict]]
    """The models to try next, in this order, when the first one fails."""

    contact: NotRequired[PublicContactTypedDict]

    thread: NotRequired[ThreadTypedDict]
    """The thread that the call belongs to."""

    inputs: NotRequired[dict[str, Any]]
    """Values for the `{{name}}` placeholders in the messages."""

    cache: NotRequired[CacheTypedDict]
    """Whether and how long an answer is kept for equal requests."""


class RetryTypedDict(TypedDict):
    """When and how often a failed call is repeated.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/orq/properties/retry`
    """

    count: NotRequired[float]
    """The number of further attempts.

    At least 1, at most 5, default 3.
    """

    on_codes: NotRequired[list[float]]
    """The HTTP status codes that lead to another attempt.

    Default [429].
    """


class FallbacksTypedDict(TypedDict):
    """Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/orq/properties/fallbacks/items`"""

    model: str
    """The model to fall back to."""


class ThreadTypedDict(TypedDict):
    """The thread that the call belongs to.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/orq/properties/thread`
    """

    id: str
    """The thread, under an id of your choice."""

    tags: NotRequired[list[str]]
    """Labels to find the thread by."""


class CacheTypedDict(TypedDict):
    """Whether and how long an answer is kept for equal requests.

    Source: `#/paths/~1v2~1proxy~1chat~1completions/post/requestBody/content/application~1json/schema/properties/orq/properties/cache`
    """

    ttl: NotRequired[float]
    """How long an answer is kept, in seconds. At most three days.

    At least 0, at most 259200, default 1800.
    """

    type: Literal["exact_match"]
    """When two requests count as equal."""
