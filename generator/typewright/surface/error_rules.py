"""Decides which response statuses of an operation are errors."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from typewright.ir import Api, Operation
from typewright.surface.extensions import extension_of, list_of, object_of

_ERRORS = "x-speakeasy-errors"
AnswerStyle: TypeAlias = Literal["declared", "reference"]
"""Whether responses are classified as declared, or like the reference implementation does."""


class ErrorRule(Struct, frozen=True, kw_only=True):
    """Distinguishes the errors of an operation from its results.

    Statuses of 400 and above are errors, and those that `x-speakeasy-errors` lists; with its `override: true`, only the
    listed ones. `default` is an error if it is listed, or if the operation declares a success.
    """

    listed: tuple[str, ...]
    overrides: bool
    has_success: bool = False
    """Whether the operation declares a status besides `default` that is no error."""

    def is_error(self, status: str) -> bool:
        """Return whether a response with a declared status is an error."""
        if status == "default":
            return self.has_success or "default" in self.listed
        code = status.upper()
        if code in self.listed or f"{code[:1]}XX" in self.listed:
            return True
        return not self.overrides and code[:1] in {"4", "5"}


def error_rule(operation: Operation, api: Api) -> ErrorRule:
    """Return the rule for the responses of `operation`."""
    written = object_of(extension_of(operation, api, _ERRORS))
    codes = (str(code) for code in list_of(written.get("statusCodes")) if isinstance(code, str | int))
    listed = tuple(code if code == "default" else code.upper() for code in codes)
    rule = ErrorRule(listed=listed, overrides=written.get("override") is True)
    statuses = (response.status for response in operation.responses)
    return replace(rule, has_success=any(status != "default" and not rule.is_error(status) for status in statuses))
