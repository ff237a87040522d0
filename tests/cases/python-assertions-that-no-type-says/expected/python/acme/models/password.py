"""`Password`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import StringRule

Password: TypeAlias = Annotated[
    str,
    StringRule(
        python_pattern="(?a)^(?=[^\\u000a\\u000d\\u2028\\u2029]*[0-9])(?=[^\\u000a\\u000d\\u2028\\u2029]*[a-z])[^\\u000a\\u000d\\u2028\\u2029]{8,}\\Z"
    ),
]
"""Source: `#/components/schemas/Password`"""
