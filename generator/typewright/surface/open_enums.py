"""Opening of the enumerations in responses, which later versions of the server can extend."""

from __future__ import annotations

from msgspec.structs import replace

from typewright.ir import Direction, EnumModel
from typewright.surface.directions import types_in_direction
from typewright.surface.parts import Surface


def with_open_enums(surface: Surface, name: str = "") -> Surface:
    """Return `surface` with all enumerations open that are used in responses but not in requests.

    Enumerations that the description closes stay so, and with the habit `single-values-stay-closed` those of one value,
    unless the description opens them. With the habit `open-enums-of-both`, those that are used in requests, too, are
    open as well. `name` identifies the surface among those of a build.
    """
    received = types_in_direction(surface.api, Direction.RESPONSE, name)
    if "open-enums-of-both" not in surface.api.habits:
        received -= types_in_direction(surface.api, Direction.REQUEST, name)
    keeps_single = "single-values-stay-closed" in surface.api.habits
    models = {
        id_: replace(model, open=_can_open(model, keeps_single=keeps_single))
        if isinstance(model, EnumModel) and id_ in received
        else model
        for id_, model in surface.models.items()
    }
    own = {id_: models[id_] for id_ in surface.api.models}
    return replace(surface, models=models, api=replace(surface.api, models=own))


def _can_open(model: EnumModel, *, keeps_single: bool) -> bool:
    return model.open or not (model.closed or (keeps_single and len(model.values) == 1))
