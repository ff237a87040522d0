"""`Tree`, and the types inside it."""

from typing import Optional

from .._runtime import Model


class Child(Model):
    """Source: `#/components/schemas/Tree/properties/child`"""

    name: Optional[str] = None

    child: "Optional[Child]" = None

    extra: Optional[str] = None


class Tree(Model):
    """Source: `#/components/schemas/Tree`"""

    name: Optional[str] = None

    child: Optional[Child] = None
