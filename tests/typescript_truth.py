"""The read and write functions of generated TypeScript packages against an independent validator."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from typewright.ir import Direction, Model
from typewright.naming.names import Symbol
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.targets.typescript.models.placement import Module, placement_of
from typewright.targets.typescript.options import TypeScriptOptions

from tests.model_truth import INPUT, Comparison, RefusedError, types_of
from tests.planned_files import project_of
from tests.served.typescript_packages import compiled_package

DRIVER = Path(__file__).parent / "typescript_truth.mjs"


class TypeScriptModels:
    """A process of node that reads and writes values of a package's types; close it when it is done."""

    def __init__(self, spec: Path, folder: Path, compiler: Path) -> None:
        package = compiled_package(spec.read_text(encoding="utf-8"), folder, compiler)
        self._process = subprocess.Popen(
            ["node", str(DRIVER), str(package / "dist")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        options = TypeScriptOptions(language="typescript", package="served-api", parts=("models", "client"))
        project = project_of(lower(load_document(spec))[0], options)
        self._types = {f"{module.path}#{symbol.name}": (module, symbol) for module, symbol in _symbols(project)}
        ways = {pointer: found for pointer, _, found in types_of(spec)}
        self.types = [
            (pointer, key, _ways(symbol.id, project.surface.models, ways[pointer]))
            for key, (_, symbol) in self._types.items()
            if (pointer := symbol.id.removesuffix(INPUT)) in ways
        ]

    def round_trip_of(self, key: str) -> Callable[[Any], Any]:
        """Return what reads and writes the values of a type."""
        module, symbol = self._types[key]

        def round_trip(value: Any) -> Any:
            stdin, stdout = self._process.stdin, self._process.stdout
            if stdin is None or stdout is None:
                raise RuntimeError("the process has no pipes")
            asked = {"module": module.path.removesuffix(".ts") + ".js", "name": symbol.name, "value": value}
            stdin.write(json.dumps(asked) + "\n")
            stdin.flush()
            answer = json.loads(stdout.readline())
            if "wire" not in answer:
                raise RefusedError(answer["message"], answer["message"])
            return answer["wire"]

        return round_trip

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


def typescript_comparison(spec: Path, models: TypeScriptModels) -> Comparison:
    """Return the comparison of the functions of a description's types."""
    return Comparison(spec, models.types, models.round_trip_of)


def _symbols(project: Any) -> Iterator[tuple[Module, Symbol]]:
    for module, symbols in project.once(placement_of).symbols.items():
        for symbol in symbols:
            yield module, symbol


def _ways(id_: str, models: Mapping[str, Model], usual: frozenset[Direction]) -> frozenset[Direction]:
    """Return the directions of a type that may have a form for each."""
    if id_.endswith(INPUT):
        return frozenset({Direction.REQUEST})
    return frozenset({Direction.RESPONSE}) if id_ + INPUT in models else usual
