"""Types of the module `finishreason`."""

from typing import Literal, TypeAlias

FinishReason: TypeAlias = Literal[
    "stop", "length", "tool_calls", "content_filter", "function_call"
]
"""Why the answer ended.

Source: `#/components/schemas/FinishReason`
"""
