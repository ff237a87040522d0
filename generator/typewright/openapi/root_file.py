"""Normalization of the root file of a description before it is read."""

from __future__ import annotations

from typewright.openapi.extensions import add_usual_names
from typewright.openapi.files.source import Source
from typewright.openapi.swagger.source import convert_source


def as_openapi(source: Source) -> Source:
    """Return a root file as OpenAPI 3: Swagger 2.0 is converted, and extensions get their usual names."""
    return add_usual_names(convert_source(source))
