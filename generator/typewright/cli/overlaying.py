"""Application and validation of overlays given by name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from typewright.base.errors import Diagnostic, Severity, SpecError, UsageError
from typewright.base.printing import json_text
from typewright.cli.messages import print_diagnostics
from typewright.openapi.files.source import Source, read_source
from typewright.openapi.files.yaml_output import yaml_text
from typewright.openapi.overlays.application import apply_overlays
from typewright.openapi.overlays.reading import Overlay, read_overlay


def applied(paths: Sequence[Path], spec: Path | None) -> Source:
    """Return the description after all overlays; warnings are printed.

    Raises UsageError if no description is named, SpecError if a file or an action is invalid.
    """
    overlays = [read_overlay(path) for path in paths]
    file = spec or _extended(paths[0], overlays[0])
    if file is None:
        advice = "name it with '--spec FILE', or as 'extends:' in the overlay"
        raise UsageError([Diagnostic("E001", "no description is named", help=advice)])
    result = apply_overlays(read_source(file, file.as_posix()), overlays)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in result.diagnostics):
        raise SpecError(result.diagnostics)
    print_diagnostics(result.diagnostics)
    return result


def _extended(path: Path, overlay: Overlay) -> Path | None:
    """Return the file that an overlay extends, relative to it; None for a URL, which is not fetched."""
    if overlay.extends is None or "://" in overlay.extends.replace("file://", ""):
        return None
    return path.parent / overlay.extends.removeprefix("file://")


def written(source: Source, out: Path | None) -> str:
    """Return the text of a description in the syntax of the file name `out`, else in that of its file."""
    suffix = "" if out is None else out.suffix.lower()
    as_json = suffix == ".json" or (suffix not in (".yaml", ".yml") and source.syntax == "json")
    if as_json:
        return json_text(source.value) + "\n"
    return yaml_text(source.value)


def validated(paths: Sequence[Path], spec: Path | None) -> tuple[int, int]:
    """Return the number of actions of the overlays, and that of warnings, which are printed.

    Raises SpecError for faults. Without a description the targets of actions are not evaluated.
    """
    overlays = [read_overlay(path) for path in paths]
    file = spec or _extended(paths[0], overlays[0])
    warnings = 0
    if file is not None:
        warnings = len(applied(paths, file).diagnostics)
    return sum(len(overlay.actions) for overlay in overlays), warnings
