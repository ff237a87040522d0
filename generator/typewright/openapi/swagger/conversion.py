"""A Swagger 2.0 document → an OpenAPI 3.0 document that says the same (Swagger 2.0 specification, 2014-09-08).

Nothing is checked here: what is of the wrong type is handed on as it is, for the checks of OpenAPI to find.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from typewright.base.json_pointer import escape, unescape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.path_items import METHODS
from typewright.openapi.swagger.parameters import Written, form_body, header, parameter, request_body
from typewright.openapi.swagger.schemas import discriminator_mappings, reference, schema
from typewright.openapi.swagger.security import security_scheme
from typewright.openapi.swagger.source_map import SourceMap

_VERSION: Final = "3.0.4"
_JSON: Final = ("application/json",)
_BINARY: Final = ("application/octet-stream",)
_ROOT = frozenset(("swagger", "host", "basePath", "schemes", "consumes", "produces", "paths"))
_UNREAD = frozenset(("x-ms-paths", "x-ms-parameterized-host"))
"""Extensions that say where operations are reached, in ways of their own."""
_COMPONENTS = frozenset(("definitions", "parameters", "responses", "securityDefinitions"))
_OF_OPERATIONS = frozenset(("parameters", "consumes", "produces", "schemes", "responses"))


def convert(root: JsonObject) -> tuple[JsonObject, SourceMap]:
    """Return the converted document, and where its parts come from."""
    conversion = _Conversion(root)
    return conversion.document(), conversion.places


@dataclass(slots=True)
class _Conversion:
    root: JsonObject
    places: SourceMap = field(default_factory=SourceMap)

    def document(self) -> JsonObject:
        """Return the converted document."""
        made: JsonObject = {"openapi": _VERSION}
        self.places.moved("#/openapi", "#/swagger")
        made |= {key: value for key, value in self.root.items() if key not in _ROOT | _COMPONENTS}
        for extension in sorted(_UNREAD & self.root.keys()):
            self.places.lose(f"#/{extension}", f"'{extension}'")
        if servers := self._servers(self.root.get("schemes")):
            made["servers"] = servers
            self.places.moved("#/servers", "#/host" if "host" in self.root else "#/basePath")
        if "paths" in self.root:
            made["paths"] = self._paths(self.root["paths"])
        made["components"] = self._components()
        return made

    def _servers(self, schemes: JsonValue) -> list[JsonValue]:
        """Return a server for each scheme that is HTTP; the host alone of a description without schemes is HTTPS."""
        host, base = self.root.get("host"), self.root.get("basePath")
        path = base.rstrip("/") if isinstance(base, str) else ""
        if not isinstance(host, str):
            return [{"url": path}] if path else []
        told = [scheme for scheme in _strings(schemes) if scheme in ("https", "http")]
        return [{"url": f"{scheme}://{host}{path}"} for scheme in told or ["https"]]

    def _components(self) -> JsonObject:
        made: JsonObject = {}
        for section, (key, convert_one) in {
            "schemas": ("definitions", schema),
            "securitySchemes": ("securityDefinitions", security_scheme),
        }.items():
            if key in self.root:
                self.places.moved(f"#/components/{section}", f"#/{key}")
            for name, value in _object(self.root.get(key)).items():
                at, to = f"#/{key}/{escape(name)}", f"#/components/{section}/{escape(name)}"
                _object(made.setdefault(section, {}))[name] = convert_one(value, at, to, self.places)
        for name, value in _object(self.root.get("parameters")).items():
            if isinstance(value, dict) and value.get("in") not in ("body", "formData"):
                to, written = f"#/components/parameters/{escape(name)}", Written(value, f"#/parameters/{escape(name)}")
                _object(made.setdefault("parameters", {}))[name] = parameter(written, to, self.places)
        for name, value in _object(self.root.get("responses")).items():
            at, to = f"#/responses/{escape(name)}", f"#/components/responses/{escape(name)}"
            produces = _strings(self.root.get("produces"))
            _object(made.setdefault("responses", {}))[name] = self._response(value, produces, at, to)
        schemas = _object(made.get("schemas"))
        for name, mapping in discriminator_mappings(schemas).items():
            base = _object(schemas.get(unescape(name)))
            if isinstance(discriminator := base.get("discriminator"), dict):
                discriminator["mapping"] = mapping
        return made

    def _paths(self, paths: JsonValue) -> JsonValue:
        if not isinstance(paths, dict):
            return paths
        return {path: self._path_item(value, f"#/paths/{escape(path)}") for path, value in paths.items()}

    def _path_item(self, item: JsonValue, at: str) -> JsonValue:
        if not isinstance(item, dict):
            return item
        shared = list(self._parameters(item, at))
        made: JsonObject = {}
        for key, value in item.items():
            if key.lower() in METHODS and isinstance(value, dict):
                made[key] = self._operation(value, f"{at}/{escape(key)}", shared)
            elif key == "parameters":
                made[key] = self._listed([written for written in shared if not _is_body(written)], f"{at}/parameters")
            else:
                made[key] = value
        return made

    def _operation(self, operation: JsonObject, at: str, shared: Sequence[Written]) -> JsonObject:
        made: JsonObject = {key: value for key, value in operation.items() if key not in _OF_OPERATIONS}
        own = list(self._parameters(operation, at))
        if plain := [written for written in own if not _is_body(written)]:
            made["parameters"] = self._listed(plain, f"{at}/parameters")
        body = self._body(own, shared, self._media_types("consumes", operation), f"{at}/requestBody")
        if body is not None:
            made["requestBody"] = body
        produces = self._media_types("produces", operation)
        if "responses" in operation:
            made["responses"] = self._responses(operation["responses"], produces, f"{at}/responses")
        if "schemes" in operation and (servers := self._servers(operation["schemes"])) != self._servers(
            self.root.get("schemes")
        ):
            made["servers"] = servers
            self.places.moved(f"{at}/servers", f"{at}/schemes")
        return made

    def _body(
        self, own: Sequence[Written], shared: Sequence[Written], consumes: Sequence[str], to: str
    ) -> JsonObject | None:
        """Return the request body of an operation, for its own body parameters or else those of its path item."""
        names = {written.value.get("name") for written in own if written.location == "formData"}
        written = [*own, *(one for one in shared if one.value.get("name") not in names)]
        bodies = [one for one in written if one.location == "body"]
        fields = [one for one in written if one.location == "formData"]
        if bodies:
            for one in fields:
                self.places.lose(one.at, f"the form parameter {one.value.get('name')!r} beside a body")
            return request_body(bodies[0], consumes or _JSON, to, self.places)
        return form_body(fields, consumes, to, self.places) if fields else None

    def _parameters(self, parent: JsonObject, at: str) -> Iterator[Written]:
        """Yield the parameters of a list; those of bodies that are a `$ref` are resolved."""
        listed = parent.get("parameters")
        for index, value in enumerate(listed if isinstance(listed, list) else []):
            place = f"{at}/parameters/{index}"
            if isinstance(value, dict):
                yield self._resolved(value, place)
            else:
                self.places.lose(place, "a parameter that is no object")

    def _resolved(self, value: JsonObject, at: str) -> Written:
        ref = value.get("$ref")
        if isinstance(ref, str) and ref.startswith("#/parameters/"):
            target = _object(self.root.get("parameters")).get(unescape(ref.removeprefix("#/parameters/")))
            if isinstance(target, dict) and target.get("in") in ("body", "formData"):
                return Written(target, ref)
        return Written(value, at)

    def _listed(self, written: Sequence[Written], to: str) -> list[JsonValue]:
        return [parameter(one, f"{to}/{index}", self.places) for index, one in enumerate(written)]

    def _media_types(self, key: str, operation: JsonObject) -> list[str]:
        """Return the media types of an operation, else those of the whole description."""
        return _strings(operation[key] if isinstance(operation.get(key), list) else self.root.get(key))

    def _responses(self, responses: JsonValue, produces: Sequence[str], at: str) -> JsonValue:
        if not isinstance(responses, dict):
            return responses
        return {
            status: self._response(value, produces, place, place) if not status.startswith("x-") else value
            for status, value in responses.items()
            for place in [f"{at}/{escape(status)}"]
        }

    def _response(self, response: JsonValue, produces: Sequence[str], at: str, to: str) -> JsonValue:
        if not isinstance(response, dict):
            return response
        self.places.moved(to, at)
        made: JsonObject = {
            key: reference(value) if key == "$ref" else value
            for key, value in response.items()
            if key not in ("schema", "headers", "examples")
        }
        if isinstance(headers := response.get("headers"), dict):
            made["headers"] = {
                name: header(value, f"{at}/headers/{escape(name)}", f"{to}/headers/{escape(name)}", self.places)
                for name, value in headers.items()
            }
        if content := self._content(response, produces, at, to):
            made["content"] = content
        return made

    def _content(self, response: JsonObject, produces: Sequence[str], at: str, to: str) -> JsonObject:
        """Return the media types of a response: those that are produced, and those that have an example."""
        written, examples = response.get("schema"), _object(response.get("examples"))
        is_file = isinstance(written, dict) and written.get("type") == "file"
        usual = () if written is None else (produces or (_BINARY if is_file else _JSON))
        content: JsonObject = {}
        for media_type in dict.fromkeys((*usual, *(name for name in examples if "/" in name))):
            below = f"{to}/content/{escape(media_type)}"
            self.places.moved(below, at)
            media: JsonObject = {}
            if written is not None:
                media["schema"] = schema(written, f"{at}/schema", f"{below}/schema", self.places)
            if media_type in examples:
                media["example"] = examples[media_type]
                self.places.moved(f"{below}/example", f"{at}/examples/{escape(media_type)}")
            content[media_type] = media
        for name in examples:
            if "/" not in name:
                self.places.lose(f"{at}/examples/{escape(name)}", f"the example of {name!r}, which is no media type")
        return content


def _is_body(written: Written) -> bool:
    return written.location in ("body", "formData")


def _object(value: JsonValue) -> JsonObject:
    return value if isinstance(value, dict) else {}


def _strings(value: JsonValue) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
