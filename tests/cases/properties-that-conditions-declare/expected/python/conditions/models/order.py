"""`Order`, and the types inside it."""

from typing import Any, ClassVar, Optional

from .._runtime import Asserts, Model, OptionalNullable, UNSET


class Order(Model):
    """Source: `#/components/schemas/Order`"""

    __asserts__: ClassVar = Asserts("#/components/schemas/Order?rest")

    card: Optional[str] = None

    gift: Optional[bool] = None

    cvc: OptionalNullable[Any] = UNSET

    greeting: OptionalNullable[Any] = UNSET
