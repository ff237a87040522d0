# Typewright's runtime, copied as it is; its digest is 2f2a8c33dfc74e24.
"""Absence, which is neither null nor a default: `UNSET` and the types around it."""

from __future__ import annotations

from enum import Enum
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
)

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Unset(Enum):
    """The type of `UNSET`, which an attribute holds while its property is absent."""

    UNSET = None

    def __bool__(self) -> Literal[False]:
        """Tell that nothing is there, so that `value or fallback` works."""
        return False

    def __repr__(self) -> str:
        """Return the name under which it is imported."""
        return "UNSET"


UNSET: Final = Unset.UNSET
"""Absent, which is neither null nor a default: the property is not on the wire."""


class _MayBeAbsent:
    """Takes `Unset` out of what is validated: absence is never a value on the wire."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of the union's other members."""
        members = tuple(member for member in get_args(source) if member is not Unset)
        return handler.generate_schema(Union[members])


_T = TypeVar("_T")
Omissible: TypeAlias = Annotated[_T | Unset, _MayBeAbsent()]
"""The type of a property that may be absent."""
