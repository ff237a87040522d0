"""`Payment`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import Asserts
from .account import Account
from .card import Card

Payment: TypeAlias = Annotated[
    Card | Account,
    Asserts(
        {
            "oneOf": [
                {"$ref": "#/components/schemas/Card"},
                {"$ref": "#/components/schemas/Account"},
            ]
        }
    ),
]
"""Source: `#/components/schemas/Payment`"""
