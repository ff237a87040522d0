"""The directions that each type is used in: requests, responses, or both."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.ir import Direction
from typewright.ir.walking import reachable, references
from typewright.naming.names import Names
from typewright.naming.roots import root_package
from typewright.surface import Root, RootKind, Surface
from typewright.targets.python.placement import Key

_FROM_SERVER = frozenset({RootKind.RESPONSE, RootKind.RESPONSES, RootKind.RESULT, RootKind.ENVELOPE, RootKind.ERROR})


def type_directions(
    surface: Surface, names: Names, uses: Mapping[Key, tuple[Key, ...]]
) -> dict[Key, frozenset[Direction]]:
    """Map each type to the directions it is used in. Types that no operation reaches map to an empty set.

    What a webhook or callback receives counts as a response: its reader gets it from the server.
    """
    starts: dict[Direction, set[Key]] = {direction: set() for direction in Direction}
    for root in surface.roots:
        package = root_package(root)
        starts[_direction(root)] |= {(package, ref.id) for ref in references(root.type)} & names.symbols.keys()
    used_in = {direction: reachable(keys, lambda key: uses.get(key, ())) for direction, keys in starts.items()}
    return {key: frozenset(way for way in Direction if key in used_in[way]) for key in names.symbols}


def _direction(root: Root) -> Direction:
    to_caller = root.operation is not None and root.operation.kind != "path"
    from_server = (root.kind in _FROM_SERVER) is not to_caller
    return Direction.RESPONSE if from_server else Direction.REQUEST
