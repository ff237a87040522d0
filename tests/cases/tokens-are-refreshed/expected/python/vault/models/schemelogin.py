"""`login`, and the types inside it."""

from typing import Annotated, Optional

from pydantic import Field

from .._runtime import Credential, Model


class SchemeLogin(Model, hide_input_in_errors=True):
    """Source: `#/components/securitySchemes/login`"""

    username: Credential

    password: Annotated[Credential, Field(repr=False)]

    client_id: Annotated[Optional[Credential], Field(alias="clientID")] = None

    client_secret: Annotated[
        Optional[Credential], Field(alias="clientSecret", repr=False)
    ] = None

    token_url: Annotated[Optional[Credential], Field(alias="tokenURL")] = None
