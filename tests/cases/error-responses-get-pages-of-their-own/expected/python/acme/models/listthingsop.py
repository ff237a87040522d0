"""GET /things"""

from .._runtime import ResponseModel


class ListThingsResponseBody(ResponseModel):
    """It broke.

    Source: `#/paths/~1things/get/responses/5XX/content/application~1json/schema`
    """

    reason: str
