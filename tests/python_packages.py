"""Documents → generated Python packages that a test can import."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from typewright.base.errors import Severity
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.rendering.environment import render
from typewright.targets.python.options import PythonOptions

from tests.planned_files import planned_files

_numbers = itertools.count(1)


def write_package(document: Any, folder: Path, *, all_components: bool = False, **options: Any) -> str:
    """Generate the package of an OpenAPI document below `folder`, and return its name.

    `options` are those of the target. Raises ValueError where the document is refused.
    """
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(document))
    return write_package_of(spec, folder, all_components=all_components, **options)


def write_package_of(spec: Path, folder: Path, *, all_components: bool = False, **options: Any) -> str:
    """Generate the package of a file that holds a description below `folder`, and return its name."""
    name = f"generated_{next(_numbers)}"
    api, diagnostics = lower(load_document(spec), all_components=all_components)
    errors = [each for each in diagnostics if each.severity is Severity.ERROR]
    if errors:
        raise ValueError("; ".join(f"{each.code} {each.message}" for each in errors))
    target = PythonOptions(language="python", **{"package": name, "parts": ("models",), **options})
    for rendered in render(planned_files(api, target), None):
        path = folder / rendered.file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rendered.text, encoding="utf-8")
    return name


def import_package(name: str, folder: Path) -> ModuleType:
    """Return the package `name` that lies below `folder`."""
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(folder))


def package_of(document: Any, folder: Path, *, all_components: bool = False, **options: Any) -> ModuleType:
    """Generate the package of an OpenAPI document below `folder`, and import it."""
    return import_package(write_package(document, folder, all_components=all_components, **options), folder)


def described(schemas: dict[str, Any], paths: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return an OpenAPI document with these schemas and paths."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Test", "version": "1"},
        "paths": paths or {},
        "components": {"schemas": schemas},
    }


def taking(schema: Any, returning: Any = None) -> dict[str, Any]:
    """Return the paths of an API with one operation that takes, and perhaps returns, JSON of these schemas."""
    operation: dict[str, Any] = {"operationId": "send", "responses": {"204": {"description": "Done."}}}
    if schema is not None:
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    if returning is not None:
        content = {"application/json": {"schema": returning}}
        operation["responses"] = {"200": {"description": "Done.", "content": content}}
    return {"/things": {"post": operation}}
