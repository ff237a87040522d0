"""A request as a command of `curl`, for a POSIX shell."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from urllib.parse import quote

from generator.examples.values import Fields, Member, to_json
from generator.ir import Api, Parameter, ParameterLocation, SecurityScheme
from generator.json_value import JsonValue
from generator.naming.words import pieces
from generator.surface import Method, is_json
from generator.targets.samples import Sample

_NO_SERVER = "https://api.example.com"
_FORM = "application/x-www-form-urlencoded"


def as_curl(sample: Sample, api: Api) -> str:
    """Return the command that sends a request; credentials come from environment variables."""
    method, operation = sample.method, sample.method.operation
    placed = list(_placed(sample))
    path = operation.path
    queries: list[str] = []
    words: list[str] = []
    for parameter, value in placed:
        match parameter.location:
            case ParameterLocation.PATH:
                path = path.replace(f"{{{parameter.name}}}", quote(_text(value), safe=""))
            case ParameterLocation.QUERY:
                queries += _pairs(parameter, value)
            case ParameterLocation.HEADER:
                words.append(f"--header {shlex.quote(f'{parameter.name}: {_text(value)}')}")
            case ParameterLocation.COOKIE:
                words.append(f"--cookie {shlex.quote(f'{parameter.name}={_text(value)}')}")
    credentials, keys = _credentials(method, api)
    queries += keys
    url = _server(api, method) + path + ("?" + "&".join(queries) if queries else "")
    lines = [f"curl --request {operation.method.upper()} {_quoted(url)}", *credentials, *words, *_body(sample)]
    return " \\\n  ".join(lines)


def _server(api: Api, method: Method) -> str:
    servers = method.operation.servers or api.servers
    if not servers:
        return _NO_SERVER
    server = servers[0]
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    url = url.rstrip("/")
    return url if "://" in url else _NO_SERVER + url


def _placed(sample: Sample) -> Iterator[tuple[Parameter, JsonValue]]:
    """Yield the parameters of a request, each with its value."""
    if sample.method.request_is_body or not isinstance(sample.value, Fields):
        return
    by_field = dict(zip(map(id, sample.value.model.fields), sample.method.parameters, strict=False))
    for each in sample.value.members:
        if id(each.field) in by_field:
            yield by_field[id(each.field)], to_json(each.value)


def _text(value: JsonValue) -> str:
    """Return a value in the style `simple` (OpenAPI 3.1, 4.8.12.2)."""
    if isinstance(value, list):
        return ",".join(map(_text, value))
    if isinstance(value, dict):
        return ",".join(f"{key},{_text(each)}" for key, each in value.items())
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _pairs(parameter: Parameter, value: JsonValue) -> Iterator[str]:
    """Yield the parts of a query that a parameter comes to in its style (OpenAPI 3.1, 4.8.12.3)."""
    name = quote(parameter.name, safe="")
    explode = parameter.explode if parameter.explode is not None else (parameter.style or "form") == "form"
    separator = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}.get(parameter.style or "", ",")
    if isinstance(value, list):
        parts = [quote(_text(each), safe="") for each in value]
        yield from (f"{name}={part}" for part in parts) if explode else [f"{name}={separator.join(parts)}"]
    elif isinstance(value, dict) and parameter.style == "deepObject":
        yield from (f"{name}%5B{quote(key, safe='')}%5D={quote(_text(each), safe='')}" for key, each in value.items())
    elif isinstance(value, dict) and explode:
        yield from (f"{quote(key, safe='')}={quote(_text(each), safe='')}" for key, each in value.items())
    else:
        yield f"{name}={quote(_text(value), safe='')}"


def _credentials(method: Method, api: Api) -> tuple[list[str], list[str]]:
    """Return options and parts of the query that carry the credentials of the first requirement."""
    required = api.security if method.operation.security is None else method.operation.security
    keys = next((list(each) for each in required), [])
    schemes = {scheme.key: scheme for scheme in api.security_schemes}
    options, queries = [], []
    for scheme in (schemes[key] for key in keys if key in schemes):
        variable = "$" + ("_".join(pieces(scheme.key)).upper() or "CREDENTIALS")
        match scheme.type, (scheme.scheme or "").lower(), scheme.location:
            case "http", "basic", _:
                options.append(f'--user "{variable}"')
            case "apiKey", _, "query":
                queries.append(f"{quote(scheme.parameter or '', safe='')}={variable}")
            case "apiKey", _, "cookie":
                options.append(f"--cookie {_named(scheme, '=', variable)}")
            case "apiKey", _, _:
                options.append(f"--header {_named(scheme, ': ', variable)}")
            case _:
                options.append(f'--header "Authorization: Bearer {variable}"')
    return options, queries


def _named(scheme: SecurityScheme, separator: str, variable: str) -> str:
    return '"' + _in_double_quotes(f"{scheme.parameter or ''}{separator}") + f'{variable}"'


def _in_double_quotes(text: str) -> str:
    return re.sub(r'([\\"$`])', r"\\\1", text)


def _quoted(url: str) -> str:
    """Return a URL quoted such that the variables of credentials in it are filled in."""
    if "=$" not in url:
        return shlex.quote(url)
    return '"' + re.sub(r'([\\"`]|(?<!=)\$)', r"\\\1", url) + '"'


def _body(sample: Sample) -> Iterator[str]:
    """Yield the options that carry the body."""
    media = sample.method.body
    body = _body_value(sample)
    if media is None or body is None:
        return
    value = body[0]
    if media.media_type.startswith("multipart/"):
        for name, each in value.items() if isinstance(value, dict) else ():
            for part in each if isinstance(each, list) else [each]:
                sign = "@" if part == "example.file" else ""
                text = part if isinstance(part, str) else json.dumps(part, ensure_ascii=False)
                yield f"--form {shlex.quote(f'{name}={sign}{text}')}"
    elif media.media_type == _FORM:
        for name, each in value.items() if isinstance(value, dict) else ():
            yield f"--data-urlencode {shlex.quote(f'{name}={_text(each)}')}"
    else:
        yield f"--header {shlex.quote(f'Content-Type: {media.media_type}')}"
        if is_json(media.media_type):
            yield f"--data {shlex.quote(json.dumps(value, indent=2, ensure_ascii=False))}"
        else:
            yield "--data-binary @example.file"


def _body_value(sample: Sample) -> tuple[JsonValue] | None:
    """Return the body of a request in a tuple of its own; None where nothing is sent."""
    if sample.method.request_is_body:
        return (to_json(sample.value),)
    if not isinstance(sample.value, Fields):
        return None
    count = len(sample.method.parameters)
    own = sample.value.model.fields[count:]
    member: Member | None = next((each for each in sample.value.members if each.field in own), None)
    return None if member is None else (to_json(member.value),)
