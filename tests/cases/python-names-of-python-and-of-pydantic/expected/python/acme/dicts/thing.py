"""Typed dictionaries that stand for the types of `models.thing`."""

from __future__ import annotations

from builtins import (
    bool as _bool,
    float as _float,
    int as _int,
    list as _list,
    str as _str,
)
from datetime import date, datetime as _datetime
from typing import Any, Literal as _Literal, TypedDict

from typing_extensions import NotRequired


class ThingTypedDict(TypedDict):
    """Its properties are called as what classes, their base, their module and their annotations need.

    Source: `#/components/schemas/Thing`
    """

    model_config_: NotRequired[_str]

    model_fields_: NotRequired[_str]

    model_dump_: NotRequired[_str]

    copy_: NotRequired[_str]

    json_: NotRequired[_str]

    dict_: NotRequired[dict[_str, _int]]

    schema_: NotRequired[_str]

    validate_: NotRequired[_bool]

    construct_: NotRequired[_str]

    self_: NotRequired[_str]

    cls: NotRequired[_str]

    class_: NotRequired[_str]

    none: NotRequired[_str]

    date_: NotRequired[date | _str]
    """Format date."""

    datetime: NotRequired[_datetime | _str]
    """Format date-time."""

    float: NotRequired[_float]
    """At most 5."""

    int: NotRequired[_int]
    """At most 5."""

    str: NotRequired[_str]
    """At most 5 characters."""

    bool: NotRequired[_bool]

    list: NotRequired[_list[_bool]]

    field: NotRequired[_str]

    any: NotRequired[Any]

    annotated: NotRequired[_str]
    """At least 1 character."""

    literal: NotRequired[_Literal["a", "b"]]

    omissible: NotRequired[_str]

    model: NotRequired[_str]

    unset: NotRequired[_str]

    private: NotRequired[_str]

    init: NotRequired[_str]

    pydantic_extra: NotRequired[_str]

    asserts: NotRequired[_str]

    type_checking: NotRequired[_str]

    property: NotRequired[_str]

    additional_properties: NotRequired[_str]
