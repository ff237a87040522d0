# Typewright's runtime, copied as it is; its digest is d2142e2b0da6f584.
"""The runtime of the models. Its names are imported on first access."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .absence import UNSET as UNSET
    from .absence import OptionalNullable as OptionalNullable
    from .absence import Unset as Unset
    from .aliases import Deferred as Deferred
    from .arrays import UniqueItems as UniqueItems
    from .assertions import Asserts as Asserts
    from .base import Model as Model
    from .base import ResponseModel as ResponseModel
    from .base import ResultT as ResultT
    from .credentials import Credential as Credential
    from .leniency import reading_leniently as reading_leniently
    from .literals import OneOfValues as OneOfValues
    from .strings import Format as Format
    from .strings import Pattern as Pattern
    from .unions import Open as Open
    from .unions import Tagged as Tagged
    from .unions import Unrecognized as Unrecognized
    from .unions import UnrecognizedInt as UnrecognizedInt
    from .unions import UnrecognizedStr as UnrecognizedStr
    from .uploads import FileLike as FileLike
    from .uploads import FileUpload as FileUpload
    from .uploads import FileUploadTypedDict as FileUploadTypedDict

_MODULES = {
    "absence": (
        "UNSET",
        "OptionalNullable",
        "Unset",
    ),
    "aliases": ("Deferred",),
    "arrays": ("UniqueItems",),
    "assertions": ("Asserts",),
    "base": (
        "Model",
        "ResponseModel",
        "ResultT",
    ),
    "credentials": ("Credential",),
    "leniency": ("reading_leniently",),
    "literals": ("OneOfValues",),
    "strings": (
        "Format",
        "Pattern",
    ),
    "unions": (
        "Open",
        "Tagged",
        "Unrecognized",
        "UnrecognizedInt",
        "UnrecognizedStr",
    ),
    "uploads": (
        "FileLike",
        "FileUpload",
        "FileUploadTypedDict",
    ),
}


def __getattr__(name: str) -> object:
    """Import the module of `name`, and return its attribute."""
    from importlib import import_module

    for module, names in _MODULES.items():
        if name in names:
            value: object = getattr(import_module(f"{__name__}.{module}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
