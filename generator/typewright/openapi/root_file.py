"""The root file of a description, as all that follows expects it."""

from __future__ import annotations

from typewright.openapi.extensions import rewritten
from typewright.openapi.files.source import Source
from typewright.openapi.swagger.source import converted


def as_openapi(source: Source) -> Source:
    """Return a root file in OpenAPI 3, whatever version it is written in, with the usual names of extensions."""
    return rewritten(converted(source))
