"""`Paint`, and the types inside it."""

from enum import Enum
from typing import Annotated, Literal as _Literal, TypeAlias

from .._runtime import Open as _Open, ResponseModel, UnrecognizedStr

Open: TypeAlias = Annotated[
    _Literal["red", "blue"] | UnrecognizedStr, _Open(always=True)
]
"""Source: `#/components/schemas/Paint/properties/open`"""

Closed: TypeAlias = _Literal["red", "blue"]
"""Source: `#/components/schemas/Paint/properties/closed`"""

Literal: TypeAlias = Annotated[
    _Literal["red", "blue"] | UnrecognizedStr, _Open(always=True)
]
"""Source: `#/components/schemas/Paint/properties/literal`"""


class Member(str, Enum):
    """Source: `#/components/schemas/Paint/properties/member`"""

    RED = "red"

    BLUE = "blue"


class Paint(ResponseModel):
    """Source: `#/components/schemas/Paint`"""

    open: Open

    closed: Closed

    literal: Literal

    member: Annotated[Member | UnrecognizedStr, _Open(always=True)]
