"""Runs examples: each module in a namespace of its own, the value that it binds brought into its wire form.

A program of its own, started by `typewright.base.isolation` with a folder: it imports the package there, reads the
list of modules from `modules.json`, and writes `outcomes.json`.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import traceback
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any


def main(folder: Path) -> None:
    """Run the modules that are listed in `folder`."""
    sys.path.insert(0, str(folder))
    modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    outcomes = [outcome(folder, module) for module in modules]
    (folder / "outcomes.json").write_text(json.dumps(outcomes), encoding="utf-8")


def outcome(folder: Path, module: str) -> dict[str, Any]:
    """Return the outcome of one module: its value as JSON, or the exception that it raised."""
    path = folder / module
    try:
        space: dict[str, Any] = {"__name__": "example", "__file__": str(path)}
        exec(compile(path.read_text(encoding="utf-8"), module, "exec"), space)  # noqa: S102 - running examples is the purpose
        name = "value" if "value" in space else "request"
        if name not in space:
            raise NameError("neither 'value' nor 'request' is bound")
        annotation = space.get("__annotations__", {}).get(name)
        value = wire_form(space[name], annotation)
        return {"module": module, "value": value, "error": None, "line": 1, "path": []}
    except Exception as fault:  # any exception of an example is reported
        lines = [frame.lineno for frame in traceback.extract_tb(fault.__traceback__) if frame.filename == module]
        line = lines[-1] if lines else getattr(fault, "lineno", None) or 1
        text = f"{type(fault).__name__}: {fault}"
        return {"module": module, "value": None, "error": text, "line": line, "path": error_path(fault)}


def error_path(fault: Exception) -> list[str | int]:
    """Return the path in a value to the first part that a model rejects; empty for any other exception."""
    errors = getattr(fault, "errors", None)
    if not callable(errors):
        return []
    try:
        found = errors(include_url=False, include_context=False, include_input=False)
    except TypeError:  # of a model that cannot be built: no value is looked at
        return []
    return list(found[0]["loc"]) if found else []


def wire_form(value: Any, annotation: Any) -> Any:
    """Return a value as it is sent, by the rules of the flavour of its models."""
    held = next(_dataclasses(value), None)
    if held is not None:
        return _of_dataclass(value, type(held))
    if "msgspec" in sys.modules:
        return _of_msgspec(value, annotation)
    return _of_pydantic(value, annotation)


def _dataclasses(value: Any) -> Iterator[Any]:
    """Yield the dataclass that a value is, or those in a list or a map."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield value
    elif isinstance(value, (list, dict)):
        for member in value.values() if isinstance(value, dict) else value:
            yield from _dataclasses(member)


def _of_dataclass(value: Any, kind: type) -> Any:
    """Return the wire form of a value of dataclasses, by the package that declares `kind`, one of them."""
    package = import_module(kind.__module__.partition(".")[0])
    found = _without_bytes(package.to_dict(value))
    if isinstance(value, kind):
        package.from_dict(kind, found)
    return found


def _of_msgspec(value: Any, annotation: Any) -> Any:
    """Return the wire form of a struct after reading it back, which the struct must accept."""
    import msgspec  # noqa: PLC0415 - only where the models are structs

    found = msgspec.to_builtins(value, builtin_types=(bytes,))
    msgspec.convert(found, type(value) if annotation is None or isinstance(annotation, str) else annotation)
    return _without_bytes(found)


def _of_pydantic(value: Any, annotation: Any) -> Any:
    """Return the wire form of a model or a typed dictionary; its annotation states its type, else its class.

    The value is read back from its wire form, too, which the models must accept.
    """
    from pydantic import TypeAdapter  # noqa: PLC0415 - its absence is reported
    from pydantic_core import PydanticSerializationError, to_jsonable_python  # noqa: PLC0415

    adapter = TypeAdapter(type(value) if annotation is None or isinstance(annotation, str) else annotation)
    adapter.validate_python(value)
    try:
        return json.loads(adapter.dump_json(value, by_alias=True, exclude_unset=True))
    except PydanticSerializationError:  # a body with a file has no form in JSON
        return to_jsonable_python(adapter.dump_python(value, by_alias=True, exclude_unset=True), fallback=str)


def _without_bytes(value: Any) -> Any:
    """Return a value with texts for bytes, which JSON does not have."""
    if isinstance(value, dict):
        return {name: _without_bytes(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_without_bytes(item) for item in value]
    return value.decode() if isinstance(value, bytes) else value


if __name__ == "__main__":
    main(Path(sys.argv[1]))
