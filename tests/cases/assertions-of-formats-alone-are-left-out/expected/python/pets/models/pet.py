"""`Pet`, and the types inside it."""

from typing import Annotated, Any, ClassVar, Optional

from .._runtime import Asserts, Model, OptionalNullable, UNSET


class Short(Model):
    """Source: `#/components/schemas/Pet/properties/short`"""

    __asserts__: ClassVar = Asserts({"propertyNames": {"maxLength": 3}})


class Pet(Model):
    """Source: `#/components/schemas/Pet`"""

    other: OptionalNullable[Any] = UNSET

    either: Optional[str] = None

    both: Optional[Annotated[list[Any], Asserts({"contains": {}})]] = None

    none: OptionalNullable[Annotated[Any, Asserts({"not": True})]] = UNSET

    short: Optional[Short] = None
