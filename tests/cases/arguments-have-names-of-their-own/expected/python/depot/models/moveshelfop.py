"""PUT /shelves/{row}"""

from typing import Annotated, Optional

from pydantic import Field

from .._runtime import Model


class MoveShelfRequestBody(Model):
    """Source: `#/paths/~1shelves~1{row}/put/requestBody/content/application~1json/schema`"""

    row: str

    http_headers: Optional[str] = None


class MoveShelfRequest(Model):
    """Source: `#/paths/~1shelves~1{row}/put`"""

    row: str

    row_2: int

    row_3: Optional[str] = None

    retries: int

    server_url: Optional[str] = None

    self_: Annotated[Optional[str], Field(alias="self")] = None

    options: Optional[str] = None

    request_body: Annotated[MoveShelfRequestBody, Field(alias="requestBody")]
