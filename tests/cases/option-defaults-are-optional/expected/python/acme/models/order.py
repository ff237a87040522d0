"""`Order`, and the types inside it."""

from .._runtime import Integer, Model


class Order(Model):
    """Source: `#/components/schemas/Order`"""

    item: str

    count: Integer
    """Default 1."""
