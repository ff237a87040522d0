"""POST /things"""

from typing import Annotated, Literal, TypeAlias

from .._runtime import (
    Exactly,
    Model,
    Omissible,
    Open,
    ResponseModel,
    UNSET,
    UnrecognizedInt,
    UnrecognizedStr,
)
from .pet import Pet

Mode: TypeAlias = Literal["fast", "slow"]
"""Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/mode`"""


class MakeThingRequestBody(Model, extra="forbid"):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    mode: Omissible[Mode] = UNSET

    pet: Omissible[Pet] = UNSET


State: TypeAlias = Annotated[
    Literal["made", "lost"] | UnrecognizedStr, Open(always=True)
]
"""Source: `#/paths/~1things/post/responses/200/content/application~1json/schema/properties/state`"""

Level: TypeAlias = Annotated[
    Annotated[Literal[1, 2], Exactly()] | UnrecognizedInt, Open(always=True)
]
"""Source: `#/paths/~1things/post/responses/200/content/application~1json/schema/properties/level`"""


class MakeThingResponseBody(ResponseModel):
    """The thing.

    Source: `#/paths/~1things/post/responses/200/content/application~1json/schema`
    """

    state: Omissible[State] = UNSET

    level: Omissible[Level] = UNSET

    pet: Omissible[Pet] = UNSET
