"""POST /unlock

Needs the certificate and a code that the client does not have.
"""

from typing import Annotated

from pydantic import Field

from .._runtime import Credential, Model


class UnlockSecurity(Model, hide_input_in_errors=True):
    """Source: `#/paths/~1unlock/post`"""

    code: Annotated[Credential, Field(repr=False)]
