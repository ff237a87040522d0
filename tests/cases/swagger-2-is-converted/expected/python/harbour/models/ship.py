"""`Ship`, and the types inside it."""

from .._runtime import OptionalNullable, ResponseModel, UNSET


class Ship(ResponseModel):
    """Source: `#/components/schemas/Ship`"""

    kind: str

    name: str

    owner: OptionalNullable[str] = UNSET
