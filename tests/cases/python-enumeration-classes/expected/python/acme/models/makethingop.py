"""POST /things"""

from enum import Enum
from typing import Annotated, Optional

from .._runtime import Model, Open, ResponseModel, UnrecognizedStr


class Size(str, Enum):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/size`"""

    ONE_THOUSAND_AND_TWENTY_FOURX1024 = "1024x1024"

    TWENTY_FOURH = "24h"

    EMPTY = ""

    MRO_2 = "mro"


class MakeThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    size: Size = Size.TWENTY_FOURH
    """Default "24h"."""


class State(str, Enum):
    """Source: `#/paths/~1things/post/responses/200/content/application~1json/schema/properties/state`"""

    MADE = "made"

    LOST = "lost"


class MakeThingResponseBody(ResponseModel):
    """The thing.

    Source: `#/paths/~1things/post/responses/200/content/application~1json/schema`
    """

    state: Optional[Annotated[State | UnrecognizedStr, Open(always=True)]] = None
