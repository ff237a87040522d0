"""The position of one value, found without those of all others: a tenth of the work in a large file.

The results are those of `find_span_node` for the positions of all values (`yaml_positions`, `json_scanner`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
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
_SEARCHES = 4
"""How many searches in a YAML text take less than the positions of all of its values."""
_SPACES = re.compile(r"[ \t\r\n]*")
_decode = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False).raw_decode


class _UnclearError(Exception):
    """What a value is depends on other parts of the text: on the anchor of an alias, or on the source of a merge."""


class YamlPositions:
    """Finds positions in a valid YAML text. Its events are read on from one position to the next one behind it.

    Most messages come in the order of the text. A position further up takes a search from the beginning again.
    """

    def __init__(self, text: str) -> None:
        self._text, self._replaced = substitute_characters(text)
        self._found: dict[tuple[str, ...], Found | None] = {}
        self._search: _YamlSearch | None = None
        self._searches = 0

    def find(self, tokens: Sequence[str]) -> Found | None:
        """Return the position of the value at `tokens`, or of its nearest existing ancestor.

        Returns None if there is an alias, a merge key or a tag on the way, or a character that is replaced, and if the
        positions of all values are to be had sooner than one more search.
        """
        key = tuple(tokens)
        if key not in self._found:
            self._found[key] = self._searched(key) if self._replaced is None else None
        return self._found[key]

    def _searched(self, tokens: tuple[str, ...]) -> Found | None:
        if self._search is None or not self._search.is_ahead(tokens):
            if self._searches == _SEARCHES:
                return None
            self._searches += 1
            self._search = _YamlSearch(self._text)
        try:
            return self._search.find(tokens)
        except _UnclearError:
            self._search = None
            return None


class _OpenCollection(Struct):
    """A collection whose end has not been read: its key, its first event and, of its members, those that have been."""

    token: str
    key: NodeEvent | None
    start: NodeEvent
    read: set[str] = field(default_factory=set)


class _YamlSearch:
    """Reads the events of a text, as far as the values that are searched for."""

    def __init__(self, text: str) -> None:
        self._next_event = events_of(text)
        self._open: list[_OpenCollection] = []
        """The collection at the root and those in it on the way to the last value that was found."""

    def is_ahead(self, tokens: Sequence[str]) -> bool:
        """Return whether the value at `tokens` is behind the events that have been read, or is a collection of them."""
        if not self._open:
            return False
        depth = self._depth(tokens)
        if depth == len(tokens):
            return not _is_flow(self._open[depth].start)
        return tokens[depth] not in self._open[depth].read

    def find(self, tokens: Sequence[str]) -> Found:
        """Return the position of a value that `is_ahead`, or of its nearest existing ancestor."""
        if not self._open:
            self._next(), self._next()  # the starts of the stream and of the document
            self._open.append(_OpenCollection("", None, _node(self._next())))
        depth = self._depth(tokens)
        self._close_below(depth)
        for token in tokens[depth:]:
            parent = self._open[-1]
            member = self._member(parent, token)
            if not isinstance(member, tuple):
                self._open.pop()
                return _span_node(parent.key, parent.start, member), False
            self._open.append(_OpenCollection(token, *member))
        target = self._open[-1]
        if isinstance(target.start, CollectionStartEvent) and not _is_flow(target.start):
            return _span_node(target.key, target.start, target.start), True
        self._open.pop()
        return _span_node(target.key, target.start, self._end_of(target.start)), True

    def _depth(self, tokens: Sequence[str]) -> int:
        """Return how many of `tokens` lead to collections that are open."""
        pairs = zip(tokens, self._open[1:], strict=False)
        return next(
            (depth for depth, (token, opened) in enumerate(pairs) if token != opened.token),
            min(len(tokens), len(self._open) - 1),
        )

    def _close_below(self, depth: int) -> None:
        """Read the open collections that are nested more than `depth` deep to their ends."""
        levels = len(self._open) - 1 - depth
        while levels:
            event = self._next()
            levels += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        del self._open[depth + 1 :]

    def _member(self, parent: _OpenCollection, token: str) -> tuple[NodeEvent | None, NodeEvent] | Event:
        """Return the key and the first event of a member; the last event of the collection if it has no such member."""
        if not isinstance(parent.start, CollectionStartEvent):
            return parent.start
        while not isinstance(event := self._next(), CollectionEndEvent):
            key, name = None, str(len(parent.read))
            if isinstance(parent.start, MappingStartEvent):
                key = _node(event)
                name, event = _key_text(key), self._next()
            parent.read.add(name)
            if name == token:
                return key, _node(event)
            self._end_of(event)
        return event

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


def _is_flow(event: Event) -> bool:
    return isinstance(event, CollectionStartEvent) and bool(event.flow_style)


def _span_node(key: NodeEvent | None, value: NodeEvent, end: Event) -> SpanNode:
    start, stop = span_of(value, end if _is_flow(value) else value)
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
