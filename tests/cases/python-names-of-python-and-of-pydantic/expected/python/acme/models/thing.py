"""`Thing`, and the types inside it."""

from builtins import (
    bool as _bool,
    float as _float,
    int as _int,
    list as _list,
    property as _property,
    str as _str,
)
from datetime import date, datetime as _datetime
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal as _Literal,
    Optional,
    TYPE_CHECKING,
    TypeAlias,
)

from pydantic import Field

from .._runtime import Model, OptionalNullable, UNSET

Literal: TypeAlias = _Literal["a", "b"]
"""Source: `#/components/schemas/Thing/properties/Literal`"""


class Thing(Model):
    """Its properties are called as what classes, their base, their module and their annotations need.

    Source: `#/components/schemas/Thing`
    """

    __open__: ClassVar = True

    model_config_: Annotated[Optional[_str], Field(alias="model_config")] = None

    model_fields_: Annotated[Optional[_str], Field(alias="model_fields")] = None

    model_dump_: Annotated[Optional[_str], Field(alias="model_dump")] = None

    copy_: Annotated[Optional[_str], Field(alias="copy")] = None

    json_: Annotated[Optional[_str], Field(alias="json")] = None

    dict_: Annotated[Optional[dict[_str, _int]], Field(alias="dict")] = None

    schema_: Annotated[Optional[_str], Field(alias="schema")] = None

    validate_: Annotated[Optional[_bool], Field(alias="validate")] = None

    construct_: Annotated[Optional[_str], Field(alias="construct")] = None

    self_: Annotated[Optional[_str], Field(alias="self")] = None

    cls: Optional[_str] = None

    class_: Annotated[Optional[_str], Field(alias="class")] = None

    none: Annotated[Optional[_str], Field(alias="None")] = None

    date_: Annotated[Optional[date], Field(alias="date")] = None
    """Format date."""

    datetime: Optional[_datetime] = None
    """Format date-time."""

    float: Annotated[Optional[_float], Field(le=5)] = None
    """At most 5."""

    int: Annotated[Optional[_int], Field(le=5)] = None
    """At most 5."""

    str: Annotated[Optional[_str], Field(max_length=5)] = None
    """At most 5 characters."""

    bool: Optional[_bool] = None

    list: Optional[_list[_bool]] = None

    field: Annotated[Optional[_str], Field(alias="Field", deprecated="deprecated")] = (
        None
    )

    any: Annotated[OptionalNullable[Any], Field(alias="Any")] = UNSET

    annotated: Annotated[Optional[_str], Field(alias="Annotated", min_length=1)] = None
    """At least 1 character."""

    literal: Annotated[Optional[Literal], Field(alias="Literal")] = None

    omissible: Annotated[Optional[_str], Field(alias="Omissible")] = None

    model: Annotated[Optional[_str], Field(alias="Model")] = None

    unset: Annotated[Optional[_str], Field(alias="UNSET")] = None

    private: Annotated[Optional[_str], Field(alias="_private")] = None

    init: Annotated[Optional[_str], Field(alias="__init__")] = None

    pydantic_extra: Annotated[Optional[_str], Field(alias="__pydantic_extra__")] = None

    asserts: Annotated[Optional[_str], Field(alias="__asserts__")] = None

    type_checking: Annotated[Optional[_str], Field(alias="TYPE_CHECKING")] = None

    property: Optional[_str] = None

    additional_properties: Optional[_str] = None

    if not TYPE_CHECKING:
        __pydantic_extra__: dict[_str, _int]

    @_property
    def additional_properties_(self) -> dict[_str, _int]:
        """The properties that are not declared."""
        return self.__pydantic_extra__ or {}
