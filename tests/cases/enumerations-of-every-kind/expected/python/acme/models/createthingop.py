"""POST /things"""

from typing import Annotated, Literal, Optional, TypeAlias

from .._runtime import Asserts, Model, OptionalNullable, UNSET

Size: TypeAlias = Literal["small", "medium", "extra large", ""]
"""How big it is.

Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/size`
"""

Level: TypeAlias = Literal[1, 2, -3]
"""Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/level`"""

Mixed: TypeAlias = Literal["one", 2, True]
"""Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/mixed`"""


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    size: Optional[Size] = None
    """How big it is."""

    level: Optional[Level] = None

    mixed: OptionalNullable[Mixed] = UNSET

    flag: Optional[Annotated[bool, Asserts({"enum": [True]})]] = None
