"""Conversion of security definitions (Swagger 2.0, "Security Scheme Object")."""

from __future__ import annotations

from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.swagger.source_map import SourceMap

_FLOWS = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_FLOW_MEMBERS = ("authorizationUrl", "tokenUrl", "scopes")


def security_scheme(value: JsonValue, origin: str, target: str, source_map: SourceMap) -> JsonValue:
    """Return the converted security scheme; `origin` and `target` are its JSON pointers before and after."""
    if not isinstance(value, dict):
        return value
    if value.get("type") == "basic":
        return {**value, "type": "http", "scheme": "basic"}
    if value.get("type") != "oauth2":
        return value
    converted: JsonObject = {key: inner for key, inner in value.items() if key not in (*_FLOW_MEMBERS, "flow")}
    flow = _FLOWS.get(str(value.get("flow")))
    if flow is None:
        source_map.record_loss(f"{origin}/flow", f"the flow {value.get('flow')!r}")
        return {**converted, "flows": {}}
    source_map.record(f"{target}/flows/{flow}", origin)
    members: JsonObject = {key: value[key] for key in _FLOW_MEMBERS if key in value}
    return {**converted, "flows": {flow: {"scopes": {}, **members}}}
