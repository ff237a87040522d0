"""GET /events"""

from typing import Generic, Optional

from .._runtime import ResponseModel, ResultT


class GetEventsResponseBody(ResponseModel):
    """Events.

    Source: `#/paths/~1events/get/responses/200/content/text~1event-stream/schema`
    """

    data: Optional[str] = None


class GetEventsResponse(ResponseModel, Generic[ResultT]):
    """Source: `#/paths/~1events/get`"""

    headers: dict[str, list[str]]

    result: ResultT
