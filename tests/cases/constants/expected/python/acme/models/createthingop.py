"""POST /things"""

from typing import Annotated, Literal

from .._runtime import Exactly, Model, Omissible, UNSET


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    version: Annotated[Literal[2], Exactly()]

    kind: Omissible[Literal["thing"]] = UNSET

    nothing: Omissible[None] = UNSET
