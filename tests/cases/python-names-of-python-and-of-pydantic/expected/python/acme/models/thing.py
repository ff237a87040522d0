"""`Thing`, and the types inside it."""

from builtins import (
    float as _float,
    int as _int,
    list as _list,
    property as _property,
    str as _str,
)
from typing import Annotated, Any, Literal as _Literal, TYPE_CHECKING, TypeAlias

from pydantic import Field

from .._runtime import (
    Boolean,
    Date,
    DateTime,
    Integer,
    IntegerRule,
    Model,
    NumberRule,
    Omissible,
    StringRule,
    UNSET,
)

Literal: TypeAlias = _Literal["a", "b"]
"""Source: `#/components/schemas/Thing/properties/Literal`"""


class Thing(Model):
    """Its properties are called as what classes, their base, their module and their annotations need.

    Source: `#/components/schemas/Thing`
    """

    model_config_: Annotated[Omissible[_str], Field(alias="model_config")] = UNSET

    model_fields_: Annotated[Omissible[_str], Field(alias="model_fields")] = UNSET

    model_dump_: Annotated[Omissible[_str], Field(alias="model_dump")] = UNSET

    copy_: Annotated[Omissible[_str], Field(alias="copy")] = UNSET

    json_: Annotated[Omissible[_str], Field(alias="json")] = UNSET

    dict_: Annotated[Omissible[dict[_str, Integer]], Field(alias="dict")] = UNSET

    schema_: Annotated[Omissible[_str], Field(alias="schema")] = UNSET

    validate_: Annotated[Omissible[Boolean], Field(alias="validate")] = UNSET

    construct_: Annotated[Omissible[_str], Field(alias="construct")] = UNSET

    self_: Annotated[Omissible[_str], Field(alias="self")] = UNSET

    cls: Omissible[_str] = UNSET

    class_: Annotated[Omissible[_str], Field(alias="class")] = UNSET

    none: Annotated[Omissible[_str], Field(alias="None")] = UNSET

    date: Omissible[Date] = UNSET
    """Format date."""

    datetime: Omissible[DateTime] = UNSET
    """Format date-time."""

    float: Omissible[Annotated[_float, NumberRule(le=5)]] = UNSET
    """At most 5."""

    int: Omissible[Annotated[_int, IntegerRule(le=5)]] = UNSET
    """At most 5."""

    str: Omissible[Annotated[_str, StringRule(max_length=5)]] = UNSET
    """At most 5 characters."""

    bool: Omissible[Boolean] = UNSET

    list: Omissible[_list[Boolean]] = UNSET

    field: Annotated[Omissible[_str], Field(alias="Field", deprecated="deprecated")] = (
        UNSET
    )

    any: Annotated[Omissible[Any], Field(alias="Any")] = UNSET

    annotated: Annotated[
        Omissible[Annotated[_str, StringRule(min_length=1)]], Field(alias="Annotated")
    ] = UNSET
    """At least 1 character."""

    literal: Annotated[Omissible[Literal], Field(alias="Literal")] = UNSET

    omissible: Annotated[Omissible[_str], Field(alias="Omissible")] = UNSET

    model: Annotated[Omissible[_str], Field(alias="Model")] = UNSET

    unset: Annotated[Omissible[_str], Field(alias="UNSET")] = UNSET

    private: Annotated[Omissible[_str], Field(alias="_private")] = UNSET

    init: Annotated[Omissible[_str], Field(alias="__init__")] = UNSET

    pydantic_extra: Annotated[Omissible[_str], Field(alias="__pydantic_extra__")] = (
        UNSET
    )

    asserts: Annotated[Omissible[_str], Field(alias="__asserts__")] = UNSET

    type_checking: Annotated[Omissible[_str], Field(alias="TYPE_CHECKING")] = UNSET

    property: Omissible[_str] = UNSET

    additional_properties: Omissible[_str] = UNSET

    if not TYPE_CHECKING:
        __pydantic_extra__: dict[_str, Integer]

    @_property
    def additional_properties_(self) -> dict[_str, Integer]:
        """The properties that are not declared."""
        return self.__pydantic_extra__ or {}
