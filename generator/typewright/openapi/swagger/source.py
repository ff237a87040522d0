"""Sources in Swagger 2.0 whose value is converted to OpenAPI 3.0."""

from __future__ import annotations

from msgspec import field
from msgspec.structs import fields

from typewright.base.errors import Diagnostic, Location, Severity
from typewright.base.json_value import JsonValue
from typewright.openapi.files.source import Source
from typewright.openapi.swagger.conversion import convert
from typewright.openapi.swagger.referenced_files import convert_referenced_value
from typewright.openapi.swagger.source_map import SourceMap

_SHOWN_LOSSES = 8
"""How many losses a message names at most."""


class ConvertedSource(Source, frozen=True, dict=True):
    """A converted source. `locate` maps pointers of the result to locations in the file as it was written."""

    written: Source | None = None
    source_map: SourceMap = field(default_factory=SourceMap)

    def locate(self, pointer: str, *, at_key: bool = False) -> Location:
        """Return the location in the original file of the value at `pointer` of the result."""
        written = self.written_pointer(pointer)
        return (
            super().locate(written, at_key=at_key)
            if self.written is None
            else self.written.locate(written, at_key=at_key)
        )

    def written_pointer(self, pointer: str) -> str:
        """Return the pointer in the original file for `pointer` of the result."""
        return self.source_map.origin(pointer)


def is_swagger_2(source: Source) -> bool:
    """Return whether `source` is a description in Swagger 2.0."""
    version = source.value.get("swagger") if isinstance(source.value, dict) else None
    return isinstance(version, str | int | float) and not isinstance(version, bool) and str(version) in ("2", "2.0")


def convert_source(source: Source) -> Source:
    """Return `source` converted from Swagger 2.0 to OpenAPI 3.0, with a warning; any other source unchanged."""
    if not is_swagger_2(source) or not isinstance(source.value, dict):
        return source
    document, source_map = convert(source.value)
    return _with_value(source, document, source_map, _warning(source, source_map))


def convert_referenced_file(source: Source) -> Source:
    """Return a file that a Swagger 2.0 description refers to, with its schemas and parameters converted."""
    source_map = SourceMap()
    return _with_value(source, convert_referenced_value(source.value, source_map), source_map)


def _with_value(source: Source, value: JsonValue, source_map: SourceMap, *diagnostics: Diagnostic) -> ConvertedSource:
    attributes = {entry.name: getattr(source, entry.name) for entry in fields(Source)}
    attributes |= {"value": value, "diagnostics": (*source.diagnostics, *diagnostics)}
    return ConvertedSource(**attributes, written=source, source_map=source_map)


def _warning(source: Source, source_map: SourceMap) -> Diagnostic:
    """Return the warning that the file was converted, with the list of what was not."""
    losses = [f"{what} (line {source.locate(pointer).line})" for pointer, what in source_map.losses.items()]
    more = f", and {len(losses) - _SHOWN_LOSSES} more" if len(losses) > _SHOWN_LOSSES else ""
    not_converted = f"; not carried over: {'; '.join(losses[:_SHOWN_LOSSES])}{more}" if losses else ""
    return Diagnostic(
        code="W324",
        message=f"this is Swagger 2.0, and read as OpenAPI 3.0{not_converted}",
        severity=Severity.WARNING,
        location=source.locate("#/swagger"),
        pointer="#/swagger",
        help="convert the description to OpenAPI 3 to be rid of this",
    )
