"""The TypeScript half of proving: validation of values against schemas, and compilation of all code as one program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from typewright.base.json_value import JsonValue
from typewright.ir import EnumModel, Field, ObjectModel, Ref
from typewright.prove.nodes import Node, to_json
from typewright.prove.proving import Harness, LanguageProver
from typewright.prove.subjects import Role, Sample
from typewright.targets.contract import Project
from typewright.targets.mocking import mock_of
from typewright.targets.typescript.display import display_of
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.prove.calling import call_outcomes
from typewright.targets.typescript.prove.compiling import Compiler, find_compiler
from typewright.targets.typescript.prove.literals import LiteralError
from typewright.targets.typescript.prove.program import (
    ADDITIONAL,
    OF_CLIENTS,
    UNCOMPILED,
    Program,
    argument_properties,
    declaration_files,
    field_names,
    subjects,
    value_of,
)


@dataclass(slots=True, kw_only=True)
class TypeScriptProver(LanguageProver):
    """Proves the TypeScript of one tree."""

    left_out: ClassVar[frozenset[str]] = frozenset({"checked", "run"})
    unsent_methods: ClassVar[frozenset[str]] = frozenset({"CONNECT", "TRACE", "TRACK"})
    bodiless_methods: ClassVar[frozenset[str]] = frozenset({"GET", "HEAD"})
    """HTTP methods whose requests `fetch` sends without a body (WHATWG Fetch, 2.2.1)."""

    project: Project[TypeScriptOptions]

    def names(self, model: ObjectModel) -> Mapping[str, Field]:
        """Return the fields of an object by their names in TypeScript."""
        return field_names(model, spelling_of(self.project.options))

    def read(self, sample: Sample) -> Node | None:
        """Return the value of a sample; None if its code has none, or cannot be read."""
        try:
            return value_of(sample, self.project.once(argument_properties))
        except LiteralError:
            return None

    def prove(self, files: Mapping[str, str]) -> None:
        """Prove the blocks and scripts of the tree."""
        validator = self.harness.validator(self.subjects, self.names, ADDITIONAL)
        program = self._program(files)
        samples = [*self.subjects.samples(files, "typescript"), *self.subjects.scripts(files, ".ts")]
        for sample in samples:
            self.counts.found += 1
            self.fail_stray(sample)
            if sample.role is not Role.SCRIPT:
                program.add(sample, self.subjects)
            try:
                node = value_of(sample, self.project.once(argument_properties))
            except LiteralError as fault:
                self.fail_at(sample, fault.line, "parse", str(fault))
                continue
            if sample.role is Role.VALUES:
                self._check_listed_values(sample, node)
            elif node is not None and sample.type is not None:
                self.validate(validator, sample, [(sample.type, node)])
        self._compile(program, samples)

    def _check_listed_values(self, sample: Sample, node: Node | None) -> None:
        """Compare the list of an enumeration's values with the enumeration."""
        model = self.subjects.surface.models[sample.type.id] if isinstance(sample.type, Ref) else None
        shown = node.content if node is not None else None
        if not isinstance(model, EnumModel) or not isinstance(shown, list):
            return
        self.counts.values += 1
        values = [_spelled(value.value) for value in model.values]
        found = [_spelled(to_json(element)) for element in shown]
        for element, text in zip(shown, found, strict=True):
            if text not in values:
                self.fail_at(sample, element.line, "value", f"{text} is no value of the enumeration")
        for text in dict.fromkeys(values):
            if text not in found:
                self.fail_at(sample, 1, "value", f"{text} is missing")

    def _program(self, files: Mapping[str, str]) -> Program:
        prefix = f"{self.subjects.target.language}/"
        own = {
            path.removeprefix(prefix): text
            for path, text in files.items()
            if path.startswith(prefix) and not path.startswith(f"{prefix}docs/")
        }
        if "models" not in self.subjects.target.parts:
            own |= declaration_files(self.project)
        return Program(own, has_client=self._has_client)

    @property
    def _has_client(self) -> bool:
        return "client" in self.subjects.target.parts

    def _compile(self, program: Program, samples: list[Sample]) -> None:
        search = self.harness.tools
        compiler = find_compiler(*search.folders, program=search.programs.get("tsc"))
        if isinstance(compiler, str):
            self.harness.proof.skip(
                "typescript", f"nothing is compiled, because {compiler}", "parsed", "compiled", "called"
            )
            return
        with TemporaryDirectory() as directory:
            self._record_faults(program, samples, compiler, Path(directory))
            self._call(program, samples, Path(directory))

    def _call(self, program: Program, samples: list[Sample], directory: Path) -> None:
        """Make the calls of pages, with the client of the tree."""
        calls = [sample for sample in samples if sample.role is Role.CALL]
        if calls and not self._has_client:
            self.harness.proof.skip("typescript", "no call is made, because no client is generated", "called")
            return
        files = program.calls(directory)
        mock = mock_of(self.project, self.project.once(display_of).shown)
        make = partial(call_outcomes, folder=directory, files=files)
        self.run_calls(mock, [call for call in calls if id(call) in files], make)

    def _record_faults(self, program: Program, samples: list[Sample], compiler: Compiler, directory: Path) -> None:
        """Compile the program in the folder `directory`; record its faults, and the blocks without faults."""
        uncompiled = UNCOMPILED - OF_CLIENTS if self._has_client else UNCOMPILED
        scripts = {sample.block.page: sample for sample in samples if sample.role is Role.SCRIPT}
        unparsed: set[int] = set()
        wrong: set[int] = set()
        for block, failure in program.failures(compiler, f"{self.subjects.target.language}/", directory):
            sample = block or scripts.get(failure.page)
            self.fail(sample, failure)
            (unparsed if failure.message.startswith("TS1") else wrong).add(id(sample))
        for sample in samples:
            self.counts.parsed += id(sample) not in unparsed
            if sample.role not in uncompiled:
                self.counts.compiled += id(sample) not in unparsed | wrong


def prover(project: Project[TypeScriptOptions], harness: Harness) -> TypeScriptProver:
    """Return the prover of a project's TypeScript code."""
    return TypeScriptProver(harness=harness, subjects=subjects(project, harness.authored), project=project)


def _spelled(value: JsonValue) -> str:
    """Return a value as JSON in which equal numbers are spelled alike (JSON Schema 2020-12 Core, 4.2.2)."""
    is_whole = isinstance(value, float) and value.is_integer()
    return json.dumps(int(value) if is_whole and isinstance(value, float) else value, sort_keys=True)
