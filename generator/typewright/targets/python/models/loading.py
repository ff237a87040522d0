"""The depth of imports between modules of types, which Python's recursion limit bounds."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from typewright.base.errors import Diagnostic, UsageError
from typewright.base.kept_results import KeptResult
from typewright.ir import Model, Ref
from typewright.ir.model_references import references_of

DEEPEST = 100
"""The maximum depth of imports; one import takes about eight of the thousand frames that Python allows."""


def check_loading(models: Mapping[str, Model]) -> None:
    """Check that no module is too far from those that import it to be loaded.

    Raises UsageError (E016) for a module to which only a long chain of schemas leads.
    """
    _CHECKED.of(references_of(models, "types of modules"))


def _check(models: Mapping[str, Iterable[Ref]]) -> None:
    uses = {id_: [ref.id for ref in refs if ref.id in models] for id_, refs in models.items()}
    used = {used_id for id_, found in uses.items() for used_id in found if used_id != id_}
    depths: dict[str, int] = {}
    _walk([id_ for id_ in uses if id_ not in used], uses, depths)
    for start in uses:
        if start not in depths:
            _walk([start], uses, depths)
    farthest = max(depths, key=lambda id_: depths[id_], default=None)
    if farthest is not None and depths[farthest] > DEEPEST:
        message = f"{depths[farthest]} models load one another, the last of them '{farthest}'"
        advice = "choose another flavour with 'models:', such as dataclass, or make the chain of schemas shorter"
        raise UsageError([Diagnostic("E016", message, pointer=farthest, help=advice)])


_CHECKED = KeptResult(_check)


def _walk(starts: Iterable[str], uses: Mapping[str, list[str]], depths: dict[str, int]) -> None:
    """Record the distance of each model from `starts` that has none yet."""
    worklist = deque(starts)
    for start in worklist:
        depths.setdefault(start, 0)
    while worklist:
        id_ = worklist.popleft()
        for use in uses[id_]:
            if use not in depths:
                depths[use] = depths[id_] + 1
                worklist.append(use)
