"""OpenAPI Overlay 1.0 and 1.1: a file of actions → a description that is changed by them.

Follows the Overlay Specification 1.0.0 and 1.1.0, sections 4.4.1 to 4.4.4, and RFC 9535 for targets. Actions run in
their order, each on what the ones before it left. Where a part of the result comes from is kept, so that messages show
the line that wrote it: of the description, or of the overlay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from typewright.base.errors import Diagnostic, Location, Severity
from typewright.base.json_value import JsonValue
from typewright.openapi.files.positions import join_pointer
from typewright.openapi.files.source import Source
from typewright.openapi.overlays.origins import Origins, Steps
from typewright.openapi.overlays.reading import Action, Overlay

_EXAMPLES = frozenset({"example", "examples", "default", "const", "enum"})


@dataclass(frozen=True, slots=True)
class Touch:
    """A place that an action changed: its pointer at that moment, and what happened to it."""

    action: Action
    pointer: str
    past_participle: str
    """`updated`, `replaced`, `copied` or `removed`."""


@dataclass(frozen=True)
class OverlaidSource(Source):
    """A description after its overlays: the text is still that of the file, `locate` knows where each part is from."""

    result: JsonValue = None
    """The value as the overlays left it, in whose containers `origins` are known."""
    origins: Origins = field(default_factory=Origins, repr=False, compare=False)
    touches: tuple[Touch, ...] = ()

    def locate(self, pointer: str, *, key: bool = False) -> Location:
        """Return the location of a part of the result, in the description or in the overlay that defines it."""
        source, inner = self.origins.of(self.result, pointer)
        if source is None:
            return super().locate(inner, key=key)
        return source.locate(inner, key=key)


def overlaid(source: Source, overlays: Sequence[Overlay]) -> Source:
    """Return the description after the actions of all `overlays`; what there is to say is in its diagnostics."""
    if not overlays:
        return source
    run = _Run(source)
    for overlay in overlays:
        for action in overlay.actions:
            run.apply(overlay, action)
    diagnostics = (
        *source.diagnostics,
        *(diagnostic for overlay in overlays for diagnostic in overlay.diagnostics),
        *run.found,
    )
    return OverlaidSource(
        file=source.file,
        text=source.text,
        value=run.root[0],
        syntax=source.syntax,
        diagnostics=diagnostics,
        content_digest=source.content_digest,
        result=run.root[0],
        origins=run.origins,
        touches=tuple(run.touches),
    )


class _Run:
    """One run of actions over a copy of a description. The copy is the one item of `root`, so that `$` has a parent."""

    def __init__(self, source: Source) -> None:
        self.origins = Origins()
        self.root: list[JsonValue] = [self.origins.copied(source.value, None, ())]
        self.found: list[Diagnostic] = []
        self.touches: list[Touch] = []

    def apply(self, overlay: Overlay, action: Action) -> None:
        """Apply one action to all that it selects."""
        selected = [tuple(node.location) for node in action.target.find(self.root[0])]
        if not selected:
            self._warn(overlay, action, "W130", f"the action matches nothing: {action.expression}")
            return
        inside = [steps for steps in selected if _is_in_example(steps)]
        if inside:
            shown = join_pointer(inside[0])
            message = f"{len(inside)} of {len(selected)} matches lie inside examples, the first is {shown}"
            self._warn(overlay, action, "W131", message)
        if action.remove:
            self._remove(action, selected)
            return
        update = self._update(overlay, action)
        if update is not None:
            self._merge_all(overlay, action, selected, update)

    def _update(self, overlay: Overlay, action: Action) -> _Update | None:
        """Return what is merged into the targets: the update, or a copy of another part of the description."""
        if action.copy is None:
            return _Update(action.update, overlay.source, ("actions", action.index, "update"), "updated")
        sources = list(action.copy.find(self.root[0]))
        if len(sources) != 1:
            message = f"'copy' must select one part of the description, not {len(sources)}: {action.copy_expression}"
            self._fail(overlay, action, "copy", message, "select exactly one part")
            return None
        value: JsonValue = sources[0].value  # type: ignore[assignment]
        return _Update(value, None, tuple(sources[0].location), "copied")

    def _merge_all(self, overlay: Overlay, action: Action, selected: Sequence[Steps], update: _Update) -> None:
        kinds = {_kind(_member(*self._parent(steps))) for steps in selected}
        if len(kinds) > 1:
            message = f"the target selects {' and '.join(sorted(kinds))} at once"
            self._fail(overlay, action, "target", message, "write an action for each kind")
            return
        for steps in selected:
            parent, key = self._parent(steps)
            target = _member(parent, key)
            if isinstance(target, dict) and isinstance(update.value, dict):
                misfit = self._merge(target, update.value, update)
                if misfit is not None:
                    self._misfit(overlay, action, (*steps, *misfit[0]), misfit[1])
                    return
            elif isinstance(target, list):
                self._append(overlay, action, target, update)
            elif not isinstance(target, dict | list) and not isinstance(update.value, dict | list):
                if action.is_of_1_1:
                    _put(parent, key, update.value)
                    self.origins.written(parent, key, update.source, update.steps)
                else:
                    self._misfit(overlay, action, steps, "a single value; Overlay 1.0 changes objects and lists only")
                    return
            else:
                self._misfit(overlay, action, steps, _kind(target))
                return
            past_participle = update.past_participle if isinstance(target, dict | list) else "replaced"
            self.touches.append(Touch(action, join_pointer(steps), past_participle))

    def _merge(
        self, target: dict[str, JsonValue], value: dict[str, JsonValue], update: _Update
    ) -> tuple[Steps, str] | None:
        """Merge into an object: objects recursively, lists by appending, single values by replacing (4.4.3).

        Returns the first member that has another kind of value than the update, with what it is; None where all fit.
        """
        for name, new in value.items():
            old = target.get(name)
            inner = replace(update, value=new, steps=(*update.steps, name))
            if old is not None and _kind(old) != _kind(new):
                return (name,), _kind(old)
            if isinstance(old, dict) and isinstance(new, dict):
                misfit = self._merge(old, new, inner)
                if misfit is not None:
                    return (name, *misfit[0]), misfit[1]
            elif isinstance(old, list) and isinstance(new, list):
                copies = (self.origins.copied(item, inner.source, (*inner.steps, i)) for i, item in enumerate(new))
                old.extend(copies)
            else:
                target[name] = self.origins.copied(new, inner.source, inner.steps)
                self.origins.written(target, name, inner.source, inner.steps)
        return None

    def _append(self, overlay: Overlay, action: Action, target: list[JsonValue], update: _Update) -> None:
        """Append an entry; of a list its entries, as Overlay 1.1 says, and 1.0 with a warning (it would nest lists)."""
        if not isinstance(update.value, list):
            target.append(self.origins.copied(update.value, update.source, update.steps))
            return
        if action.copy is None and not action.is_of_1_1:
            self._warn(overlay, action, "W132", "the entries of the list were appended one by one")
        for index, item in enumerate(update.value):
            target.append(self.origins.copied(item, update.source, (*update.steps, index)))

    def _remove(self, action: Action, selected: Sequence[Steps]) -> None:
        """Remove nodes, those of a list from its end, so that the positions of the others stay right."""
        for steps in sorted(set(selected), key=_backwards, reverse=True):
            parent, key = self._parent(steps)
            if isinstance(parent, list) and isinstance(key, int):
                del parent[key]
            elif isinstance(parent, dict):
                parent.pop(str(key), None)
            self.touches.append(Touch(action, join_pointer(steps), "removed"))

    def _parent(self, steps: Steps) -> tuple[JsonValue, str | int]:
        """Return the container of a node, and its key in it."""
        parent: JsonValue = self.root
        key: str | int = 0
        for step in steps:
            parent, key = _member(parent, key), step
        return parent, key

    def _misfit(self, overlay: Overlay, action: Action, steps: Steps, kind: str) -> None:
        message = f"'{'copy' if action.copy else 'update'}' doesn't fit {join_pointer(steps)}, which is {kind}"
        advice = (
            "merge an object into an object, append to a list; what is of another kind is removed by an action first"
        )
        self._fail(overlay, action, "update", message, advice)

    def _fail(self, overlay: Overlay, action: Action, member: str, message: str, advice: str) -> None:
        self.found.append(overlay.diagnostic("E133", message, f"#/actions/{action.index}/{member}", advice))

    def _warn(self, overlay: Overlay, action: Action, code: str, message: str) -> None:
        pointer = f"#/actions/{action.index}/target"
        self.found.append(replace(overlay.diagnostic(code, message, pointer), severity=Severity.WARNING))


@dataclass(frozen=True, slots=True)
class _Update:
    """A value to merge, and where it is written: in an overlay, or (None) in the description."""

    value: JsonValue
    source: Source | None
    steps: Steps
    past_participle: str


def _member(container: JsonValue, key: str | int) -> JsonValue:
    if isinstance(container, list) and isinstance(key, int):
        return container[key]
    return container[str(key)] if isinstance(container, dict) else None


def _put(container: JsonValue, key: str | int, value: JsonValue) -> None:
    if isinstance(container, list) and isinstance(key, int):
        container[key] = value
    elif isinstance(container, dict):
        container[str(key)] = value


def _kind(value: JsonValue) -> str:
    return "an object" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a single value"


def _backwards(steps: Steps) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (0, step) for step in steps)


def _is_in_example(steps: Steps) -> bool:
    """Whether a node lies inside an example: below `example`, `default` and the like where these are keywords."""
    return any(name in _EXAMPLES and not _is_a_name(steps[:index]) for index, name in enumerate(steps[:-1]))


def _is_a_name(around: Steps) -> bool:
    """Whether the next step is a name that a user gave: that of a property, a schema, a path."""
    return bool(around) and around[-1] in ("properties", "schemas", "patternProperties", "$defs", "paths", "parameters")


def touched_by(source: Source, pointers: Sequence[str]) -> Iterator[Touch]:
    """Yield the actions that changed something at, inside or around one of `pointers`, in the order of the actions."""
    if isinstance(source, OverlaidSource):
        for touch in source.touches:
            start = f"{touch.pointer}/"
            if any(
                pointer == touch.pointer or pointer.startswith(start) or touch.pointer.startswith(f"{pointer}/")
                for pointer in pointers
            ):
                yield touch
