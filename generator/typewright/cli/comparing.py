"""Comparison of two descriptions by name, with the locations of the changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.limits import gc_paused, recursion_limit_raised
from typewright.changes import Changes, NamedApi, compare
from typewright.changes.change import Change, Pointer, renamed_text
from typewright.changes.methods import method_name
from typewright.cli.configuration import configuration
from typewright.cli.invocation import CONFIGURATION, Invocation
from typewright.cli.locked_names import locked_of
from typewright.cli.message_format import in_workspace_location
from typewright.config.options import Config, NamingConfig, ResponseFormat, TargetConfig
from typewright.ir import Api
from typewright.naming import Language, assign
from typewright.naming.lock.locked import NOTHING_LOCKED, KeptNames, Locked, kept_names, rules
from typewright.openapi.description import describe
from typewright.openapi.document import Document
from typewright.openapi.revisions import load_revision_or_file
from typewright.surface import surface, surface_of
from typewright.surface.error_rules import AnswerStyle
from typewright.targets.projects import make_project
from typewright.writing.lock import read_lock

_ANY = "any"
"""The key for all languages if no target is configured: names are compared without the conventions of a language."""


class Comparison(Struct, frozen=True):
    """The changes, and the heading of their section in a changelog."""

    changes: Changes
    heading: str
    since: str
    """The digest of the old description's root file, which identifies the part of a changelog."""


class _Naming(Struct, frozen=True):
    """How types are named: the rules, the language whose locked names are used, and the content of the lock."""

    config: NamingConfig = field(default_factory=NamingConfig)
    language: str = _ANY
    rules: str = ""
    locked: Locked = NOTHING_LOCKED
    answers: AnswerStyle = "declared"
    response_format: ResponseFormat = "flat"


@recursion_limit_raised()
@gc_paused()
def compared(old: str, new: str, config: Path | None) -> Comparison:
    """Return the changes between two descriptions, according to the configuration if there is one.

    Its overlays apply to both descriptions, and changes state the names in its targets. Raises UsageError if a
    description does not exist, SpecError if it cannot be read.
    """
    settings, naming = _settings(config)
    documents = (_document(old, settings), _document(new, settings))
    before, after = (describe(document).without_errors().api for document in documents)
    former, locked = _described(before, naming, kept_names(naming.locked, before))
    second = kept_names(locked, after)
    current, _ = _described(after, naming, second)
    changes = compare(former, current, second.moves.pairs)
    targets = settings.targets if settings is not None and changes.all else ()
    called: dict[str, Mapping[str, str]] = {}
    for described, names in ((former, kept_names(naming.locked, before)), (current, second)):
        called |= _called_in_languages(described, names, targets)
    located = tuple(_in_languages(_located(change, documents), called) for change in changes.all)
    heading = "Unreleased" if before.version == after.version else after.version
    return Comparison(Changes(located), heading, documents[0].sources[0].content_digest)


def _settings(config: Path | None) -> tuple[Config | None, _Naming]:
    """Return the configuration in use, None without one, and the naming of types."""
    if config is None and not CONFIGURATION.is_file():
        return None, _Naming()
    invocation = Invocation(config=config)
    settings = configuration(invocation)
    if not settings.targets:
        return settings, _Naming(settings.naming)
    target, lock = settings.targets[0], read_lock(invocation.inputs().lock_path)
    locked = locked_of(lock)
    return settings, _Naming(
        config=target.naming,
        language=target.language,
        rules=rules(target),
        locked=locked,
        answers=target.answers,
        response_format=target.response_format,
    )


def _document(name: str, settings: Config | None) -> Document:
    if settings is None:
        return load_revision_or_file(name)
    return load_revision_or_file(name, root_folder=settings.root, allow=settings.allow, overlays=settings.overlays)


def _described(api: Api, naming: _Naming, names: KeptNames) -> tuple[NamedApi, Locked]:
    """Return a description with its public names, and the content of a lock for these."""
    ledger = names.ledger(naming.language, naming.rules)
    symbols = assign(
        surface(api, naming.config, naming.answers, naming.response_format), naming.config, Language(), ledger
    ).symbols
    shown = {symbol.id: symbol.name for symbol in reversed(tuple(symbols.values()))}
    return NamedApi(api, shown), names.closed({naming.language: ledger})


def _located(change: Change, documents: tuple[Document, Document]) -> Change:
    """Return a change with the lines and columns of its locations."""
    other = change.counterpart
    counterpart = None if other is None else _where(_existing(other, documents), documents)
    return replace(change, where=_where(change.where, documents), counterpart=counterpart)


def _where(where: Pointer, documents: tuple[Document, Document]) -> Pointer:
    location = documents[0 if where.old else 1].location(where.pointer, at_key=where.pointer != "#")
    return replace(where, location=location)


def _existing(where: Pointer, documents: tuple[Document, Document]) -> Pointer:
    """Return the location, or that of its nearest existing parent."""
    document, pointer = documents[0 if where.old else 1], where.pointer
    while "/" in pointer and not _has_pointer(document, pointer):
        pointer = pointer.rpartition("/")[0]
    return replace(where, pointer=pointer)


def _has_pointer(document: Document, pointer: str) -> bool:
    try:
        document.value_at(pointer)
    except KeyError:
        return False
    return True


def _called_in_languages(
    described: NamedApi, names: KeptNames, targets: Sequence[TargetConfig]
) -> dict[str, dict[str, str]]:
    """Return the names of types and methods in each configured language, by their names in changes."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for target in targets:
        project = make_project(
            surface_of(described.api, target),
            target,
            names.ledger_of(target),
        )
        for symbol in reversed(tuple(project.names.symbols.values())):
            found[described.symbol(symbol.id)][target.language] = symbol.name
        for method in project.client.methods.values():
            found[method_name(method.operation)][target.language] = ".".join(method.access)
    return found


def _in_languages(change: Change, called: Mapping[str, Mapping[str, str]]) -> Change:
    """Return a change with the name of its method, or else its type, in each language, and the former ones."""
    name = change.method or change.symbol
    by_language = called.get(name, {})
    message = change.message
    if change.former:
        message = renamed_text(change.subject, *(_all_names(called, of) for of in (change.former, name)))
    return replace(change, called=tuple(sorted(by_language.items())), message=message)


def _all_names(called: Mapping[str, Mapping[str, str]], name: str) -> str:
    by_language = called.get(name, {})
    return " / ".join(dict.fromkeys(by_language[language] for language in sorted(by_language))) or name


def annotated(changes: Changes) -> Changes:
    """Return changes with file names as annotations of GitHub workflows require them."""
    return Changes(tuple(map(_placed, changes.all)))


def _placed(change: Change) -> Change:
    where = change.where
    return (
        change if where.old else replace(change, where=replace(where, location=in_workspace_location(where.location)))
    )
