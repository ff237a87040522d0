"""Checks of root, info, server, tag and security definitions, and of required fields (OpenAPI 3.1.1, 4.8.1)."""

from __future__ import annotations

from typewright.base.errors import Severity
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject
from typewright.base.suggestions import did_you_mean
from typewright.openapi.reading import Reader
from typewright.openapi.traversal import Node

_REQUIRED_FIELDS = {
    "apiKey": ("name", "in"),
    "http": ("scheme",),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
    "mutualTLS": (),
}
"""The required fields of each type of security scheme (4.8.27.1)."""
REQUIRED_FOR_OUTPUT = frozenset(("Info", "Server", "RequestBody", "SecurityScheme"))
"""The kinds of objects whose required fields are needed for generation. `lint` reports those of other kinds."""


def check_root(node: Node, root: JsonObject, reader: Reader) -> None:
    """Report a description without content or `info`, tags that are declared twice, and undefined security schemes."""
    if "openapi" not in root:
        return
    if not any(key in root for key in ("paths", "webhooks", "components")):
        if reader.is_before_31:
            _report_no_paths(reader)
        else:
            message = "the description has neither 'paths' nor 'webhooks' nor 'components'"
            reader.report("E323", message, "#", severity=Severity.ERROR)
    elif reader.is_before_31 and "paths" not in root:
        _report_no_paths(reader)
    if root.get("info") is None:
        _report_missing("the description", "info", node, reader)
    _check_tags(root, reader)
    _check_security(root, node, reader)


def check_required(node: Node, value: JsonObject, reader: Reader) -> None:
    """Report missing required fields of the kinds in `REQUIRED_FOR_OUTPUT`."""
    if node.kind.name in REQUIRED_FOR_OUTPUT:
        for key in missing_fields(node, value):
            _report_missing(node.kind.label, key, node, reader)


def missing_fields(node: Node, value: JsonObject) -> list[str]:
    """Return the names of the required fields that `value` lacks; none for a reference."""
    if node.target is not None or node.fault is not None:
        return []
    return [key for key, member in node.kind.members.items() if member.required and value.get(key) is None]


def check_operation(node: Node, operation: JsonObject, reader: Reader) -> None:
    """Report missing `responses` (OpenAPI 3.0), and security schemes that are not defined."""
    if reader.is_before_31 and operation.get("responses") is None:
        _report_missing(node.kind.label, "responses", node, reader)
    _check_security(operation, node, reader)


def check_server_variable(node: Node, variable: JsonObject, reader: Reader) -> None:
    """Report an empty `enum`, and a default that it does not contain (4.8.6.1)."""
    values, default = variable.get("enum"), variable.get("default")
    if values == []:
        message = "the 'enum' of a server variable must not be empty"
        reader.warn("W311", message, f"{node.pointer}/enum", help_="list the values, or remove it")
    elif isinstance(values, list) and default is not None and str(default) not in map(str, values):
        message = f"the default '{default}' is not among the values of 'enum'"
        advice = did_you_mean(str(default), [str(value) for value in values]) or "add it, or choose another default"
        reader.warn("W311", message, f"{node.pointer}/default", help_=advice)


def check_security_scheme(node: Node, scheme: JsonObject, reader: Reader) -> None:
    """Report a type that OpenAPI 3 does not have, and missing fields that a type requires."""
    type_ = scheme.get("type")
    if not isinstance(type_, str):
        return
    if type_ not in _REQUIRED_FIELDS:
        message = f"security scheme type '{type_}' is not supported"
        advice = did_you_mean(type_, list(_REQUIRED_FIELDS)) or f"use one of {', '.join(_REQUIRED_FIELDS)}"
        if type_ == "basic":
            advice = "OpenAPI 3 writes 'type: http' with 'scheme: basic'"
        reader.warn("W317", message, f"{node.pointer}/type", help_=advice)
    for key in _REQUIRED_FIELDS.get(type_, ()):
        if scheme.get(key) is None:
            _report_missing(f"a security scheme of type {type_}", key, node, reader)


def _report_no_paths(reader: Reader) -> None:
    message = "'paths' is missing, so there are no operations; OpenAPI 3.0 asks for it"
    advice = "add the operations, or 'paths: {}' where only schemas are wanted"
    reader.warn("W313", message, "#", help_=advice)


def _report_missing(label: str, key: str, node: Node, reader: Reader) -> None:
    reader.warn("W313", f"{label} needs '{key}'", node.pointer, help_=f"add '{key}'")


def _check_tags(root: JsonObject, reader: Reader) -> None:
    tags = root.get("tags")
    seen: set[str] = set()
    for index, tag in enumerate(tags if isinstance(tags, list) else []):
        name = tag.get("name") if isinstance(tag, dict) else None
        if not isinstance(name, str):
            continue
        if name in seen:
            reader.warn("W310", f"the tag '{name}' is given twice", f"#/tags/{index}")
        seen.add(name)


def _check_security(parent: JsonObject, node: Node, reader: Reader) -> None:
    components, written = reader.document.root.get("components"), parent.get("security")
    schemes = components.get("securitySchemes") if isinstance(components, dict) else None
    scheme_names = list(schemes) if isinstance(schemes, dict) else []
    for index, requirement in enumerate(written if isinstance(written, list) else []):
        for name in requirement if isinstance(requirement, dict) else ():
            if name not in scheme_names:
                pointer = f"{node.pointer}/security/{index}/{escape(name)}"
                message = f"there is no security scheme '{name}'"
                advice = did_you_mean(name, scheme_names) or "define it below 'components: securitySchemes:'"
                reader.warn("W309", message, pointer, help_=advice, at_key=True)
