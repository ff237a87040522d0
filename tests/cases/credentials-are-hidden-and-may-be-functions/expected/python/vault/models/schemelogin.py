"""`login`, and the types inside it."""

from typing import Annotated

from pydantic import Field

from .._runtime import Model


class SchemeLogin(Model, hide_input_in_errors=True):
    """Source: `#/components/securitySchemes/login`"""

    username: str

    password: Annotated[str, Field(repr=False)]
