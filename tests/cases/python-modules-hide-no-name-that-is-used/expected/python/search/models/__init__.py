"""The types of Search that are in `models`: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .searcherror import APIError as APIError
    from .searcherror import ERRORS as ERRORS
    from .globals_ import Globals as Globals
    from .list_ import List as List
    from .searcherror import NoResponseError as NoResponseError
    from .object_ import Object as Object
    from .searcherror import ResponseValidationError as ResponseValidationError
    from .searcherror import SearchError as SearchError

__all__ = [
    "APIError",
    "ERRORS",
    "Globals",
    "List",
    "NoResponseError",
    "Object",
    "ResponseValidationError",
    "SearchError",
]

_MODULES: dict[str, str] = {
    "APIError": "searcherror",
    "ERRORS": "searcherror",
    "Globals": "globals_",
    "List": "list_",
    "NoResponseError": "searcherror",
    "Object": "object_",
    "ResponseValidationError": "searcherror",
    "SearchError": "searcherror",
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
