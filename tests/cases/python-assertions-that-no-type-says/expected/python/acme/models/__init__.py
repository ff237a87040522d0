"""The types of Assertions that are in `models`: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .account import Account as Account
    from .card import Card as Card
    from .labels import Labels as Labels
    from .name import Name as Name
    from .range import One as One
    from .password import Password as Password
    from .payment import Payment as Payment
    from .range import Range as Range
    from .tree import Tree as Tree
    from .range import Two as Two

__all__ = [
    "Account",
    "Card",
    "Labels",
    "Name",
    "One",
    "Password",
    "Payment",
    "Range",
    "Tree",
    "Two",
]

_MODULES: dict[str, str] = {
    "Account": "account",
    "Card": "card",
    "Labels": "labels",
    "Name": "name",
    "One": "range",
    "Password": "password",
    "Payment": "payment",
    "Range": "range",
    "Tree": "tree",
    "Two": "range",
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
