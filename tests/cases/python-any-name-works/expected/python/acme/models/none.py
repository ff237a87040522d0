"""`None`, and the types inside it."""

from builtins import list as _list, str as _str
from typing import Annotated

from pydantic import Field

from .._runtime import (
    Boolean,
    Date,
    Integer,
    Model,
    Number,
    Omissible,
    StringRule,
    UNSET,
)
from .literal import Literal


class None_(Model):
    """A component and its properties are called as things that Python has already.

    Source: `#/components/schemas/None`
    """

    date: Omissible[Date] = UNSET
    """Format date."""

    float: Omissible[Number] = UNSET

    str: Omissible[Annotated[_str, StringRule(min_length=1)]] = UNSET
    """At least 1 character."""

    list: Omissible[_list[_str]] = UNSET

    class_: Annotated[Omissible[_str], Field(alias="class")] = UNSET

    model_config_: Annotated[Omissible[_str], Field(alias="model_config")] = UNSET

    copy_: Annotated[Omissible[Boolean], Field(alias="copy")] = UNSET

    json_: Annotated[Omissible[_str], Field(alias="json")] = UNSET

    self_: 'Annotated[Omissible[None_], Field(alias="self")]' = UNSET

    empty: Annotated[Omissible[_str], Field(alias="")] = UNSET

    onest: Annotated[Omissible[Integer], Field(alias="1st")] = UNSET

    plus_1: Annotated[Omissible[Integer], Field(alias="+1")] = UNSET

    minus_1: Annotated[Omissible[Integer], Field(alias="-1")] = UNSET

    größe: Omissible[Number] = UNSET

    file_name_2: Annotated[Omissible[_str], Field(alias="fileName")] = UNSET

    file_name: Omissible[_str] = UNSET

    file_name_3: Annotated[Omissible[_str], Field(alias="FileName")] = UNSET

    quote_and_slash: Annotated[Omissible[_str], Field(alias='quote"and\\slash')] = UNSET
    """Ends with a "quote" """

    literal: Annotated[Omissible[Literal], Field(alias="Literal")] = UNSET
