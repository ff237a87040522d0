"""POST /things"""

from builtins import list as _list
from typing import Annotated

from pydantic import Field

from .._runtime import Date, Model, Omissible, UNSET


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    class_: Annotated[Omissible[str], Field(alias="class")] = UNSET

    from_: Annotated[Omissible[str], Field(alias="from")] = UNSET

    none: Annotated[Omissible[str], Field(alias="None")] = UNSET

    model_config_: Annotated[Omissible[str], Field(alias="model_config")] = UNSET

    copy_: Annotated[Omissible[str], Field(alias="copy")] = UNSET

    list: Omissible[_list[str]] = UNSET

    date: Omissible[Date] = UNSET
    """Format date."""

    self_: Annotated[Omissible[str], Field(alias="self")] = UNSET

    onest: Annotated[Omissible[str], Field(alias="1st")] = UNSET

    empty: Annotated[Omissible[str], Field(alias="")] = UNSET

    foo_bar_2: Annotated[Omissible[str], Field(alias="fooBar")] = UNSET

    foo_bar: Omissible[str] = UNSET

    private: Annotated[Omissible[str], Field(alias="_private")] = UNSET
