"""Runtime of orq_images, the same in every package."""

from .absence import UNSET, Omissible, Unset
from .base import FileUpload, Model
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

__all__ = [
    "UNSET",
    "ArrayRule",
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
    "StringRule",
    "Unset",
]
