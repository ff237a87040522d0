"""The Python half of proving: code is parsed, type-checked and run, and its values are validated against schemas."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from typewright.ir import Field, ObjectModel
from typewright.prove.nodes import Node, as_node
from typewright.prove.proving import Harness, LanguageProver
from typewright.prove.report import Failure
from typewright.prove.subjects import Role, Sample
from typewright.prove.values import ValueValidator
from typewright.prove.wire import wire_names
from typewright.targets.contract import Project
from typewright.targets.mocking import mock_of
from typewright.targets.python.display import display_of
from typewright.targets.python.docs.models import UNSAID
from typewright.targets.python.models.package import package_folder
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.prove.calling import call_outcomes, cannot_fork
from typewright.targets.python.prove.literals import ExpressionError
from typewright.targets.python.prove.reading import (
    Modules,
    Reader,
    field_names,
    lines_of,
    package_files,
    parse_failure,
    subjects,
)
from typewright.targets.python.prove.running import missing
from typewright.targets.python.words import attribute


@dataclass(slots=True, kw_only=True)
class PythonProver(LanguageProver):
    """Proves the Python of one tree."""

    left_out: ClassVar[frozenset[str]] = frozenset({"compiled"})

    project: Project[PythonOptions]
    _reader: Reader = field(init=False)

    def __post_init__(self) -> None:
        self._reader = Reader(self.project, self.subjects)

    def names(self, model: ObjectModel) -> Mapping[str, Field]:
        """Return the fields of an object by their names in Python."""
        return field_names(model)

    def read(self, sample: Sample) -> Node | None:
        """Return the value of a sample; None if its code has none, or cannot be read."""
        return self._reader.value(sample)

    def code_name(self, name: str) -> str:
        """Return the attribute of a property."""
        return attribute(name)

    def prove(self, files: Mapping[str, str]) -> None:
        """Prove the blocks and scripts of the tree."""
        validator = self.harness.validator(self.subjects, field_names)
        modules = Modules(self._package(files))
        package = dict(modules.files)
        calls: list[Sample] = []
        for sample in [*self._shown(files), *self.subjects.scripts(files, ".py")]:
            self.counts.found += 1
            self.fail_stray(sample)
            failure = parse_failure(sample)
            if failure is not None:
                self.fail(sample, failure)
                continue
            self.counts.parsed += 1
            if sample.role in (Role.VALUE, Role.SCRIPT):
                modules.add(sample)
            elif sample.role is Role.CALL:
                self._hold_call(validator, sample)
                calls.append(sample)
        with ThreadPoolExecutor(1) as pool:
            checked = pool.submit(self._checked, modules)
            self._run(modules)
            self._take_checks(modules, checked.result())
        self._call(calls, package)

    def _shown(self, files: Mapping[str, str]) -> list[Sample]:
        """Return the samples of pages, without members of unions that are shown without a value."""
        samples = list(self.subjects.samples(files, "python"))
        usage = self.project.options.docs.usage
        shown = [sample for sample in samples if usage == "runnable" or UNSAID not in sample.block.code]
        if len(shown) < len(samples):
            count = f"{len(samples) - len(shown):,}"
            reason = f"members of unions without a value, which 'docs: {{usage: {usage}}}' asks for: {count}"
            self.harness.proof.skip("python", reason)
        return shown

    def _call(self, calls: list[Sample], package: Mapping[str, str]) -> None:
        """Make the calls of pages, with the client of the tree."""
        options = self.project.options
        reason = missing("pydantic") or missing(options.http_client) or cannot_fork()
        if not options.has_client:
            reason = "no client is generated"
        if calls and reason is not None:
            self.harness.proof.skip("python", f"no call is made, because {reason}", "called")
            return
        name = package_folder(options)
        make = partial(call_outcomes, package=package, name=name, library=options.http_client)
        self.run_calls(mock_of(self.project, self.project.once(display_of).shown), calls, make)

    def _hold_call(self, validator: ValueValidator, sample: Sample) -> None:
        try:
            self.validate(validator, sample, self._reader.arguments(sample))
        except ExpressionError as fault:
            self.fail_at(sample, fault.line, "parse", str(fault))

    def _package(self, files: Mapping[str, str]) -> dict[str, str]:
        prefix = f"{self.subjects.target.language}/"
        if "models" not in self.subjects.target.parts:
            return package_files(self.project)
        return {
            path.removeprefix(prefix): text
            for path, text in files.items()
            if path.startswith(prefix) and not path.startswith((f"{prefix}docs/", f"{prefix}examples/"))
        }

    def _checked(self, modules: Modules) -> list[tuple[Sample | None, Failure]] | str:
        """Return the faults that mypy finds, or why it cannot run; no shared state is used."""
        reason = missing("mypy") or missing("pydantic")
        return list(modules.check_failures()) if reason is None else reason

    def _take_checks(self, modules: Modules, found: list[tuple[Sample | None, Failure]] | str) -> None:
        if isinstance(found, str):
            self.harness.proof.skip("python", f"nothing is type-checked, because {found}", "checked")
            return
        wrong: set[int] = set()
        for sample, failure in found:
            self.fail(sample, failure)
            wrong.add(id(sample))
        self.counts.checked += sum(id(sample) not in wrong for sample in modules.samples)

    def _run(self, modules: Modules) -> None:
        reason = missing("pydantic")
        if reason is not None:
            self.harness.proof.skip("python", f"nothing is run, because {reason}", "run")
            return
        validator = self.harness.validator(self.subjects, wire_names)
        for sample, value, failure in modules.outcomes():
            if failure is not None:
                self._record_refusal(validator, sample, self.located(sample, failure))
                continue
            self.counts.run += 1
            if sample.type is not None:
                line = lines_of(sample.block.code)
                self.validate(validator, sample, [(sample.type, as_node(value, line))])

    def _record_refusal(self, validator: ValueValidator, sample: Sample, failure: Failure) -> None:
        """Record that a run failed, unless the model correctly rejects a value whose schema accepts none."""
        whole = validator.wire.pointer(sample.type) if sample.type is not None else None
        if failure.path and any(schema and validator.is_unsatisfiable(schema) for schema in (failure.pointer, whole)):
            self.harness.proof.unsatisfiable.append(failure)
        else:
            self.fail(sample, failure)


def prover(project: Project[PythonOptions], harness: Harness) -> PythonProver:
    """Return the prover of a project's Python code."""
    return PythonProver(harness=harness, subjects=subjects(project, harness.authored), project=project)
