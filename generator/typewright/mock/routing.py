"""Routing of requests to operations: paths are matched with templates below the paths of the servers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from urllib.parse import unquote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from typewright.client import Client, ClientMethod
from typewright.ir import ParameterLocation, Server

_TEMPLATED = re.compile(r"\{([^{}]*)\}")
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_DELIMITER = re.compile(r"[^A-Za-z0-9._~%-]")
_UNIT = re.compile(r"%[0-9A-Fa-f]{2}|.", re.DOTALL)
_SPLITS = 1000
"""The maximum number of ways to split a path among the expressions of its template that are tried."""


class Route(Struct, frozen=True, dict=True):
    """A path template with its operations by HTTP method in upper case.

    The patterns match a percent-encoded path; groups are called `p0`, `p1`, … in the order of `names`, and the path of
    the server before them is the group `base`.
    """

    template: str
    operations: Mapping[str, ClientMethod]
    names: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    query: frozenset[str] = frozenset()
    """The pairs of the template's own query (`/answers?draft=true`), which a request must have."""
    reserved: Collection[str] = ()
    """The names of the parameters whose values can have slashes."""

    @cached_property
    def rank(self) -> tuple[int, ...]:
        """The sort key of templates: concrete segments precede templated ones (OpenAPI 3.1, 4.8.8).

        Of templates that are alike in this, the one with more concrete text comes first (`/{id}:stop` precedes
        `/{id}:{verb}`), and of two with the same path, the one with the longer query.
        """
        path = self.template.partition("?")[0].strip("/")
        segments = path.split("/")
        ranks = (2 if _TEMPLATED.fullmatch(segment) else int(bool(_TEMPLATED.search(segment))) for segment in segments)
        return (*ranks, -len(_TEMPLATED.sub("", path)), -len(self.query))

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The path of the template: literal texts, and the names between them."""
        return tuple(_TEMPLATED.split(self.template.partition("#")[0].partition("?")[0]))

    def splits(self, path: str) -> tuple[Mapping[str, str], ...]:
        """Return the possible texts of the path parameters, percent-encoded; empty if the path does not match.

        There are several if a segment has several expressions. Clients encode delimiters in values, so a text without
        delimiters is the likelier one; after that, longer texts come first.
        """
        found = next((match for pattern in self.patterns if (match := pattern.fullmatch(path))), None)
        if found is None:
            return ()
        if not any(len(_TEMPLATED.findall(segment)) > 1 for segment in self.template.split("/")):
            return ({name: found[f"p{number}"] for number, name in enumerate(self.names)},)
        splits = islice(self._splits(path, found.end("base"), {}, index=0), _SPLITS)
        return tuple(sorted(splits, key=lambda split: sum(len(_DELIMITER.findall(text)) for text in split.values())))

    def _splits(self, path: str, start: int, bound: Mapping[str, str], *, index: int) -> Iterator[Mapping[str, str]]:
        """Yield the texts of the parameters; `bound` has those before the part at `index`, which begins at `start`."""
        if index == len(self.parts):
            if start == len(path):
                yield bound
            return
        part, is_name = self.parts[index], index % 2 == 1
        for end in self._ends(path, start, part, bound.get(part)) if is_name else _literal_ends(path, start, part):
            texts = {**bound, part: path[start:end]} if is_name else bound
            yield from self._splits(path, end, texts, index=index + 1)

    def _ends(self, path: str, start: int, name: str, text: str | None) -> Iterable[int]:
        """Return where a value can end that begins at `start`, the longest first; a repeated name has the same text."""
        if text is not None:
            return (start + len(text),) if path.startswith(text, start) else ()
        rest = path[start:] if name in self.reserved else path[start:].partition("/")[0]
        return reversed([start + unit.end() for unit in _UNIT.finditer(rest)])


class Routed(Struct, frozen=True):
    """The target of a request: its operation and the possible texts of its path parameters, the likeliest first."""

    method: ClientMethod
    splits: tuple[Mapping[str, str], ...]


class Router:
    """Finds operations by method and path."""

    def __init__(self, client: Client) -> None:
        by_template: dict[str, dict[str, ClientMethod]] = {}
        for method in client.methods.values():
            by_template.setdefault(method.path, {}).setdefault(method.http_method, method)
        routes = (_route(template, operations, client) for template, operations in by_template.items())
        self._routes = sorted(routes, key=lambda route: route.rank)

    def find(self, http_method: str, path: str, query: str = "") -> Routed | frozenset[str]:
        """Return the operation of a request, or the methods that the path has (none for an unknown path)."""
        pairs = set(query.split("&"))
        allowed: set[str] = set()
        path = _ESCAPED.sub(_unescaped, path)
        for route in self._routes:
            splits = route.splits(path)
            if not splits or not pairs >= route.query:
                continue
            if http_method in route.operations:
                return Routed(route.operations[http_method], splits)
            allowed |= route.operations.keys()
        return frozenset(allowed)


def _route(template: str, operations: Mapping[str, ClientMethod], client: Client) -> Route:
    servers = [server for method in operations.values() for server in method.servers or client.servers]
    path, _, query = template.partition("#")[0].partition("?")
    reserved = {
        parameter.name
        for method in operations.values()
        for parameter in method.operation.parameters
        if parameter.location is ParameterLocation.PATH and parameter.allow_reserved
    }
    names = tuple(dict.fromkeys(_TEMPLATED.findall(path)))
    written = "".join(_path_pattern(path, names, reserved))
    patterns = (re.compile(f"(?P<base>{base}){written}") for base in _base_patterns(servers))
    return Route(
        template=template,
        operations=operations,
        names=names,
        patterns=tuple(patterns),
        query=frozenset(filter(None, query.split("&"))),
        reserved=reserved,
    )


def _literal_ends(path: str, start: int, text: str) -> Iterable[int]:
    found = re.compile(_literal(text)).match(path, start)
    return () if found is None else (found.end(),)


def _path_pattern(template: str, names: tuple[str, ...], reserved: set[str]) -> Iterator[str]:
    """Yield the parts of the pattern of a template; a repeated name must have the same text everywhere."""
    seen: set[str] = set()
    for index, part in enumerate(_TEMPLATED.split(template)):
        if index % 2 == 0:
            yield _literal(part)
        elif part in seen:
            yield f"(?P=p{names.index(part)})"
        else:
            seen.add(part)
            yield f"(?P<p{names.index(part)}>{'.+' if part in reserved else '[^/]+'})"


def _unescaped(escape: re.Match[str]) -> str:
    """Return a character without percent-encoding if it does not need it (RFC 3986, 6.2.2.2)."""
    char = unquote(escape[0])
    return char if _UNRESERVED.fullmatch(char) else escape[0]


def _literal(text: str) -> str:
    """Return the pattern of a text in which reserved characters may be percent-encoded."""
    return "".join(
        re.escape(char) if _UNRESERVED.fullmatch(char) else f"(?:{re.escape(char)}|(?i:{_encoded(char)}))"
        for char in unquote(text)
    )


def _encoded(char: str) -> str:
    return "".join(f"%{octet:02X}" for octet in char.encode("utf-8", "surrogatepass"))


def _base_patterns(servers: Iterable[Server]) -> Iterator[str]:
    """Yield the patterns of path prefixes: nothing, or the path of a server's URL, also with its variables' defaults.

    A variable of the host can bring a path: `https://{host}`, by default `https://api.example/v1`.
    """
    bases = dict.fromkeys(["", *(base_path(form) for server in servers for form in (server, with_defaults(server)))])
    for base in bases:
        parts = _TEMPLATED.split(base)
        yield "".join("[^/]+(?:/[^/]+)*" if index % 2 else _literal(part) for index, part in enumerate(parts))


def with_defaults(server: Server) -> Server:
    """Return a server with the defaults of its variables in its URL."""
    defaults = {variable.name: variable.default for variable in server.variables}
    return replace(server, url=_TEMPLATED.sub(lambda found: defaults.get(found[0][1:-1], found[0]), server.url))


def base_path(server: Server) -> str:
    """Return the path of a server's URL, without a slash at its end; variables are left in braces."""
    url = server.url
    if url.startswith("/") and not url.startswith("//"):
        return url.rstrip("/")
    rest = url.partition("//")[2] if "//" in url else ""
    return urlsplit(f"//x/{rest.partition('/')[2]}").path.rstrip("/") if "/" in rest else ""
