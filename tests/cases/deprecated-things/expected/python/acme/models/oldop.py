"""GET /old"""

from typing import Annotated, Optional

from pydantic import Field

from .._runtime import Model, ResponseModel


class OldRequest(Model):
    """Source: `#/paths/~1old/get`"""

    way: Annotated[Optional[str], Field(deprecated="deprecated")] = None


class OldResponseBody(ResponseModel):
    """Something.

    Source: `#/paths/~1old/get/responses/200/content/application~1json/schema`
    """

    was: Annotated[Optional[str], Field(deprecated="deprecated")] = None
    """Use is."""

    is_: Annotated[Optional[str], Field(alias="is")] = None
