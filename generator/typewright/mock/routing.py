"""Routing of requests to operations: paths are matched with templates below the paths of the servers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from typewright.client import Client, ClientMethod
from typewright.ir import ParameterLocation, Server

_TEMPLATED = re.compile(r"\{([^{}]*)\}")
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


class Route(Struct, frozen=True, dict=True):
    """A path template with its operations by HTTP method in upper case.

    The patterns match a percent-encoded path; groups are called `p0`, `p1`, … in the order of `names`.
    """

    template: str
    operations: Mapping[str, ClientMethod]
    names: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    query: frozenset[str] = frozenset()
    """The pairs of the template's own query (`/answers?draft=true`), which a request must have."""

    @cached_property
    def rank(self) -> tuple[int, ...]:
        """The sort key of templates: concrete segments precede templated ones (OpenAPI 3.1, 4.8.8).

        Of two templates with the same path, the one with the longer query comes first.
        """
        segments = self.template.partition("?")[0].strip("/").split("/")
        ranks = (2 if _TEMPLATED.fullmatch(segment) else int(bool(_TEMPLATED.search(segment))) for segment in segments)
        return (*ranks, -len(self.query))

    def match(self, path: str) -> dict[str, str] | None:
        """Return the texts of the path parameters, percent-encoded; None if the path does not match."""
        found = next((match for pattern in self.patterns if (match := pattern.fullmatch(path))), None)
        return None if found is None else {name: found[f"p{number}"] for number, name in enumerate(self.names)}


class Routed(Struct, frozen=True):
    """The target of a request: its operation and the texts of its path parameters."""

    method: ClientMethod
    path: Mapping[str, str]


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
            texts = route.match(path)
            if texts is None or not pairs >= route.query:
                continue
            if http_method in route.operations:
                return Routed(route.operations[http_method], texts)
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
    patterns = (re.compile(f"{base}{written}") for base in _base_patterns(servers))
    return Route(
        template=template,
        operations=operations,
        names=names,
        patterns=tuple(patterns),
        query=frozenset(filter(None, query.split("&"))),
    )


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
