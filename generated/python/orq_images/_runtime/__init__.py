"""Runtime of orq_images, the same in every package."""

from .absence import UNSET, Omissible, Unset
from .assertions import Asserts
from .base import FileUpload, Model, ResponseModel
from .leniency import reading_leniently
from .rules import (
    ArrayRule,
    Boolean,
    Date,
    DateTime,
    Exactly,
    Integer,
    IntegerRule,
    MapRule,
    Number,
    NumberRule,
    OneOfValues,
    StringRule,
)
from .unions import Open, Tagged, Unrecognized, UnrecognizedInt, UnrecognizedStr

__all__ = [
    "UNSET",
    "ArrayRule",
    "Asserts",
    "Boolean",
    "Date",
    "DateTime",
    "Exactly",
    "FileUpload",
    "Integer",
    "IntegerRule",
    "MapRule",
    "Model",
    "Number",
    "NumberRule",
    "Omissible",
    "OneOfValues",
    "Open",
    "ResponseModel",
    "StringRule",
    "Tagged",
    "Unrecognized",
    "UnrecognizedInt",
    "UnrecognizedStr",
    "Unset",
    "reading_leniently",
]
