"""Typed models of Acme: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import models as models
    from ._runtime import UNSET as UNSET, Model as Model, Unset as Unset
    from .models.chatop import ChatRequestBody as ChatRequestBody
    from .models.chatop import ChatResponseBody as ChatResponseBody
    from .models.chatop import Data as Data

__all__ = [
    "UNSET",
    "Model",
    "Unset",
    "models",
    "ChatRequestBody",
    "ChatResponseBody",
    "Data",
]

_RUNTIME = ("UNSET", "Model", "Unset")


def __getattr__(name: str) -> object:
    """Load what the package offers under `name`."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "models":
        return import_module(f"{__name__}.models")
    source = import_module(f"{__name__}.{'_runtime' if name in _RUNTIME else 'models'}")
    value: object = getattr(source, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the names of all types."""
    return [*globals(), *__all__]
