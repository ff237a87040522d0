# Typewright's runtime, copied as it is; its digest is 245b49c605fe1e26.
"""The plan of an operation's requests, computed once for all calls."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import parameter_styles as styles
from .wire_values import is_absent, json_text, text_of, wire_value

if TYPE_CHECKING:
    from .operation import (
        Argument,
        CookieArgument,
        HeaderArgument,
        Operation,
        PathArgument,
        QueryArgument,
        QueryStringArgument,
    )

_VARIABLE = re.compile(r"\{([^{}]+)\}")
_DOTS = frozenset({".", ".."})
"""Path segments that URLs resolve as relative steps."""

PathWriter = Callable[[Any], str]
PairWriter = Callable[[Any], list[tuple[str, str]]]


class ArgumentError(ValueError):
    """An argument that cannot be sent."""


@dataclass(eq=False, repr=False)
class RequestPlan:
    """How the URL and the header fields of an operation are made.

    Attributes:
        segments: The path: texts, and pairs of argument name and writer.
        query: Argument names and the writers of their pairs, in order.
        headers: Argument names, field names and writers.
        cookies: Argument names and the writers of their pairs.
        querystring: The name and the writer of the argument that is the whole query.
        accept: The media types of whole answers, of streams, and of errors, each best first.

    """

    segments: tuple[str | tuple[str, PathWriter], ...]
    query: tuple[tuple[str, PairWriter], ...]
    headers: tuple[tuple[str, str, PathWriter], ...]
    cookies: tuple[tuple[str, PairWriter], ...]
    querystring: tuple[str, PathWriter] | None
    accept: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, operation: Operation[Any, Any]) -> RequestPlan:
        """Prepare the requests of `operation`."""
        from . import operation as kinds

        arguments = operation.arguments
        paths = {
            item.wire or item.name: item
            for item in arguments
            if isinstance(item, kinds.PathArgument)
        }
        whole = [
            item for item in arguments if isinstance(item, kinds.QueryStringArgument)
        ]
        querystring = (whole[0].name, _querystring_writer(whole[0])) if whole else None
        return cls(
            segments=tuple(_segments(operation.path, paths)),
            query=tuple(
                (item.name, _query_writer(item))
                for item in arguments
                if isinstance(item, kinds.QueryArgument)
            ),
            headers=tuple(
                (item.name, item.wire or item.name, _header_writer(item))
                for item in arguments
                if isinstance(item, kinds.HeaderArgument)
            ),
            cookies=tuple(
                (item.name, _cookie_writer(item))
                for item in arguments
                if isinstance(item, kinds.CookieArgument)
            ),
            querystring=querystring,
            accept=_accepted(operation),
        )

    def path(self, values: Mapping[str, Any]) -> str:
        """Return the escaped path. Raise `ArgumentError` for a variable that would be empty."""
        texts: list[str] = []
        for segment in self.segments:
            if isinstance(segment, str):
                texts.append(segment)
                continue
            name, write = segment
            value = values.get(name)
            text = "" if is_absent(value) else write(value)
            if not text:
                fault = "missing" if is_absent(value) else "empty"
                raise ArgumentError(f"the path argument {name!r} is {fault}")
            texts.append(text)
        return "".join(texts)

    def query_text(self, values: Mapping[str, Any]) -> str:
        """Return the escaped query, without `?`."""
        if self.querystring is not None:
            name, write = self.querystring
            value = values.get(name)
            return "" if is_absent(value) else write(value)
        pairs: list[str] = []
        for name, write_pairs in self.query:
            value = values.get(name)
            if not is_absent(value):
                pairs.extend(f"{key}={text}" for key, text in write_pairs(value))
        return "&".join(pairs)

    def header_fields(self, values: Mapping[str, Any]) -> dict[str, str]:
        """Return the header fields that arguments fill, cookies included."""
        fields: dict[str, str] = {}
        for name, field, write in self.headers:
            value = values.get(name)
            if not is_absent(value):
                fields[field] = checked_field(field, write(value))
        cookies = [
            f"{key}={text}"
            for name, write_pairs in self.cookies
            if not is_absent(value := values.get(name))
            for key, text in write_pairs(value)
        ]
        if cookies:
            fields["Cookie"] = checked_field("Cookie", "; ".join(cookies))
        return fields


def checked_field(name: str, text: str) -> str:
    """Return the value of a header field. Raise `ArgumentError` if it contains characters that a field cannot."""
    if "\n" in text or "\r" in text or "\0" in text:
        raise ArgumentError(
            f"the value of the header {name!r} contains a line break or a null character"
        )
    return text


def _accepted(operation: Operation[Any, Any]) -> tuple[tuple[str, ...], ...]:
    """Return the media types of whole answers, of streams, and of errors whose content is described."""
    kinds: tuple[list[str], list[str], list[str]] = ([], [], [])
    for answer in operation.answers:
        is_untyped = answer.is_error and getattr(answer, "error", None) is None
        if answer.media_type and not is_untyped:
            kinds[2 if answer.is_error else int(answer.is_stream)].append(
                answer.media_type
            )
    return tuple(tuple(dict.fromkeys(kind)) for kind in kinds)


def _segments(
    template: str, arguments: Mapping[str, PathArgument]
) -> list[str | tuple[str, PathWriter]]:
    """Cut a path template into texts and variables; a variable without an argument stays as it is written."""
    segments: list[str | tuple[str, PathWriter]] = []
    end = 0
    for variable in _VARIABLE.finditer(template):
        argument = arguments.get(variable[1])
        if argument is None:
            continue
        segments += [
            template[end : variable.start()],
            (argument.name, _path_writer(argument)),
        ]
        end = variable.end()
    segments.append(template[end:])
    return [segment for segment in segments if segment]


def _normalised(argument: Argument, *, is_ascii: bool = False) -> Callable[[Any], Any]:
    """Return the function that makes the wire value of an argument; `is_ascii` is how JSON is written."""
    media_type = getattr(argument, "media_type", None)
    if media_type is not None and media_type != "text/plain":
        return lambda value: json_text(_typed(argument, value), is_ascii=is_ascii)
    if argument.type is None:
        return wire_value
    return lambda value: wire_value(_typed(argument, value))


def _typed(argument: Argument, value: Any) -> Any:
    """Return a value as plain data, with the names of the wire. Raise `ValueError` if it is not of the type."""
    if argument.type is None:
        return value
    from .codec import parameter_value

    return parameter_value(argument.name, argument.type, value)


def _path_writer(argument: PathArgument) -> PathWriter:
    normalised = _normalised(argument)
    explode = argument.explode
    escape = styles.escaped_but_reserved if argument.allow_reserved else styles.escaped
    name = styles.escaped(argument.wire or argument.name)

    def write(value: Any) -> str:
        if argument.style == "label":
            return styles.label(normalised(value), explode=explode, escape=escape)
        if argument.style == "matrix":
            return styles.matrix(
                name, normalised(value), explode=explode, escape=escape
            )
        text = styles.simple(normalised(value), explode=explode, escape=escape)
        if not _DOTS.isdisjoint(text.split("/")):
            raise ArgumentError(
                f"the path argument {argument.name!r} would lead to another path"
            )
        return text

    return write


def _query_writer(argument: QueryArgument) -> PairWriter:
    normalised = _normalised(argument)
    style, explode = argument.style, argument.explode
    escape = styles.escaped_for_query if argument.allow_reserved else styles.escaped
    name = styles.escaped(argument.wire or argument.name)

    def write(value: Any) -> list[tuple[str, str]]:
        wire = normalised(value)
        if style == "deepObject":
            return styles.deep_object(name, wire, escape=escape)
        return styles.form(name, wire, style=style, explode=explode, escape=escape)

    return write


def _header_writer(argument: HeaderArgument) -> PathWriter:
    normalised = _normalised(argument, is_ascii=True)
    return lambda value: styles.simple(
        normalised(value), explode=argument.explode, escape=styles.unescaped
    )


def _cookie_writer(argument: CookieArgument) -> PairWriter:
    normalised = _normalised(argument)
    style, explode = argument.style, argument.explode
    escape = styles.unescaped if style == "cookie" else styles.escaped
    name = escape(argument.wire or argument.name)
    return lambda value: styles.form(
        name, normalised(value), style=style, explode=explode, escape=escape
    )


def _querystring_writer(argument: QueryStringArgument) -> PathWriter:
    def write(value: Any) -> str:
        data = _typed(argument, value)
        if argument.media_type != "application/x-www-form-urlencoded":
            return styles.escaped(
                text_of(data)
                if argument.media_type.startswith("text/")
                else json_text(data)
            )
        pairs = styles.form(
            "", wire_value(data), style="form", explode=True, escape=styles.escaped
        )
        return "&".join(f"{key}={text}" for key, text in pairs)

    return write


def extra_query_text(values: Mapping[str, Any]) -> str:
    """Return the pairs of query parameters that the description does not have."""
    pairs = [
        pair
        for name, value in values.items()
        if not is_absent(value)
        for pair in styles.form(
            styles.escaped(name),
            wire_value(value),
            style="form",
            explode=True,
            escape=styles.escaped,
        )
    ]
    return "&".join(f"{key}={text}" for key, text in pairs)
