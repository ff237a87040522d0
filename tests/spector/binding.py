"""Scenarios → cases of the table of served cases: operation and arguments are found in the description.

What a scenario says of a request is in the form of the wire: texts of a path, a query and headers. Each is read back
into the value that its parameter's schema and style write like that.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import yaml

Json = dict[str, Any]
_METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|"}
_GENERATED_HEADERS = frozenset({"accept", "content-type", "authorization"})


class UnboundError(Exception):
    """A scenario has no operation in the description, or a value that no argument takes."""


@dataclass(frozen=True)
class Route:
    """An operation at one of its servers: `pattern` matches the paths of its requests."""

    description: Path
    document: Json
    server_path: str
    path: str
    method: str
    operation: Json
    parameters: tuple[Json, ...]
    pattern: re.Pattern[str]

    @property
    def weight(self) -> int:
        """How much of the path is fixed: of two routes that match, the one with more is meant."""
        return len(re.sub(r"\{[^}]*\}", "", self.server_path + self.path))


def routes(folder: Path) -> list[Route]:
    """Return the routes of all descriptions in a folder."""
    return [route for path in sorted(folder.glob("*.yaml")) for route in _routes(path)]


def _routes(description: Path) -> Iterator[Route]:
    document = yaml.safe_load(description.read_text(encoding="utf-8"))
    for server_path in _server_paths(document):
        for path, item in document["paths"].items():
            for method in _METHODS & item.keys():
                operation = item[method]
                written = (*item.get("parameters", ()), *operation.get("parameters", ()))
                parameters = tuple(resolved(document, parameter) for parameter in written)
                yield Route(
                    description=description,
                    document=document,
                    server_path=server_path,
                    path=path,
                    method=method,
                    operation=operation,
                    parameters=parameters,
                    pattern=_pattern(server_path + path.partition("?")[0], parameters),
                )


def _server_paths(document: Json) -> list[str]:
    """Return the paths of the servers' URLs, with every value that a variable may have."""
    found = []
    for server in document.get("servers", [{"url": ""}]):
        urls = [server["url"]]
        for name, variable in server.get("variables", {}).items():
            values = variable.get("enum") or [variable["default"]]
            urls = [url.replace(f"{{{name}}}", str(value)) for url in urls for value in values]
        found += [urlsplit(url).path.rstrip("/") for url in urls]
    return list(dict.fromkeys(found)) or [""]


def _pattern(template: str, parameters: tuple[Json, ...]) -> re.Pattern[str]:
    """Return what matches the paths of a template; one variable that allows reserved characters may hold slashes."""
    open_names = {parameter["name"] for parameter in parameters if parameter.get("allowReserved")}
    pieces = re.split(r"\{([^}]*)\}", template)
    text = ""
    for number, piece in enumerate(pieces):
        inside = ".+" if piece in open_names else "[^/]*"
        text += f"(?P<v{number}>{inside})" if number % 2 else re.escape(piece)
    return re.compile(text)


def case_of(found: list[Route], exchange: Json, name: str) -> tuple[Route, Json]:
    """Return the route and the case of one exchange of a scenario. Raises UnboundError."""
    uri = urlsplit(exchange["uri"].replace("\\:", ":"))
    matching = [route for route in found if route.method == exchange["method"] and route.pattern.fullmatch(uri.path)]
    if not matching:
        raise UnboundError(f"no operation for {exchange['method']} {exchange['uri']}")
    route = max(
        matching,
        key=lambda route: (route.document["info"]["version"] in uri.path.split(":")[-1].split("/"), route.weight),
    )
    request = exchange["request"]
    query = {**_flat(parse_qs(uri.query)), **(request.get("query") or {})}
    case: Json = {"case": name, "operation": route.operation["operationId"]}
    case["arguments"] = dict(_arguments(route, uri.path, query, request.get("headers") or {}))
    case["client"] = {"security": dict(_credentials(route, request.get("headers") or {}))}
    case.update(_body(route, request.get("body"), request.get("files")))
    accept = _header(request.get("headers") or {}, "accept")
    if accept is not None and len(_answer_types(route)) > 1:
        case["call"] = {"accept": accept}
    case["result"] = expected_result(exchange["response"])
    return route, case


def resolved(document: Json, value: Any) -> Any:
    """Follow a reference within a document."""
    while isinstance(value, dict) and "$ref" in value:
        target: Any = document
        for token in value["$ref"].removeprefix("#/").split("/"):
            target = target[token.replace("~1", "/").replace("~0", "~")]
        value = target
    return value


def _flat(query: Mapping[str, list[str]]) -> Json:
    return {name: values[0] if len(values) == 1 else values for name, values in query.items()}


def _header(headers: Mapping[str, Any], name: str) -> Any:
    return next((value for key, value in headers.items() if key.lower() == name.lower()), None)


def _arguments(route: Route, path: str, query: Json, headers: Json) -> Iterator[tuple[str, Any]]:
    matched = route.pattern.fullmatch(path)
    names = re.findall(r"\{([^}]*)\}", route.server_path + route.path.partition("?")[0])
    fixed = parse_qs(route.path.partition("?")[2])
    texts = dict(zip(names, matched.groups() if matched else (), strict=True))
    for parameter in route.parameters:
        name, place = parameter["name"], parameter["in"]
        if place == "path":
            yield f"path.{name}", read_value(route.document, parameter, unquote(texts[name]))
        elif place == "query" and _is_spread(route, parameter):
            others = {other["name"] for other in route.parameters if other["in"] == "query"}
            members = {key: value for key, value in query.items() if key not in others and key not in fixed}
            if members:
                schema = resolved(route.document, parameter.get("schema", {}))
                rest = resolved(
                    route.document, schema.get("additionalProperties", schema.get("unevaluatedProperties", {}))
                )
                yield f"query.{name}", {key: _scalar(route.document, rest, value) for key, value in members.items()}
        elif place == "query" and name in query:
            yield f"query.{name}", read_value(route.document, parameter, query[name])
        elif place == "header" and name.lower() not in _GENERATED_HEADERS:
            value = _header(headers, name)
            if value is not None:
                yield f"header.{name}", read_value(route.document, parameter, value)


def _is_spread(route: Route, parameter: Json) -> bool:
    """Whether the members of an object are parameters of their own (`form`, exploded)."""
    is_form = parameter.get("style", "form") == "form" and parameter.get("explode", True)
    return is_form and _kind(route.document, resolved(route.document, parameter.get("schema", {}))) == "object"


def read_value(document: Json, parameter: Json, written: Any) -> Any:
    """Return the value that a parameter writes as the text (or as the list of texts) `written`."""
    schema = resolved(document, parameter.get("schema", {}))
    kind = _kind(document, schema)
    style = parameter.get("style", "form" if parameter["in"] in ("query", "cookie") else "simple")
    prefix = {"label": ".", "matrix": ";"}.get(style, "")
    if prefix and isinstance(written, str):
        written = written.removeprefix(prefix)
        if style == "matrix":
            written = re.sub(f"(^|;){re.escape(parameter['name'])}=", r"\1", written)
    explode = parameter.get("explode", style == "form")
    if kind == "array":
        separator = prefix if prefix and explode else _DELIMITERS.get(style, ",")
        texts = written if isinstance(written, list) else str(written).split(separator)
        return [_scalar(document, resolved(document, schema.get("items", {})), text) for text in texts]
    if kind == "object" and isinstance(written, str):
        return _members(document, schema, written, prefix if prefix and explode else ",", is_exploded=explode)
    return _scalar(document, schema, written)


def _members(document: Json, schema: Json, text: str, separator: str, *, is_exploded: bool) -> Json:
    parts = text.split(separator)
    pairs = [part.split("=", 1) for part in parts] if is_exploded else list(zip(parts[::2], parts[1::2], strict=True))
    items = schema.get("additionalProperties", schema.get("unevaluatedProperties"))
    rest = items if isinstance(items, dict) else {}
    properties = schema.get("properties", {})
    return {name: _scalar(document, resolved(document, properties.get(name, rest)), value) for name, value in pairs}


def _kind(document: Json, schema: Json) -> str:
    for branch in (schema, *schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        kinds = resolved(document, branch).get("type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if kind not in (None, "null"):
                return str(kind)
    return "string"


def _scalar(document: Json, schema: Json, written: Any) -> Any:
    kind = _kind(document, schema)
    if kind in ("integer", "number", "boolean") and isinstance(written, str):
        return json.loads(written) if re.fullmatch(r"-?[\d.]+|true|false", written) else written
    return str(written) if kind == "string" else written


def _credentials(route: Route, headers: Json) -> Iterator[tuple[str, Any]]:
    """Yield what a scenario signs its request with, by security scheme."""
    schemes = route.document.get("components", {}).get("securitySchemes", {})
    for requirement in route.operation.get("security", route.document.get("security", ())):
        for key in requirement:
            scheme = resolved(route.document, schemes[key])
            if not headers and not _is_optional(route):
                yield key, "invalid"
            if scheme["type"] == "apiKey":
                value = _header(headers, scheme["name"])
            else:
                value = _header(headers, "authorization")
                value = value and value.split(" ", 1)[-1]
            if value:
                yield key, value


def _is_optional(route: Route) -> bool:
    return {} in route.operation.get("security", route.document.get("security", [{}]))


def _body(route: Route, body: Json | None, files: list[Json] | None) -> Json:
    """Return `body` and `media` of a case."""
    described = resolved(route.document, route.operation.get("requestBody", {}))
    if not described or (body is None and not files):
        return {}
    media = dict(described["content"])
    content_type = (body or {}).get("contentType", next(iter(media)))
    chosen = next((name for name in media if name.split(";")[0] == content_type.split(";")[0]), next(iter(media)))
    return {"media": chosen, "body": _content(route, body or {}, files or (), media[chosen])}


def _content(route: Route, body: Json, files: Any, media: Json) -> Any:
    if "parts" in body or "files" in body or files:
        return _parts(route, body, files, resolved(route.document, media.get("schema", {})))
    if "base64" in body:
        return {"$base64": body["base64"]}
    text = body.get("text", "")
    return json.loads(text) if "json" in body.get("contentType", "json") else text


def _parts(route: Route, body: Json, files: Any, schema: Json) -> Json:
    """Return the object that is sent as multipart: texts, JSON and files by the names of its parts."""
    properties = schema.get("properties", {})
    found: Json = {}
    for name, value in (body.get("parts") or {}).items():
        found[name] = _scalar(route.document, resolved(route.document, properties.get(name, {})), value)
    for file in body.get("files") or files:
        content = {"$file": {"name": file["fileName"], "content": {"$base64": file["base64"]}, "type": file["type"]}}
        if _kind(route.document, resolved(route.document, properties.get(file["name"], {}))) == "array":
            found.setdefault(file["name"], []).append(content)
        else:
            found[file["name"]] = content
    return found


def _answer_types(route: Route) -> set[str]:
    responses = (resolved(route.document, response) for response in route.operation["responses"].values())
    return {name for response in responses for name in response.get("content", {})}


def expected_result(response: Json) -> Json:
    """Return the result of a case for the answer that a scenario gives."""
    body, status = response.get("body"), int(response["status"])
    if status >= 400:
        return {"error": {"kind": "status", "status": status}}
    if not body or "contentType" not in body:
        return {}
    kind = body["contentType"].split(";")[0]
    if kind in ("application/jsonl", "text/event-stream"):
        lines = base64.b64decode(body["base64"]).decode() if "base64" in body else body["text"]
        return {"items": [json.loads(line) for line in lines.splitlines() if line]}
    if "base64" in body:
        return {"bytes": {"$base64": body["base64"]}}
    text = body.get("text", "")
    return {"value": json.loads(text) if kind == "application/json" or kind.endswith("+json") else text}
