"""The types of Berths that are in `models`: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .berthserror import APIError as APIError
    from .berthserror import BerthsError as BerthsError
    from .booking import Booking as Booking
    from .berthserror import ERRORS as ERRORS
    from .gap import Gap as Gap
    from .berthserror import NoResponseError as NoResponseError
    from .booking import Pays as Pays
    from .berthserror import ResponseValidationError as ResponseValidationError
    from .slot import Slot as Slot
    from .slot import State as State
    from .gap import Why as Why

__all__ = [
    "APIError",
    "BerthsError",
    "Booking",
    "ERRORS",
    "Gap",
    "NoResponseError",
    "Pays",
    "ResponseValidationError",
    "Slot",
    "State",
    "Why",
]

_MODULES: dict[str, str] = {
    "APIError": "berthserror",
    "BerthsError": "berthserror",
    "Booking": "booking",
    "ERRORS": "berthserror",
    "Gap": "gap",
    "NoResponseError": "berthserror",
    "Pays": "booking",
    "ResponseValidationError": "berthserror",
    "Slot": "slot",
    "State": "slot",
    "Why": "gap",
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
