"""The credentials of the client."""

from typing import Annotated

from pydantic import Field

from .._runtime import Credential, Model


class Security(Model, hide_input_in_errors=True):
    """Source: `#/components/securitySchemes`"""

    token: Annotated[Credential, Field(repr=False)]
