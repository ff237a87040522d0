"""The surface of an API: its methods, and all models, including those that no schema defines (request objects)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from typewright.config.options import NamingConfig, ResponseFormat, TargetConfig
from typewright.ir import Api, Operation, Ref
from typewright.surface.directions import split_by_direction
from typewright.surface.draft import Draft
from typewright.surface.envelopes import content_fields
from typewright.surface.equal_errors import merge_equal_errors
from typewright.surface.error_rules import AnswerStyle
from typewright.surface.media_variants import variants_of
from typewright.surface.parts import (
    EVENT_STREAM,
    JSON,
    SECURITY,
    ErrorBody,
    Method,
    Root,
    RootKind,
    Surface,
    is_json,
    is_xml,
)
from typewright.surface.requests import body_of, client_globals, globals_of, request_of, with_body_as_sent
from typewright.surface.responses import bodies_of, errors_of, response_of
from typewright.surface.security import add_client_security, operation_security

__all__ = [
    "EVENT_STREAM",
    "JSON",
    "SECURITY",
    "ErrorBody",
    "Method",
    "Root",
    "RootKind",
    "Surface",
    "is_json",
    "is_xml",
    "surface",
    "surface_of",
    "surface_options",
]


class SurfaceOptions(Struct, frozen=True, kw_only=True):
    """Options of a target that decide on its types and methods; see `TargetConfig`."""

    naming: NamingConfig
    answers: AnswerStyle
    response_format: ResponseFormat
    required_credentials: bool
    has_separate_arguments: bool


def surface(
    api: Api,
    naming: NamingConfig,
    answers: AnswerStyle = "declared",
    response_format: ResponseFormat = "flat",
    *,
    required_credentials: bool = False,
    has_separate_arguments: bool = False,
) -> Surface:
    """Return the methods of `api` and all models, including those that are made for methods.

    `answers` decides which responses are results and which are errors; see `error_rules`. `response_format`
    decides what calls return; see `envelopes`. The others are options of `TargetConfig`.
    """
    api = split_by_direction(api, naming.input_suffix, naming.output_suffix)
    if naming.deduplicate_errors:
        api = merge_equal_errors(api)
    draft = Draft(
        api,
        naming,
        dict(api.models),
        answers=answers,
        response_format=response_format,
        required_credentials=required_credentials,
        has_separate_arguments=has_separate_arguments,
    )
    methods = tuple(method for operation in api.every_operation() for method in _methods(draft, operation))
    add_client_security(draft)
    draft.roots += [Root(RootKind.INCLUDED, Ref(id_, id_, by_reference=True)) for id_ in api.included]
    api = replace(api, global_parameters=client_globals(api))
    return Surface(api, draft.models, methods, tuple(draft.roots))


def surface_of(api: Api, target: TargetConfig) -> Surface:
    """Return the methods of `api` and all models as a target sees them."""
    options = surface_options(api, target)
    return surface(
        api,
        options.naming,
        options.answers,
        options.response_format,
        required_credentials=options.required_credentials,
        has_separate_arguments=options.has_separate_arguments,
    )


def surface_options(api: Api, target: TargetConfig) -> SurfaceOptions:
    """Return the options of a target that its surface depends on; targets with equal ones have the same surface."""
    return SurfaceOptions(
        naming=target.naming,
        answers=target.answers,
        response_format=target.response_format,
        required_credentials=target.required_credentials,
        has_separate_arguments=target.has_separate_arguments and "parameters-by-place" in api.habits,
    )


def _methods(draft: Draft, operation: Operation) -> Iterator[Method]:
    """Yield the method of an operation, and a variant for each other kind of request body."""
    variants = list(variants_of(draft, operation))
    method = _method(draft, operation)
    yield method
    if draft.naming.every_tag and operation.kind == "path" and operation.group is None:
        yield from _in_further_groups(method)
    for variant in variants:
        yield _method(draft, variant, is_variant=True)


def _in_further_groups(method: Method) -> Iterator[Method]:
    """Yield a method once more for each further tag of its operation that groups operations."""
    operation = method.operation
    for number, section in enumerate(operation.further_sections, 2):
        again = replace(operation, id=f"{operation.id}?group={number}", section=section)
        yield replace(method, operation=again, is_repeated=True)


def _method(draft: Draft, operation: Operation, *, is_variant: bool = False) -> Method:
    """Return the method of an operation, and add its root types to `draft` in page order."""
    visible = tuple(parameter for parameter in operation.parameters if not parameter.is_hidden)
    globals_ = globals_of(draft, operation)
    for parameter in visible:
        if "described-by-use" in draft.api.habits and parameter.shared is None:
            draft.describe(parameter.type, parameter.description)
        draft.roots.append(Root(RootKind.PARAMETER, parameter.type, operation, parameter.name))
    body = body_of(draft, operation)
    request = request_of(draft, operation, visible, body)
    bodies = tuple(bodies_of(draft, operation))
    response = response_of(draft, operation, bodies)
    errors = tuple(errors_of(draft, operation))
    return Method(
        operation=with_body_as_sent(draft, operation),
        parameters=visible,
        body=body,
        body_required=operation.body.required if operation.body else False,
        request=request,
        request_is_body=body is not None and not visible,
        response=response,
        responses=bodies,
        content_fields=content_fields(draft, bodies),
        errors=errors,
        security=operation_security(draft, operation),
        globals=globals_,
        is_variant=is_variant,
    )
