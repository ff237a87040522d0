"""`securitySchemes?security`, and the types inside it."""

from typing import Annotated, Optional

from pydantic import Field

from .._runtime import Model


class Security(Model):
    """Source: `#/components/securitySchemes`"""

    api_key: Annotated[Optional[str], Field(alias="ApiKey")] = None
