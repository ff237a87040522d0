"""`Literal`, and the types inside it."""

from typing import Literal as _Literal, TypeAlias

Literal: TypeAlias = _Literal["a", 'b"c', "d\\e", "line\nbreak"]
"""Source: `#/components/schemas/Literal`"""
