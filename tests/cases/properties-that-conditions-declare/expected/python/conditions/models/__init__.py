"""The types of Conditions that are in `models`: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .conditionserror import APIError as APIError
    from .address import Address as Address
    from .closed import Closed as Closed
    from .conditionserror import ConditionsError as ConditionsError
    from .address import Country as Country
    from .conditionserror import ERRORS as ERRORS
    from .conditionserror import NoResponseError as NoResponseError
    from .order import Order as Order
    from .payment import Payment as Payment
    from .conditionserror import ResponseValidationError as ResponseValidationError

__all__ = [
    "APIError",
    "Address",
    "Closed",
    "ConditionsError",
    "Country",
    "ERRORS",
    "NoResponseError",
    "Order",
    "Payment",
    "ResponseValidationError",
]

_MODULES: dict[str, str] = {
    "APIError": "conditionserror",
    "Address": "address",
    "Closed": "closed",
    "ConditionsError": "conditionserror",
    "Country": "address",
    "ERRORS": "conditionserror",
    "NoResponseError": "conditionserror",
    "Order": "order",
    "Payment": "payment",
    "ResponseValidationError": "conditionserror",
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
