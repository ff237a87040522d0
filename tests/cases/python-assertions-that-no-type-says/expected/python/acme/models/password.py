"""`Password`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import Pattern

Password: TypeAlias = Annotated[
    str,
    Pattern(
        "(?a)^(?=[^\\u000a\\u000d\\u2028\\u2029]*[0-9])(?=[^\\u000a\\u000d\\u2028\\u2029]*[a-z])[^\\u000a\\u000d\\u2028\\u2029]{8,}\\Z"
    ),
]
"""Source: `#/components/schemas/Password`"""
