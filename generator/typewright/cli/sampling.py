"""The implementation of `typewright examples` and `typewright code-samples`."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from typewright.base.errors import Diagnostic, UsageError
from typewright.base.json_value import JsonObject
from typewright.base.limits import recursion_limit_raised
from typewright.cli.described import described, with_shown_examples
from typewright.cli.invocation import Invocation
from typewright.openapi.files.yaml_output import yaml_text
from typewright.targets.calls.code_samples import code_samples
from typewright.targets.calls.curl import as_curl
from typewright.targets.calls.samples import as_json, as_value, method_of, sample
from typewright.targets.faults import faults_of
from typewright.targets.finding import DefaultOptions, languages, target_named

NOTATIONS = ("json", "yaml", "curl")
"""Notations of an example that belong to no language; any other `form` is the name of a target."""


@recursion_limit_raised()
def example(invocation: Invocation, query: str, status: str | None, form: str) -> str:
    """Return one example of the operation `query`: its request, or with `status` a response. Raises UsageError.

    In notations without a language, it is the value that the pages of the first target show. The response for curl is
    its body, as curl prints it.
    """
    form = "json" if form == "curl" and status is not None else form
    if form not in NOTATIONS and form not in DefaultOptions():
        advice = f"use one of {', '.join((*NOTATIONS, *languages()))}"
        raise UsageError([Diagnostic("E001", f"there is no format '{form}'", help=advice)])
    of = with_shown_examples(described(invocation))
    options = of.options(form) if form not in NOTATIONS else of.config.targets[0]
    target, project = target_named(options.language), of.project(options)
    if form == "curl":
        method = method_of(project.surface, query)
        if method.request is None:
            return as_curl(method, None, of.api)
    with faults_of(target):
        value = sample(target, project, query, status)
        code = target.value_code(project, value) if form not in NOTATIONS else None
    match form:
        case "json":
            return as_json(value)
        case "yaml":
            return yaml_text(as_value(value)).removesuffix("...\n").rstrip("\n")
        case "curl":
            return as_curl(value.method, value, of.api)
    if code is None:
        advice = f"use one of {', '.join(NOTATIONS)}"
        raise UsageError([Diagnostic("E001", f"the target '{form}' has no notation for values", help=advice)])
    return code


@recursion_limit_raised()
def samples_overlay(invocation: Invocation, out: Path | None) -> str:
    """Return the overlay with the code samples of all operations, as YAML; `out` is its future path."""
    of = with_shown_examples(described(invocation))
    projects = [(target_named(options.language), of.project(options)) for options in of.config.targets]
    overlay = code_samples(of.api, projects)
    if out is not None:
        relative = Path(os.path.relpath(of.config.spec, out.parent)).as_posix()
        head: JsonObject = {key: overlay[key] for key in ("overlay", "info")}
        overlay = {**head, "extends": quote(relative, safe="/:@!$&'()*+,;=~"), "actions": overlay["actions"]}
    return yaml_text(overlay)
