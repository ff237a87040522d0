"""A client and typed models of Kennel: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import models as models
    from . import dicts as dicts
    from . import utils as utils
    from . import webhooks as webhooks
    from ._runtime import UNSET as UNSET
    from ._runtime import Model as Model
    from ._runtime import ResponseModel as ResponseModel
    from ._runtime import Unset as Unset
    from ._runtime import reading_leniently as reading_leniently
    from .sdk import Kennel as Kennel
    from .models.kennelerror import APIError as APIError
    from .models.dog import Dog as Dog
    from .models.dogleftop import DogLeftRequestBody as DogLeftRequestBody
    from .models.kennelerror import KennelError as KennelError
    from .models.kennelerror import NoResponseError as NoResponseError
    from .models.kennelerror import ResponseValidationError as ResponseValidationError
    from .models.dog import Size as Size

__all__ = [
    "models",
    "dicts",
    "utils",
    "webhooks",
    "UNSET",
    "Model",
    "ResponseModel",
    "Unset",
    "reading_leniently",
    "Kennel",
    "APIError",
    "Dog",
    "DogLeftRequestBody",
    "KennelError",
    "NoResponseError",
    "ResponseValidationError",
    "Size",
]

_MODULES: dict[str, str] = {
    "UNSET": "_runtime",
    "Model": "_runtime",
    "ResponseModel": "_runtime",
    "Unset": "_runtime",
    "reading_leniently": "_runtime",
    "Kennel": "sdk",
    "APIError": "models.kennelerror",
    "Dog": "models.dog",
    "DogLeftRequestBody": "models.dogleftop",
    "KennelError": "models.kennelerror",
    "NoResponseError": "models.kennelerror",
    "ResponseValidationError": "models.kennelerror",
    "Size": "models.dog",
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
