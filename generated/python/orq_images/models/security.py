"""`securitySchemes?security`, and the types inside it."""

from typing import Annotated

from pydantic import Field

from .._runtime import Model, Omissible, UNSET


class Security(Model):
    """Source: `#/components/securitySchemes`"""

    api_key: Annotated[Omissible[str], Field(alias="ApiKey")] = UNSET
