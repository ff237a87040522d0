"""`Pet`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import Asserts, Tagged, Unrecognized
from .cat import Cat
from .terrier import Terrier

Pet: TypeAlias = Annotated[
    Cat | Terrier | Unrecognized,
    Tagged("kind", {"cat": Cat, "terrier": Terrier}),
    Asserts(
        {
            "type": "object",
            "properties": {"kind": {"type": "string"}, "name": {"type": "string"}},
            "required": ["kind"],
        }
    ),
]
"""A cat, or a dog of some kind.

Source: `#/components/schemas/Pet`
"""
