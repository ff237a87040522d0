"""The types of Enumerations that are in `models`: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .enumerationserror import APIError as APIError
    from .enumerationserror import ERRORS as ERRORS
    from .enumerationserror import EnumerationsError as EnumerationsError
    from .makethingop import MakeThingRequestBody as MakeThingRequestBody
    from .makethingop import MakeThingResponseBody as MakeThingResponseBody
    from .enumerationserror import NoResponseError as NoResponseError
    from .enumerationserror import ResponseValidationError as ResponseValidationError
    from .makethingop import Size as Size
    from .makethingop import State as State

__all__ = [
    "APIError",
    "ERRORS",
    "EnumerationsError",
    "MakeThingRequestBody",
    "MakeThingResponseBody",
    "NoResponseError",
    "ResponseValidationError",
    "Size",
    "State",
]

_MODULES: dict[str, str] = {
    "APIError": "enumerationserror",
    "ERRORS": "enumerationserror",
    "EnumerationsError": "enumerationserror",
    "MakeThingRequestBody": "makethingop",
    "MakeThingResponseBody": "makethingop",
    "NoResponseError": "enumerationserror",
    "ResponseValidationError": "enumerationserror",
    "Size": "makethingop",
    "State": "makethingop",
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
