"""An example of a request or a response, in several notations."""

from __future__ import annotations

import difflib
import json
from typing import Any

from msgspec.structs import replace

from typewright.base.errors import Diagnostic, UsageError
from typewright.base.json_value import JsonValue
from typewright.examples.build import Examples
from typewright.examples.media import authored_examples, media_value, package_of_response
from typewright.examples.operation_value import OperationValue
from typewright.examples.values import ExampleValue, Fields, Member, to_json
from typewright.ir import Media, Response, TypeExpr
from typewright.naming.names import Package
from typewright.naming.operations import operation_name
from typewright.surface import Method, Surface
from typewright.targets.contract import Project, Target


def sample(target: Target[Any], project: Project[Any], query: str, status: str | None) -> OperationValue:
    """Return the request of the operation `query` or, with `status`, one of its responses.

    `query` is an operation's id, its method and path (`GET /pets`), or the name that its types begin with. Raises
    UsageError if there is no such operation or response, or if it has no content.
    """
    method = method_of(project.surface, query)
    examples = project.new_examples(target.shown(project), defaults_are_optional=project.options.optional_by_default)
    if status is not None:
        response, media = _response(method, query, status)
        type_ = media.type
        if type_ is None:
            raise _nothing(f"the response {status} of '{query}' has no schema")
        return OperationValue(
            method=method,
            type=type_,
            package=package_of_response(method, response),
            value=media_value(examples, method, response, media, type_),
            name="response",
        )
    if method.request is None:
        raise _nothing(f"the operation '{query}' takes nothing")
    return OperationValue(
        method=method,
        type=method.request,
        package=Package.OPERATIONS,
        value=_request(method, method.request, examples),
        name="request",
    )


def _request(method: Method, request: TypeExpr, examples: Examples) -> ExampleValue:
    """Return the value of a request; an authored example of the body is preferred to sampled values."""
    body = next(authored_examples(method.body), None) if method.body is not None else None
    if body is not None and method.request_is_body:
        return examples.authored(body[0], request, Package.OPERATIONS)
    value = examples.call(request, operation_name(method.operation), Package.OPERATIONS)
    if body is None or not isinstance(value, Fields) or len(value.model.fields) <= len(method.parameters):
        return value
    field = value.model.fields[len(method.parameters)]
    shown = Member(field, examples.authored(body[0], field.type, Package.OPERATIONS))
    return replace(value, members=(*(member for member in value.members if member.field is not field), shown))


def method_of(surface: Surface, query: str) -> Method:
    """Return the method of an operation by its id, by method and path, or by the name that its types begin with.

    Raises UsageError if no method has it.
    """
    known: dict[str, Method] = {}
    for method in surface.methods:
        operation = method.operation
        header = f"{operation.http_method} {operation.path}"
        for name in (operation.operation_id, header, operation_name(operation)):
            if name is not None:
                known.setdefault(name, method)
    if query in known:
        return known[query]
    close = difflib.get_close_matches(query, list(known), n=1)
    advice = f"did you mean '{close[0]}'?" if close else "give an operationId, or a method and a path: 'GET /pets'"
    raise UsageError([Diagnostic("E001", f"there is no operation '{query}'", help=advice)])


def _response(method: Method, query: str, status: str) -> tuple[Response, Media]:
    """Return a response, and the first of its bodies that has a type.

    The response of an undescribed code is that of its range, or `default` (OpenAPI 3.1, 4.8.16).
    """
    written = {response.status.upper(): response for response in method.operation.responses}
    covering = (status.upper(), f"{status[:1]}XX", "DEFAULT") if status.isdigit() else (status.upper(),)
    response = next((written[pattern] for pattern in covering if pattern in written), None)
    if response is None:
        known = ", ".join(response.status for response in written.values())
        raise UsageError([Diagnostic("E001", f"'{query}' has no response {status}", help=f"it has {known or 'none'}")])
    media = next((media for media in response.media if media.type is not None), None)
    if media is None:
        raise _nothing(f"the response {status} of '{query}' has no body")
    return response, media


def _nothing(message: str) -> UsageError:
    return UsageError([Diagnostic("E001", message, help="ask for another one")])


def as_value(sample: OperationValue) -> JsonValue:
    """Return a sample as JSON: a body, or an object of parameters by location with the body, if any."""
    if sample.name == "response" or sample.method.request_is_body or not isinstance(sample.value, Fields):
        return to_json(sample.value)
    made: dict[str, JsonValue] = {}
    parameters = sample.method.parameters
    for member in sample.value.members:
        index = next((number for number, field in enumerate(sample.value.model.fields) if field is member.field), -1)
        if 0 <= index < len(parameters):
            group = made.setdefault(parameters[index].location.value, {})
            if isinstance(group, dict):
                group[member.field.name] = to_json(member.value)
        else:
            made["body"] = to_json(member.value)
    return made


def as_json(sample: OperationValue) -> str:
    """Return a sample as JSON, indented by two spaces."""
    return json.dumps(as_value(sample), indent=2, ensure_ascii=False)
