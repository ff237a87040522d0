"""What calls take and give that is no model: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._runtime.client.raw import APIResponse as APIResponse
    from .._runtime.client.raw import APIResponseAsync as APIResponseAsync
    from .._runtime.client.retry_config import BackoffStrategy as BackoffStrategy
    from .._runtime.client.hooks import HookContext as HookContext
    from .._runtime.client.hooks import Hooks as Hooks
    from .._runtime.client.retry_config import RetryConfig as RetryConfig
    from .._runtime.client.aiohttp_client import aiohttp_client as aiohttp_client
    from .._runtime.client.dates import parse_date as parse_date
    from .._runtime.client.dates import parse_datetime as parse_datetime

__all__ = [
    "APIResponse",
    "APIResponseAsync",
    "BackoffStrategy",
    "HookContext",
    "Hooks",
    "RetryConfig",
    "aiohttp_client",
    "parse_date",
    "parse_datetime",
]

_MODULES: dict[str, str] = {
    "APIResponse": "raw",
    "APIResponseAsync": "raw",
    "BackoffStrategy": "retry_config",
    "HookContext": "hooks",
    "Hooks": "hooks",
    "RetryConfig": "retry_config",
    "aiohttp_client": "aiohttp_client",
    "parse_date": "dates",
    "parse_datetime": "dates",
}


def __getattr__(name: str) -> object:
    """Load the module that has `name`, and return what it has."""
    from importlib import import_module

    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(
        import_module(f".._runtime.client.{module}", __name__), name
    )
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return what can be asked for."""
    return [*globals(), *__all__]
