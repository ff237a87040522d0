"""A description as verbs see it that render nothing: read, with the names of the last run."""

from __future__ import annotations

from dataclasses import dataclass

from typewright.base.errors import Diagnostic, Severity, SpecError
from typewright.cli.configuration import configuration
from typewright.cli.invocation import Invocation
from typewright.config.options import Config, TargetConfig, target_for, with_packages
from typewright.ir import Api
from typewright.naming import Ledger
from typewright.naming.lock.locked import Locked, Standing, rules, standing
from typewright.openapi.document import Document, load_document
from typewright.openapi.lower import lower
from typewright.pipeline import Build
from typewright.targets.finding import defaults
from typewright.writing.lock import Lock, read_lock


@dataclass(frozen=True, slots=True)
class Described:
    """A description, its configuration, and how the names of the last run stand."""

    config: Config
    document: Document
    api: Api
    names: Standing
    previous: Lock | None
    """The lock of the last run."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What reading has found that is no error."""

    def target(self, language: str) -> TargetConfig:
        """Return the options of a language, those that hold by default where it is no target."""
        found = next((each for each in self.config.targets if each.language == language), None)
        return found or target_for(language, self.config, defaults())

    def ledger(self, target: TargetConfig) -> Ledger:
        """Return the names that a target has already."""
        return self.names.ledger(target.language, rules(target))


def described(invocation: Invocation) -> Described:
    """Return the description that `invocation` names. Raises UsageError or SpecError where the user must mend it."""
    config = configuration(invocation)
    previous = read_lock(invocation.asked().lock_path)
    pinned = {} if previous is None else previous.inputs
    document = load_document(
        config.spec, root_folder=config.root, allow=config.allow, overlays=config.overlays, pinned=pinned
    )
    api, found = lower(document, from_examples=config.examples.from_examples)
    if any(each.severity is Severity.ERROR for each in found):
        raise SpecError(found)
    locked = Locked() if previous is None else Locked(previous.names, previous.sketches)
    diagnostics = tuple(dict.fromkeys((*document.diagnostics, *found)))
    return Described(with_packages(config, api.title), document, api, standing(locked, api), previous, diagnostics)


def of_build(build: Build) -> Described:
    """Return the description of a build, with the names that it gave."""
    names = standing(build.locked, build.api)
    return Described(build.config, build.document, build.api, names, None, build.diagnostics)
