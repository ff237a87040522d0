"""`login`, and the types inside it."""

from typing import Annotated

from pydantic import Field

from .._runtime import Credential, Model


class SchemeLogin(Model, hide_input_in_errors=True):
    """Source: `#/components/securitySchemes/login`"""

    username: Credential

    password: Annotated[Credential, Field(repr=False)]
