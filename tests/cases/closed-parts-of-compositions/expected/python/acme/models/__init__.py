"""The types of Acme that are in `models`: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .acmeerror import APIError as APIError
    from .acmeerror import AcmeError as AcmeError
    from .cat import Cat as Cat
    from .dog import Dog as Dog
    from .dog import DogOwner as DogOwner
    from .acmeerror import ERRORS as ERRORS
    from .leaf import Leaf as Leaf
    from .lion import Lion as Lion
    from .lion import LionOwner as LionOwner
    from .acmeerror import NoResponseError as NoResponseError
    from .cat import Owner as Owner
    from .pet import Pet as Pet
    from .pet import PetOwner as PetOwner
    from .acmeerror import ResponseValidationError as ResponseValidationError
    from .tree import Tree as Tree

__all__ = [
    "APIError",
    "AcmeError",
    "Cat",
    "Dog",
    "DogOwner",
    "ERRORS",
    "Leaf",
    "Lion",
    "LionOwner",
    "NoResponseError",
    "Owner",
    "Pet",
    "PetOwner",
    "ResponseValidationError",
    "Tree",
]

_MODULES: dict[str, str] = {
    "APIError": "acmeerror",
    "AcmeError": "acmeerror",
    "Cat": "cat",
    "Dog": "dog",
    "DogOwner": "dog",
    "ERRORS": "acmeerror",
    "Leaf": "leaf",
    "Lion": "lion",
    "LionOwner": "lion",
    "NoResponseError": "acmeerror",
    "Owner": "cat",
    "Pet": "pet",
    "PetOwner": "pet",
    "ResponseValidationError": "acmeerror",
    "Tree": "tree",
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
