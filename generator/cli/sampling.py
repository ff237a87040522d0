"""What `typewright examples` and `typewright code-samples` print."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from generator.cli.configuration import configuration
from generator.cli.invocation import Invocation
from generator.config import Config, TargetConfig, target_for, with_packages
from generator.errors import Diagnostic, Severity, SpecError, UsageError
from generator.examples.refused import refused_examples
from generator.examples.replacing import with_admitted_examples
from generator.ir import Api
from generator.json_value import JsonObject
from generator.naming import Ledger
from generator.naming.locked import Locked, Standing, rules, standing
from generator.openapi.document import load_document
from generator.openapi.lower import lower
from generator.openapi.yaml_output import yaml_text
from generator.recursion import room_to_recurse
from generator.targets.code_samples import code_samples
from generator.targets.curl import as_curl
from generator.targets.finding import defaults
from generator.targets.python.sample_code import python_sample
from generator.targets.samples import as_json, as_value
from generator.targets.typescript.sample_code import typescript_sample
from generator.writing.lock import read_lock


@dataclass(frozen=True, slots=True)
class _Described:
    """A description, its configuration, and how the names of the last run stand."""

    api: Api
    config: Config
    names: Standing

    def target(self, language: str) -> TargetConfig:
        """Return the options of a language, those that hold by default where it is no target."""
        found = next((each for each in self.config.targets if each.language == language), None)
        return found or target_for(language, self.config, defaults())

    def ledger(self, target: TargetConfig) -> Ledger:
        """Return the names that a target has already."""
        return self.names.ledger(target.language, rules(target))


def _described(invocation: Invocation) -> _Described:
    config = configuration(invocation)
    document = load_document(config.spec, root_folder=config.root, overlays=config.overlays)
    api, found = lower(document, from_examples=config.examples.from_examples)
    if any(each.severity is Severity.ERROR for each in found):
        raise SpecError(found)
    previous = read_lock(invocation.asked().lock_path)
    locked = Locked() if previous is None else Locked(previous.names, previous.sketches)
    names = standing(locked, api)
    if config.examples.style == "valid":
        api = with_admitted_examples(api, refused_examples(api))
    return _Described(api, with_packages(config, api.title), names)


@room_to_recurse()
def example(invocation: Invocation, asked: str, status: str | None, form: str) -> str:
    """Return one example of the operation `asked`: its request, or with `status` a response. Raises UsageError."""
    of = _described(invocation)
    if form == "curl" and status is not None:
        advice = "leave out '--status', or choose another format"
        raise UsageError([Diagnostic("E001", "curl sends requests: a response is none", help=advice)])
    target = of.target("python" if form == "python" else "typescript")
    made = python_sample if form == "python" else typescript_sample
    sample, code = made(of.api, target, of.ledger(target), asked, status)
    match form:
        case "json":
            return as_json(sample)
        case "yaml":
            return yaml_text(as_value(sample)).removesuffix("...\n").rstrip("\n")
        case "curl":
            return as_curl(sample, of.api)
    return code


@room_to_recurse()
def samples_overlay(invocation: Invocation, out: Path | None) -> str:
    """Return the overlay with the code samples of all operations, as YAML; `out` is where it is going to be."""
    of = _described(invocation)
    ledgers = {target.language: of.ledger(target) for target in of.config.targets}
    overlay = code_samples(of.api, of.config, ledgers)
    if out is not None:
        relative = Path(os.path.relpath(of.config.spec, out.parent)).as_posix()
        head: JsonObject = {key: overlay[key] for key in ("overlay", "info")}
        overlay = {**head, "extends": quote(relative, safe="/:@!$&'()*+,;=~"), "actions": overlay["actions"]}
    return yaml_text(overlay)
