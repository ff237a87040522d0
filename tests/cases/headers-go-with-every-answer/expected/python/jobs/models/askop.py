"""POST /questions"""

from collections.abc import Iterable
from typing import Annotated, Generic, Optional, TypeAlias

from .._runtime import Model, Open, ResponseModel, ResultT, Unrecognized


class AskRequestBody(Model):
    """Source: `#/paths/~1questions/post/requestBody/content/application~1json/schema`"""

    stream: Optional[bool] = None


class AskResponseBody(ResponseModel):
    """The answer, whole or as it comes.

    Source: `#/paths/~1questions/post/responses/200/content/application~1json/schema`
    """

    text: Optional[str] = None


class AskResponseResponseBody(ResponseModel):
    """The answer, whole or as it comes.

    Source: `#/paths/~1questions/post/responses/200/content/text~1event-stream/schema`
    """

    data: Optional[str] = None


AskResponseResult: TypeAlias = Annotated[
    AskResponseBody | Iterable[AskResponseResponseBody] | Unrecognized,
    Open(always=True),
]
"""Source: `#/paths/~1questions/post`"""


class AskResponse(ResponseModel, Generic[ResultT]):
    """Source: `#/paths/~1questions/post`"""

    headers: dict[str, list[str]]

    result: ResultT
