"""`Order`, and the types inside it."""

from .._runtime import Model


class Order(Model):
    """Source: `#/components/schemas/Order`"""

    item: str

    count: int
    """Default 1."""
