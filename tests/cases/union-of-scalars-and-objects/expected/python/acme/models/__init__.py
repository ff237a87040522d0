"""Typed models of Acme: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .createthingop import CreateThingRequestBody as CreateThingRequestBody
    from .createthingop import Stop as Stop
    from .createthingop import Three as Three

__all__ = [
    "CreateThingRequestBody",
    "Stop",
    "Three",
]

_MODULES = {
    "CreateThingRequestBody": "createthingop",
    "Stop": "createthingop",
    "Three": "createthingop",
}


def __getattr__(name: str) -> object:
    """Load the module that declares the type `name`, and return the type."""
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the names of all types."""
    return [*globals(), *_MODULES]
