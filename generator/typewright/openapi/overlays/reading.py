"""Parsing and validation of overlay files (Overlay Specification 1.0.0 and 1.1.0, section 4.4)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from typewright.base.codes import REGISTRY
from typewright.base.errors import Diagnostic, Severity, SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.source import Source, read_source

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathQuery

_VERSION = re.compile(r"1\.([01])(\.\d+)?")
_MEMBERS = {
    "the overlay": {"overlay", "info", "extends", "actions"},
    "the info object": {"title", "version", "description"},
    "an action": {"target", "description", "update", "remove", "copy"},
}
_NOTHING = object()
_MOST_SEGMENTS = 500
"""How many segments a JSONPath may have; descriptions are not nested as deeply."""


class Action(Struct, frozen=True):
    """An action: remove the nodes that `target` selects, or merge into them `update` or what `copy` selects."""

    index: int
    expression: str
    target: JSONPathQuery
    update: JsonValue = None
    remove: bool = False
    copy: JSONPathQuery | None = None
    copy_expression: str = ""
    description: str = ""
    is_of_1_1: bool = False
    """Whether the overlay has version 1.1, where single values can be replaced and lists are concatenated."""
    file: str = ""
    """The file name of the overlay."""


class Overlay(Struct, frozen=True):
    """A valid overlay. `extends` is the URI of the description that it is written for, if it names one."""

    source: Source
    title: str
    version: str
    extends: str | None
    actions: tuple[Action, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    def diagnostic(self, code: str, message: str, pointer: str, advice: str | None = None) -> Diagnostic:
        """Return a diagnostic about the value at `pointer` of the overlay."""
        return _diagnostic(self.source, code, message, pointer, advice)


def read_overlay(path: Path) -> Overlay:
    """Return the overlay in the file `path`. Raises SpecError with all errors of the file."""
    return parse_overlay(read_source(path, path.as_posix()))


def parse_overlay(source: Source) -> Overlay:
    """Return the overlay in `source`. Raises SpecError with all errors of the source."""
    reader = _Reader(source)
    overlay = reader.overlay()
    if any(diagnostic.severity is Severity.ERROR for diagnostic in reader.diagnostics) or overlay is None:
        raise SpecError(reader.diagnostics)
    return overlay


def _diagnostic(source: Source, code: str, message: str, pointer: str, advice: str | None = None) -> Diagnostic:
    location = source.locate(pointer, at_key=False)
    return Diagnostic(code, message, location=location, pointer=pointer, help=advice or REGISTRY[code].help)


class _Reader(Struct):
    source: Source
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def overlay(self) -> Overlay | None:
        """Return the overlay, or None if the root is no object; add errors to `diagnostics`."""
        root = self.source.value
        if not isinstance(root, dict):
            self._fail("E131", "an overlay is an object", "#", "start it with: overlay: 1.0.0")
            return None
        written = root.get("overlay")
        version = _VERSION.fullmatch(str(written)) if isinstance(written, str | float) else None
        if version is None:
            shown = "is missing" if written is None else f"'{written}' is not supported"
            self._fail("E130", f"the overlay version {shown}", "#/overlay" if "overlay" in root else "#")
        self._check_members(root, "the overlay", "#")
        info = self._object(root, "info", "#")
        self._check_members(info, "the info object", "#/info")
        title, info_version = (self._text(info, name, "#/info", required=True) for name in ("title", "version"))
        extends = self._text(root, "extends", "#") or None
        actions = self._actions(root, is_1_1=version is not None and version[1] == "1")
        return Overlay(
            source=self.source,
            title=title,
            version=info_version,
            extends=extends,
            actions=actions,
            diagnostics=tuple(self.source.diagnostics),
        )

    def _actions(self, root: JsonObject, *, is_1_1: bool) -> tuple[Action, ...]:
        written = root.get("actions")
        if not isinstance(written, list) or not written:
            pointer = "#/actions" if "actions" in root else "#"
            self._fail("E131", "an overlay needs a list of actions", pointer, "add 'actions:' with at least one entry")
            return ()
        actions = (self._action(action, index, is_1_1=is_1_1) for index, action in enumerate(written))
        return tuple(action for action in actions if action is not None)

    def _action(self, written: JsonValue, index: int, *, is_1_1: bool) -> Action | None:
        pointer = f"#/actions/{index}"
        if not isinstance(written, dict):
            self._fail("E131", "an action is an object", pointer, "write 'target:' and 'update:' or 'remove:'")
            return None
        self._check_members(written, "an action", pointer)
        expression = self._text(written, "target", pointer, required=True)
        target = self._path(expression, f"{pointer}/target") if expression else None
        remove = written.get("remove", False)
        if not isinstance(remove, bool):
            self._fail("E131", "'remove' is true or false", f"{pointer}/remove", "write true or false")
        copy_expression = self._text(written, "copy", pointer)
        if copy_expression and not is_1_1:
            self._fail("E131", "'copy' came with Overlay 1.1", f"{pointer}/copy", "write 'overlay: 1.1.0' at the top")
        copy = self._path(copy_expression, f"{pointer}/copy") if copy_expression else None
        update = written.get("update", _NOTHING)
        if not remove and update is _NOTHING and not copy_expression:
            self._fail("E131", "the action does nothing", pointer, "add 'update:' or 'remove: true'")
        if target is None:
            return None
        value: JsonValue = None if update is _NOTHING else update  # type: ignore[assignment]
        description = self._text(written, "description", pointer)
        file = self.source.file
        return Action(
            index=index,
            expression=expression,
            target=target,
            update=value,
            remove=remove is True,
            copy=copy,
            copy_expression=copy_expression,
            description=description,
            is_of_1_1=is_1_1,
            file=file,
        )

    def _path(self, expression: str, pointer: str) -> JSONPathQuery | None:
        from jsonpath_rfc9535 import JSONPathError  # noqa: PLC0415 - only where overlays are used
        from jsonpath_rfc9535 import compile as compiled  # noqa: PLC0415

        try:
            query = compiled(expression)
            if len(query.segments) <= _MOST_SEGMENTS:
                return query
            message = f"the JSONPath has {len(query.segments):,} segments, {_MOST_SEGMENTS} at most are followed"
            self._fail("E132", message, pointer)
            return None
        except (JSONPathError, RecursionError) as fault:
            message = f"{expression!r} is no JSONPath: {str(fault).partition(', line ')[0]}"
            self._fail("E132", message, pointer)
            return None

    def _object(self, parent: JsonObject, name: str, pointer: str) -> JsonObject:
        value = parent.get(name)
        if isinstance(value, dict):
            return value
        fault_pointer = f"{pointer}/{name}" if name in parent else pointer
        self._fail("E131", f"'{name}' must be an object", fault_pointer, f"add '{name}:' with a title and a version")
        return {}

    def _text(self, parent: JsonObject, name: str, pointer: str, *, required: bool = False) -> str:
        value = parent.get(name)
        if isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool) and name == "version":
            return str(value)
        if value is not None or (required and parent):
            fault_pointer = f"{pointer}/{name}" if name in parent else pointer
            self._fail("E131", f"'{name}' must be a text", fault_pointer, f"write '{name}: ...'")
        return ""

    def _check_members(self, written: JsonObject, owner: str, pointer: str) -> None:
        for name in written:
            if name not in _MEMBERS[owner] and not name.startswith("x-"):
                member_names = ", ".join(sorted(_MEMBERS[owner]))
                self._fail("E131", f"{owner} has no member '{name}'", f"{pointer}/{name}", f"use one of {member_names}")

    def _fail(self, code: str, message: str, pointer: str, advice: str | None = None) -> None:
        self.diagnostics.append(_diagnostic(self.source, code, message, pointer, advice))
