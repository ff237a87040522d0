"""Parsing and validation of the parameters of a request, each in its style."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from msgspec import Struct, field

from typewright.base.json_value import JsonValue
from typewright.client import ClientMethod
from typewright.client.arguments import Argument, argument_of
from typewright.client.bodies import object_model
from typewright.ir import ABSENT, Absent, ParameterLocation
from typewright.ir.media_types import essence
from typewright.mock.reading import Reader, Texts
from typewright.mock.requests import Fault, Request
from typewright.mock.styles import Pairs, StyleError, in_header, in_path, of_pairs
from typewright.schemas.validation import SchemaValidator
from typewright.surface import is_json
from typewright.surface.parts import FORM

_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""Header parameters of these names are ignored (OpenAPI 3.1, 4.8.12.2)."""
SHOWN = 200
"""The number of characters of a validation message that are shown."""

Read = Callable[[str], "Texts | None"]
"""Returns the texts of a value that has a shape; None if it is absent. Raises StyleError."""


class ParameterChecks(Struct):
    """Parses and validates the parameters of one request; `values` has the present ones by location and name."""

    reader: Reader
    request: Request
    path: Mapping[str, str]
    """The texts of the path parameters, percent-encoded."""
    values: dict[tuple[ParameterLocation, str], JsonValue] = field(default_factory=dict)

    def faults(self, method: ClientMethod, keys: frozenset[str]) -> Iterator[Fault]:
        """Yield the faults of the parameters; `keys` are the names of API keys in the query."""
        arguments = [
            argument_of(parameter, self.reader.models)
            for parameter in method.operation.parameters
            if parameter.location is not ParameterLocation.PATH or f"{{{parameter.name}}}" in method.path
        ]
        query = Pairs.of_query(self.request.query)
        for argument in arguments:
            is_ignored = argument.location is ParameterLocation.HEADER and argument.name.lower() in _IGNORED_HEADERS
            faults = [] if is_ignored else list(self._of_argument(argument, self._read(argument, query)))
            is_shared = argument.location is ParameterLocation.QUERY and bool(query.named(argument.name))
            if not (is_shared and self._is_property_of_another(argument, arguments)):
                yield from faults
        fixed = Pairs.of_query(method.path.partition("#")[0].partition("?")[2])
        known = [_known_name(argument, self.reader) for argument in arguments]
        for name in dict.fromkeys(name for name, _ in query.pairs):
            if name not in keys and not fixed.named(name) and not any(is_known(name) for is_known in known):
                yield Fault(f"query {name}", "the description has no such parameter", method.pointer)

    def _is_property_of_another(self, argument: Argument, arguments: Iterable[Argument]) -> bool:
        """Return whether an exploded object has a property of the argument's name, whose value the query may have."""
        return any(argument.name in _exploded(other, self.reader) for other in arguments if other is not argument)

    def _of_argument(self, argument: Argument, read: Read) -> Iterator[Fault]:
        where = f"{argument.location.value} {argument.name}"
        value: JsonValue | Absent = ABSENT
        faults: list[str] = []
        for shape in dict.fromkeys(self.reader.shapes(argument.type)):
            try:
                texts = read("scalar" if argument.style.as_json else shape)
            except StyleError as fault:
                faults = faults or [str(fault)]
                continue
            if texts is None:
                continue
            value, found = self._value(argument, texts)
            if not found:
                faults = []
                break
            faults = faults or found
        if isinstance(value, Absent):
            if argument.required and not faults and not self._can_be_empty(argument):
                faults = ["it is required"]
        else:
            self.values[argument.location, argument.name] = value
        for message in faults:
            yield Fault(where, message, argument.pointer)

    def _can_be_empty(self, argument: Argument) -> bool:
        """Return whether an absent parameter can be an empty array or object (RFC 6570, 2.3: undefined)."""
        empty: dict[str, JsonValue] = {"array": [], "object": {}}
        shapes = self.reader.shapes(argument.type)
        return not argument.style.as_json and any(
            shape in empty and self.reader.validator.is_valid(argument.type.pointer, empty[shape]) for shape in shapes
        )

    def _value(self, argument: Argument, texts: Texts) -> tuple[JsonValue, list[str]]:
        if argument.style.as_json and is_json(argument.media_type or "") and isinstance(texts, str):
            try:
                value: JsonValue = json.loads(texts)
            except ValueError as fault:
                return texts, [f"it is no JSON: {fault}"]
        else:
            value = self.reader.value(texts, argument.type)
        return value, list(messages(self.reader.validator, argument.type.pointer, value))

    def _read(self, argument: Argument, query: Pairs) -> Read:
        name, style = argument.name, argument.style
        model = object_model(argument.type, self.reader.models)
        fields = (
            None
            if model is None or (not model.closed and model.additional is not None)
            else {field.name for field in model.fields}
        )
        match argument.location:
            case ParameterLocation.PATH:
                return lambda shape: in_path(self.path[name], name, style, shape) if name in self.path else None
            case ParameterLocation.QUERY:
                return lambda shape: of_pairs(query, name, style, shape, fields)
            case ParameterLocation.COOKIE:
                cookies = Pairs.of_cookies(self.request.cookies())
                return lambda shape: of_pairs(cookies, name, style, shape, fields)
            case ParameterLocation.HEADER:
                raw = self.request.header(name)
                return lambda shape: None if raw is None else in_header(raw, style, shape)
            case ParameterLocation.QUERYSTRING:
                return lambda _: self._query_as_a_whole(argument)

    def _query_as_a_whole(self, argument: Argument) -> Texts | None:
        if not self.request.query:
            return None
        pairs = Pairs.of_query(self.request.query)
        if essence(argument.media_type or "") == FORM:
            found: dict[str, Texts] = {}
            for name in dict.fromkeys(name for name, _ in pairs.pairs):
                values: list[Texts] = [pairs.decode(value) for value in pairs.named(name)]
                found[name] = values[0] if len(values) == 1 else values
            return found
        return pairs.decode(self.request.query)


def _exploded(argument: Argument, reader: Reader) -> Collection[str]:
    """Return the names that a query parameter writes its properties to; none if it is no exploded object."""
    style = argument.style
    model = object_model(argument.type, reader.models)
    is_exploded = style.explode and not style.as_json and style.name != "deepObject"
    if argument.location is not ParameterLocation.QUERY or not is_exploded or model is None:
        return ()
    return {field.name for field in model.fields}


def _known_name(argument: Argument, reader: Reader) -> Callable[[str], bool]:
    """Return whether a name of the query belongs to a parameter."""
    if argument.location is ParameterLocation.QUERYSTRING:
        return lambda _: True
    if argument.location is not ParameterLocation.QUERY:
        return lambda _: False
    if argument.style.name == "deepObject":
        return lambda name: name.startswith(f"{argument.name}[")
    model = object_model(argument.type, reader.models)
    if argument.style.explode and not argument.style.as_json and model is not None:
        names = {field.name for field in model.fields}
        return lambda name: name in names or model.additional is not None
    takes_all = argument.style.explode and not argument.style.as_json and "object" in reader.shapes(argument.type)
    return lambda name: takes_all or name == argument.name


def messages(validator: SchemaValidator, pointer: str, value: JsonValue) -> Iterator[str]:
    """Yield the messages of a validator for a value, shortened, with the path to each invalid part."""
    for error in validator.validation_errors(pointer, value):
        words = " ".join(error.message.split())
        shown = words if len(words) <= SHOWN else f"{words[: SHOWN // 2]} … {words[-SHOWN // 2 :]}"
        yield f"{'.'.join(map(str, error.path))}: {shown}" if error.path else shown
