"""Application of overlays to a description (Overlay Specification 1.0.0 and 1.1.0, sections 4.4.1 to 4.4.4; RFC 9535).

Actions run in order, each on the result of the ones before it. The origin of each part of the result is recorded, so
that messages show the line that defines it, in the description or in the overlay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.errors import Diagnostic, Location, Severity
from typewright.base.json_value import JsonValue
from typewright.openapi.files.positions import join_pointer
from typewright.openapi.files.source import Source
from typewright.openapi.overlays.origins import Origins, Steps
from typewright.openapi.overlays.reading import Action, Overlay

_EXAMPLES = frozenset({"example", "examples", "default", "const", "enum"})


class OverlayChange(Struct, frozen=True):
    """A change made by an action of an overlay; `pointer` is the JSON pointer at the time of the change."""

    action: Action
    pointer: str
    effect: str
    """`updated`, `replaced`, `copy` or `removed`."""


class OverlaidSource(Source, frozen=True, dict=True):
    """A description after its overlays. `text` is still that of the file; `locate` finds the origin of each part."""

    result: JsonValue = None
    """The value after the overlays, whose containers are tracked in `origins`."""
    origins: Origins = field(default_factory=Origins)
    changes: tuple[OverlayChange, ...] = ()

    def locate(self, pointer: str, *, at_key: bool = False) -> Location:
        """Return the location of a part of the result, in the description or in the overlay that defines the part."""
        source, inner = self.origins.origin_of(self.result, pointer)
        if source is None:
            return super().locate(inner, at_key=at_key)
        return source.locate(inner, at_key=at_key)


def apply_overlays(source: Source, overlays: Sequence[Overlay]) -> Source:
    """Return the description after the actions of all `overlays`, with their diagnostics added to its own."""
    if not overlays:
        return source
    application = _Application(source)
    for overlay in overlays:
        for action in overlay.actions:
            application.apply(overlay, action)
    diagnostics = (
        *source.diagnostics,
        *(diagnostic for overlay in overlays for diagnostic in overlay.diagnostics),
        *application.diagnostics,
    )
    return OverlaidSource(
        file=source.file,
        text=source.text,
        value=application.root[0],
        syntax=source.syntax,
        diagnostics=diagnostics,
        content_digest=source.content_digest,
        result=application.root[0],
        origins=application.origins,
        changes=tuple(application.changes),
    )


class _Application:
    """Applies actions to a copy of a description. The copy is the only item of `root`, so that `$` has a parent."""

    def __init__(self, source: Source) -> None:
        self.origins = Origins()
        self.root: list[JsonValue] = [self.origins.copy(source.value, None, ())]
        self.diagnostics: list[Diagnostic] = []
        self.changes: list[OverlayChange] = []

    def apply(self, overlay: Overlay, action: Action) -> None:
        """Apply an action to all nodes that its target selects."""
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
        """Return the value to merge into the targets: `update` or what `copy` selects. None after an error."""
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
                mismatch = self._merge(target, update.value, update)
                if mismatch is not None:
                    self._report_mismatch(overlay, action, (*steps, *mismatch[0]), mismatch[1])
                    return
            elif isinstance(target, list):
                self._append(overlay, action, target, update)
            elif not isinstance(target, dict | list) and not isinstance(update.value, dict | list):
                if action.is_of_1_1:
                    _set_member(parent, key, update.value)
                    self.origins.record(parent, key, update.source, update.steps)
                else:
                    self._report_mismatch(
                        overlay, action, steps, "a single value; Overlay 1.0 changes objects and lists only"
                    )
                    return
            else:
                self._report_mismatch(overlay, action, steps, _kind(target))
                return
            effect = update.effect if isinstance(target, dict | list) else "replaced"
            self.changes.append(OverlayChange(action, join_pointer(steps), effect))

    def _merge(
        self, target: dict[str, JsonValue], value: dict[str, JsonValue], update: _Update
    ) -> tuple[Steps, str] | None:
        """Merge `value` into `target`: objects recursively, lists by appending, single values by replacing (4.4.3).

        Return the path and the kind of the first member whose kind differs from that of the update; None if all fit.
        """
        for name, new in value.items():
            old = target.get(name)
            inner = replace(update, value=new, steps=(*update.steps, name))
            if old is not None and _kind(old) != _kind(new):
                return (name,), _kind(old)
            if isinstance(old, dict) and isinstance(new, dict):
                mismatch = self._merge(old, new, inner)
                if mismatch is not None:
                    return (name, *mismatch[0]), mismatch[1]
            elif isinstance(old, list) and isinstance(new, list):
                copies = (self.origins.copy(item, inner.source, (*inner.steps, i)) for i, item in enumerate(new))
                old.extend(copies)
            else:
                target[name] = self.origins.copy(new, inner.source, inner.steps)
                self.origins.record(target, name, inner.source, inner.steps)
        return None

    def _append(self, overlay: Overlay, action: Action, target: list[JsonValue], update: _Update) -> None:
        """Append a value, or the entries of a list (Overlay 1.1; for 1.0, which would nest lists, with a warning)."""
        if not isinstance(update.value, list):
            target.append(self.origins.copy(update.value, update.source, update.steps))
            return
        if action.copy is None and not action.is_of_1_1:
            self._warn(overlay, action, "W132", "the entries of the list were appended one by one")
        for index, item in enumerate(update.value):
            target.append(self.origins.copy(item, update.source, (*update.steps, index)))

    def _remove(self, action: Action, selected: Sequence[Steps]) -> None:
        """Remove nodes, the items of a list from its end, so that the indexes of the others stay valid."""
        for steps in sorted(set(selected), key=_removal_order, reverse=True):
            parent, key = self._parent(steps)
            if isinstance(parent, list) and isinstance(key, int):
                del parent[key]
            elif isinstance(parent, dict):
                parent.pop(str(key), None)
            self.changes.append(OverlayChange(action, join_pointer(steps), "removed"))

    def _parent(self, steps: Steps) -> tuple[JsonValue, str | int]:
        """Return the container of the node at `steps`, and the key of the node in it."""
        parent: JsonValue = self.root
        key: str | int = 0
        for step in steps:
            parent, key = _member(parent, key), step
        return parent, key

    def _report_mismatch(self, overlay: Overlay, action: Action, steps: Steps, kind: str) -> None:
        message = f"'{'copy' if action.copy else 'update'}' doesn't fit {join_pointer(steps)}, which is {kind}"
        advice = (
            "merge an object into an object, append to a list; what is of another kind is removed by an action first"
        )
        self._fail(overlay, action, "update", message, advice)

    def _fail(self, overlay: Overlay, action: Action, member: str, message: str, advice: str) -> None:
        self.diagnostics.append(overlay.diagnostic("E133", message, f"#/actions/{action.index}/{member}", advice))

    def _warn(self, overlay: Overlay, action: Action, code: str, message: str) -> None:
        pointer = f"#/actions/{action.index}/target"
        self.diagnostics.append(overlay.diagnostic(code, message, pointer)._replace(severity=Severity.WARNING))


class _Update(Struct, frozen=True):
    """A value to merge, and its origin: `steps` in the overlay `source`, or in the description if that is None."""

    value: JsonValue
    source: Source | None
    steps: Steps
    effect: str


def _member(container: JsonValue, key: str | int) -> JsonValue:
    if isinstance(container, list) and isinstance(key, int):
        return container[key]
    return container[str(key)] if isinstance(container, dict) else None


def _set_member(container: JsonValue, key: str | int, value: JsonValue) -> None:
    if isinstance(container, list) and isinstance(key, int):
        container[key] = value
    elif isinstance(container, dict):
        container[str(key)] = value


def _kind(value: JsonValue) -> str:
    return "an object" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a single value"


def _removal_order(steps: Steps) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (0, step) for step in steps)


def _is_in_example(steps: Steps) -> bool:
    """Return whether a node lies inside the value of `example`, `default` or a similar keyword."""
    return any(name in _EXAMPLES and not _has_named_members(steps[:index]) for index, name in enumerate(steps[:-1]))


def _has_named_members(steps: Steps) -> bool:
    """Return whether the members of the node at `steps` are user-defined names: of properties, schemas, paths."""
    return bool(steps) and steps[-1] in ("properties", "schemas", "patternProperties", "$defs", "paths", "parameters")


def changes_at(source: Source, pointers: Sequence[str]) -> Iterator[OverlayChange]:
    """Yield the changes at, inside or around one of `pointers`, in the order of the actions."""
    if isinstance(source, OverlaidSource):
        for change in source.changes:
            start = f"{change.pointer}/"
            if any(
                pointer == change.pointer or pointer.startswith(start) or change.pointer.startswith(f"{pointer}/")
                for pointer in pointers
            ):
                yield change
