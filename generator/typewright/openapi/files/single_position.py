"""The position of one value, found without those of all others: a tenth of the work in a large file.

The results are those of `find_span_node` for the positions of all values (`yaml_positions`, `json_scanner`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from typewright.openapi.files.core_schema import NotJsonError, resolve_plain
from typewright.openapi.files.positions import SpanNode
from typewright.openapi.files.yaml12 import MERGE, events_of, span_of
from typewright.openapi.files.yaml_characters import substitute_characters

Found = tuple[SpanNode, bool]
"""The position of a value without those inside it, and whether it is the value itself and no ancestor."""
_JsonMember = tuple[tuple[int, int], int]
"""The span of the key of a member, and where its value starts."""
_JsonContainer = tuple[dict[str, _JsonMember], Iterator[tuple[str, tuple[int, int], int]]]
"""The members of an object or array that have been read, by their tokens, and those that have not."""
_SPACES = re.compile(r"[ \t\r\n]*")
_decode = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False).raw_decode


class _UnclearError(Exception):
    """What a value is depends on other parts of the text: on the anchor of an alias, or on the source of a merge."""


def find_in_yaml(text: str, tokens: Sequence[str]) -> Found | None:
    """Return the position of the value at `tokens` in a valid YAML text, or of its nearest existing ancestor.

    Returns None if there is an alias, a merge key or a tag on the way, or a character that is replaced.
    """
    text, replaced = substitute_characters(text)
    try:
        return None if replaced is not None else _YamlSearch(text).find(tokens)
    except _UnclearError:
        return None


class _YamlSearch:
    """Reads the events of a text up to the end of one value."""

    def __init__(self, text: str) -> None:
        self._next_event = events_of(text)
        self._last = Event()

    def find(self, tokens: Sequence[str]) -> Found:
        """Return the position of the value at `tokens`, or of its nearest existing ancestor."""
        self._next(), self._next()  # the starts of the stream and of the document
        key, value = None, _node(self._next())
        for token in tokens:
            for name, key_event, member in self._members(value):
                if name == token:
                    key, value = key_event, _node(member)
                    break
                self._end_of(member)
            else:
                return self._span_node(key, value, self._last), False
        return self._span_node(key, value, self._end_of(value)), True

    def _members(self, container: NodeEvent) -> Iterator[tuple[str, NodeEvent | None, Event]]:
        """Yield the token of each member of a value, its key and its first event; the others are read in between."""
        self._last, number = container, 0
        if not isinstance(container, CollectionStartEvent):
            return
        while not isinstance(event := self._next(), CollectionEndEvent):
            if isinstance(container, MappingStartEvent):
                yield _key_text(key := _node(event)), key, self._next()
            else:
                yield str(number), None, event
                number += 1
        self._last = event

    def _next(self) -> Event:
        event = self._next_event()
        if event is None:
            raise _UnclearError
        return event

    def _end_of(self, event: Event) -> Event:
        """Return the last event of the value that `event` begins, all events of which have been read then."""
        depth = int(isinstance(event, CollectionStartEvent))
        while depth:
            event = self._next()
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        return event

    def _span_node(self, key: NodeEvent | None, value: NodeEvent, end: Event) -> SpanNode:
        is_flow = isinstance(value, CollectionStartEvent) and value.flow_style
        start, stop = span_of(value, end if is_flow else value)
        return SpanNode(start, stop) if key is None else SpanNode(start, stop, *span_of(key, key))


def _node(event: Event) -> NodeEvent:
    """Return the event of a node. Raises _UnclearError for an alias."""
    if not isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent) or event.tag is not None:
        raise _UnclearError
    return event


def _key_text(event: NodeEvent) -> str:
    """Return the text of a key as JSON has it. Raises _UnclearError for a merge key, and for what is no text."""
    if not isinstance(event, ScalarEvent):
        raise _UnclearError
    text: str = event.value
    if event.style:
        return text
    try:
        value = resolve_plain(text)
    except NotJsonError as fault:
        raise _UnclearError from fault
    if text == MERGE:
        raise _UnclearError
    return value if isinstance(value, str) else json.dumps(value)


class JsonPositions:
    """Finds positions in a valid JSON text. Each object and array is read once, and only as far as is needed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._containers: dict[int, _JsonContainer] = {}
        """The objects and arrays on the way to what was found, by their offsets."""

    def find(self, tokens: Sequence[str]) -> Found | None:
        """Return the position of the value at `tokens`, or of its nearest existing ancestor.

        Returns None if a part of the text is nested too deeply; no further positions can be found then.
        """
        key, start, is_exact = (-1, -1), _after_spaces(self._text, 0), True
        try:
            for token in tokens:
                member = self._member(start, token)
                if member is None:
                    is_exact = False
                    break
                key, start = member
            return SpanNode(start, _decode(self._text, start)[1], *key), is_exact
        except RecursionError:
            return None

    def _member(self, start: int, token: str) -> _JsonMember | None:
        """Return the member that `token` names of the value at `start`, if there is one."""
        if start not in self._containers:
            self._containers[start] = {}, _json_members(self._text, start)
        members, unread = self._containers[start]
        if token in members:
            return members[token]
        for name, key, member_start in unread:
            members[name] = key, member_start
            if name == token:
                return members[name]
        return None


def _json_members(text: str, start: int) -> Iterator[tuple[str, tuple[int, int], int]]:
    """Yield the token of each member of a value, the span of its key and where its value starts."""
    is_object = text[start] == "{"
    if not is_object and text[start] != "[":
        return
    number, position = 0, _after_spaces(text, start + 1)
    while text[position] not in "]}":
        name, key = str(number), (-1, -1)
        if is_object:
            name, end = _decode(text, position)
            key, position = (position, end), _after_spaces(text, _after_spaces(text, end) + 1)
        yield name, key, position
        position = _after_spaces(text, _decode(text, position)[1])
        if text[position] == ",":
            position = _after_spaces(text, position + 1)
        number += 1


def _after_spaces(text: str, position: int) -> int:
    match = _SPACES.match(text, position)
    return match.end() if match else position
