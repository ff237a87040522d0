"""A file in Swagger 2.0 as a source whose value is the OpenAPI document that it is converted to."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from typewright.base.errors import Diagnostic, Location, Severity
from typewright.base.json_value import JsonValue
from typewright.openapi.files.source import Source
from typewright.openapi.swagger.conversion import convert
from typewright.openapi.swagger.parts import convert_part
from typewright.openapi.swagger.source_map import SourceMap

_SHOWN_LOSSES = 8
"""Up to how many of the things that are not carried over a message names."""


@dataclass(frozen=True)
class ConvertedSource(Source):
    """A description that was converted: `locate` finds the places of the result in the file that the user wrote."""

    written: Source | None = field(default=None, repr=False)
    places: SourceMap = field(default_factory=SourceMap, repr=False)

    def locate(self, pointer: str, *, key: bool = False) -> Location:
        """Return the location of what was written for a part of the result."""
        written = self.written_pointer(pointer)
        return super().locate(written, key=key) if self.written is None else self.written.locate(written, key=key)

    def written_pointer(self, pointer: str) -> str:
        """Return the pointer, in the file, of what was written for a part of the result."""
        return self.places.origin(pointer)


def is_swagger_2(source: Source) -> bool:
    """Whether a file is a description in Swagger 2.0."""
    version = source.value.get("swagger") if isinstance(source.value, dict) else None
    return isinstance(version, str | int | float) and not isinstance(version, bool) and str(version) in ("2", "2.0")


def converted(source: Source) -> Source:
    """Return a source in OpenAPI; one in Swagger 2.0 is converted, and says so in a warning, others stay."""
    if not is_swagger_2(source) or not isinstance(source.value, dict):
        return source
    document, places = convert(source.value)
    return _with(source, document, places, _warning(source, places))


def converted_part(source: Source) -> Source:
    """Return another file of a description in Swagger 2.0, its schemas and parameters as OpenAPI has them."""
    places = SourceMap()
    return _with(source, convert_part(source.value, places), places)


def _with(source: Source, value: JsonValue, places: SourceMap, *found: Diagnostic) -> ConvertedSource:
    kept = {entry.name: getattr(source, entry.name) for entry in fields(Source)}
    kept |= {"value": value, "diagnostics": (*source.diagnostics, *found)}
    return ConvertedSource(**kept, written=source, places=places)


def _warning(source: Source, places: SourceMap) -> Diagnostic:
    """Return the one warning: that the file is converted, and what could not be carried over."""
    lost = [f"{what} (line {source.locate(pointer).line})" for pointer, what in places.lost.items()]
    more = f", and {len(lost) - _SHOWN_LOSSES} more" if len(lost) > _SHOWN_LOSSES else ""
    without = f"; not carried over: {'; '.join(lost[:_SHOWN_LOSSES])}{more}" if lost else ""
    return Diagnostic(
        code="W324",
        message=f"this is Swagger 2.0, and read as OpenAPI 3.0{without}",
        severity=Severity.WARNING,
        location=source.locate("#/swagger"),
        pointer="#/swagger",
        help="convert the description to OpenAPI 3 to be rid of this",
    )
