"""A YAML composer that also records the position of each value."""

from __future__ import annotations

from collections.abc import Callable

from yaml.events import CollectionStartEvent, Event, NodeEvent

from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.lines import Lines, Span
from typewright.openapi.files.positions import SpanNode
from typewright.openapi.files.yaml12 import MERGE, Composer, Frame, span_of

_Children = dict[str, SpanNode] | list[SpanNode]


class MarkingComposer(Composer):
    """A composer that also creates a `SpanNode` for every value; `root` is the node of the document."""

    def __init__(self, lines: Lines) -> None:
        super().__init__(lines)
        self._root_nodes: list[SpanNode] = []
        self._children: dict[int, _Children] = {id(self._root_values): self._root_nodes}
        self._tracked_containers: list[JsonValue] = [self._root_values]  # keeps their `id`s unique
        self._end: Event | None = None

    @property
    def root(self) -> SpanNode:
        """The node of the document, as far as it could be read; call `compose` first."""
        return self._root_nodes[0] if self._root_nodes else SpanNode(0, 1)

    def _read(self, next_event: Callable[[], Event | None]) -> None:
        """Handle all events by their methods."""
        handlers = self._handlers()
        while (event := next_event()) is not None:
            handlers[event.__class__](event)
            self._last = event

    def _open(self, event: CollectionStartEvent) -> None:
        super()._open(event)
        container = self._frame.container
        self._tracked_containers.append(container)
        self._children[id(container)] = {} if isinstance(container, dict) else []

    def _close(self, event: Event) -> None:
        self._end = event
        super()._close(event)

    def _add_value(self, value: JsonValue, event: NodeEvent) -> None:
        frame, key = self._frame, self._frame.key
        super()._add_value(value, event)
        if key is MERGE:
            return
        children = self._children[id(frame.container)]
        inner = self._children[id(value)] if isinstance(value, dict | list) else None
        start, end = self._span(event)
        if isinstance(children, list):
            children.append(SpanNode(start, end, children=inner))
        elif key is not None:
            children[key] = SpanNode(start, end, *span_of(frame.key_event, frame.key_event), children=inner)

    def _span(self, event: NodeEvent) -> Span:
        if isinstance(event, CollectionStartEvent) and event.flow_style and self._end is not None:
            return span_of(event, self._end)
        return span_of(event, event)

    def _merge(self, frame: Frame, container: JsonObject, value: JsonValue, event: NodeEvent) -> None:
        super()._merge(frame, container, value, event)
        children = self._children[id(container)]
        for source in value if isinstance(value, list) else [value]:
            span_nodes = self._children.get(id(source))
            if isinstance(span_nodes, dict) and isinstance(children, dict):
                for key, span_node in span_nodes.items():
                    children.setdefault(key, span_node)

    def _report_repeated_key(self, frame: Frame, key: str, event: NodeEvent) -> None:
        children = self._children[id(frame.container)]
        first = children[key].key if isinstance(children, dict) else None
        where = "" if first is None else f"; first at {self.lines.location(first)}"
        self._report("E108", f"the key '{key}' is given twice{where}", event, key)
