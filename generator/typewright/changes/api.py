"""Comparison of the parts of two descriptions outside of methods: title, description, servers and security."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from typewright.changes.annotations import compare_annotations
from typewright.changes.change import EITHER, Comparison, Context, Finding, Kind, Pointer, Subject
from typewright.changes.compared_apis import ComparedApis
from typewright.changes.pairing import pair
from typewright.changes.types import compare_annotated_types
from typewright.ir import (
    Annotations,
    Api,
    Direction,
    Operation,
    Parameter,
    SecurityRequirement,
    SecurityScheme,
    Server,
    ServerVariable,
)
from typewright.naming.words import pascal

_REQUEST = frozenset({Direction.REQUEST})
_CLIENT = Context(Subject.API)


def compare_api(apis: ComparedApis) -> Comparison:
    """Return the changes in the title, description, security, servers and global parameters."""
    old, new = apis.old.api, apis.new.api
    comparison = Comparison()
    if pascal(old.title) != pascal(new.title):
        message = f"the API is called {new.title!r} now, it was {old.title!r}"
        comparison.findings.append(_CLIENT.finding(Kind.RENAMED, message, Pointer("#/info/title"), subject=Subject.API))
    comparison.findings += compare_annotations(
        (_api_annotations(old), _api_annotations(new)), ("#/info", "#/info"), _CLIENT, EITHER
    )
    comparison.findings += _compare_schemes(old, new)
    comparison.findings += _compare_requirements((old.security, new.security), Pointer("#/security"), _CLIENT)
    comparison.findings += compare_servers((old.servers, new.servers), ("#/servers", "#/servers"), _CLIENT)
    comparison.add(_compare_globals(apis), _REQUEST)
    return comparison


def _api_annotations(api: Api) -> Annotations:
    tags = "\0".join(f"{tag.name}: {tag.description}" for tag in api.tags if tag.description)
    return Annotations(title=api.summary, description=api.description, examples=(tags, *(api.external_docs or ())))


def _compare_globals(apis: ComparedApis) -> Comparison:
    """Return the changes in the global parameters, which are arguments of the client."""
    comparison = Comparison()
    old, new = apis.old.api.global_parameters, apis.new.api.global_parameters
    paired = pair(old, new, (lambda parameter: (parameter.name, parameter.location), lambda parameter: parameter.name))
    for removed in paired.removed:
        comparison.findings.append(
            _global_finding(Kind.REMOVED, removed, Pointer(removed.pointer, old=True), "is gone")
        )
    for added in paired.added:
        comparison.findings.append(_global_finding(Kind.ADDED, added, Pointer(added.pointer), "is new"))
    for before, after in paired.pairs:
        context = replace(_CLIENT, subject=Subject.PARAMETER, name=after.name)
        comparison.add(compare_annotated_types(before.type, after.type, context, apis))
    return comparison


def _global_finding(kind: Kind, parameter: Parameter, where: Pointer, event: str) -> Finding:
    message = f"global parameter '{parameter.name}' {event}"
    return _CLIENT.finding(kind, message, where, subject=Subject.PARAMETER, directions=_REQUEST, name=parameter.name)


def compare_security(old: Operation, new: Operation, context: Context, apis: ComparedApis) -> Iterator[Finding]:
    """Yield the changes in the security requirements of a method, if it has its own on either side."""
    if old.security is None and new.security is None:
        return
    requirements = tuple(
        api.security if operation.security is None else operation.security
        for api, operation in ((apis.old.api, old), (apis.new.api, new))
    )
    yield from _compare_requirements((requirements[0], requirements[1]), Pointer(f"{new.pointer}/security"), context)


def _compare_requirements(
    requirements: tuple[Sequence[SecurityRequirement], Sequence[SecurityRequirement]], where: Pointer, context: Context
) -> Iterator[Finding]:
    """Yield the security alternatives that were added or removed. No alternatives are equal to an empty one."""
    old, new = ([_scheme_scopes(requirement) for requirement in side] or [frozenset()] for side in requirements)
    lost = [requirement for requirement in old if not any(other <= requirement for other in new)]
    gained = [requirement for requirement in new if not any(other <= requirement for other in old)]
    finding = partial(context.finding, where=where, subject=Subject.SECURITY, directions=_REQUEST)
    for requirement in lost:
        if requirement:
            text = _requirement_text(requirement)
            yield finding(Kind.REMOVED, f"{text} is no longer enough to authenticate", name=text)
        else:
            message = f"calls must authenticate now: {' or '.join(_requirement_text(other) for other in new)}"
            yield finding(Kind.REQUIRED, message)
    for requirement in gained:
        if requirement:
            text = _requirement_text(requirement)
            yield finding(Kind.ADDED, f"{text} can be used to authenticate", name=text)
        else:
            yield finding(Kind.OPTIONAL, "calls need not authenticate any more")
    reduced = [requirement for requirement in new if requirement and any(requirement < other for other in old)]
    if reduced and not lost and not gained:
        message = f"{_requirement_text(reduced[0])} is enough to authenticate"
        yield finding(Kind.LOOSENED, message)


def _scheme_scopes(requirement: SecurityRequirement) -> frozenset[tuple[str, str]]:
    """Return a requirement as a set of pairs of a scheme and a scope; each scheme has an empty scope, too."""
    return frozenset((key, scope) for key, scopes in requirement.items() for scope in ("", *scopes))


def _requirement_text(requirement: frozenset[tuple[str, str]]) -> str:
    schemes: dict[str, list[str]] = {}
    for key, scope in sorted(requirement):
        schemes.setdefault(key, []).extend([scope] if scope else [])
    return " with ".join(f"{key} ({', '.join(scopes)})" if scopes else key for key, scopes in schemes.items())


def _compare_schemes(old: Api, new: Api) -> Iterator[Finding]:
    """Yield the changes in security schemes."""
    paired = pair(old.security_schemes, new.security_schemes, (lambda scheme: scheme.key,))
    for before, after in paired.pairs:
        if _credential_location(before) != _credential_location(after):
            passed, was_passed = _credential_text(after), _credential_text(before)
            message = f"the credentials of {after.key} are passed as {passed} now, they were {was_passed}"
            where = Pointer(after.pointer)
            yield _CLIENT.finding(
                Kind.CHANGED, message, where, subject=Subject.SECURITY, directions=_REQUEST, name=after.key
            )
        elif (before.description, before.flows) != (after.description, after.flows):
            message = f"{after.key} is described in other words, or has other flows"
            where = Pointer(after.pointer)
            yield _CLIENT.finding(
                Kind.REWORDED, message, where, subject=Subject.SECURITY, directions=_REQUEST, name=after.key
            )


def _credential_location(scheme: SecurityScheme) -> tuple[str | None, ...]:
    return scheme.type, scheme.scheme and scheme.scheme.lower(), scheme.location, scheme.parameter


def _credential_text(scheme: SecurityScheme) -> str:
    passed_in = f"{scheme.location} {scheme.parameter}" if scheme.parameter else scheme.scheme
    return f"{scheme.type} ({passed_in})" if passed_in else scheme.type


def compare_servers(
    servers: tuple[Sequence[Server], Sequence[Server]], pointers: tuple[str, str], context: Context
) -> Iterator[Finding]:
    """Yield the changes in servers: added and removed ones, the first one, and their variables."""
    old, new = servers
    paired = pair(old, new, (lambda server: server.id, lambda server: server.url))
    for removed in paired.removed:
        where = Pointer(pointers[0], old=True)
        yield context.finding(
            Kind.REMOVED,
            f"the server {removed.url} is gone",
            where,
            subject=Subject.SERVER,
            directions=_REQUEST,
            name=removed.url,
        )
    for added in paired.added:
        where = Pointer(pointers[1])
        yield context.finding(
            Kind.ADDED,
            f"the server {added.url} is new",
            where,
            subject=Subject.SERVER,
            directions=_REQUEST,
            name=added.url,
        )
    first = tuple(server[0].url if server else "" for server in servers)
    if old and new and first[0] != first[1]:
        message = f"calls go to {first[1]} where code chooses no server, they went to {first[0]}"
        yield context.finding(
            Kind.MOVED, message, Pointer(pointers[1]), subject=Subject.SERVER, directions=_REQUEST, name=first[1]
        )
    for before, after in paired.pairs:
        yield from _compare_variables(before, after, Pointer(pointers[1]), context)


def _compare_variables(old: Server, new: Server, where: Pointer, context: Context) -> Iterator[Finding]:
    paired = pair(old.variables, new.variables, (lambda variable: variable.name,))
    for removed in paired.removed:
        message = f"the variable '{removed.name}' of the server {old.url} is gone"
        yield context.finding(
            Kind.REMOVED, message, where, subject=Subject.SERVER, directions=_REQUEST, name=removed.name
        )
    for added in paired.added:
        message = f"the variable '{added.name}' of the server {new.url} is new"
        yield context.finding(Kind.ADDED, message, where, subject=Subject.SERVER, directions=_REQUEST, name=added.name)
    for before, after in paired.pairs:
        lost = sorted(set(before.values) - set(after.values)) if after.values else []
        if lost:
            message = f"the variable '{after.name}' of the server {new.url} can no longer be {', '.join(lost)}"
            yield context.finding(
                Kind.REMOVED, message, where, subject=Subject.SERVER, directions=_REQUEST, name=after.name
            )
        elif _default_and_values(before) != _default_and_values(after):
            message = f"the variable '{after.name}' of the server {new.url} has another default or other values"
            yield context.finding(
                Kind.CHANGED, message, where, subject=Subject.SERVER, directions=_REQUEST, name=after.name
            )


def _default_and_values(variable: ServerVariable) -> tuple[str, frozenset[str]]:
    return variable.default, frozenset(variable.values)
