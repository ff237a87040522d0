"""GET /news"""

from typing import Optional

from .._runtime import ResponseModel
from .news import News


class WatchNewsResponseBody(ResponseModel):
    """What happens

    Source: `#/paths/~1news/get/responses/200/content/text~1event-stream/itemSchema`
    """

    event: Optional[str] = None

    data: News
