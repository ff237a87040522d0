"""POST /things"""

from typing import Any, TYPE_CHECKING

from .._runtime import Integer, Model, Number, Omissible, UNSET


class Scores(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/scores/additionalProperties`"""

    value: Omissible[Number] = UNSET


class Open(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/open`"""

    known: Omissible[str] = UNSET


class Closed(Model, extra="forbid"):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/closed`"""

    known: Omissible[str] = UNSET


class Typed(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/typed`"""

    known: Omissible[Integer] = UNSET

    if not TYPE_CHECKING:
        __pydantic_extra__: dict[str, Integer]

    @property
    def additional_properties(self) -> dict[str, Integer]:
        """The properties that are not declared."""
        return self.__pydantic_extra__ or {}


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    labels: Omissible[dict[str, str]] = UNSET

    scores: Omissible[dict[str, Scores]] = UNSET

    anything: Omissible[Any] = UNSET

    open: Omissible[Open] = UNSET

    closed: Omissible[Closed] = UNSET

    typed: Omissible[Typed] = UNSET
