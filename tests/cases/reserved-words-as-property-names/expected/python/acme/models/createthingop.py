"""POST /things"""

from builtins import list as _list
from datetime import date
from typing import Annotated, Optional

from pydantic import Field

from .._runtime import Model


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    class_: Annotated[Optional[str], Field(alias="class")] = None

    from_: Annotated[Optional[str], Field(alias="from")] = None

    none: Annotated[Optional[str], Field(alias="None")] = None

    model_config_: Annotated[Optional[str], Field(alias="model_config")] = None

    copy_: Annotated[Optional[str], Field(alias="copy")] = None

    list: Optional[_list[str]] = None

    date_: Annotated[Optional[date], Field(alias="date")] = None
    """Format date."""

    self_: Annotated[Optional[str], Field(alias="self")] = None

    onest: Annotated[Optional[str], Field(alias="1st")] = None

    empty: Annotated[Optional[str], Field(alias="")] = None

    foo_bar_2: Annotated[Optional[str], Field(alias="fooBar")] = None

    foo_bar: Optional[str] = None

    private: Annotated[Optional[str], Field(alias="_private")] = None
