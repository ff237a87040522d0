"""Reuse of the tree of the last run after an edit that changes no value of the description, as one of a comment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from typewright.base.digest import digest
from typewright.base.errors import Diagnostic, Severity
from typewright.base.value_digest import value_digest
from typewright.cli.locked_names import locked_of
from typewright.config.options import Config, with_packages
from typewright.naming.route_names import named_by_routes
from typewright.openapi.description import Description
from typewright.openapi.document import Document
from typewright.pipeline import Build
from typewright.writing.disk import read_regular
from typewright.writing.kept_files import KeptFile
from typewright.writing.lock import Lock
from typewright.writing.shared_files import is_shared
from typewright.writing.staleness import RunInputs, reusable_tree
from typewright.writing.traces import programs
from typewright.writing.tree import Tree
from typewright.writing.verified_tree import UNKNOWN, MadeOf, Warned


def made_of(build: Build) -> MadeOf:
    """Return what the tree of a build was made of; nothing if its warnings cannot be recorded."""
    warned = tuple(filter(None, map(_warned, build.warnings)))
    if len(warned) < len(build.warnings):
        return UNKNOWN
    return MadeOf(_values(build.document), warned)


def reused_build(config: Config, description: Description, inputs: RunInputs, lock: Lock | None) -> Build | None:
    """Return the result of the last run for `config`, if a run with this `description` would make the same tree.

    `lock` is that of the last run.
    """
    document = description.document
    known = UNKNOWN if lock is None else reusable_tree(inputs, lock, _values(document))
    if lock is None or not known.values:
        return None
    names = locked_of(lock)
    api = named_by_routes(description.api, config.route_names, names)
    warnings = tuple(_located(warned, document) for warned in known.warnings)
    return Build(
        config=with_packages(config, api.title),
        document=document,
        api=api,
        diagnostics=(*description.diagnostics, *warnings),
        warnings=warnings,
        tree=Tree(dict(sorted(_kept(config.output, lock.files)))),
        locked=names,
        origins={},
        laid_out={},
        traces={},
        shared={path: entry for path, entry in lock.files.items() if is_shared(entry)},
        is_reused=True,
    )


def _values(document: Document) -> str:
    """Return a digest of all values of a document, and of the programs that make files of them."""
    values = tuple((source.file, source.value) for source in document.sources)
    return digest(f"{programs('')} {value_digest(values)}".encode())


def _kept(root: Path, files: Mapping[str, str]) -> Iterator[tuple[str, KeptFile]]:
    """Yield the files of a tree that is on the disk, by path; those with text of the user are read."""
    for path, entry in files.items():
        file = f"{root}/{path}"
        if is_shared(entry):
            content = read_regular(file)
            yield path, KeptFile(file, digest(content), content)
        else:
            yield path, KeptFile(file, entry)


def _warned(warning: Diagnostic) -> Warned | None:
    """Return the record of a warning; None if it says more than that."""
    warned = (warning.code, warning.message, warning.pointer or "", warning.help or "")
    return warned if warning._replace(location=None) == _warning(warned) else None


def _warning(warned: Warned) -> Diagnostic:
    code, message, pointer, help_ = warned
    return Diagnostic(code, message, Severity.WARNING, pointer=pointer, help=help_)


def _located(warned: Warned, document: Document) -> Diagnostic:
    warning = _warning(warned)
    return warning._replace(location=document.location(warning.pointer or "#"))
