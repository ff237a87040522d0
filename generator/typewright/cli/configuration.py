"""Invocation → configuration, from the file, or from the options under the same rules."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from typewright.base.errors import Diagnostic, Location, SpecError, UsageError
from typewright.base.json_value import JsonObject
from typewright.cli.invocation import CONFIGURATION, Invocation
from typewright.config.options import Config
from typewright.config.reading import read_config
from typewright.openapi.files.source import read_source
from typewright.targets.finding import DefaultOptions, built_in_languages


def configuration(invocation: Invocation) -> Config:
    """Return the configuration that `invocation` names. Raises UsageError where it cannot be had."""
    if invocation.config is not None and invocation.by_options:
        message = "--config and options that describe a run without a configuration exclude each other"
        raise UsageError([Diagnostic("E001", message, help="write the options into the configuration file")])
    config = _from_options(invocation) if invocation.by_options else _from_file(invocation.config_path)
    missing = _missing(config.spec)
    if missing is not None:
        advice = "name the OpenAPI description with '--spec FILE', or as 'spec: FILE' in typewright.yaml"
        raise UsageError([Diagnostic("E001", missing, help=advice)])
    return config


def _missing(spec: Path) -> str | None:
    """Return why there is no description at `spec`; None where there is one."""
    shown = spec.as_posix()
    try:
        if spec.is_file():
            return None
        if spec.exists():
            return f"'{shown}' is a folder" if spec.is_dir() else f"'{shown}' is no regular file"
    except OSError as fault:
        return f"cannot look for '{shown[:100]}': {str(fault.strerror).lower()}"
    return f"there is no file '{shown}'"


def _from_file(path: Path) -> Config:
    if not path.is_file():
        message = f"there is no configuration '{path.as_posix()}'"
        advice = "name the description with '--spec FILE', or write typewright.yaml with 'spec:' and 'targets:'"
        raise UsageError([Diagnostic("E001", message, help=advice)])
    try:
        source = read_source(path, path.as_posix())
    except SpecError as fault:
        raise UsageError(fault.diagnostics) from fault

    def locate(pointer: str) -> Location:
        """Return the place of a pointer in the file: that of its key, save for the root."""
        return source.locate(pointer, key=pointer != "#")

    node = source.value
    return read_config(node, folder=path.parent, locate=locate, defaults=DefaultOptions())


def _from_options(invocation: Invocation) -> Config:
    """Validate the options by the rules of a file with the same content."""
    if invocation.spec is None:
        message = f"no description is named: '--spec FILE' is missing, and there is no {CONFIGURATION} in use"
        raise UsageError([Diagnostic("E001", message, help="add '--spec FILE'")])
    package: JsonObject = {} if invocation.package is None else {"package": invocation.package}
    node: JsonObject = {
        "spec": invocation.spec.as_posix(),
        "output": invocation.output.as_posix(),
        "targets": {language: dict(package) for language in invocation.targets or built_in_languages()},
    }
    if invocation.formatter is not None:
        node["formatter"] = invocation.formatter
    config = read_config(node, folder=Path(), locate=lambda _: None, defaults=DefaultOptions())
    return replace(config, root=_project(invocation.spec))


def _project(spec: Path) -> Path:
    """Return the folder that limits `$ref`s: the working folder where it contains the description, else its folder."""
    inside = Path(os.path.abspath(spec)).is_relative_to(Path.cwd())  # noqa: PTH100 - links are kept as they are
    return Path() if inside else spec.parent
