"""POST /things"""

from typing import Annotated

from pydantic import Field

from .._runtime import (
    Date,
    DateTime,
    Integer,
    Model,
    Number,
    Omissible,
    StringRule,
    UNSET,
)


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    day: Omissible[Date] = UNSET
    """Format date."""

    moment: Omissible[DateTime] = UNSET
    """Format date-time."""

    id: Omissible[Annotated[str, StringRule(format="uuid")]] = UNSET
    """Format uuid."""

    mail: Omissible[Annotated[str, StringRule(format="email")]] = UNSET
    """Format email."""

    site: Omissible[Annotated[str, StringRule(format="uri")]] = UNSET
    """Format uri."""

    bytes_: Annotated[Omissible[str], Field(alias="bytes")] = UNSET
    """Format byte."""

    big: Omissible[Integer] = UNSET
    """Format int64."""

    small: Omissible[Integer] = UNSET
    """Format int32."""

    ratio: Omissible[Number] = UNSET
    """Format float."""

    odd: Omissible[str] = UNSET
    """Format no-such-format."""
