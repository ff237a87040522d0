"""GET /things"""

from .._runtime import ResponseModel
from .._runtime.client.errors import DataError
from .acmeerror import AcmeError as _AcmeError


class ListThingsResponseBodyData(ResponseModel):
    """It broke.

    Source: `#/paths/~1things/get/responses/5XX/content/application~1json/schema`
    """

    reason: str


class ListThingsResponseBody(_AcmeError, DataError[ListThingsResponseBodyData]):
    """It broke.

    Source: `#/paths/~1things/get/responses/5XX/content/application~1json/schema`
    """

    data_type = ListThingsResponseBodyData
