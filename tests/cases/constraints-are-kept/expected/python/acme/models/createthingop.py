"""POST /things"""

from typing import Annotated, Optional

from pydantic import Field

from .._runtime import Model, UniqueItems


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    name: Annotated[
        Optional[str], Field(min_length=1, max_length=40, pattern="^[a-z]+$")
    ] = None
    """At least 1 character, at most 40 characters, matching "^[a-z]+$"."""

    age: Annotated[Optional[int], Field(ge=0, lt=150)] = None
    """At least 0, less than 150."""

    step: Annotated[Optional[float], Field(multiple_of=0.5)] = None
    """A multiple of 0.5."""

    tags: Optional[
        Annotated[
            list[Annotated[str, Field(max_length=8)]],
            Field(min_length=1, max_length=3),
            UniqueItems(),
        ]
    ] = None
    """At least 1 item, at most 3 items, no two items equal."""

    extra: Annotated[Optional[dict[str, str]], Field(min_length=1, max_length=2)] = None
    """At least 1 property, at most 2 properties."""
