"""POST /jobs"""

from typing import Optional

from .._runtime import ResponseModel


class StartJobResponseBody(ResponseModel):
    """Done at once.

    Source: `#/paths/~1jobs/post/responses/200/content/application~1json/schema`
    """

    id: Optional[str] = None


class StartJobResponse(ResponseModel):
    """Source: `#/paths/~1jobs/post`"""

    headers: dict[str, list[str]]

    result: Optional[StartJobResponseBody] = None
