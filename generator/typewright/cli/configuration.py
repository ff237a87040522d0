"""Invocation → configuration, from the file, or from the options under the same rules."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from typewright.base.errors import Diagnostic, Location, SpecError, UsageError
from typewright.base.json_value import JsonObject
from typewright.base.suggestions import did_you_mean
from typewright.cli.invocation import CONFIGURATION, Invocation, is_url
from typewright.config.options import SHARED_SITE, Config
from typewright.config.reading import read_config
from typewright.openapi.files.fetching import FetchError, fetch_url
from typewright.openapi.files.source import Source, read_source
from typewright.openapi.remote import STANDARD_INPUT
from typewright.targets.finding import DefaultOptions, built_in_languages

_NAME_A_DESCRIPTION = "name the OpenAPI description with '--spec FILE', or as 'spec: FILE' in typewright.yaml"


def configuration(invocation: Invocation, *, needs_templates: bool = True) -> Config:
    """Return the configuration that `invocation` names.

    Raises UsageError if it does not exist, is invalid, or names a file that does not exist; the folder of templates may
    be missing without `needs_templates`.
    """
    if invocation.config is not None and invocation.is_from_options:
        message = "--config and options that describe a run without a configuration exclude each other"
        raise UsageError([Diagnostic("E001", message, help="write the options into the configuration file")])
    config = (
        _from_options(invocation)
        if invocation.is_from_options
        else _narrowed(invocation, needs_templates=needs_templates)
    )
    return replace(config, content=_content(config.address)) if config.address else config


def _missing(path: Path) -> str | None:
    """Return why there is no file at `path`; None if it exists."""
    shown = path.as_posix()
    try:
        if path.is_file():
            return None
        if path.exists():
            return f"'{shown}' is a folder" if path.is_dir() else f"'{shown}' is no regular file"
    except OSError as fault:
        return f"cannot look for '{shown[:100]}': {str(fault.strerror).lower()}"
    return f"there is no file '{shown}'"


def _missing_files(config: Config, source: Source, *, needs_templates: bool) -> Iterator[Diagnostic]:
    """Yield an error for each file that a configuration names and that does not exist, at its location."""
    named = [("#/spec", config.spec, _NAME_A_DESCRIPTION)] if not config.address else []
    advice = "correct the name of the overlay, or remove it"
    named += [(f"#/overlays/{index}", overlay, advice) for index, overlay in enumerate(config.overlays)]
    for pointer, path, help_ in named:
        message = _missing(path)
        if message is not None:
            yield Diagnostic(
                "E001", message, location=source.locate(pointer, at_key=False), pointer=pointer, help=help_
            )
    folder = config.templates
    if folder is not None and needs_templates and not folder.is_dir():
        message = f"there is no folder '{folder.as_posix()}'"
        advice = "make it with 'typewright templates eject', or remove the option"
        location = source.locate("#/templates", at_key=False)
        yield Diagnostic("E001", message, location=location, pointer="#/templates", help=advice)


def _from_file(path: Path, *, needs_templates: bool) -> Config:
    if not path.is_file():
        message = f"there is no configuration '{path.as_posix()}'"
        advice = "name the description with '--spec FILE', or write typewright.yaml with 'spec:' and 'targets:'"
        raise UsageError([Diagnostic("E001", message, help=advice)])
    try:
        source = read_source(path, path.as_posix())
    except SpecError as fault:
        raise UsageError(fault.diagnostics) from fault

    def locate(pointer: str) -> Location:
        """Return the location of a pointer in the file: that of its key, except for the root."""
        return source.locate(pointer, at_key=pointer != "#")

    node = source.value
    config = read_config(node, folder=path.parent, locate=locate, defaults=DefaultOptions())
    spec = node.get("spec") if isinstance(node, dict) else None
    if isinstance(spec, str) and is_url(spec):
        config = replace(config, address=spec)
    if missing := list(_missing_files(config, source, needs_templates=needs_templates)):
        raise UsageError(missing)
    return config


def _narrowed(invocation: Invocation, *, needs_templates: bool) -> Config:
    """Return the configuration of a file with only those targets that the command line names."""
    config = _from_file(invocation.config_path, needs_templates=needs_templates)
    if not invocation.targets:
        return config
    known = [target.language for target in config.targets]
    for language in invocation.targets:
        if language not in known:
            message = f"the configuration has no target '{language}'"
            advice = did_you_mean(language, known) or f"name one of {', '.join(known)}"
            raise UsageError([Diagnostic("E002", message, help=advice)])
    chosen = tuple(target for target in config.targets if target.language in invocation.targets)
    left = tuple(language for language in known if language not in invocation.targets)
    if left and any(target.docs.shared_site for target in config.targets):
        left = (*left, SHARED_SITE)  # it has pages of all languages
    return replace(config, targets=chosen, left_alone=left)


def _content(address: str) -> bytes:
    """Return the description at a URL, or on standard input. Raises UsageError if it cannot be read."""
    if address == STANDARD_INPUT:
        return _standard_input()
    try:
        return fetch_url(address)
    except FetchError as fault:
        message = f"cannot read '{address}': {fault}"
        raise UsageError([Diagnostic("E001", message, help="name a URL that answers with the description")]) from fault


@cache
def _standard_input() -> bytes:
    """Return all of standard input, which can be read once."""
    return sys.stdin.buffer.read()


def _from_options(invocation: Invocation) -> Config:
    """Return the configuration that options describe, by the rules of a file with the same content.

    Raises UsageError if they are invalid, or the description does not exist.
    """
    if invocation.spec is None and not invocation.address:
        message = f"no description is named: '--spec FILE' is missing, and there is no {CONFIGURATION} in use"
        raise UsageError([Diagnostic("E001", message, help="add '--spec FILE'")])
    package: JsonObject = {} if invocation.package is None else {"package": invocation.package}
    node: JsonObject = {
        "spec": invocation.address if invocation.spec is None else invocation.spec.as_posix(),
        "output": invocation.output.as_posix(),
        "targets": {language: dict(package) for language in invocation.targets or built_in_languages()},
    }
    if invocation.formatter is not None:
        node["formatter"] = invocation.formatter
    config = read_config(node, folder=Path(), locate=lambda _: None, defaults=DefaultOptions())
    if invocation.spec is None:
        return replace(config, root=Path(), address=invocation.address)
    missing = _missing(config.spec)
    if missing is not None:
        raise UsageError([Diagnostic("E001", missing, help=_NAME_A_DESCRIPTION)])
    return replace(config, root=_project(invocation.spec))


def _project(spec: Path) -> Path:
    """Return the folder that limits `$ref`s: the working folder where it contains the description, else its folder."""
    inside = Path(os.path.abspath(spec)).is_relative_to(Path.cwd())  # noqa: PTH100 - links are kept as they are
    return Path() if inside else spec.parent
