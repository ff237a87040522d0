"""Which way each type travels: in requests, in responses, or both."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.analysis.references import references
from typewright.ir import Direction
from typewright.naming.names import Names
from typewright.naming.roots import root_package
from typewright.surface import Root, RootKind, Surface
from typewright.targets.python.placement import Key

_FROM_SERVER = frozenset({RootKind.RESPONSE, RootKind.RESPONSES, RootKind.RESULT, RootKind.ENVELOPE, RootKind.ERROR})


def directions(surface: Surface, names: Names, uses: Mapping[Key, tuple[Key, ...]]) -> dict[Key, frozenset[Direction]]:
    """Return the directions of every type; of one that no operation reaches, none.

    What a webhook or callback is sent is a response of the server's as far as its reader is concerned.
    """
    found: dict[Key, frozenset[Direction]] = dict.fromkeys(names.symbols, frozenset())
    for root in surface.roots:
        direction = _direction(root)
        package = root_package(root)
        waiting = [(package, ref.id) for ref in references(root.type)]
        while waiting:
            key = waiting.pop()
            if key in found and direction not in found[key]:
                found[key] |= {direction}
                waiting += uses[key]
    return found


def _direction(root: Root) -> Direction:
    to_caller = root.operation is not None and root.operation.kind != "path"
    from_server = (root.kind in _FROM_SERVER) is not to_caller
    return Direction.RESPONSE if from_server else Direction.REQUEST
