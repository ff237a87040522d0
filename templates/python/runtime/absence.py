"""Absence, which is neither null nor a default: `UNSET`, and the type of optional nullable properties."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
)

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


if TYPE_CHECKING:
    from enum import Enum

    class Unset(Enum):
        """The type of `UNSET`, which an attribute holds while its property is absent and null would be a value."""

        UNSET = None

        def __bool__(self) -> Literal[False]:
            """Return False, so that `value or fallback` works."""
            return False

    UNSET: Final = Unset.UNSET
    """Absent, which is neither null nor a default: the property is not on the wire."""

else:  # no enumeration, which frameworks would take for a type of the API

    class Unset:
        """The type of `UNSET`."""

        __slots__ = ()

        def __bool__(self):
            return False

        def __repr__(self):
            return "UNSET"

        def __reduce__(self):
            return "UNSET"

    UNSET = Unset()

NULL_IS_A_VALUE = "null-is-a-value"
"""The key in a schema's metadata that marks null as a value, so that `None` does not mean absent."""


class _NullIsAValue:
    """Removes `Unset` from the validated types: absence is never a value on the wire."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of the union's other members, null among them."""
        from pydantic_core import core_schema

        members = tuple(member for member in source.__args__ if member is not Unset)
        schema: Any = handler.generate_schema(Union[members])
        if schema["type"] != "nullable":
            schema = core_schema.nullable_schema(schema)
        schema.setdefault("metadata", {})[NULL_IS_A_VALUE] = True
        nullable: CoreSchema = schema
        return nullable


_T = TypeVar("_T")
OptionalNullable: TypeAlias = Annotated[_T | Unset | None, _NullIsAValue()]
"""The type of a property that may be absent, and that may be null."""
