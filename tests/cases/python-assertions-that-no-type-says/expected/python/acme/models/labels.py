"""`Labels`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import Asserts

Labels: TypeAlias = Annotated[
    dict[str, str], Asserts({"propertyNames": {"pattern": "(?a)^[a-z]+\\Z"}})
]
"""Source: `#/components/schemas/Labels`"""
