"""Reads and lowers the OpenAPI description that a configuration names: the entry point of the OpenAPI layer."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from typewright.base.errors import Diagnostic, Severity, SpecError
from typewright.config.habits import Habit
from typewright.config.options import Config
from typewright.ir import Api
from typewright.openapi.document import Document, load_document
from typewright.openapi.lower import lower
from typewright.openapi.remote import load_content
from typewright.openapi.selection import Selection

Digests = Mapping[str, str]
NOTHING_PINNED: Digests = MappingProxyType({})


class Description(Struct, frozen=True):
    """A description: the document as it was written, and the API that it was lowered to."""

    document: Document
    api: Api
    diagnostics: tuple[Diagnostic, ...]
    """The diagnostics of reading and lowering, without duplicates."""

    def without_errors(self) -> Description:
        """Return this description. Raises SpecError with all diagnostics if one of them is an error."""
        if any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics):
            raise SpecError(self.diagnostics)
        return self


def read_description(config: Config, pinned: Digests = NOTHING_PINNED) -> Description:
    """Return the description that `config` names. `pinned` maps URLs to the digests that their content must have.

    Raises SpecError if a file cannot be read at all. The findings of lowering are in `Description.diagnostics`.
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
    """Return `document` and the API that it is lowered to.

    `from_examples` is the option of `ExamplesConfig`, `habits` are the `reference_habits` of `Config`. `selection`
    chooses the operations to lower (default: all).
    """
    chosen = selection or Selection()
    api, diagnostics = lower(document, from_examples=from_examples, habits=habits, selection=chosen)
    return Description(document, api, tuple(dict.fromkeys((*document.diagnostics, *diagnostics, *chosen.warnings()))))
