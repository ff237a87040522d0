"""The modules of the runtime that a client needs: those that its own modules import, with their imports."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.client.media_kinds import MediaKind
from typewright.client.security import SchemeKind
from typewright.rendering.runtime_files import needed_modules
from typewright.targets.contract import Project
from typewright.targets.typescript.client.deprecations import has_deprecations
from typewright.targets.typescript.client.operations import written_alternatives
from typewright.targets.typescript.options import TypeScriptOptions

RUNTIME = "typescript/runtime"
"""The folder of the runtime's modules, relative to `templates/`."""
_ALWAYS = (
    *("client", "call", "api-promise", "operation", "result", "errors", "http", "hooks"),
    *(
        "answers",
        "request",
        "debug-log",
        "companion",
        "validation",
        "constraints",
        "formats",
        "patterns",
        "json-schema",
    ),
    *("dates", "bytes", "unions", "web", "files", "security", "retries"),
    *("event-stream", "paging", "styles", "telemetry"),
)
"""The modules of every client, or those whose types it exports."""
_BODIES = {
    MediaKind.JSON: "json-body",
    MediaKind.FORM: "form-body",
    MediaKind.MULTIPART: "multipart-body",
    MediaKind.JSON_LINES: "json-lines-body",
}

_ANSWERS = {MediaKind.JSON_LINES: "json-lines", MediaKind.JSON_SEQUENCE: "json-sequence"}


def client_runtime(project: Project[TypeScriptOptions]) -> tuple[str, ...]:
    """Return the sources of the client's runtime, relative to the folder of templates."""
    names = (*_ALWAYS, *dict.fromkeys(_optional(project)))
    return tuple(needed_modules([f"{RUNTIME}/{name}.ts" for name in names]))


def _optional(project: Project[TypeScriptOptions]) -> Iterator[str]:
    for method in project.client.methods.values():
        bodies = written_alternatives(method)
        if has_deprecations(project, method, bodies):
            yield "deprecation"
        if len(bodies) > 1:
            yield "body-choice"
        yield from ("raw-body" if body.is_raw else _BODIES.get(body.kind, "raw-body") for body in bodies)
        if method.result.form != "headers":
            yield "envelopes"
        for answer in method.answers:
            if answer.kind in _ANSWERS:
                yield _ANSWERS[answer.kind]
    for scheme in project.client.security.schemes:
        if scheme.kind in (SchemeKind.CLIENT_CREDENTIALS, SchemeKind.RESOURCE_OWNER):
            yield "oauth2"
        elif scheme.kind is SchemeKind.DIGEST:
            yield "digest"
    if project.options.int64 == "bigint":
        yield "bigint"
    if project.client.incoming:
        yield "webhooks"
