"""The modules of the runtime that a client needs: those that its own modules import, with their imports."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.client import ClientMethod
from typewright.client.media_kinds import MediaKind
from typewright.client.security import SchemeKind
from typewright.rendering.runtime_files import needed_modules
from typewright.targets.contract import Project
from typewright.targets.python.client.bodies import body_choices
from typewright.targets.python.client.class_forms import class_forms
from typewright.targets.python.client.signatures import signatures_of
from typewright.targets.python.models.package import RUNTIME
from typewright.targets.python.options import PythonOptions

_ALWAYS = (
    "base_client",
    "engine",
    "group",
    "operation",
    "options",
    "retry_config",
    "description",
    "answers",
    "bodies",
    "errors",
    "hooks",
    "dates",
    "raw",
    "telemetry",
    "aiohttp_client",
)
_SCHEMES = {
    SchemeKind.CLIENT_CREDENTIALS: "oauth2",
    SchemeKind.RESOURCE_OWNER: "oauth2",
    SchemeKind.DIGEST: "digest",
}
_BODIES = {MediaKind.MULTIPART: "multipart", MediaKind.FORM: "forms"}
_ANSWERS = {
    MediaKind.EVENTS: "event_stream",
    MediaKind.JSON_LINES: "json_lines",
    MediaKind.JSON_SEQUENCE: "json_sequence",
}
_READ_WHOLE = frozenset({MediaKind.JSON, MediaKind.TEXT, MediaKind.EVENTS, MediaKind.EMPTY})


def client_runtime(project: Project[PythonOptions]) -> tuple[str, ...]:
    """Return the sources of the client's runtime, relative to the folder of templates."""
    names = [*_ALWAYS, f"{project.options.http_client}_library", *dict.fromkeys(_optional(project))]
    models = set(needed_modules([f"{RUNTIME}/__init__.py"]))
    needed = needed_modules([f"{RUNTIME}/client/{name}.py" for name in names])
    return tuple(source for source in needed if source not in models)


def _optional(project: Project[PythonOptions]) -> Iterator[str]:
    yield from (form.base[0] for form in class_forms(project.options))
    client, signatures = project.client, project.once(signatures_of)
    for method in client.methods.values():
        yield from _of_method(method)
        if signatures.request_object(method) is not None:
            yield "request_object"
    for scheme in client.security.schemes:
        if scheme.kind in _SCHEMES:
            yield _SCHEMES[scheme.kind]
    if client.incoming:
        yield "webhooks"


def _of_method(method: ClientMethod) -> Iterator[str]:
    yield from (_BODIES[body.kind] for body in body_choices(method) if body.kind in _BODIES)
    for answer in method.successes:
        if answer.kind in _ANSWERS:
            yield _ANSWERS[answer.kind]
        if answer.kind not in _READ_WHOLE:
            yield "binary"
    if method.result.is_enveloped:
        yield "envelopes"
    if method.paging is not None:
        yield "paging"
