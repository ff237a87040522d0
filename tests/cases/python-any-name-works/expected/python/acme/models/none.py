"""`None`, and the types inside it."""

from builtins import float as _float, list as _list, str as _str
from datetime import date
from typing import Annotated, Optional

from pydantic import Field

from .._runtime import Model
from .literal import Literal


class None_(Model):
    """A component and its properties are called as things that Python has already.

    Source: `#/components/schemas/None`
    """

    date_: Annotated[Optional[date], Field(alias="date")] = None
    """Format date."""

    float: Optional[_float] = None

    str: Annotated[Optional[_str], Field(min_length=1)] = None
    """At least 1 character."""

    list: Optional[_list[_str]] = None

    class_: Annotated[Optional[_str], Field(alias="class")] = None

    model_config_: Annotated[Optional[_str], Field(alias="model_config")] = None

    copy_: Annotated[Optional[bool], Field(alias="copy")] = None

    json_: Annotated[Optional[_str], Field(alias="json")] = None

    self_: 'Annotated[Optional[None_], Field(alias="self")]' = None

    empty: Annotated[Optional[_str], Field(alias="")] = None

    onest: Annotated[Optional[int], Field(alias="1st")] = None

    plus_1: Annotated[Optional[int], Field(alias="+1")] = None

    minus_1: Annotated[Optional[int], Field(alias="-1")] = None

    größe: Optional[_float] = None

    file_name_2: Annotated[Optional[_str], Field(alias="fileName")] = None

    file_name: Optional[_str] = None

    file_name_3: Annotated[Optional[_str], Field(alias="FileName")] = None

    quote_and_slash: Annotated[Optional[_str], Field(alias='quote"and\\slash')] = None
    """Ends with a "quote" """

    literal: Annotated[Optional[Literal], Field(alias="Literal")] = None
