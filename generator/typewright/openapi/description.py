"""A configuration → the description that it names, read and lowered: the one way into the OpenAPI layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from typewright.base.errors import Diagnostic, Severity, SpecError
from typewright.config.options import Config, Habit
from typewright.ir import Api
from typewright.openapi.document import Document, load_document
from typewright.openapi.lower import lower
from typewright.openapi.remote import load_content
from typewright.openapi.selection import Selection

Digests = Mapping[str, str]
NOTHING_PINNED: Digests = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Description:
    """A description as it was written, and as the intermediate representation has it."""

    document: Document
    api: Api
    diagnostics: tuple[Diagnostic, ...]
    """What reading and lowering found, each once."""

    def without_errors(self) -> Description:
        """Return this description. Raises SpecError with all diagnostics where one of them is an error."""
        if any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics):
            raise SpecError(self.diagnostics)
        return self


def read_description(config: Config, pinned: Digests = NOTHING_PINNED) -> Description:
    """Return the description of a configuration; URLs must have the content that `pinned` tells by digest.

    Raises SpecError where a file cannot be read at all; what lowering finds is among the diagnostics.
    """
    if config.content is None:
        document = load_document(
            config.spec, root_folder=config.root, allow=config.allow, overlays=config.overlays, pinned=pinned
        )
    else:
        document = load_content(
            config.content,
            config.address,
            root_folder=config.root,
            allow=config.allow,
            overlays=config.overlays,
            pinned=pinned,
        )
    return describe(
        document,
        from_examples=config.examples.from_examples,
        habits=frozenset(config.reference_habits),
        selection=Selection(config.include, config.exclude),
    )


def describe(
    document: Document,
    *,
    from_examples: bool = False,
    habits: frozenset[Habit] = frozenset(),
    selection: Selection | None = None,
) -> Description:
    """Return a document with what it is lowered to; `from_examples` as in `ExamplesConfig`, `habits` in `Config`.

    `selection` chooses the operations; all are lowered without it.
    """
    chosen = selection or Selection()
    api, found = lower(document, from_examples=from_examples, habits=habits, selection=chosen)
    return Description(document, api, tuple(dict.fromkeys((*document.diagnostics, *found, *chosen.warnings()))))
