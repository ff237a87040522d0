"""A description with the names of the last run, for commands that render nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from msgspec import Struct, structs

from typewright.base.errors import Diagnostic
from typewright.cli.configuration import configuration
from typewright.cli.invocation import Invocation
from typewright.cli.locked_names import locked_of
from typewright.config.options import Config, TargetConfig, target_for, with_packages
from typewright.examples.invalid import invalid_examples
from typewright.examples.replacement import with_valid_examples
from typewright.ir import Api
from typewright.naming.lock.locked import KeptNames, kept_names
from typewright.naming.route_names import named_by_routes
from typewright.openapi.description import read_description
from typewright.openapi.document import Document
from typewright.pipeline import Build
from typewright.surface import surface_of
from typewright.targets.contract import Project
from typewright.targets.finding import DefaultOptions
from typewright.targets.projects import make_project
from typewright.writing.lock import Lock, read_lock


class Described(Struct, frozen=True):
    """A description, its configuration, and the names of the last run."""

    config: Config
    document: Document
    api: Api
    names: KeptNames
    previous: Lock | None
    """The lock of the last run."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """The diagnostics of reading that are not errors."""

    def options(self, language: str) -> TargetConfig:
        """Return the options of a language, the defaults if it is not configured."""
        found = next((target for target in self.config.targets if target.language == language), None)
        if found is not None:
            return found
        options = target_for(language, self.config, DefaultOptions())
        return with_packages(replace(self.config, targets=(options,)), self.api.title).targets[0]

    def project(self, options: TargetConfig) -> Project[Any]:
        """Return the project of the description for a target with these options, with the names of the last run."""
        return make_project(
            surface_of(self.api, options),
            options,
            self.names.ledger_of(options),
        )


def described(invocation: Invocation) -> Described:
    """Return the description that `invocation` names. Raises UsageError or SpecError for faults of the user's input."""
    config = configuration(invocation)
    previous = read_lock(invocation.inputs().lock_path)
    pinned: Mapping[str, str] = {} if previous is None else previous.inputs
    description = read_description(config, pinned).without_errors()
    locked = locked_of(previous)
    api = named_by_routes(description.api, config.route_names, locked)
    return Described(
        config=with_packages(config, api.title),
        document=description.document,
        api=api,
        names=kept_names(locked, api),
        previous=previous,
        diagnostics=description.diagnostics,
    )


def with_shown_examples(of: Described) -> Described:
    """Return a description with the examples of its style: with the style `valid`, invalid ones are replaced."""
    if of.config.examples.style != "valid":
        return of
    return structs.replace(of, api=with_valid_examples(of.api, invalid_examples(of.api)))


def of_build(build: Build) -> Described:
    """Return the description of a build, with the names that the build assigned."""
    return Described(
        config=build.config,
        document=build.document,
        api=build.api,
        names=kept_names(build.locked, build.api),
        previous=None,
        diagnostics=build.diagnostics,
    )
