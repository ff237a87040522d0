"""GET /things"""

from .._runtime import Integer, Omissible, ResponseModel, UNSET


class GetThingsResponseBody(ResponseModel):
    """All.

    Source: `#/paths/~1things/get/responses/200/content/application~1json/schema`
    """

    total: Omissible[Integer] = UNSET
