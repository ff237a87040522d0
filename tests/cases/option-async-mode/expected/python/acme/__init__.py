"""A client and typed models of Acme: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import models as models
    from . import dicts as dicts
    from . import utils as utils
    from ._runtime import UNSET as UNSET
    from ._runtime import Model as Model
    from ._runtime import ResponseModel as ResponseModel
    from ._runtime import Unset as Unset
    from ._runtime import reading_leniently as reading_leniently
    from .sdk import Acme as Acme
    from .sdk import AsyncAcme as AsyncAcme
    from .models.acmeerror import APIError as APIError
    from .models.acmeerror import AcmeError as AcmeError
    from .models.acmeerror import NoResponseError as NoResponseError
    from .models.acmeerror import ResponseValidationError as ResponseValidationError

__all__ = [
    "models",
    "dicts",
    "utils",
    "UNSET",
    "Model",
    "ResponseModel",
    "Unset",
    "reading_leniently",
    "Acme",
    "AsyncAcme",
    "APIError",
    "AcmeError",
    "NoResponseError",
    "ResponseValidationError",
]

_MODULES: dict[str, str] = {
    "UNSET": "_runtime",
    "Model": "_runtime",
    "ResponseModel": "_runtime",
    "Unset": "_runtime",
    "reading_leniently": "_runtime",
    "Acme": "sdk",
    "AsyncAcme": "sdk",
    "APIError": "models.acmeerror",
    "AcmeError": "models.acmeerror",
    "NoResponseError": "models.acmeerror",
    "ResponseValidationError": "models.acmeerror",
}


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
