"""Typed dictionaries that stand for the types of `models.none`."""

from __future__ import annotations

from builtins import float as _float, list as _list, str as _str
from datetime import date
from typing import Literal as _Literal, TypedDict

from typing_extensions import NotRequired


class None_TypedDict(TypedDict):
    """A component and its properties are called as things that Python has already.

    Source: `#/components/schemas/None`
    """

    date_: NotRequired[date | _str]
    """Format date."""

    float: NotRequired[_float]

    str: NotRequired[_str]
    """At least 1 character."""

    list: NotRequired[_list[_str]]

    class_: NotRequired[_str]

    model_config_: NotRequired[_str]

    copy_: NotRequired[bool]

    json_: NotRequired[_str]

    self_: NotRequired[None_TypedDict]

    empty: NotRequired[_str]

    onest: NotRequired[int]

    plus_1: NotRequired[int]

    minus_1: NotRequired[int]

    größe: NotRequired[_float]

    file_name_2: NotRequired[_str]

    file_name: NotRequired[_str]

    file_name_3: NotRequired[_str]

    quote_and_slash: NotRequired[_str]
    """Ends with a "quote" """

    literal: NotRequired[_Literal["a", 'b"c', "d\\e", "line\nbreak"]]
