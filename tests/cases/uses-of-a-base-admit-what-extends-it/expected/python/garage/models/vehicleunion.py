"""`VehicleUnion`, and the types inside it."""

from typing import Annotated, TypeAlias

from typing_extensions import TypeAliasType

from .._runtime import Deferred, Tagged, Unrecognized
from .car import Car
from .vehicle import Vehicle

VehicleUnion = TypeAliasType("VehicleUnion", Deferred["_VehicleUnionValue"])
"""Source: `#/components/schemas/VehicleUnion`"""
from .lorry import Lorry  # noqa: E402

_VehicleUnionValue: TypeAlias = Annotated[
    Car | Lorry | Vehicle | Unrecognized,
    Tagged("kind", {"car": Car, "lorry": Lorry}, default=Vehicle),
]
