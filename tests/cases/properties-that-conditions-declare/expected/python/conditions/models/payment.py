"""`Payment`, and the types inside it."""

from typing import Any, ClassVar, Optional

from .._runtime import Asserts, Model, OptionalNullable, UNSET


class Payment(Model):
    """Source: `#/components/schemas/Payment`"""

    __asserts__: ClassVar = Asserts(
        {"dependentSchemas": {"card": {"properties": {"cvc": {"type": "string"}}}}}
    )

    card: Optional[str] = None

    cvc: OptionalNullable[Any] = UNSET
