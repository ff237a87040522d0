"""`Name`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import Asserts

Name: TypeAlias = Annotated[str, Asserts({"not": {"enum": ["admin"]}})]
"""Source: `#/components/schemas/Name`"""
