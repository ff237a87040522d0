"""The types of Enumerations that are in `models`: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .makethingop import MakeThingRequestBody as MakeThingRequestBody
    from .makethingop import MakeThingResponseBody as MakeThingResponseBody
    from .makethingop import Size as Size
    from .makethingop import State as State

__all__ = [
    "MakeThingRequestBody",
    "MakeThingResponseBody",
    "Size",
    "State",
]

_MODULES: dict[str, str] = {
    "MakeThingRequestBody": "makethingop",
    "MakeThingResponseBody": "makethingop",
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
