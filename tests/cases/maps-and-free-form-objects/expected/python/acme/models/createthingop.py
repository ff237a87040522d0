"""POST /things"""

from typing import Any, ClassVar, Optional, TYPE_CHECKING

from .._runtime import Model, OptionalNullable, UNSET


class Scores(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/scores/additionalProperties`"""

    value: Optional[float] = None


class Open(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/open`"""

    __open__: ClassVar = True

    known: Optional[str] = None


class Closed(Model, extra="forbid"):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/closed`"""

    known: Optional[str] = None


class Typed(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/typed`"""

    __open__: ClassVar = True

    known: Optional[int] = None

    if not TYPE_CHECKING:
        __pydantic_extra__: dict[str, int]

    @property
    def additional_properties(self) -> dict[str, int]:
        """The properties that are not declared."""
        return self.__pydantic_extra__ or {}


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    labels: Optional[dict[str, str]] = None

    scores: Optional[dict[str, Scores]] = None

    anything: OptionalNullable[Any] = UNSET

    open: Optional[Open] = None

    closed: Optional[Closed] = None

    typed: Optional[Typed] = None
