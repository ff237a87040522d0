"""GET /pets/{id}"""

from typing import Annotated, Generic, Optional

from pydantic import Field

from .._runtime import Model, ResponseModel, ResultT
from .httpmetadata import HTTPMetadata
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

    http_meta: Annotated[HTTPMetadata, Field(alias="httpMeta")]

    pet: Optional[Pet] = None
    """The pet."""

    event_stream: Optional[ResultT] = None

    response_stream: Optional[ResultT] = None

    res: Optional[str] = None
    """The pet."""
