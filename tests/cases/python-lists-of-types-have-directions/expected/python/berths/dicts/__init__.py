"""Typed dictionaries that may be given in place of what goes into requests."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .booking import BookingTypedDict as BookingTypedDict

__all__ = [
    "BookingTypedDict",
]

_MODULES: dict[str, str] = {
    "BookingTypedDict": "booking",
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
