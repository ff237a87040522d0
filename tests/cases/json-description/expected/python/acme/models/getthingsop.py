"""GET /things"""

from typing import Optional

from .._runtime import ResponseModel


class GetThingsResponseBody(ResponseModel):
    """All.

    Source: `#/paths/~1things/get/responses/200/content/application~1json/schema`
    """

    total: Optional[int] = None
