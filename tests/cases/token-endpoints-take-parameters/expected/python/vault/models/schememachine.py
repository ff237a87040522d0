"""`machine`, and the types inside it."""

from typing import Annotated, Optional

from pydantic import Field

from .._runtime import Model


class SchemeMachine(Model, hide_input_in_errors=True):
    """Source: `#/components/securitySchemes/machine`"""

    client_id: Annotated[str, Field(alias="clientID")]

    client_secret: Annotated[str, Field(alias="clientSecret", repr=False)]

    token_url: Annotated[Optional[str], Field(alias="tokenURL")] = None
    """The token endpoint, if it is another than `/token`."""

    audience: Annotated[str, Field(repr=False)]
    """Whom the token is for."""

    max_age: Annotated[int, Field(repr=False)]
