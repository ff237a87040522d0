"""Comparison of two versions of a method: its name, its arguments and its result."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from typewright.changes.annotations import compare_annotations
from typewright.changes.api import compare_security, compare_servers
from typewright.changes.bodies import compare_bodies, compare_responses
from typewright.changes.change import EITHER, Comparison, Context, Finding, Kind, Pointer, Subject, renamed_text
from typewright.changes.compared_apis import ComparedApis
from typewright.changes.pairing import pair_operations, pair_parameters
from typewright.changes.types import compare_annotated_types
from typewright.ir import ABSENT, Annotations, Direction, Operation, Parameter, TypeExpr
from typewright.naming.operations import group_of
from typewright.naming.words import camel

REQUEST, RESPONSE = frozenset({Direction.REQUEST}), frozenset({Direction.RESPONSE})


def method_name(operation: Operation) -> str:
    """Return the name of a method with its group: `pets.list`."""
    event = operation.preferred_name or operation.name or f"{operation.method} {operation.path}"
    groups = [camel(segment) for segment in group_of(operation).split(".")]
    return ".".join(group for group in (*groups, camel(event)) if group)


def compare_methods(apis: ComparedApis) -> Comparison:
    """Return the changes in all methods, webhooks and callbacks, with the pairs of models that they use."""
    comparison = Comparison()
    paired = pair_operations(tuple(apis.old.api.every_operation()), tuple(apis.new.api.every_operation()))
    for old, new in paired.pairs:
        comparison.add(_MethodComparison(old, new, apis).compare())
    for operation in paired.removed:
        comparison.findings.append(
            _method_finding(Kind.REMOVED, operation, Pointer(operation.pointer, old=True), "is gone")
        )
    for operation in paired.added:
        comparison.findings.append(_method_finding(Kind.ADDED, operation, Pointer(operation.pointer), "is new"))
    return comparison


def _method_finding(kind: Kind, operation: Operation, where: Pointer, event: str) -> Finding:
    label = f"the {operation.kind}" if operation.kind != "path" else "the method"
    message = f"{label} {event}: {operation.http_method} {operation.path}"
    return Context(Subject.METHOD, method=method_name(operation)).finding(kind, message, where, subject=Subject.METHOD)


class _MethodComparison:
    """Compares a pair of operations. `sent` and `received` are the directions of their input and output."""

    def __init__(self, old: Operation, new: Operation, apis: ComparedApis) -> None:
        self.old, self.new, self.apis = _without_hidden_parameters(old), _without_hidden_parameters(new), apis
        self.context = Context(Subject.METHOD, method=method_name(new))
        self.sent, self.received = REQUEST, RESPONSE
        if new.kind != "path":  # the server sends the request, the user of the SDK responds
            self.sent, self.received = RESPONSE, REQUEST
        self.result = Comparison()

    def compare(self) -> Comparison:
        """Return the changes between the two operations."""
        self._compare_names()
        self._compare_parameters()
        self.result.add(compare_bodies(self.old, self.new, self.context, self.apis), self.sent)
        self._compare_argument_form()
        self.result.add(compare_responses(self.old, self.new, self.context, self.apis), self.received)
        self.result.findings += compare_security(self.old, self.new, self.context, self.apis)
        pointers = (f"{self.old.pointer}/servers", f"{self.new.pointer}/servers")
        self.result.findings += compare_servers((self.old.servers, self.new.servers), pointers, self.context)
        annotations = _operation_annotations(self.old), _operation_annotations(self.new)
        self.result.findings += compare_annotations(
            annotations, (self.old.pointer, self.new.pointer), self.context, EITHER
        )
        return self.result

    def _add(
        self,
        kind: Kind,
        subject: Subject,
        message: str,
        where: Pointer,
        directions: Iterable[Direction],
        name: str = "",
    ) -> None:
        self.result.findings.append(
            self.context.finding(kind, message, where, subject=subject, directions=frozenset(directions), name=name)
        )

    def _compare_names(self) -> None:
        old, new = self.old, self.new
        names = method_name(old), method_name(new)
        if names[0] != names[1]:
            message = renamed_text(Subject.METHOD, *names)
            finding = self.context.finding(
                Kind.RENAMED, message, Pointer(new.pointer), subject=Subject.METHOD, directions=EITHER, former=names[0]
            )
            self.result.findings.append(finding)
        endpoints = f"{old.http_method} {old.path}", f"{new.http_method} {new.path}"
        if endpoints[0] != endpoints[1] and not _have_same_template(old, new):
            message = f"the method calls {endpoints[1]} now, it called {endpoints[0]}"
            self._add(Kind.MOVED, Subject.METHOD, message, Pointer(new.pointer), EITHER)

    def _compare_parameters(self) -> None:
        paired = pair_parameters(self.old, self.new)
        for old, new in paired.pairs:
            self._compare_parameter(old, new)
        for removed in paired.removed:
            message = f"{_parameter_label(removed)} is gone"
            where = Pointer(removed.pointer, old=True)
            self._add(Kind.REMOVED, Subject.PARAMETER, message, where, self.sent, removed.name)
        for added in paired.added:
            kind = Kind.ADDED_REQUIRED if _is_required(added) else Kind.ADDED
            message = f"{'required' if _is_required(added) else 'optional'} {_parameter_label(added)} is new"
            self._add(kind, Subject.PARAMETER, message, Pointer(added.pointer), self.sent, added.name)

    def _compare_parameter(self, old: Parameter, new: Parameter) -> None:
        where = Pointer(new.pointer)
        if _code_name(old) != _code_name(new):
            message = f"parameter '{_code_name(old)}' is called '{_code_name(new)}' now"
            self._add(Kind.RENAMED, Subject.PARAMETER, message, where, self.sent, new.name)
        if old.location is not new.location:
            message = (
                f"{_parameter_label(new)} is sent in the {new.location.value} now, it was in the {old.location.value}"
            )
            self._add(Kind.MOVED, Subject.PARAMETER, message, where, self.sent, new.name)
        elif _style_and_explode(old) != _style_and_explode(new):
            message = f"{_parameter_label(new)} is written in another style"
            self._add(Kind.RESTYLED, Subject.PARAMETER, message, where, self.sent, new.name)
        if _is_required(old) != _is_required(new):
            kind = Kind.REQUIRED if _is_required(new) else Kind.OPTIONAL
            self._add(
                kind, Subject.PARAMETER, f"{_parameter_label(new)} is {kind.value} now", where, self.sent, new.name
            )
        required = _is_required(old) and _is_required(new)
        context = replace(self.context, subject=Subject.PARAMETER, name=new.name, required=required)
        types = _annotated_type(old), _annotated_type(new)
        self.result.add(compare_annotated_types(*types, context, self.apis), self.sent)

    def _compare_argument_form(self) -> None:
        """Add a finding if the argument of a method changed from the body to an object that contains it, or back."""
        takes_body = tuple(method.body is not None and not method.parameters for method in (self.old, self.new))
        if takes_body[0] != takes_body[1] and self.old.body is not None and self.new.body is not None:
            event = "the body itself" if takes_body[1] else "an object with parameters and body"
            message = f"the method takes {event} now"
            self._add(Kind.RECAST, Subject.METHOD, message, Pointer(self.new.pointer), self.sent)


def _have_same_template(old: Operation, new: Operation) -> bool:
    """Return whether two paths differ at most in the names of their variables."""
    paired = pair_operations((replace(old, operation_id=None),), (replace(new, operation_id=None),))
    return bool(paired.pairs)


def _without_hidden_parameters(operation: Operation) -> Operation:
    """Return `operation` without hidden parameters, which its method does not have."""
    return replace(
        operation, parameters=tuple(parameter for parameter in operation.parameters if not parameter.is_hidden)
    )


def _parameter_label(parameter: Parameter) -> str:
    return f"{parameter.location.value} parameter '{parameter.name}'"


def _code_name(parameter: Parameter) -> str:
    return parameter.preferred_name or parameter.name


def _is_required(parameter: Parameter) -> bool:
    return parameter.presence.value == "required" and not parameter.is_global


def _style_and_explode(parameter: Parameter) -> tuple[str, bool]:
    """Return `style` and `explode` with their defaults (OpenAPI 3.1, 4.8.12.2.1)."""
    style = parameter.style or ("form" if parameter.location.value in ("query", "cookie") else "simple")
    return style, style == "form" if parameter.explode is None else parameter.explode


def _annotated_type(parameter: Parameter) -> TypeExpr:
    """Return the type of a parameter, annotated with the description, examples and deprecation of the parameter."""
    annotations = parameter.type.annotations
    annotations = replace(
        annotations,
        description=parameter.description or annotations.description,
        example=annotations.example if parameter.example is ABSENT else parameter.example,
        examples=parameter.examples or annotations.examples,
        deprecated=parameter.deprecated or annotations.deprecated,
    )
    return replace(parameter.type, annotations=annotations)


def _operation_annotations(operation: Operation) -> Annotations:
    docs = operation.external_docs
    return Annotations(
        title=operation.summary,
        description=operation.description,
        examples=() if docs is None else tuple(docs),
        deprecated=operation.deprecated,
        deprecation_message=operation.deprecation_message,
    )
