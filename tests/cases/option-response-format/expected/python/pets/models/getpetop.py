"""GET /pets/{id}"""

from typing import Annotated, Any, Generic, Optional

from pydantic import Field

from .._runtime import Model, ResponseModel, ResultT
from .pet import Pet


class GetPetRequest(Model):
    """Source: `#/paths/~1pets~1{id}/get`"""

    id: str


class GetPetResponseBody(ResponseModel):
    """The pet.

    Source: `#/paths/~1pets~1{id}/get/responses/200/content/text~1event-stream/schema`
    """

    data: Optional[str] = None


class GetPetResponse(ResponseModel, Generic[ResultT]):
    """Source: `#/paths/~1pets~1{id}/get`"""

    content_type: Annotated[str, Field(alias="contentType")]
    """The media type of the response."""

    status_code: Annotated[int, Field(alias="statusCode")]
    """The status code of the response."""

    raw_response: Annotated[Any, Field(alias="rawResponse")]
    """The response, as the HTTP library received it."""

    pet: Optional[Pet] = None
    """The pet."""

    event_stream: Optional[ResultT] = None

    response_stream: Optional[ResultT] = None

    res: Optional[str] = None
    """The pet."""
