"""POST /things"""

from typing import Literal, Optional

from .._runtime import Model, OptionalNullable, UNSET


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    version: Literal[2]

    kind: Optional[Literal["thing"]] = None

    nothing: OptionalNullable[None] = UNSET
