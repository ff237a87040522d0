"""Which modules of the runtime a client needs: those that its own modules import, and what these import."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.rendering.runtime_files import needed_modules
from typewright.surface import EVENT_STREAM, Method, is_json
from typewright.surface.parts import FORM, essence
from typewright.targets.contract import Project
from typewright.targets.python.models.package import RUNTIME
from typewright.targets.python.options import PythonOptions

_ALWAYS = (
    "base_client",
    "engine",
    "operation",
    "options",
    "description",
    "answers",
    "bodies",
    "errors",
    "hooks",
    "dates",
    "raw",
)
_SCHEMES = {"oauth2": "oauth2", "digest": "digest"}


def client_runtime(project: Project[PythonOptions]) -> tuple[str, ...]:
    """Return the sources of the client's runtime, relative to the folder of templates."""
    names = [*_ALWAYS, f"{project.options.http_client}_library", *dict.fromkeys(_optional(project))]
    models = set(needed_modules([f"{RUNTIME}/__init__.py"]))
    needed = needed_modules([f"{RUNTIME}/client/{name}.py" for name in names])
    return tuple(source for source in needed if source not in models)


def _optional(project: Project[PythonOptions]) -> Iterator[str]:
    for method in project.surface.methods:
        yield from _of_method(method)
    for scheme in project.api.security_schemes:
        if isinstance(scheme.flows.get("clientCredentials"), dict):
            yield "oauth2"
        if (scheme.scheme or "").lower() == "digest":
            yield "digest"


def _of_method(method: Method) -> Iterator[str]:
    if method.body is not None:
        name = essence(method.body.media_type)
        if name.startswith("multipart/"):
            yield "multipart"
        elif name == FORM:
            yield "forms"
    if isinstance(method.operation.extensions.get("x-speakeasy-pagination"), dict):
        yield "paging"
    for _, media in method.responses:
        name = essence(media.media_type)
        if name == EVENT_STREAM:
            yield "event_stream"
        elif not is_json(name) and not name.startswith("text/"):
            yield "binary"
