"""Typed models of Pets: loaded when they are asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import models as models
    from .models import Cat as Cat
    from .models import Dog as Dog
    from .models import Pet as Pet
    from ._wire import from_dict as from_dict
    from ._wire import to_dict as to_dict

__all__ = [
    "models",
    "Cat",
    "Dog",
    "Pet",
    "from_dict",
    "to_dict",
]

_MODULES: dict[str, str] = {
    "Cat": "models",
    "Dog": "models",
    "Pet": "models",
    "from_dict": "_wire",
    "to_dict": "_wire",
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
