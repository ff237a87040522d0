"""The errors of Acme Photos: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .acmephotoserror import ERRORS as ERRORS
    from .acmephotoserror import AcmePhotosError as AcmePhotosError
    from .acmephotoserror import APIError as APIError
    from .acmephotoserror import NoResponseError as NoResponseError
    from .acmephotoserror import ResponseValidationError as ResponseValidationError
    from .notfound import NotFound as NotFound
    from .notfound import NotFoundData as NotFoundData
    from .problem import Problem as Problem
    from .problem import ProblemData as ProblemData

_MODULES: dict[str, str] = {
    "ERRORS": "acmephotoserror",
    "APIError": "acmephotoserror",
    "AcmePhotosError": "acmephotoserror",
    "NoResponseError": "acmephotoserror",
    "NotFound": "notfound",
    "NotFoundData": "notfound",
    "Problem": "problem",
    "ProblemData": "problem",
    "ResponseValidationError": "acmephotoserror",
}


def __getattr__(name: str) -> object:
    """Load the module that declares `name`, and return what it declares."""
    from importlib import import_module

    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value
