"""Requests as `curl` commands for a POSIX shell."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from typewright.base.json_value import JsonValue
from typewright.client.serialization import (
    FORM_STYLE,
    Pair,
    as_query,
    encoding_style,
    in_cookies,
    in_header,
    in_path,
    pairs,
    style_of,
    text,
    without_null,
)
from typewright.examples.operation_value import OperationValue
from typewright.examples.values import Fields, Member, to_json
from typewright.ir import Api, Encoding, Media, Parameter, ParameterLocation, SecurityScheme
from typewright.ir.media_types import is_json_lines
from typewright.naming.words import pieces
from typewright.surface import Method, is_json
from typewright.surface.parts import FORM

_NO_SERVER = "https://api.example.com"
_DIRECTING = re.compile(r'[;=\\"]')
"""The characters that have a meaning for curl in the name of a part of a form."""
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)
FILE = "example.file"
"""The placeholder for the content of a file."""


def as_curl(method: Method, sample: OperationValue | None, api: Api) -> str:
    """Return the command for the request `sample`, or for one without parameters and body if that is None.

    Credentials come from environment variables.
    """
    placed = [] if sample is None else [(parameter, value, style_of(parameter)) for parameter, value in _placed(sample)]
    path = method.operation.path
    queries: list[str] = []
    headers: list[str] = []
    cookies: list[str] = []
    for parameter, value, style in placed:
        match parameter.location:
            case ParameterLocation.PATH:
                path = path.replace(f"{{{parameter.name}}}", in_path(parameter.name, value, style))
            case ParameterLocation.QUERYSTRING:
                queries.append(as_query(value, parameter.content_type))
            case ParameterLocation.QUERY:
                queries += (pair.encoded() for pair in pairs(parameter.name, value, style))
            case ParameterLocation.HEADER:
                headers.append(f"--header {shlex.quote(_header(parameter.name, in_header(value, style)))}")
            case ParameterLocation.COOKIE:
                cookies += in_cookies(parameter.name, value, style)
    credentials, keys = _credentials(method, api)
    url = _server(api, method) + _on_one_line(path) + ("?" + "&".join(queries) if queries else "")
    url = _quoted(url, "&".join(keys), joint="&" if queries else "?")
    jar = [f"--cookie {shlex.quote('; '.join(cookies))}"] if cookies else []
    body = [] if sample is None else _body(sample)
    lines = [f"curl --request {method.operation.http_method} {url}", *credentials, *headers, *jar, *body]
    return " \\\n  ".join(lines)


def _server(api: Api, method: Method) -> str:
    servers = method.operation.servers or api.servers
    if not servers:
        return _NO_SERVER
    server = servers[0]
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    url = _on_one_line(url).rstrip("/")
    if _ABSOLUTE.match(url):
        return url
    return _NO_SERVER + (url if url.startswith("/") or not url else f"/{url}")


def _placed(sample: OperationValue) -> Iterator[tuple[Parameter, JsonValue]]:
    """Yield the parameters of a request, each with its value; nothing is sent for null."""
    if sample.method.request_is_body or not isinstance(sample.value, Fields):
        return
    by_field = dict(zip(map(id, sample.value.model.fields), sample.method.parameters, strict=False))
    for member in sample.value.members:
        parameter, value = by_field.get(id(member.field)), to_json(member.value)
        if parameter is not None and value is not None:
            yield parameter, value if parameter.content_type else without_null(value)


def _credentials(method: Method, api: Api) -> tuple[list[str], list[str]]:
    """Return the options and the query parameters with the credentials of the first security requirement."""
    required = api.security if method.operation.security is None else method.operation.security
    keys = next((list(requirement) for requirement in required), [])
    schemes = {scheme.key: scheme for scheme in api.security_schemes}
    options, queries = [], []
    for scheme in (schemes[key] for key in keys if key in schemes):
        variable = "$" + ("_".join(pieces(scheme.key)).upper() or "CREDENTIALS")
        match scheme.type, (scheme.scheme or "").lower(), scheme.location:
            case "http", "basic", _:
                options.append(f'--user "{variable}"')
            case "http", "digest", _:
                options.append(f'--digest --user "{variable}"')
            case "apiKey", _, "query":
                queries.append(f"{quote(scheme.parameter or '', safe='')}={variable}")
            case "apiKey", _, "cookie":
                options.append(f"--cookie {_named(scheme, '=', variable)}")
            case "apiKey", _, _:
                options.append(f"--header {_named(scheme, ': ', variable)}")
            case "mutualTLS", _, _:
                options.append(f'--cert "{variable}"')
            case _:
                options.append(f'--header "Authorization: Bearer {variable}"')
    return options, queries


def _named(scheme: SecurityScheme, separator: str, variable: str) -> str:
    """Return a name and the variable with its value as one shell word."""
    name = _on_one_line(scheme.parameter or "").lstrip("@")
    if re.fullmatch(r"[\w.-]*", name, re.ASCII):
        return f'"{name}{separator}{variable}"'
    return f'{shlex.quote(name + separator)}"{variable}"'


def _header(name: str, value: str) -> str:
    """Return a header option; a leading '@' would make curl read a file."""
    return f"{name.lstrip('@')}: {value}"


def _on_one_line(text: str) -> str:
    """Return a text without line breaks and control characters, which URLs and header names cannot contain."""
    if text.isprintable():
        return text
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _quoted(url: str, keys: str, joint: str) -> str:
    """Return a URL as one shell word, followed by the query parameters `keys`, in which variables are expanded."""
    if not keys:
        return shlex.quote(url)
    if re.fullmatch(r"[^\\\"`$!]*", url):
        return f'"{url}{joint}{keys}"'
    return f'{shlex.quote(url + joint)}"{keys}"'


def _body(sample: OperationValue) -> Iterator[str]:
    """Yield the options for the body."""
    media = sample.method.body
    body = _body_value(sample)
    if media is None or body is None:
        return
    value = body[0]
    if media.media_type.startswith("multipart/"):
        if isinstance(value, list):
            yield f"--header {shlex.quote(_header('Content-Type', media.media_type))}"
            yield from _sequence(value, media)
        yield from _multipart(value, {part.property: part.content_type for part in media.encoding})
    elif media.media_type == FORM:
        yield from _form(value, {encoding.property: encoding for encoding in media.encoding})
    else:
        yield f"--header {shlex.quote(_header('Content-Type', media.media_type))}"
        if is_json_lines(media.media_type) and isinstance(value, list):
            yield f"--data-binary {shlex.quote(''.join(f'{_json(item)}{chr(10)}' for item in value))}"
        elif is_json(media.media_type):
            yield f"--data {shlex.quote(json.dumps(value, indent=2, ensure_ascii=False))}"
        elif media.media_type.startswith("text/") and isinstance(value, str):
            yield f"--data-raw {shlex.quote(value)}"
        else:
            yield f"--data-binary @{FILE}"


def _form(value: JsonValue, encodings: Mapping[str, Encoding]) -> Iterator[str]:
    """Yield the members of a form; objects without a style are JSON (OpenAPI 3.1, 4.8.15.1)."""
    for name, member in value.items() if isinstance(value, dict) else ():
        if member is None:
            continue
        encoding = encodings.get(name)
        style = FORM_STYLE if encoding is None else encoding_style(encoding)
        as_json = _is_json_member(member, encoding)
        for pair in [Pair(name, (_json(member),))] if as_json else pairs(name, without_null(member), style):
            if pair.allow_reserved:
                yield f"--data {shlex.quote(pair.encoded())}"
            else:
                yield f"--data-urlencode {shlex.quote(f'{quote(pair.name)}={pair.plain()}')}"


def _is_json_member(value: JsonValue, encoding: Encoding | None) -> bool:
    """Return whether a member of a form is written as JSON: `encoding` says so, or nothing about an object."""
    if encoding is not None and (encoding.style is not None or encoding.explode is not None or encoding.allow_reserved):
        return False
    written = None if encoding is None else encoding.content_type
    return isinstance(value, dict) if written is None else is_json(written)


def _json(value: JsonValue) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _multipart(value: JsonValue, types: Mapping[str, str | None]) -> Iterator[str]:
    """Yield the parts of a form: files, texts, and objects as JSON (OpenAPI 3.1, 4.8.14.3); `types` are given ones.

    In texts, `@` and `<` at the beginning and `;` anywhere have no special meaning.
    """
    for name, member in value.items() if isinstance(value, dict) else ():
        shown = quote(name) if _DIRECTING.search(name) else name
        given = (types.get(name) or "").split(",")[0].strip()
        for part in member if isinstance(member, list) else [member]:
            if part is None:
                continue
            media_type = given or ("application/json" if isinstance(part, dict | list) else "")
            if part == FILE:
                yield f"--form {shlex.quote(f'{shown}=@{FILE}' + (f';type={given}' if given else ''))}"
            elif media_type:
                yield f"--form {shlex.quote(f'{shown}={_part(part)};type={media_type}')}"
            else:
                yield f"--form-string {shlex.quote(f'{name}={text(part)}')}"


def _sequence(value: list[JsonValue], media: Media) -> Iterator[str]:
    """Yield the parts of a body that is an array: without names (OpenAPI 3.2, "Encoding By Position")."""
    for index, item in enumerate(value):
        encoding = media.prefix_encoding[index] if index < len(media.prefix_encoding) else media.item_encoding
        given = "" if encoding is None else (encoding.content_type or "").split(",")[0].strip()
        media_type = given or ("application/json" if isinstance(item, dict | list) else "text/plain")
        content = f"@{FILE}" if item == FILE else _part(item)
        yield f"--form {shlex.quote(f'={content};type={media_type}')}"


def _part(value: JsonValue) -> str:
    """Return the content of a part before its type, quoted if curl would interpret its beginning, its end or a `;`."""
    content = text(value)
    if not re.search(r'^[@<"\s]|;|\s$', content):
        return content
    return '"' + content.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _body_value(sample: OperationValue) -> tuple[JsonValue] | None:
    """Return the body of a request in a tuple; None without a body."""
    if sample.method.request_is_body:
        return (to_json(sample.value),)
    if not isinstance(sample.value, Fields):
        return None
    count = len(sample.method.parameters)
    own = sample.value.model.fields[count:]
    member: Member | None = next((member for member in sample.value.members if member.field in own), None)
    return None if member is None else (to_json(member.value),)
