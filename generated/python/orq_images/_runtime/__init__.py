# Typewright's runtime, copied as it is; its digest is 7aa7a9f41bbc738a.
"""Runtime of the models: each name is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .absence import UNSET as UNSET
    from .absence import Omissible as Omissible
    from .absence import Unset as Unset
    from .arrays import ArrayRule as ArrayRule
    from .arrays import MapRule as MapRule
    from .assertions import Asserts as Asserts
    from .base import Model as Model
    from .base import ResponseModel as ResponseModel
    from .leniency import reading_leniently as reading_leniently
    from .literals import Boolean as Boolean
    from .literals import Exactly as Exactly
    from .literals import OneOfValues as OneOfValues
    from .moments import Date as Date
    from .moments import DateTime as DateTime
    from .numbers import Integer as Integer
    from .numbers import IntegerRule as IntegerRule
    from .numbers import Number as Number
    from .numbers import NumberRule as NumberRule
    from .strings import StringRule as StringRule
    from .unions import Open as Open
    from .unions import Tagged as Tagged
    from .unions import Unrecognized as Unrecognized
    from .unions import UnrecognizedInt as UnrecognizedInt
    from .unions import UnrecognizedStr as UnrecognizedStr
    from .uploads import FileUpload as FileUpload

_MODULES = {
    "absence": ("UNSET", "Omissible", "Unset"),
    "arrays": ("ArrayRule", "MapRule"),
    "assertions": ("Asserts",),
    "base": ("Model", "ResponseModel"),
    "leniency": ("reading_leniently",),
    "literals": ("Boolean", "Exactly", "OneOfValues"),
    "moments": ("Date", "DateTime"),
    "numbers": ("Integer", "IntegerRule", "Number", "NumberRule"),
    "strings": ("StringRule",),
    "unions": ("Open", "Tagged", "Unrecognized", "UnrecognizedInt", "UnrecognizedStr"),
    "uploads": ("FileUpload",),
}


def __getattr__(name: str) -> object:
    """Load the module that has `name`, and return what it has."""
    from importlib import import_module

    for module, names in _MODULES.items():
        if name in names:
            value: object = getattr(import_module(f"{__name__}.{module}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
