"""POST /things"""

from typing import Annotated, Literal, Optional, TypeAlias

from .._runtime import Model, Open, ResponseModel, UnrecognizedInt, UnrecognizedStr
from .pet import Pet

Mode: TypeAlias = Literal["fast", "slow"]
"""Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/mode`"""


class MakeThingRequestBody(Model, extra="forbid"):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    mode: Optional[Mode] = None

    pet: Optional[Pet] = None


State: TypeAlias = Annotated[
    Literal["made", "lost"] | UnrecognizedStr, Open(always=True)
]
"""Source: `#/paths/~1things/post/responses/200/content/application~1json/schema/properties/state`"""

Level: TypeAlias = Annotated[Literal[1, 2] | UnrecognizedInt, Open(always=True)]
"""Source: `#/paths/~1things/post/responses/200/content/application~1json/schema/properties/level`"""


class MakeThingResponseBody(ResponseModel):
    """The thing.

    Source: `#/paths/~1things/post/responses/200/content/application~1json/schema`
    """

    state: Optional[State] = None

    level: Optional[Level] = None

    pet: Optional[Pet] = None
