"""The descriptions that are mutated: our own small ones, and pieces of real ones where they lie beside the checkout."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from typewright.base.errors import TypewrightError
from typewright.openapi.files.source import read_source

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "corpus"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@cache
def own() -> tuple[tuple[str, Any], ...]:
    """Return the descriptions of our golden cases and of our own API by name."""
    return tuple(_read(_own_files()))


@cache
def real() -> tuple[tuple[str, Any], ...]:
    """Return the real descriptions by name, none where there is no corpus."""
    files = [
        *SHARED.glob("specs/*"),
        *SHARED.glob("broken/*"),
        *SHARED.glob("*/spec.yaml"),
        *SHARED.glob("orq/openapi.yaml"),
    ]
    return tuple(_read(sorted(files)))


@cache
def texts() -> tuple[bytes, ...]:
    """Return the bytes of our own descriptions."""
    return tuple(file.read_bytes() for file in _own_files())


def _own_files() -> list[Path]:
    files = [*ROOT.glob("tests/cases/*/spec.*"), *ROOT.glob("tests/lints/*/spec.yaml"), ROOT / "spec/openapi.yaml"]
    return sorted(files)


def _read(files: list[Path]) -> Iterator[tuple[str, Any]]:
    for file in files:
        try:
            value = read_source(file, file.name).value
        except TypewrightError:
            continue
        if isinstance(value, dict) and value:
            # As JSON, no two places have one object, as aliases of YAML have: swapped parts would contain themselves.
            yield f"{file.parent.name}/{file.name}", json.loads(json.dumps(value))


def piece(value: Any, dice: random.Random, operations: int = 3) -> Any:
    """Return a few operations of a description, with the components that they reach (not too many of them)."""
    paths = value.get("paths")
    if not isinstance(paths, dict):
        return value
    every = [
        (path, method) for path, item in paths.items() if isinstance(item, dict) for method in item if method in METHODS
    ]
    chosen = dice.sample(every, min(operations, len(every)))
    kept: dict[str, Any] = {}
    for path, method in chosen:
        item = kept.setdefault(path, {key: each for key, each in paths[path].items() if key not in METHODS})
        item[method] = paths[path][method]
    head = {key: each for key, each in value.items() if key not in ("paths", "webhooks", "components")}
    head["tags"] = []
    return {**head, "paths": kept, "components": _reached(value, kept)}


def _reached(value: Any, kept: Any, most: int = 40) -> dict[str, Any]:
    components = value.get("components")
    if not isinstance(components, dict):
        return {}
    found: dict[str, Any] = {}
    if "securitySchemes" in components:
        found["securitySchemes"] = components["securitySchemes"]
    queue, count = [kept], 0
    while queue and count < most:
        node = queue.pop(0)
        if isinstance(node, dict):
            ref = node.get("$ref")
            parts = ref.split("/") if isinstance(ref, str) else []
            if len(parts) == 4 and parts[1] == "components":
                section, name = parts[2], parts[3].replace("~1", "/").replace("~0", "~")
                target = components.get(section, {}).get(name)
                if target is not None and name not in found.setdefault(section, {}):
                    found[section][name] = target
                    count += 1
                    queue.append(target)
            queue += node.values()
        elif isinstance(node, list):
            queue += node
    return found
