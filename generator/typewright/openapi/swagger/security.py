"""Security definitions of Swagger 2.0 (its "Security Scheme Object") as schemes of OpenAPI 3.0."""

from __future__ import annotations

from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.swagger.source_map import SourceMap

_FLOWS = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_OF_FLOWS = ("authorizationUrl", "tokenUrl", "scopes")


def security_scheme(value: JsonValue, at: str, to: str, places: SourceMap) -> JsonValue:
    """Return the scheme that is defined at `at` for the place `to` of the result."""
    if not isinstance(value, dict):
        return value
    if value.get("type") == "basic":
        return {**value, "type": "http", "scheme": "basic"}
    if value.get("type") != "oauth2":
        return value
    made: JsonObject = {key: inner for key, inner in value.items() if key not in (*_OF_FLOWS, "flow")}
    flow = _FLOWS.get(str(value.get("flow")))
    if flow is None:
        places.lose(f"{at}/flow", f"the flow {value.get('flow')!r}")
        return {**made, "flows": {}}
    places.moved(f"{to}/flows/{flow}", at)
    members: JsonObject = {key: value[key] for key in _OF_FLOWS if key in value}
    return {**made, "flows": {flow: {"scopes": {}, **members}}}
