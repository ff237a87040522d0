"""POST /things"""

from typing import Annotated

from .._runtime import (
    ArrayRule,
    IntegerRule,
    MapRule,
    Model,
    NumberRule,
    Omissible,
    StringRule,
    UNSET,
)


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    name: Omissible[
        Annotated[str, StringRule(min_length=1, max_length=40, pattern="^[a-z]+$")]
    ] = UNSET
    """At least 1 character, at most 40 characters, matching "^[a-z]+$"."""

    age: Omissible[Annotated[int, IntegerRule(ge=0, lt=150)]] = UNSET
    """At least 0, less than 150."""

    step: Omissible[Annotated[float, NumberRule(multiple_of=0.5)]] = UNSET
    """A multiple of 0.5."""

    tags: Omissible[
        Annotated[
            list[Annotated[str, StringRule(max_length=8)]],
            ArrayRule(min_length=1, max_length=3, unique=True),
        ]
    ] = UNSET
    """At least 1 item, at most 3 items, no two items equal."""

    extra: Omissible[Annotated[dict[str, str], MapRule(min_length=1, max_length=2)]] = (
        UNSET
    )
    """At least 1 property, at most 2 properties."""
