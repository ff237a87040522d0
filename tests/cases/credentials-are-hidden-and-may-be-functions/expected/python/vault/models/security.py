"""The credentials of the client."""

from typing import Annotated, Optional

from pydantic import Field

from .._runtime import Credential, Model
from .schememachine import SchemeMachine


class Security(Model, hide_input_in_errors=True):
    """Source: `#/components/securitySchemes`"""

    key: Annotated[Optional[Credential], Field(repr=False)] = None

    machine: Optional[SchemeMachine] = None
