"""The content of a response: its example, serialized in its media type."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from typewright.base.json_value import JsonValue
from typewright.client import ClientMethod
from typewright.client.answers import Answer
from typewright.client.media_kinds import MediaKind
from typewright.client.serialization import Style, in_header, text
from typewright.client.streams import Stream
from typewright.examples.build import Examples
from typewright.examples.conforming.nearest import Conforming
from typewright.examples.conforming.values import AuthoredTexts
from typewright.examples.media import media_value
from typewright.examples.values import to_wire
from typewright.ir import (
    ABSENT,
    Absent,
    Api,
    Header,
    Ref,
    TypeExpr,
    UnionModel,
    element_of,
    example_of,
    not_null,
    unfold,
)
from typewright.ir.media_types import concrete_type
from typewright.naming.names import Package
from typewright.naming.operations import operation_name
from typewright.schemas.validation import schema_validator

_OWN_HEADERS = frozenset(
    {
        *("content-type", "content-length", "content-encoding", "transfer-encoding"),
        *("connection", "date", "server", "trailer", "upgrade", "www-authenticate"),
    }
)
"""Headers that the server sets itself, whatever is described."""
_EVENT = re.compile(r"(?:data|event|id|retry)?:")
_MOST_EVENTS = 10
_BYTES = b"example content\n"


@dataclass(slots=True)
class Contents:
    """Serializes the examples of responses; each is made once, and is the same every time."""

    api: Api
    examples: Examples
    _conforming: Conforming = field(init=False)
    _values: dict[str, JsonValue] = field(default_factory=dict)
    _named: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._conforming = Conforming(schema_validator(self.api), AuthoredTexts(self.api))
        self._named = frozenset(id_ for _, id_ in self.examples.names.symbols)

    def value(self, method: ClientMethod, answer: Answer, example: str | None = None) -> JsonValue:
        """Return the example of a response with content, the one called `example` if the description has it."""
        media = answer.media
        if media is None:
            return None
        chosen = dict(media.examples).get(example, ABSENT) if example is not None else ABSENT
        if not isinstance(chosen, Absent):
            return chosen
        if media.pointer not in self._values:
            self._values[media.pointer] = self._value(method, answer)
        return self._values[media.pointer]

    def _value(self, method: ClientMethod, answer: Answer) -> JsonValue:
        media = answer.media
        if media is None or media.type is None:
            return None if media is None else next(iter(_authored(media.example, media.examples)), None)
        type_ = media.type
        inner = element_of(type_)
        if isinstance(inner, Ref) and inner.id not in self._named:
            return self._fresh(type_, media.example)
        return to_wire(media_value(self.examples, method.source, answer.response, media, type_))

    def sample(self, method: ClientMethod, type_: TypeExpr) -> JsonValue:
        """Return an example of a type inside a response of `method`."""
        inner = element_of(type_)
        if isinstance(inner, Ref) and inner.id not in self._named:
            return self._fresh(type_)
        return to_wire(self.examples.call(type_, operation_name(method.operation), Package.OPERATIONS))

    def _fresh(self, type_: TypeExpr, example: JsonValue | Absent = ABSENT) -> JsonValue:
        """Return a valid value for an unnamed type, such as that of a header: its example if it has one."""
        written = example_of(type_, self.examples.models) if isinstance(example, Absent) else example
        if not isinstance(written, Absent):
            return written
        made = self._conforming.fresh(type_.pointer, null=False)
        return None if isinstance(made, Absent) else made

    def pieces(self, method: ClientMethod, answer: Answer, value: JsonValue) -> tuple[bytes, ...]:
        """Return the content of a response with the example `value`; that of a stream has a piece for each item."""
        match answer.kind:
            case MediaKind.EMPTY:
                return ()
            case MediaKind.JSON:
                return (json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"),)
            case MediaKind.EVENTS if answer.stream is not None:
                return self._events(method, answer.stream, value)
            case MediaKind.JSON_LINES:
                return tuple(_line(item) for item in self._items(method, answer, value))
            case MediaKind.JSON_SEQUENCE:
                return tuple(b"\x1e" + _line(item) for item in self._items(method, answer, value))
            case MediaKind.XML:
                return (value.encode() if isinstance(value, str) and "<" in value else b"<example/>",)
            case MediaKind.TEXT | MediaKind.FORM | MediaKind.MULTIPART:
                return (text("example" if value is None else value).encode("utf-8", "replace"),)
        return (_BYTES,)

    def _events(self, method: ClientMethod, stream: Stream, value: JsonValue) -> tuple[bytes, ...]:
        """Return server-sent events (WHATWG HTML, 9.2): a text of that form unchanged, else an event for each item."""
        if isinstance(value, str) and not stream.data_is_text and _EVENT.match(value):
            written = value.replace("\\n", "\n") if "\n" not in value else value
            pieces = [written.rstrip("\n").encode() + b"\n\n"]
        else:
            items = value if isinstance(value, list) else self._stream_items(method, stream, value)
            pieces = [_event(item, is_event=stream.is_event) for item in items]
        if stream.sentinel is not None and stream.sentinel.encode() not in b"".join(pieces):
            pieces.append(f"data: {stream.sentinel}\n\n".encode())
        return tuple(pieces)

    def _items(self, method: ClientMethod, answer: Answer, value: JsonValue) -> Iterable[JsonValue]:
        if isinstance(value, str) and "\n" in value and answer.stream is not None:
            return [_parsed(line) for line in value.splitlines() if line.strip()]
        if isinstance(value, list) or answer.stream is None:
            return value if isinstance(value, list) else [value]
        return self._stream_items(method, answer.stream, value)

    def _stream_items(self, method: ClientMethod, stream: Stream, value: JsonValue) -> Iterable[JsonValue]:
        """Return the items of a stream: an example of each member of a union, else the same item twice."""
        bare = not_null(unfold(stream.item, self.examples.models))
        model = self.examples.models.get(bare.id) if isinstance(bare, Ref) else None
        if isinstance(model, UnionModel):
            return [self.sample(method, member) for member in model.members[:_MOST_EVENTS]]
        return [value, value]

    def headers(self, answer: Answer) -> tuple[tuple[str, str], ...]:
        """Return the headers of a response: its media type, and examples of the described ones."""
        found = [(header.name, self._header(header)) for header in answer.headers]
        own = [(name.lower(), value) for name, value in found if name.lower() not in _OWN_HEADERS and value]
        return (*(own), *((("content-type", concrete_type(answer.media_type)),) if answer.media_type else ()))

    def _header(self, header: Header) -> str:
        value = self._fresh(header.type)
        written = in_header(value, Style("simple", explode=False)) if value is not None else "example"
        return "".join(char for char in written if " " <= char <= "~").strip()


def _authored(example: JsonValue | Absent, examples: Iterable[tuple[str, JsonValue]]) -> Iterable[JsonValue]:
    return [value for _, value in examples] if isinstance(example, Absent) else [example]


def _line(item: JsonValue) -> bytes:
    return json.dumps(item, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _parsed(line: str) -> JsonValue:
    try:
        value: JsonValue = json.loads(line)
    except ValueError:
        return line
    return value


def _event(item: JsonValue, *, is_event: bool) -> bytes:
    """Return one event; `is_event` states that `item` has the fields of an event, else it is the data."""
    fields = item if is_event and isinstance(item, dict) else {"data": item}
    lines = [
        f"{name}: {line}"
        for name, value in fields.items()
        if value is not None
        for line in (text(value).splitlines() or [""])
    ]
    return ("\n".join(lines) + "\n\n").encode("utf-8", "replace")
