"""`typewright init --from`: translation of another generator's configuration, with an overlay if necessary."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from typewright.base.errors import Diagnostic, SpecError, UsageError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.cli.invocation import is_url
from typewright.cli.output import echo
from typewright.config import (
    from_datamodel_codegen,
    from_fern,
    from_gen,
    from_openapi_generator,
    from_openapi_python_client,
    from_stainless,
)
from typewright.config.foreign import OVERLAY_FILE, Translation
from typewright.config.foreign_kinds import ForeignKind, kind_of
from typewright.config.translation_text import translated_configuration
from typewright.openapi.files.source import read_source
from typewright.openapi.files.yaml_output import yaml_text
from typewright.targets.finding import DefaultOptions, target_named


def translate_configuration(origin: Path, spec: Path | None, usual: Callable[[], Path], config: Path) -> None:
    """Write the translation of the configuration file `origin`, and list its settings that have no effect.

    `spec` is the description if the user names one; else that of the file, or one at a `usual` path. Raises UsageError
    if the file cannot be read, or has nothing for a language with a target.
    """
    root = _read(origin)
    kind = kind_of(root)
    named = None if spec is None else Path(os.path.relpath(spec, config.parent)).as_posix()
    translation = _translated(kind, root, named, origin)
    if named is None and not _has_description(translation, origin, config):
        translation.options["spec"] = Path(os.path.relpath(usual(), config.parent)).as_posix()
    if not translation.options.get("targets"):
        message = f"'{origin.as_posix()}' has no section of a language that there is a target of"
        raise UsageError([Diagnostic("E001", message, help=f"name one for {' or '.join(DefaultOptions())}")])
    _write(translation, origin, config)


def _translated(kind: ForeignKind, root: JsonObject, spec: str | None, origin: Path) -> Translation:
    match kind:
        case ForeignKind.DATAMODEL_CODEGEN:
            return from_datamodel_codegen.translate(from_datamodel_codegen.table_of(root) or {}, spec)
        case ForeignKind.OPENAPI_GENERATOR:
            return from_openapi_generator.translate(root, spec)
        case ForeignKind.OPENAPI_PYTHON_CLIENT:
            return from_openapi_python_client.translate(root, spec)
        case ForeignKind.STAINLESS:
            return from_stainless.translate(root, spec)
        case ForeignKind.FERN:
            return _with_overrides(from_fern.translate(root, spec), root, origin)
        case ForeignKind.FERN_OVERRIDES:
            targets: dict[str, JsonValue] = {language: {} for language in DefaultOptions()}
            made = from_fern.translate_overrides(root)
            options: dict[str, JsonValue] = {"spec": spec or "", "output": "generated", "targets": targets}
            return Translation(options, made.unused, made.actions)
    known = [target_named(name) for name in root if name in DefaultOptions()]
    return from_gen.translate(root, spec or "", known)


def _with_overrides(translation: Translation, root: JsonObject, origin: Path) -> Translation:
    """Return the translation of a `generators.yml` with that of the overrides in the same folder."""
    for name in from_fern.overrides_of(root):
        path = origin.parent / name
        if path.is_file():
            made = from_fern.translate_overrides(_read(path))
            translation.actions += made.actions
            translation.unused += made.unused
        else:
            translation.unused.append(f"overrides: {name} (there is no such file)")
    return translation


def _has_description(translation: Translation, origin: Path, config: Path) -> bool:
    """Return whether the translated file names an existing description; make its path relative to `config`."""
    spec = translation.options.get("spec")
    if isinstance(spec, str) and is_url(spec):
        return True
    path = origin.parent / str(spec or "")
    if not spec or not path.is_file():
        return False
    translation.options["spec"] = Path(os.path.relpath(path, config.parent)).as_posix()
    return True


def _read(path: Path) -> JsonObject:
    """Return a configuration in YAML, JSON or TOML. Raises UsageError if it cannot be read."""
    if not path.is_file():
        message, advice = f"there is no file '{path.as_posix()}'", "name the configuration of another generator"
        raise UsageError([Diagnostic("E001", message, help=advice)])
    if path.suffix == ".toml":
        return _read_toml(path)
    try:
        source = read_source(path, path.as_posix())
    except SpecError as fault:
        raise UsageError(fault.diagnostics) from fault
    if not isinstance(source.value, dict):
        message, advice = f"'{path.as_posix()}' holds no options", "name the configuration of another generator"
        raise UsageError([Diagnostic("E001", message, location=source.locate("#"), help=advice)])
    return source.value


def _read_toml(path: Path) -> JsonObject:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        root: JsonObject = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        message = f"cannot read '{path.as_posix()}': {fault}"
        raise UsageError([Diagnostic("E001", message, help="name the configuration of another generator")]) from fault
    if kind_of(root) is not ForeignKind.DATAMODEL_CODEGEN:
        message = f"'{path.as_posix()}' has no table 'tool.datamodel-codegen'"
        raise UsageError([Diagnostic("E001", message, help="name the file that has it")])
    return root


def _write(translation: Translation, origin: Path, config: Path) -> None:
    overlay = translation.overlay(f"What {origin.name} says of the description")
    if overlay is not None:
        path = config.with_name(OVERLAY_FILE)
        path.write_text(yaml_text(overlay), encoding="utf-8", newline="\n")
        targets = translation.options.pop("targets")
        translation.options |= {"overlays": [OVERLAY_FILE], "targets": targets}
        echo(f"wrote {path.as_posix()}")
    text = translated_configuration(translation, origin.as_posix())
    config.write_text(text, encoding="utf-8", newline="\n")
    if translation.unused:
        echo("without an effect here:")
        echo("\n".join(f"  {path}" for path in translation.unused))
