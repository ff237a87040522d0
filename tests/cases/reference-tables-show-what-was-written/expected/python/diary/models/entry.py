"""`Entry`, and the types inside it."""

from datetime import date, datetime
from typing import Annotated, Optional

from pydantic import Field

from .._runtime import ResponseModel


class Entry(ResponseModel):
    """Source: `#/components/schemas/Entry`"""

    date_: Annotated[Optional[date], Field(alias="date")] = None
    """One line
    and another

    Format date.
    """

    written: Optional[datetime] = None
    """Format date-time."""

    quoted: Optional[datetime] = None
    """Format date-time."""

    moments: Optional[list[str]] = None
