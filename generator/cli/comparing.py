"""Two descriptions by name → their changes, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.changes import Changes, Described, compare
from generator.changes.change import Change
from generator.cli.configuration import configuration
from generator.cli.invocation import CONFIGURATION, Invocation
from generator.config import NamingConfig
from generator.errors import Severity, SpecError
from generator.ir import Api
from generator.naming import Language, assign
from generator.naming.locked import Locked, Standing, standing
from generator.openapi.document import Document
from generator.openapi.lower import lower
from generator.openapi.revisions import load_revision_or_file
from generator.recursion import room_to_recurse
from generator.surface import surface

_LANGUAGE = "any"
"""Stands for all languages: names are compared before a language has a word in them."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed, and how a changelog heads it."""

    changes: Changes
    heading: str


@room_to_recurse()
def compared(old: str, new: str, config: Path | None) -> Comparison:
    """Return what changed between two descriptions; names follow the configuration, where there is one.

    Raises UsageError where a description is not there, SpecError where it cannot be read.
    """
    naming = _naming(config)
    documents = (load_revision_or_file(old), load_revision_or_file(new))
    before, after = (_api(document) for document in documents)
    first = standing(Locked(), before)
    former, locked = _described(before, naming, first)
    second = standing(locked, after)
    current, _ = _described(after, naming, second)
    changes = compare(former, current, second.moves.pairs)
    located = tuple(_located(change, documents) for change in changes.all)
    same = before.version == after.version
    return Comparison(Changes(located), "Unreleased" if same else after.version)


def _naming(config: Path | None) -> NamingConfig:
    """Return the naming rules of the first target in the configuration, the common ones where it has none."""
    if config is None and not CONFIGURATION.is_file():
        return NamingConfig()
    settings = configuration(Invocation(config=config))
    return settings.targets[0].naming if settings.targets else settings.naming


def _api(document: Document) -> Api:
    api, diagnostics = lower(document)
    if any(each.severity is Severity.ERROR for each in diagnostics):
        raise SpecError(diagnostics)
    return api


def _described(api: Api, naming: NamingConfig, names: Standing) -> tuple[Described, Locked]:
    """Return a description with its public names, and what a lock would hold of these."""
    ledger = names.ledger(_LANGUAGE, "")
    symbols = assign(surface(api, naming), naming, Language(), ledger).symbols
    shown = {symbol.id: symbol.name for symbol in reversed(tuple(symbols.values()))}
    return Described(api, shown), names.closed({_LANGUAGE: ledger})


def _located(change: Change, documents: tuple[Document, Document]) -> Change:
    """Return a change with line and column of its place."""
    where = change.where
    location = documents[0 if where.old else 1].location(where.pointer, key=where.pointer != "#")
    return replace(change, where=replace(where, location=location))
