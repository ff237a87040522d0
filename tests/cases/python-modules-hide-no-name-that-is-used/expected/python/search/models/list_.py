"""`List`, and the types inside it."""

from typing import Optional

from .._runtime import Model


class List(Model):
    """Source: `#/components/schemas/List`"""

    items: Optional[list[str]] = None
