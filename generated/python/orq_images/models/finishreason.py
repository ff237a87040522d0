"""`FinishReason`, and the types inside it."""

from typing import Annotated, Literal, TypeAlias

from .._runtime import Open, UnrecognizedStr

FinishReason: TypeAlias = Annotated[
    Literal["stop", "length", "tool_calls", "content_filter", "function_call"]
    | UnrecognizedStr,
    Open(always=True),
]
"""Why the answer ended.

Source: `#/components/schemas/FinishReason`
"""
