"""Attribution of exceptions in targets of other packages, with their name and traceback."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from typewright.base.errors import Diagnostic, TargetError, TypewrightError
from typewright.targets.contract import Target

_OURS = "typewright.targets."


@contextmanager
def faults_of(target: Target[Any]) -> Iterator[None]:
    """Turn exceptions of a target of another package into a TargetError.

    Faults of the user's input (UsageError, SpecError) are not changed.
    """
    try:
        yield
    except TypewrightError:
        raise
    except Exception as fault:
        if type(target).__module__.startswith(_OURS):
            raise
        raise as_target_error(target.name, fault) from fault


def as_target_error(name: str, fault: Exception) -> TargetError:
    """Return a fault as that of the target of this name."""
    message = f"the target '{name}' fails: {type(fault).__name__}: {fault}"
    advice = "this is a fault of the target: report it, with the traceback, to those who make it"
    return TargetError([Diagnostic("E017", message, help=advice)], "".join(traceback.format_exception(fault)))
