"""`Object`, and the types inside it."""

from typing import Optional

from .._runtime import Model


class Object(Model):
    """Source: `#/components/schemas/Object`"""

    name: Optional[str] = None
