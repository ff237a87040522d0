"""Converts a Swagger 2.0 document to an equivalent OpenAPI 3.0 document (Swagger 2.0 specification, 2014-09-08).

Nothing is validated here: values of a wrong type are kept as they are, for the checks of OpenAPI to report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct, field

from typewright.base.json_pointer import escape, unescape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.path_items import METHODS
from typewright.openapi.swagger.parameters import SourceParameter, form_body, header, parameter, request_body
from typewright.openapi.swagger.schemas import discriminator_mappings, reference, schema
from typewright.openapi.swagger.security import security_scheme
from typewright.openapi.swagger.source_map import SourceMap

_VERSION: Final = "3.0.4"
_JSON: Final = ("application/json",)
_BINARY: Final = ("application/octet-stream",)
_CONVERTED_MEMBERS = frozenset(("swagger", "host", "basePath", "schemes", "consumes", "produces", "paths"))
_UNSUPPORTED_EXTENSIONS = frozenset(("x-ms-paths", "x-ms-parameterized-host"))
"""Extensions that define paths and hosts in ways that are not supported."""
_COMPONENTS = frozenset(("definitions", "parameters", "responses", "securityDefinitions"))
_CONVERTED_OPERATION_MEMBERS = frozenset(("parameters", "consumes", "produces", "schemes", "responses"))


def convert(root: JsonObject) -> tuple[JsonObject, SourceMap]:
    """Return the OpenAPI 3.0 document for the Swagger 2.0 document `root`, and the map back to `root`."""
    conversion = _Conversion(root)
    return conversion.document(), conversion.source_map


class _Conversion(Struct):
    root: JsonObject
    source_map: SourceMap = field(default_factory=SourceMap)

    def document(self) -> JsonObject:
        """Return the converted document."""
        converted: JsonObject = {"openapi": _VERSION}
        self.source_map.record("#/openapi", "#/swagger")
        converted |= {key: value for key, value in self.root.items() if key not in _CONVERTED_MEMBERS | _COMPONENTS}
        for extension in sorted(_UNSUPPORTED_EXTENSIONS & self.root.keys()):
            self.source_map.record_loss(f"#/{extension}", f"'{extension}'")
        if servers := self._servers(self.root.get("schemes")):
            converted["servers"] = servers
            self.source_map.record("#/servers", "#/host" if "host" in self.root else "#/basePath")
        if "paths" in self.root:
            converted["paths"] = self._paths(self.root["paths"])
        converted["components"] = self._components()
        return converted

    def _servers(self, schemes: JsonValue) -> list[JsonValue]:
        """Return a server for each HTTP scheme in `schemes`, by default HTTPS; without a host only the base path."""
        host, base = self.root.get("host"), self.root.get("basePath")
        path = base.rstrip("/") if isinstance(base, str) else ""
        if not isinstance(host, str):
            return [{"url": path}] if path else []
        http_schemes = [scheme for scheme in _strings(schemes) if scheme in ("https", "http")]
        return [{"url": f"{scheme}://{host}{path}"} for scheme in http_schemes or ["https"]]

    def _components(self) -> JsonObject:
        converted: JsonObject = {}
        for section, (key, convert_value) in {
            "schemas": ("definitions", schema),
            "securitySchemes": ("securityDefinitions", security_scheme),
        }.items():
            if key in self.root:
                self.source_map.record(f"#/components/{section}", f"#/{key}")
            for name, value in _object(self.root.get(key)).items():
                origin, target = f"#/{key}/{escape(name)}", f"#/components/{section}/{escape(name)}"
                _object(converted.setdefault(section, {}))[name] = convert_value(value, origin, target, self.source_map)
        for name, value in _object(self.root.get("parameters")).items():
            if isinstance(value, dict) and value.get("in") not in ("body", "formData"):
                target, written = (
                    f"#/components/parameters/{escape(name)}",
                    SourceParameter(value, f"#/parameters/{escape(name)}"),
                )
                _object(converted.setdefault("parameters", {}))[name] = parameter(written, target, self.source_map)
        for name, value in _object(self.root.get("responses")).items():
            origin, target = f"#/responses/{escape(name)}", f"#/components/responses/{escape(name)}"
            produces = _strings(self.root.get("produces"))
            _object(converted.setdefault("responses", {}))[name] = self._response(value, produces, origin, target)
        schemas = _object(converted.get("schemas"))
        for name, mapping in discriminator_mappings(schemas).items():
            base = _object(schemas.get(unescape(name)))
            if isinstance(discriminator := base.get("discriminator"), dict):
                discriminator["mapping"] = mapping
        return converted

    def _paths(self, paths: JsonValue) -> JsonValue:
        if not isinstance(paths, dict):
            return paths
        return {path: self._path_item(value, f"#/paths/{escape(path)}") for path, value in paths.items()}

    def _path_item(self, item: JsonValue, origin: str) -> JsonValue:
        if not isinstance(item, dict):
            return item
        shared = list(self._parameters(item, origin))
        converted: JsonObject = {}
        for key, value in item.items():
            if key.lower() in METHODS and isinstance(value, dict):
                converted[key] = self._operation(value, f"{origin}/{escape(key)}", shared)
            elif key == "parameters":
                converted[key] = self._listed(
                    [written for written in shared if not _is_body(written)], f"{origin}/parameters"
                )
            else:
                converted[key] = value
        return converted

    def _operation(self, operation: JsonObject, origin: str, shared: Sequence[SourceParameter]) -> JsonObject:
        converted: JsonObject = {
            key: value for key, value in operation.items() if key not in _CONVERTED_OPERATION_MEMBERS
        }
        own = list(self._parameters(operation, origin))
        if plain := [written for written in own if not _is_body(written)]:
            converted["parameters"] = self._listed(plain, f"{origin}/parameters")
        body = self._body(own, shared, self._media_types("consumes", operation), f"{origin}/requestBody")
        if body is not None:
            converted["requestBody"] = body
        produces = self._media_types("produces", operation)
        if "responses" in operation:
            converted["responses"] = self._responses(operation["responses"], produces, f"{origin}/responses")
        if "schemes" in operation and (servers := self._servers(operation["schemes"])) != self._servers(
            self.root.get("schemes")
        ):
            converted["servers"] = servers
            self.source_map.record(f"{origin}/servers", f"{origin}/schemes")
        return converted

    def _body(
        self, own: Sequence[SourceParameter], shared: Sequence[SourceParameter], consumes: Sequence[str], target: str
    ) -> JsonObject | None:
        """Return the request body for the body and form parameters of an operation and of its path item (`shared`)."""
        names = [written.value.get("name") for written in own if written.location == "formData"]
        written = [*own, *(item for item in shared if item.value.get("name") not in names)]
        bodies = [item for item in written if item.location == "body"]
        fields = [item for item in written if item.location == "formData"]
        if bodies:
            for item in fields:
                self.source_map.record_loss(item.origin, f"the form parameter {item.value.get('name')!r} beside a body")
            return request_body(bodies[0], consumes or _JSON, target, self.source_map)
        return form_body(fields, consumes, target, self.source_map) if fields else None

    def _parameters(self, parent: JsonObject, origin: str) -> Iterator[SourceParameter]:
        """Yield the `parameters` of a path or operation. References to body and form parameters are resolved."""
        entries = parent.get("parameters")
        for index, value in enumerate(entries if isinstance(entries, list) else []):
            entry_origin = f"{origin}/parameters/{index}"
            if isinstance(value, dict):
                yield self._resolve_body_parameter(value, entry_origin)
            else:
                self.source_map.record_loss(entry_origin, "a parameter that is no object")

    def _resolve_body_parameter(self, value: JsonObject, origin: str) -> SourceParameter:
        ref = value.get("$ref")
        if isinstance(ref, str) and ref.startswith("#/parameters/"):
            definition = _object(self.root.get("parameters")).get(unescape(ref.removeprefix("#/parameters/")))
            if isinstance(definition, dict) and definition.get("in") in ("body", "formData"):
                return SourceParameter(definition, ref)
        return SourceParameter(value, origin)

    def _listed(self, written: Sequence[SourceParameter], target: str) -> list[JsonValue]:
        return [parameter(item, f"{target}/{index}", self.source_map) for index, item in enumerate(written)]

    def _media_types(self, key: str, operation: JsonObject) -> list[str]:
        """Return `consumes` or `produces` of the operation, or else of the root."""
        return _strings(operation[key] if isinstance(operation.get(key), list) else self.root.get(key))

    def _responses(self, responses: JsonValue, produces: Sequence[str], origin: str) -> JsonValue:
        if not isinstance(responses, dict):
            return responses
        return {
            status: self._response(value, produces, response_pointer, response_pointer)
            if not status.startswith("x-")
            else value
            for status, value in responses.items()
            for response_pointer in [f"{origin}/{escape(status)}"]
        }

    def _response(self, response: JsonValue, produces: Sequence[str], origin: str, target: str) -> JsonValue:
        if not isinstance(response, dict):
            return response
        self.source_map.record(target, origin)
        converted: JsonObject = {
            key: reference(value) if key == "$ref" else value
            for key, value in response.items()
            if key not in ("schema", "headers", "examples")
        }
        if isinstance(headers := response.get("headers"), dict):
            converted["headers"] = {
                name: header(
                    value, f"{origin}/headers/{escape(name)}", f"{target}/headers/{escape(name)}", self.source_map
                )
                for name, value in headers.items()
            }
        if content := self._content(response, produces, origin, target):
            converted["content"] = content
        return converted

    def _content(self, response: JsonObject, produces: Sequence[str], origin: str, target: str) -> JsonObject:
        """Return the `content` of a response: the media types that are produced, and those that have an example."""
        written, examples = response.get("schema"), _object(response.get("examples"))
        is_file = isinstance(written, dict) and written.get("type") == "file"
        usual = () if written is None else (produces or (_BINARY if is_file else _JSON))
        content: JsonObject = {}
        for media_type in dict.fromkeys((*usual, *(name for name in examples if "/" in name))):
            media_target = f"{target}/content/{escape(media_type)}"
            self.source_map.record(media_target, origin)
            media: JsonObject = {}
            if written is not None:
                media["schema"] = schema(written, f"{origin}/schema", f"{media_target}/schema", self.source_map)
            if media_type in examples:
                media["example"] = examples[media_type]
                self.source_map.record(f"{media_target}/example", f"{origin}/examples/{escape(media_type)}")
            content[media_type] = media
        for name in examples:
            if "/" not in name:
                self.source_map.record_loss(
                    f"{origin}/examples/{escape(name)}", f"the example of {name!r}, which is no media type"
                )
        return content


def _is_body(written: SourceParameter) -> bool:
    return written.location in ("body", "formData")


def _object(value: JsonValue) -> JsonObject:
    return value if isinstance(value, dict) else {}


def _strings(value: JsonValue) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
