"""The types of Colors that are in `models`: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .colorserror import APIError as APIError
    from .paint import Closed as Closed
    from .colorserror import ColorsError as ColorsError
    from .colorserror import ERRORS as ERRORS
    from .paint import Literal as Literal
    from .paint import Member as Member
    from .colorserror import NoResponseError as NoResponseError
    from .paint import Open as Open
    from .origin import Origin as Origin
    from .paint import Paint as Paint
    from .pigment import Pigment as Pigment
    from .colorserror import ResponseValidationError as ResponseValidationError

__all__ = [
    "APIError",
    "Closed",
    "ColorsError",
    "ERRORS",
    "Literal",
    "Member",
    "NoResponseError",
    "Open",
    "Origin",
    "Paint",
    "Pigment",
    "ResponseValidationError",
]

_MODULES: dict[str, str] = {
    "APIError": "colorserror",
    "Closed": "paint",
    "ColorsError": "colorserror",
    "ERRORS": "colorserror",
    "Literal": "paint",
    "Member": "paint",
    "NoResponseError": "colorserror",
    "Open": "paint",
    "Origin": "origin",
    "Paint": "paint",
    "Pigment": "pigment",
    "ResponseValidationError": "colorserror",
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
