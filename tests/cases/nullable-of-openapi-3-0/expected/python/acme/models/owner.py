"""`Owner`, and the types inside it."""

from typing import Optional

from .._runtime import Model


class Owner(Model):
    """Source: `#/components/schemas/Owner`"""

    name: Optional[str] = None
