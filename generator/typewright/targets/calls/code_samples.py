"""The calls of all operations as an OpenAPI Overlay (1.0.0) that adds `x-codeSamples`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from typewright.base.json_pointer import unescape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Api, Operation
from typewright.targets.contract import Project, Target
from typewright.targets.faults import faults_of


def code_samples(api: Api, projects: Iterable[tuple[Target[Any], Project[Any]]]) -> JsonObject:
    """Return the overlay for `api`, with an action for each operation and a sample for each target that has one."""
    samples: dict[str, list[JsonValue]] = {}
    for target, project in projects:
        for operation in api.operations:
            with faults_of(target):
                code = target.call(project, operation)
            if code is not None:
                source = code.rstrip("\n") + "\n"
                entry: JsonValue = {"lang": target.name, "label": target.label, "source": source}
                samples.setdefault(operation.id, []).append(entry)
    actions: list[JsonValue] = [
        {"target": _target(operation), "update": {"x-codeSamples": samples[operation.id]}}
        for operation in api.operations
        if operation.id in samples
    ]
    title = f"Code samples for {api.title}"
    return {"overlay": "1.0.0", "info": {"title": title, "version": api.version}, "actions": actions}


def _target(operation: Operation) -> str:
    """Return the JSONPath (RFC 9535) of an operation."""
    written = operation.additional_method
    member = operation.method if written is None else f"additionalOperations[{_quoted(written)}]"
    path = unescape(operation.id.split("/")[2])  # as it is written, which `operation.path` need not be
    return f"$.paths[{_quoted(path)}].{member}"


def _quoted(name: str) -> str:
    """Return a name as a string literal of JSONPath (RFC 9535, 2.3.1.1)."""
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return "'" + "".join(char if char >= " " else f"\\u{ord(char):04x}" for char in escaped) + "'"
