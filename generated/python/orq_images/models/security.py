"""The credentials of the client."""

from typing import Annotated, Optional

from pydantic import Field

from .._runtime import Credential, Model


class Security(Model, hide_input_in_errors=True):
    """Source: `#/components/securitySchemes`"""

    api_key: Annotated[Optional[Credential], Field(alias="ApiKey", repr=False)] = None
