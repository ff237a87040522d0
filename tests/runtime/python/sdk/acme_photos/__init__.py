"""Acme Photos: a client, its models and its errors. Each name is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import dicts as dicts
    from . import errors as errors
    from . import models as models
    from . import utils as utils
    from ._runtime.absence import UNSET as UNSET
    from ._runtime.absence import Unset as Unset
    from .sdk import AcmePhotos as AcmePhotos

__all__ = ["UNSET", "AcmePhotos", "Unset", "dicts", "errors", "models", "utils"]

_MODULES: dict[str, str] = {"AcmePhotos": "sdk", "UNSET": "_runtime.absence", "Unset": "_runtime.absence"}


def __getattr__(name: str) -> object:
    """Load the module that declares `name`, and return what it declares."""
    from importlib import import_module

    module = _MODULES.get(name)
    if module is not None:
        value: object = getattr(import_module(f"{__name__}.{module}"), name)
        globals()[name] = value
        return value
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return what can be asked for."""
    return [*globals(), *__all__]
