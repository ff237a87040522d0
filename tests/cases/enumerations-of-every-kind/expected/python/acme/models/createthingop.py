"""POST /things"""

from typing import Annotated, Literal, TypeAlias

from .._runtime import Asserts, Boolean, Exactly, Model, Omissible, UNSET

Size: TypeAlias = Literal["small", "medium", "extra large", ""]
"""How big it is.

Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/size`
"""

Level: TypeAlias = Annotated[Literal[1, 2, -3], Exactly()]
"""Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/level`"""

Mixed: TypeAlias = Annotated[Literal["one", 2, True], Exactly()]
"""Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/mixed`"""


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    size: Omissible[Size] = UNSET
    """How big it is."""

    level: Omissible[Level] = UNSET

    mixed: Omissible[Mixed | None] = UNSET

    flag: Omissible[Annotated[Boolean, Asserts({"enum": [True]})]] = UNSET
