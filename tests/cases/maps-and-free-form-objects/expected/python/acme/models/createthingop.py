"""Types of the module `createthingop`."""

from typing import Any

from .._runtime import Integer, Model, Number, Omissible, UNSET


class Scores(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/scores/additionalProperties`"""

    value: Omissible[Number] = UNSET


class Open(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/open`"""

    known: Omissible[str] = UNSET


class Closed(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/closed`"""

    known: Omissible[str] = UNSET


class Typed(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/typed`"""

    known: Omissible[Integer] = UNSET


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    labels: Omissible[dict[str, str]] = UNSET

    scores: Omissible[dict[str, Scores]] = UNSET

    anything: Omissible[Any] = UNSET

    open: Omissible[Open] = UNSET

    closed: Omissible[Closed] = UNSET

    typed: Omissible[Typed] = UNSET
