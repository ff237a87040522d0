"""What `typewright examples` and `typewright code-samples` print."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from typewright.base.errors import Diagnostic, UsageError
from typewright.base.json_value import JsonObject
from typewright.base.recursion_limit import room_to_recurse
from typewright.cli.described import Described, described
from typewright.cli.invocation import Invocation
from typewright.examples.invalid import refused_examples
from typewright.examples.replacement import with_admitted_examples
from typewright.openapi.files.yaml_output import yaml_text
from typewright.surface import surface
from typewright.targets.calls.code_samples import code_samples
from typewright.targets.calls.curl import as_curl
from typewright.targets.calls.samples import as_json, as_value, method_of
from typewright.targets.python.sample_code import python_sample
from typewright.targets.typescript.sample_code import typescript_sample


def _shown(invocation: Invocation) -> Described:
    """Return the description with the examples that its style shows."""
    of = described(invocation)
    if of.config.examples.style != "valid":
        return of
    return replace(of, api=with_admitted_examples(of.api, refused_examples(of.api)))


@room_to_recurse()
def example(invocation: Invocation, asked: str, status: str | None, form: str) -> str:
    """Return one example of the operation `asked`: its request, or with `status` a response. Raises UsageError."""
    of = _shown(invocation)
    if form == "curl" and status is not None:
        advice = "leave out '--status', or choose another format"
        raise UsageError([Diagnostic("E001", "curl sends requests: a response is none", help=advice)])
    target = of.target("python" if form == "python" else "typescript")
    if form == "curl":
        method = method_of(surface(of.api, target.naming), asked)
        if method.request is None:
            return as_curl(method, None, of.api)
    made = python_sample if form == "python" else typescript_sample
    sample, code = made(of.api, target, of.ledger(target), asked, status)
    match form:
        case "json":
            return as_json(sample)
        case "yaml":
            return yaml_text(as_value(sample)).removesuffix("...\n").rstrip("\n")
        case "curl":
            return as_curl(sample.method, sample, of.api)
    return code


@room_to_recurse()
def samples_overlay(invocation: Invocation, out: Path | None) -> str:
    """Return the overlay with the code samples of all operations, as YAML; `out` is where it is going to be."""
    of = _shown(invocation)
    ledgers = {target.language: of.ledger(target) for target in of.config.targets}
    overlay = code_samples(of.api, of.config, ledgers)
    if out is not None:
        relative = Path(os.path.relpath(of.config.spec, out.parent)).as_posix()
        head: JsonObject = {key: overlay[key] for key in ("overlay", "info")}
        overlay = {**head, "extends": quote(relative, safe="/:@!$&'()*+,;=~"), "actions": overlay["actions"]}
    return yaml_text(overlay)
