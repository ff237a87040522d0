"""What a developer would write by hand for the chat request of `spec/openapi.yaml`: the yardstick of the benchmark."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Base(BaseModel):
    model_config = ConfigDict(extra="allow")


class ImageURL(_Base):
    """A link to an image."""

    url: str
    detail: Literal["low", "high", "auto"] | None = None


class TextPart(_Base):
    """A part of a message: text."""

    type: Literal["text"]
    text: str


class ImagePart(_Base):
    """A part of a message: an image."""

    type: Literal["image_url"]
    image_url: ImageURL


class UserMessage(_Base):
    """What the user says."""

    role: Literal["user"]
    content: str | list[Annotated[TextPart | ImagePart, Field(discriminator="type")]]
    name: str | None = None


class SystemMessage(_Base):
    """Instructions."""

    role: Literal["system"]
    content: str
    name: str | None = None


class AssistantMessage(_Base):
    """What the model has answered."""

    role: Literal["assistant"]
    content: str | None = None
    refusal: str | None = None
    name: str | None = None


class Retry(_Base):
    """When a failed call is repeated."""

    count: Annotated[float, Field(ge=1, le=5)] = 3
    on_codes: list[float] = [429]


class Fallback(_Base):
    """The model to try next."""

    model: str


class Contact(_Base):
    """The person on whose behalf the call is made."""

    id: str
    display_name: str | None = None
    email: str | None = None
    metadata: list[dict[str, Any]] | None = None
    logo_url: str | None = None
    tags: list[str] | None = None


class Thread(_Base):
    """The thread that the call belongs to."""

    id: str
    tags: list[str] | None = None


class Cache(_Base):
    """Whether and how long an answer is kept."""

    ttl: Annotated[float, Field(ge=0, le=259200)] = 1800
    type: Literal["exact_match"]


class Orq(_Base):
    """What the gateway does around the call."""

    name: str | None = None
    retry: Retry | None = None
    fallbacks: list[Fallback] | None = None
    contact: Contact | None = None
    thread: Thread | None = None
    inputs: dict[str, Any] | None = None
    cache: Cache | None = None


class CreateChatCompletionRequestBody(_Base):
    """The conversation so far, and how it is to be answered."""

    messages: Annotated[
        list[Annotated[SystemMessage | UserMessage | AssistantMessage, Field(discriminator="role")]],
        Field(min_length=1),
    ]
    model: str
    metadata: Annotated[dict[str, Annotated[str, Field(max_length=512)]], Field(max_length=16)] | None = None
    max_tokens: int | None = None
    max_completion_tokens: int | None = None
    n: Annotated[int, Field(ge=1)] | None = None
    stop: str | Annotated[list[str], Field(max_length=4)] | None = None
    temperature: Annotated[float, Field(ge=0, le=2)] | None = None
    stream: bool = False
    orq: Orq | None = None
