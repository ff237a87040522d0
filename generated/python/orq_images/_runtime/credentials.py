# Typewright's runtime, copied as it is; its digest is 3958f15519084ce8.
"""The type of credentials: texts, secrets of other libraries, and functions that return one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated, Any, Protocol, TypeAlias

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Secret(Protocol):
    """A text that is not shown, such as pydantic's `SecretStr`."""

    def get_secret_value(self) -> str:
        """Return the text."""
        ...


class _CredentialRule:
    """Admits texts, secrets and functions, which are kept as they are."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema; JSON has a text."""
        return core_schema.no_info_plain_validator_function(
            _checked, metadata={"pydantic_js_functions": [_as_text]}
        )


def _checked(value: Any) -> Any:
    if isinstance(value, str) or callable(value) or hasattr(value, "get_secret_value"):
        return value
    raise PydanticCustomError(
        "string_type", "Input should be a valid string, a secret or a function"
    )


def _as_text(schema: Any, handler: Any) -> dict[str, Any]:
    return {"type": "string"}


Credential: TypeAlias = Annotated[
    str | Secret | Callable[[], str | Secret | Awaitable[str | Secret]],
    _CredentialRule(),
]
"""A credential, or a function that returns it, which is called before each attempt."""
