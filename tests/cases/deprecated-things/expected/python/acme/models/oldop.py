"""GET /old"""

from typing import Annotated

from pydantic import Field

from .._runtime import Model, Omissible, ResponseModel, UNSET


class OldRequest(Model):
    """Source: `#/paths/~1old/get`"""

    way: Annotated[Omissible[str], Field(deprecated="deprecated")] = UNSET


class OldResponseBody(ResponseModel):
    """Something.

    Source: `#/paths/~1old/get/responses/200/content/application~1json/schema`
    """

    was: Annotated[Omissible[str], Field(deprecated="deprecated")] = UNSET
    """Use is."""

    is_: Annotated[Omissible[str], Field(alias="is")] = UNSET
