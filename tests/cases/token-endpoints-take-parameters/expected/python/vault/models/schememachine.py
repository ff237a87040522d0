"""`machine`, and the types inside it."""

from typing import Annotated, Optional

from pydantic import Field

from .._runtime import Credential, Model


class SchemeMachine(Model, hide_input_in_errors=True):
    """Source: `#/components/securitySchemes/machine`"""

    client_id: Annotated[Credential, Field(alias="clientID")]

    client_secret: Annotated[Credential, Field(alias="clientSecret", repr=False)]

    token_url: Annotated[Optional[Credential], Field(alias="tokenURL")] = None
    """The token endpoint, if it is another than `/token`."""

    audience: Annotated[Credential, Field(repr=False)]
    """Whom the token is for."""

    max_age: Annotated[int, Field(repr=False)]
