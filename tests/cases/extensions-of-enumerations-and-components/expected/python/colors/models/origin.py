"""`Origin`, and the types inside it."""

from typing import Literal as _Literal, TypeAlias

Origin: TypeAlias = _Literal["plant", "stone"]
"""Source: `#/components/schemas/Origin`"""
