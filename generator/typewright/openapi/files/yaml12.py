"""YAML 1.2 text -> plain JSON values, composed from the events of PyYAML's C parser without recursion.

Scalars follow the core schema (`core_schema`). Anchored values are shared, not copied. Merge keys (`<<`, of YAML 1.1)
are supported, since they are in wide use. Errors are collected as diagnostics; parsing ends at a syntax error.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from msgspec import Struct
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from yaml.reader import ReaderError

from typewright.base.errors import Diagnostic
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.core_schema import TAG_PREFIX, NotJsonError, resolve_plain, resolve_tagged
from typewright.openapi.files.limits import ALIAS_BUDGET, MAX_DEPTH, MAX_DIAGNOSTICS
from typewright.openapi.files.lines import Lines, Span
from typewright.openapi.files.positions import join_pointer
from typewright.openapi.files.yaml_characters import substitute_characters
from typewright.openapi.files.yaml_faults import control_character_error, syntax_error

try:
    from yaml._yaml import CParser as Parser
except ImportError:  # PyYAML was built without libyaml: the same events, ten times slower
    from yaml import SafeLoader as Parser  # type: ignore[assignment]


class _MergeKey(str):
    __slots__ = ()


MERGE: Final = _MergeKey("<<")
_MAX_CACHED_LENGTH = 64


class _StopError(Exception):
    """Stops the parsing of a text."""


Container = JsonObject | list[JsonValue]


class Anchor:
    """The value of an anchor; once it is `complete`, also the number of values in it (`size`) and their nesting."""

    __slots__ = ("complete", "deepest_before", "height", "size", "size_before", "value")

    def __init__(self, value: JsonValue, size_before: int = 0, deepest_before: int = 0) -> None:
        self.value = value
        self.complete = False
        self.size = 1
        self.height = 0
        self.size_before = size_before
        self.deepest_before = deepest_before


class Frame(Struct):
    """A list or mapping that is being built. `key` is the key whose value follows, `merged` the keys of merge keys."""

    container: Container
    start: NodeEvent
    key_event: NodeEvent
    key: str | None = None
    merged: set[str] | None = None
    anchor: Anchor | None = None


class Composer:
    """Builds the value of a YAML text; call `compose` once, then read `diagnostics`."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.diagnostics: list[Diagnostic] = []
        self._text, self._original = substitute_characters(lines.text)
        self._root_values: list[JsonValue] = []
        self._frame = Frame(self._root_values, NodeEvent(None), NodeEvent(None))
        self._stack: list[Frame] = []
        self._anchors: dict[str, Anchor] = {}
        self._cached_scalars: dict[str, JsonValue] = {}
        self._last: Event | None = None
        self._documents = 0
        self._size = 0
        self._deepest = 0
        self._from_aliases = 0
        self._alias_budget = max(ALIAS_BUDGET, len(lines.text))

    def compose(self) -> JsonValue:
        """Return the value of the only document of the text. It is meaningless if `diagnostics` has an error."""
        try:
            self._read(events_of(self._text))
        except _StopError:
            pass
        except MarkedYAMLError as fault:
            self.diagnostics.append(syntax_error(fault, self.lines, self._last))
        except ReaderError:
            self.diagnostics.append(control_character_error(self.lines))
        if not self._documents and not self.diagnostics:
            self.diagnostics.append(self.lines.diagnostic("E104", "the file holds only comments", Span(0, 1)))
        return self._root_values[0] if self._root_values else None

    def _read(self, next_event: Callable[[], Event | None]) -> None:
        """Handle all events. The members of mappings, which most values are, are added without a call for each."""
        handlers, cached, is_original = self._handlers(), self._cached_scalars, self._original is None
        while (event := next_event()) is not None:
            self._last = event
            value: JsonValue
            start: NodeEvent
            if isinstance(event, ScalarEvent) and event.tag is None and event.anchor is None and is_original:
                text, start = event.value, event
                value = text if event.style else cached[text] if text in cached else self._plain(event)
            elif isinstance(event, CollectionEndEvent):
                value, start = self._closed()
            else:
                handlers[event.__class__](event)
                continue
            frame = self._frame
            container, key = frame.container, frame.key
            if container.__class__ is not dict or key is MERGE:
                self._add_value(value, start)
            elif key is not None:
                container[key], frame.key = value, None
                self._size += 1
            elif value.__class__ is str and value not in container:
                frame.key, frame.key_event = value, start
                self._size += 1
            else:
                self._add_value(value, start)

    def _handlers(self) -> dict[type[Event], Callable[[Any], None]]:
        """Return the methods that handle each kind of event."""
        return {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open,
            SequenceStartEvent: self._open,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._start_document,
            DocumentEndEvent: self._ignore,
            StreamStartEvent: self._ignore,
            StreamEndEvent: self._ignore,
        }

    def _ignore(self, event: Event) -> None:
        """Ignore an event that does not affect the value."""

    def _start_document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._report("E109", "a second document starts here", event)
            raise _StopError

    def _scalar(self, event: ScalarEvent) -> None:
        text: str = event.value
        value: JsonValue
        if event.tag is not None:
            value = self._tagged(event, event.tag)
        elif event.style:
            value = text if self._original is None else text.translate(self._original)
        elif text in self._cached_scalars:
            value = self._cached_scalars[text]
        else:
            value = self._plain(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = anchor = Anchor(value)
            anchor.complete = True
        self._add_value(value, event)

    def _plain(self, event: ScalarEvent) -> JsonValue:
        text = event.value if self._original is None else event.value.translate(self._original)
        if text == MERGE:
            return MERGE if self._is_key_expected() else str(MERGE)
        try:
            value = resolve_plain(text)
        except NotJsonError as fault:
            self._report(fault.code, str(fault), event)
            return None
        if len(text) <= _MAX_CACHED_LENGTH:
            self._cached_scalars[event.value] = value
        return value

    def _tagged(self, event: ScalarEvent, tag: str) -> JsonValue:
        text = event.value if self._original is None else event.value.translate(self._original)
        try:
            return resolve_tagged(tag, text)
        except LookupError:
            self._refuse_tag(event, tag)
        except NotJsonError as fault:
            self._report(fault.code, str(fault), event)
        except ValueError as fault:
            self._report("E111", str(fault), event)
        return None

    def _refuse_tag(self, event: NodeEvent, tag: str) -> None:
        shown = tag.replace(TAG_PREFIX, "!!", 1)
        self._report("E111", f"the tag '{shown}' is not supported", event)

    def _open(self, event: CollectionStartEvent) -> None:
        is_mapping = event.__class__ is MappingStartEvent
        if event.tag is not None and event.tag not in ("!", TAG_PREFIX + ("map" if is_mapping else "seq")):
            self._refuse_tag(event, event.tag)
        self._stack.append(self._frame)
        self._frame = frame = Frame({} if is_mapping else [], event, event)
        depth = len(self._stack)
        if depth > self._deepest:
            self._deepen(depth, event)
        if event.anchor is not None:
            frame.anchor = self._anchors[event.anchor] = Anchor(frame.container, self._size, self._deepest)
            self._deepest = depth

    def _close(self, event: Event) -> None:
        self._add_value(*self._closed())

    def _closed(self) -> tuple[Container, NodeEvent]:
        """Close the innermost container; return it and its first event."""
        frame, depth = self._frame, len(self._stack)
        self._frame = self._stack.pop()
        anchor = frame.anchor
        if anchor is not None:
            anchor.complete = True
            anchor.size = self._size - anchor.size_before + 1
            anchor.height = self._deepest - depth + 1
            self._deepest = max(self._deepest, anchor.deepest_before)
        return frame.container, frame.start

    def _deepen(self, depth: int, event: Event) -> None:
        self._deepest = depth
        if depth > MAX_DEPTH:
            self._report("E117", f"nested more than {MAX_DEPTH} levels deep", event)
            raise _StopError

    def _alias(self, event: AliasEvent) -> None:
        anchor = self._anchors.get(event.anchor or "")
        if anchor is None:
            self._report("E113", f"no anchor '&{event.anchor}' stands before this alias", event)
            return self._add_value(None, event)
        if not anchor.complete:
            self._report("E114", f"the alias '*{event.anchor}' stands inside its own anchor", event)
            return self._add_value(None, event)
        self._from_aliases += anchor.size
        if self._from_aliases > self._alias_budget:
            message = f"with the alias '*{event.anchor}' the aliases expand to {self._from_aliases:,} values"
            self._report("E115", f"{message}; at most {self._alias_budget:,} are read", event)
            raise _StopError
        self._size += anchor.size - 1
        if anchor.height and len(self._stack) + anchor.height > self._deepest:
            self._deepen(len(self._stack) + anchor.height, event)
        return self._add_value(anchor.value, event)

    def _is_key_expected(self) -> bool:
        return type(self._frame.container) is dict and self._frame.key is None

    def _add_value(self, value: JsonValue, event: NodeEvent) -> None:
        """Add `value`, whose first event is `event`, as the next item, key or value of the open container."""
        self._size += 1
        frame = self._frame
        container, key = frame.container, frame.key
        if isinstance(container, list):
            container.append(value)
        elif key is None:
            if type(value) is str and value not in container:
                frame.key = value
            else:
                frame.key = self._unusual_key(frame, container, value, event)
            frame.key_event = event
        else:
            if key is MERGE:
                self._merge(frame, container, value, event)
            else:
                container[key] = value
            frame.key = None

    def _unusual_key(self, frame: Frame, container: JsonObject, value: JsonValue, event: NodeEvent) -> str:
        if value is MERGE:
            return MERGE
        if isinstance(value, dict | list):
            self._report("E112", "a list or a mapping cannot be a key", event)
            return f"\0{self._size}"
        key = value if isinstance(value, str) else self._json_key(value, event)
        if frame.merged and key in frame.merged:
            frame.merged.discard(key)
        elif key in container:
            self._report_repeated_key(frame, key, event)
        return key

    def _json_key(self, value: bool | int | float | None, event: NodeEvent) -> str:
        key = json.dumps(value)
        written = event.value if isinstance(event, ScalarEvent) else key
        if written != key:
            shown = f"key {written}" if written else "empty key"
            self._report("W101", f"the {shown} is read as '{key}'", event, key)
        return key

    def _report_repeated_key(self, frame: Frame, key: str, event: NodeEvent) -> None:
        self._report("E108", f"the key '{key}' is given twice", event, key)

    def _merge(self, frame: Frame, container: JsonObject, value: JsonValue, event: NodeEvent) -> None:
        merged = frame.merged = frame.merged or set()
        for source in value if isinstance(value, list) else [value]:
            if not isinstance(source, dict):
                self._report("E116", "'<<' merges mappings, but this is none", event)
                return
            for key, item in source.items():
                if key not in container:
                    container[key] = item
                    merged.add(key)

    def _report(self, code: str, message: str, event: Event, key: str | None = None) -> None:
        span = span_of(event, event)
        tokens = [*self._tokens(), *([] if key is None else [key])]
        self.diagnostics.append(self.lines.diagnostic(code, message, span, pointer=join_pointer(tokens)))
        if len(self.diagnostics) >= MAX_DIAGNOSTICS:
            raise _StopError

    def _tokens(self) -> list[str | int]:
        tokens: list[str | int] = []
        for frame in [*self._stack, self._frame][1:]:
            if isinstance(frame.container, list):
                tokens.append(len(frame.container))
            elif frame.key is not None:
                tokens.append(frame.key)
        return tokens


def events_of(text: str) -> Callable[[], Event | None]:
    """Return a function that returns the next event of a YAML text; None after the last one.

    It raises MarkedYAMLError or ReaderError if the text is none.
    """
    next_event: Callable[[], Event | None] = Parser(text).get_event
    return next_event


def span_of(first: Event, last: Event) -> Span:
    """Return the span from the start of `first` to the end of `last`, at least one character."""
    if first.start_mark is None or last.end_mark is None:
        return Span(0, 1)
    start = first.start_mark.index
    return Span(start, max(start + 1, last.end_mark.index))
