"""Operations and clients from a description, without generated code: for the table of served cases."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, create_model
from runtime.absence import UNSET, OptionalNullable
from runtime.base import ResponseModel
from runtime.client import answers, bodies, operation, options, paging, retry_config
from runtime.client.base_client import BaseClient
from runtime.client.binary import BinaryAnswer
from runtime.client.description import ClientDescription, Server
from runtime.client.digest import Digest
from runtime.client.envelopes import HeadersEnvelope
from runtime.client.errors import (
    ClientError,
    ConnectionFailedError,
    DataError,
    ErrorClasses,
    InvalidResponseError,
    StatusError,
)
from runtime.client.event_stream import EventsAnswer
from runtime.client.forms import FormBody, FormField
from runtime.client.json_lines import JSONLinesAnswer
from runtime.client.json_sequence import JSONSequenceAnswer
from runtime.client.multipart import MultipartBody, MultipartSequence, Part
from runtime.client.oauth2 import ClientCredentials, Password
from runtime.client.security import APIKey, Basic, Bearer, HTTPScheme, Scheme

Schema = Mapping[str, Any]
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


class ServedError(ClientError):
    """Any error."""


class ServedStatusError(ServedError, StatusError):
    """An error without a described shape."""


class ServedInvalidError(ServedError, InvalidResponseError):
    """An answer that is not as described."""


class ServedConnectionError(ServedError, ConnectionFailedError):
    """No answer."""


ERRORS = ErrorClasses(
    base=ServedError, status=ServedStatusError, invalid_response=ServedInvalidError, no_response=ServedConnectionError
)


class Described:
    """A description, from which types, operations and clients are made."""

    def __init__(self, document: Schema) -> None:
        self.document = document
        self._types: dict[str, Any] = {}
        self._errors: dict[str, type[Any]] = {}

    def resolved(self, value: Any) -> Any:
        """Follow a reference."""
        while isinstance(value, Mapping) and "$ref" in value:
            target: Any = self.document
            for step in value["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            value = target
        return value

    def type_of(self, schema: Any) -> Any:
        """Return the type of a schema: models for objects with properties."""
        if isinstance(schema, Mapping) and "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            if name not in self._types:
                self._types[name] = self._made(name, self.resolved(schema))
            return self._types[name]
        return self._made("Inline", schema or {})

    def _made(self, name: str, schema: Schema) -> Any:
        kind = schema.get("type")
        if isinstance(kind, list):
            members = [self._made(name, {**schema, "type": item}) for item in kind]
            return functools.reduce(operator.or_, members)
        if "oneOf" in schema:
            members = [self.type_of(member) for member in schema["oneOf"]]
            union = functools.reduce(operator.or_, [*members, dict[str, Any]])
            return Annotated[union, Field(union_mode="left_to_right")]
        if "const" in schema:
            return Literal[schema["const"]]
        if kind == "object" and "properties" in schema:
            return self._model(name, schema)
        if kind == "object":
            extra = schema.get("additionalProperties", {})
            return dict[str, self.type_of(extra)]  # type: ignore[misc]
        if kind == "array":
            return list[self.type_of(schema["items"])] if "items" in schema else list[Any]  # type: ignore[misc]
        if schema.get("format") in ("binary", "byte") or "contentMediaType" in schema:
            return Any
        formats = {"date-time": datetime, "date": date}
        plain = {"integer": int, "number": float, "boolean": bool, "null": type(None), "string": str}
        return formats.get(schema.get("format", ""), plain.get(str(kind), Any)) if kind else Any

    def _model(self, name: str, schema: Schema) -> Any:
        fields: dict[str, Any] = {}
        for number, (wire, member) in enumerate(schema["properties"].items()):
            type_, attribute = self.type_of(member), f"field_{number}"
            if wire in schema.get("required", ()):
                fields[attribute] = (type_, Field(..., alias=wire))
            elif "null" in self.resolved(member).get("type", ()):
                fields[attribute] = (OptionalNullable[type_], Field(UNSET, alias=wire))  # type: ignore[valid-type]
            else:
                fields[attribute] = (type_ | None, Field(None, alias=wire))
        return create_model(name, __base__=ResponseModel, __config__=None, **fields)

    def client(self, settings: Schema, given: Callable[[Any], Any]) -> BaseClient:
        """Return a client with the options of a case."""
        schemes = self.document.get("components", {}).get("securitySchemes", {})
        description = ClientDescription(
            name="Served",
            package="served-api",
            version="1",
            env_prefix="SERVED",
            errors=lambda: ERRORS,
            servers=tuple(_server(server) for server in self.document["servers"]),
            operation_servers=tuple(self._operation_servers()),
            security_schemes={name: scheme_of(name, scheme) for name, scheme in schemes.items()},
            security=tuple(_requirement(item) for item in self.document.get("security", ())),
            retry=_retry(self.document.get("x-speakeasy-retries")),
        )
        server = settings.get("server")
        choice = options.ServerChoice(
            server=server if isinstance(server, str) else None,
            server_idx=server if isinstance(server, int) else None,
            server_url=settings.get("server_url"),
            variables=settings.get("variables", {}),
        )
        chosen = options.ClientOptions(
            credentials={name: _credential(given(value)) for name, value in settings.get("security", {}).items()},
            globals=settings.get("globals", {}),
            server=choice,
            retries=retry_config_of(settings["retries"]) if "retries" in settings else options.UNSET,
            timeout_ms=settings.get("timeout_ms"),
        )
        return BaseClient(description, chosen)

    def _operation_servers(self) -> Iterator[str]:
        """Yield the names of servers that a path has."""
        for item in self.document["paths"].values():
            for server in item.get("servers", ()):
                if "x-speakeasy-server-id" in server:
                    yield server["x-speakeasy-server-id"]

    def operation(self, operation_id: str) -> operation.Operation[Any, Any]:
        """Return an operation, as generated code has it. Its arguments are called `LOCATION.NAME`, its body `body`."""
        path, method, item, found = next(self._found(operation_id))
        parameters = {
            (self.resolved(one)["name"], self.resolved(one)["in"]): self.resolved(one)
            for one in (*item.get("parameters", ()), *found.get("parameters", ()))
        }
        globals_ = {one["name"]: one for one in self.document.get("x-speakeasy-globals", {}).get("parameters", ())}
        arguments = [self._argument(one, is_global=one["name"] in globals_) for one in parameters.values()]
        replacement = found.get("x-speakeasy-deprecation-replacement", "")
        message = found.get("x-speakeasy-deprecation-message", "")
        servers = item.get("servers", ()) or found.get("servers", ())
        either = operation_id == "chatEither"
        return operation.Operation(
            id=operation_id,
            method=method.upper(),
            path=path,
            arguments=tuple(arguments),
            body=self._body(found, either=either),
            answers=tuple(self._answers(found)),
            security=tuple(_requirement(one) for one in found["security"]) if "security" in found else None,
            servers=tuple(_server(server) for server in servers),
            retry=_retry(found.get("x-speakeasy-retries", item.get("x-speakeasy-retries"))),
            paging=self._paging(found.get("x-speakeasy-pagination")),
            timeout_ms=found.get("x-speakeasy-timeout"),
            idempotency_header="Idempotency-Key"
            if ("Idempotency-Key", "header") in parameters
            else found.get("x-typewright-idempotency-key"),
            stream_argument="body.stream" if either else None,
            deprecated=f"{operation_id} is deprecated: {message} Use {replacement}."
            if found.get("deprecated")
            else None,
            deprecated_arguments={
                f"{place}.{name}": f"{name} is deprecated"
                for (name, place), one in parameters.items()
                if one.get("deprecated")
            },
        )

    def required(self, operation_id: str) -> list[str]:
        """Return the arguments that a call cannot leave out."""
        _, _, item, found = next(self._found(operation_id))
        parameters = [self.resolved(one) for one in (*item.get("parameters", ()), *found.get("parameters", ()))]
        return [f"{one['in']}.{one['name']}" for one in parameters if one.get("required")]

    def _found(self, operation_id: str) -> Iterator[tuple[str, str, Schema, Schema]]:
        for path, item in self.document["paths"].items():
            methods = {
                **{name: item[name] for name in _METHODS if name in item},
                **item.get("additionalOperations", {}),
            }
            for method, found in methods.items():
                if found["operationId"] == operation_id:
                    yield path, method, item, found

    def _argument(self, one: Schema, *, is_global: bool) -> operation.Argument:
        place, wire = one["in"], one["name"]
        name = wire if is_global else f"{place}.{wire}"
        media_type, media = next(iter(one.get("content", {}).items()), (None, {}))
        schema = one.get("schema", media.get("schema", {}))
        type_ = None if not self._has_objects(schema) else lambda: self.type_of(schema)
        keywords: dict[str, Any] = {"type": type_}
        if place == "querystring":
            return operation.QueryStringArgument(name, media_type=media_type or "", **keywords)
        keywords["media_type"] = media_type
        if "explode" in one:
            keywords["explode"] = one["explode"]
        if place == "header":
            return operation.HeaderArgument(name, wire, **keywords)
        if "style" in one:
            keywords["style"] = one["style"]
        if place == "cookie":
            return operation.CookieArgument(name, wire, **keywords)
        keywords["allow_reserved"] = one.get("allowReserved", False)
        kind = operation.PathArgument if place == "path" else operation.QueryArgument
        return kind(name, wire, **keywords)

    def _has_objects(self, schema: Any) -> bool:
        schema = self.resolved(schema)
        return schema.get("type") == "object" or ("items" in schema and self._has_objects(schema["items"]))

    def _body(self, found: Schema, *, either: bool) -> bodies.Body | None:
        described = self.resolved(found.get("requestBody"))
        if described is None:
            return None
        writers = [self._writer(name, media) for name, media in described["content"].items()]
        writers.sort(key=lambda writer: not answers.is_json(writer.media_type.partition(";")[0]))
        names = [writer.media_type for writer in writers]
        paged = [
            one["name"]
            for one in found.get("x-speakeasy-pagination", {}).get("inputs", ())
            if one["in"] == "requestBody"
        ]
        if either or paged:
            schema = next(iter(described["content"].values()))["schema"]
            fields = {f"body.{name}": f"field_{number}" for number, name in enumerate(schema["properties"])}
            return bodies.Body(
                tuple(writers),
                fields=tuple(fields),
                attributes=fields,
                required=described.get("required", False) or either,
            )
        argument = "media" if len(names) > 1 else None
        required = described.get("required", False)
        nullable = ("body",) if found["operationId"] == "sendAny" else ()
        return bodies.Body(
            tuple(writers), argument="body", required=required, media_type_argument=argument, nullable=nullable
        )

    def _writer(self, media_type: str, media: Schema) -> bodies.BodyWriter:
        schema = media.get("schema", {})
        type_ = lambda: self.type_of(schema)  # noqa: E731
        encodings = media.get("encoding", {})
        if answers.is_json(media_type.partition(";")[0]):
            return bodies.JSONBody(type_, media_type)
        if media_type == "application/x-www-form-urlencoded":
            fields = {name: _form_field(encoding) for name, encoding in encodings.items()}
            return FormBody(type_, fields)
        if media_type == "multipart/form-data":
            properties = {name: self.resolved(member) for name, member in schema["properties"].items()}
            parts = {name: _part(member, encodings.get(name, {})) for name, member in properties.items()}
            return MultipartBody(lambda: dict[str, Any], parts)
        if media_type.startswith("multipart/"):
            items = media.get("itemSchema", schema.get("items"))
            prefix = [_part(self.resolved(schema["prefixItems"][index]), one) for index, one in _by_position(media)]
            item = _part(self.resolved(items), media.get("itemEncoding", {}))
            return MultipartSequence(lambda: list[Any], tuple(prefix), item, media_type)
        if "itemSchema" in media:
            return bodies.JSONLinesBody(lambda: list[self.type_of(media["itemSchema"])], media_type)
        if media_type.startswith("text/") or media_type.endswith("xml"):
            return bodies.TextBody(media_type)
        return bodies.BytesBody() if "*" in media_type else bodies.BytesBody(media_type)

    def _answers(self, found: Schema) -> Iterator[answers.Answer]:
        responses = {status: self.resolved(one) for status, one in found["responses"].items()}
        listed = found.get("x-speakeasy-errors")
        has_success = any(status[0] in "23" for status in responses)
        for status, one in responses.items():
            is_error = status[0] in "45" or (status == "default" and has_success)
            if listed is not None and listed.get("override"):
                is_error = status in listed["statusCodes"] or f"{status[0]}XX" in listed["statusCodes"]
            for media_type, media in one.get("content", {"": {}}).items():
                yield self._answer(status, one, media_type, media, is_error=is_error)

    def _answer(self, status: str, one: Schema, media_type: str, media: Schema, *, is_error: bool) -> answers.Answer:
        schema = media.get("schema", media.get("itemSchema", {}))
        around = HeadersEnvelope(envelope) if one.get("headers") else None
        if is_error:
            return answers.ErrorAnswer(status, self._error(schema) if schema else None, media_type)
        if not media_type:
            return answers.EmptyAnswer(status, envelope=around)
        if answers.is_json(media_type):
            return answers.JSONAnswer(status, lambda: self.type_of(schema), media_type, envelope=around)
        if media_type == "text/event-stream":
            properties = self.resolved(schema).get("properties", {})  # a union of events has none
            data = properties.get("data", {})
            if "contentSchema" in data:
                schema = {**schema, "properties": {**schema["properties"], "data": data["contentSchema"]}}
            is_text = self.resolved(data).get("type") == "string" and "contentSchema" not in data
            return EventsAnswer(
                status,
                lambda: self.type_of(schema),
                sentinel=media.get("x-speakeasy-sse-sentinel"),
                data="text" if is_text else "json",
                flat=bool(properties) and "data" not in properties,
                envelope=around,
            )
        if media_type in ("application/jsonl", "application/x-ndjson"):
            is_whole = schema == {"type": "string"}
            return JSONLinesAnswer(status, lambda: Any if is_whole else self.type_of(schema), media_type)
        if media_type == "application/json-seq":
            return JSONSequenceAnswer(status, lambda: self.type_of(schema))
        if media_type.startswith("text/") or media_type.endswith("xml"):
            return answers.TextAnswer(status, media_type)
        return BinaryAnswer(status, media_type, envelope=around)

    def _error(self, schema: Schema) -> Callable[[], type[DataError[Any]]]:
        name = schema["$ref"].rpartition("/")[2]
        if name not in self._errors:
            self._errors[name] = type(name, (ServedError, DataError), {"data_type": self.type_of(schema)})
        return lambda: self._errors[name]

    def _paging(self, rule: Schema | None) -> operation.Paging | None:
        if rule is None:
            return None
        inputs = {one["type"]: _input(one) for one in rule.get("inputs", ())}
        outputs = rule["outputs"]
        items = outputs["results"].removesuffix("[*]") if "results" in outputs else None
        if rule["type"] == "url":
            return paging.URLPaging(next_url=outputs["nextUrl"], items=items)
        if rule["type"] == "cursor":
            return paging.CursorPaging(argument=inputs["cursor"], next_cursor=outputs["nextCursor"], items=items)
        if "page" in inputs:
            total = outputs.get("numPages")
            return paging.PagePaging(page_argument=inputs["page"], results=items, total_pages=total, items=items)
        return paging.OffsetPaging(offset=inputs["offset"], limit=inputs.get("limit"), results=items, items=items)


class Envelope(BaseModel):
    """Header fields beside a result."""

    headers: dict[str, list[str]]
    result: Any = None


def envelope() -> type[Envelope]:
    """Return the type of header fields beside a result."""
    return Envelope


def _input(one: Schema) -> str:
    return f"body.{one['name']}" if one["in"] == "requestBody" else f"query.{one['name']}"


def _server(server: Schema) -> Server:
    variables = {name: one["default"] for name, one in server.get("variables", {}).items()}
    return Server(server["url"], server.get("x-speakeasy-server-id"), variables)


def _requirement(item: Schema) -> dict[str, tuple[str, ...]]:
    """Return the credentials of a requirement, as generated code has it: mutual TLS takes none."""
    return {name: tuple(scopes) for name, scopes in item.items() if name != "certificate"}


def scheme_of(name: str, scheme: Schema) -> Scheme:
    """Return a security scheme; its credentials are also read from the environment."""
    variable = f"SERVED_{name.upper()}"
    single = {"": variable}
    if scheme["type"] == "apiKey":
        return APIKey(scheme["in"], scheme["name"], field=name, env=single)
    if scheme["type"] == "oauth2":
        flows = scheme["flows"]
        if "password" in flows:
            flow = flows["password"]
            return Password(field=name, token_url=flow["tokenUrl"], refresh_url=flow.get("refreshUrl", ""))
        return ClientCredentials(field=name, token_url=flows["clientCredentials"]["tokenUrl"])
    kind = scheme.get("scheme", "bearer").lower()
    if kind in ("basic", "digest"):
        pair = {"username": f"{variable}_USERNAME", "password": f"{variable}_PASSWORD"}
        return (Basic if kind == "basic" else Digest)(field=name, env=pair)
    return Bearer(field=name, env=single) if kind == "bearer" else HTTPScheme(scheme["scheme"], field=name, env=single)


def _credential(value: Any) -> Any:
    names = {"clientID": "client_id", "clientSecret": "client_secret", "tokenURL": "token_url"}
    return {names.get(name, name): part for name, part in value.items()} if isinstance(value, dict) else value


def _retry(rule: Schema | None) -> retry_config.RetryRule | None:
    if rule is None:
        return None
    codes = tuple(rule["statusCodes"]) if "statusCodes" in rule else retry_config.DEFAULT_RETRY_CODES
    return retry_config.RetryRule(retry_config_of({**rule["backoff"], **rule}), codes)


def retry_config_of(rule: Any) -> retry_config.RetryConfig | None:
    """Return the retries of a case: `none`, or the numbers of a backoff."""
    if rule == "none" or rule is None:
        return None
    numbers = {
        "initial_interval": rule.get("initialInterval"),
        "max_interval": rule.get("maxInterval"),
        "exponent": rule.get("exponent"),
        "max_elapsed_time": rule.get("maxElapsedTime"),
    }
    backoff = retry_config.BackoffStrategy(**{name: value for name, value in numbers.items() if value is not None})
    return retry_config.RetryConfig("backoff", backoff, rule.get("retryConnectionErrors", True))


def _form_field(encoding: Schema) -> FormField:
    style = encoding.get("style", "form")
    return FormField(
        style=style, explode=encoding.get("explode", style == "form"), media_type=encoding.get("contentType")
    )


def _by_position(media: Schema) -> Iterator[tuple[int, Schema]]:
    yield from enumerate(media.get("prefixEncoding", ()))


def _part(member: Schema, encoding: Schema) -> Part:
    item = member.get("items", member)
    is_file = item.get("format") == "binary" or "contentMediaType" in item
    headers = {name: one["schema"]["default"] for name, one in encoding.get("headers", {}).items()}
    return Part(encoding.get("contentType", ""), is_file=is_file, headers=headers)
