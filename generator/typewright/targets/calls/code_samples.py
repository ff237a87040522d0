"""The calls of all operations as an OpenAPI Overlay (1.0.0) that adds them as `x-codeSamples`."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.options import Config, TargetConfig
from typewright.ir import Api, Operation
from typewright.naming import Ledger
from typewright.pages.methods import snippet_marker
from typewright.pages.page import Page
from typewright.targets.finding import plan_of
from typewright.targets.python.docs.method_views import GroupPage as PythonGroup
from typewright.targets.typescript.docs.method_views import GroupPage as TypeScriptGroup

_LABELS = {"typescript": "TypeScript", "python": "Python"}


def code_samples(api: Api, config: Config, ledgers: dict[str, Ledger]) -> JsonObject:
    """Return the overlay for `api`: an action for each operation, with a sample for each target that has one."""
    samples: dict[str, list[JsonValue]] = {}
    for target in config.targets:
        for operation, code in _snippets(api, config, target, ledgers[target.language]):
            entry: JsonValue = {
                "lang": target.language,
                "label": _LABELS.get(target.language, target.language),
                "source": code.rstrip("\n") + "\n",
            }
            samples.setdefault(operation.id, []).append(entry)
    actions: list[JsonValue] = [
        {"target": _target(operation), "update": {"x-codeSamples": samples[operation.id]}}
        for operation in api.operations
        if operation.id in samples
    ]
    title = f"Code samples for {api.title}"
    return {"overlay": "1.0.0", "info": {"title": title, "version": api.version}, "actions": actions}


def _snippets(api: Api, config: Config, target: TargetConfig, ledger: Ledger) -> Iterator[tuple[Operation, str]]:
    """Yield the calls on the pages of a target, each with its operation; the first one of each."""
    markers = {snippet_marker(each, target.language): each for each in api.operations}
    seen: set[str] = set()
    for file in plan_of(target.language)(api, config, target, ledger):
        view = file.view if isinstance(file, Page) else None
        for method in view.methods if isinstance(view, PythonGroup | TypeScriptGroup) else ():
            for snippet in method.snippets:
                operation = markers.get(snippet.marker)
                if operation is not None and operation.id not in seen:
                    seen.add(operation.id)
                    yield operation, snippet.code


def _target(operation: Operation) -> str:
    """Return the JSONPath (RFC 9535) of an operation."""
    return f"$.paths[{_quoted(operation.path)}].{operation.method}"


def _quoted(name: str) -> str:
    """Return a name as a string literal of JSONPath (RFC 9535, 2.3.1.1)."""
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return "'" + "".join(char if char >= " " else f"\\u{ord(char):04x}" for char in escaped) + "'"
