"""POST /things"""

from datetime import date, datetime
from typing import Annotated, Optional

from pydantic import Field

from .._runtime import Format, Model


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    day: Optional[date] = None
    """Format date."""

    moment: Optional[datetime] = None
    """Format date-time."""

    id: Optional[Annotated[str, Format("uuid")]] = None
    """Format uuid."""

    mail: Optional[Annotated[str, Format("email")]] = None
    """Format email."""

    site: Optional[Annotated[str, Format("uri")]] = None
    """Format uri."""

    bytes_: Annotated[
        Optional[str], Field(alias="bytes", json_schema_extra={"format": "byte"})
    ] = None
    """Format byte."""

    big: Optional[int] = None
    """Format int64."""

    small: Optional[int] = None
    """Format int32."""

    ratio: Optional[float] = None
    """Format float."""

    odd: Annotated[
        Optional[str], Field(json_schema_extra={"format": "no-such-format"})
    ] = None
    """Format no-such-format."""
