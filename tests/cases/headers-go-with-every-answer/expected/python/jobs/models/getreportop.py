"""GET /report"""

from typing import Generic

from .._runtime import ResponseModel, ResultT


class GetReportResponse(ResponseModel, Generic[ResultT]):
    """Source: `#/paths/~1report/get`"""

    headers: dict[str, list[str]]

    result: ResultT
