"""A generated tree → how many examples it has, how far they come, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from generator.config import TargetConfig
from generator.errors import Location
from generator.examples.admission import admission_of
from generator.examples.conforming import Conforming
from generator.examples.conforming_values import AuthoredTexts, shown_alone
from generator.ir import Api, TypeExpr
from generator.naming import Ledger
from generator.prove import python, typescript
from generator.prove.compiling import Compiler, find_compiler
from generator.prove.nodes import Node, as_node
from generator.prove.python_literals import ExpressionError
from generator.prove.report import Counts, Failure, Proof
from generator.prove.running import missing
from generator.prove.subjects import Role, Sample, Subjects, authored_blocks
from generator.prove.typescript_literals import LiteralError
from generator.prove.values import Judge
from generator.prove.wire import FieldNames, Wire


@dataclass(frozen=True, slots=True)
class Tools:
    """What the machine has: the compiler, or why there is none; why mypy and pydantic can't be used, if they can't."""

    compiler: Compiler | str
    mypy: str | None
    pydantic: str | None


def find_tools(*folders: Path, program: Path | None = None) -> Tools:
    """Return the tools that are installed.

    `folders` are where the search for a compiler starts, `program` is one that the user names.
    """
    return Tools(find_compiler(*folders, program=program), missing("mypy"), missing("pydantic"))


@dataclass(slots=True)
class Prover:
    """Proves the targets of one description, one after the other, into `proof`."""

    api: Api
    locate: Callable[[str], Location]
    tools: Tools
    proof: Proof = field(default_factory=Proof)
    _authored: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._authored = frozenset(authored_blocks(self.api.root))
        admission_of(self.api).prepare(shown_alone(self.api))

    def prove(self, target: TargetConfig, ledger: Ledger, files: Mapping[str, str]) -> None:
        """Prove the files of one target, text by path in the output folder; `ledger` has the names of its run."""
        counts = self.proof.counts.setdefault(target.language, Counts())
        if target.language == "typescript":
            subjects = typescript.subjects(self.api, target, ledger, self._authored)
            failed = _TypeScript(self, subjects, counts).prove(files)
        elif target.language == "python":
            subjects = python.subjects(self.api, target, ledger, self._authored)
            failed = _Python(self, subjects, counts).prove(files)
        else:
            self.proof.skipped.append(f"{target.language}: nothing is known of how to prove it")
            return
        counts.failed = len(failed)

    def judge(self, subjects: Subjects, names: FieldNames, additional: str | None = None) -> Judge:
        """Return what holds the values of a target against the schemas."""
        admission = admission_of(self.api)
        wire = Wire(subjects.surface.models, admission, names, additional)
        return Judge(wire, Conforming(admission, AuthoredTexts(self.api)), self.locate)


Failed = set[tuple[str, int]]
"""The blocks that failed, by page and line."""


@dataclass(slots=True)
class _Side:
    """What proving has in common in all languages."""

    prover: Prover
    subjects: Subjects
    counts: Counts
    failed: Failed = field(default_factory=set)

    def fail(self, sample: Sample | None, failure: Failure) -> None:
        """Take down a failure of a sample, or one of a file that is no sample."""
        self.prover.proof.failures.append(failure)
        self.failed.add((sample.block.page, sample.block.line) if sample else (failure.page, 0))

    def hold(self, judge: Judge, sample: Sample, values: Iterable[tuple[TypeExpr, Node]]) -> None:
        """Hold the values of a sample against their schemas."""
        for type_, node in values:
            self.counts.values += 1
            for failure in judge.failures(sample, type_, node):
                if failure.pointer is not None and judge.admits_nothing(failure.pointer):
                    self.prover.proof.unsatisfiable.append(failure)
                else:
                    self.fail(sample, failure)


@dataclass(slots=True)
class _TypeScript(_Side):
    def prove(self, files: Mapping[str, str]) -> Failed:
        """Prove the blocks and scripts of the tree."""
        judge = self.prover.judge(self.subjects, typescript.field_names, typescript.ADDITIONAL)
        program = self._program(files)
        samples = [*self.subjects.samples(files, "typescript"), *self.subjects.scripts(files, ".ts")]
        for sample in samples:
            self.counts.found += 1
            if sample.role is not Role.SCRIPT:
                program.add(sample, self.subjects)
            try:
                node = typescript.value_of(sample)
            except LiteralError as fault:
                self._refused(sample, fault.line, str(fault))
                continue
            if node is not None and sample.type is not None:
                self.hold(judge, sample, [(sample.type, node)])
        self._compile(program, samples)
        return self.failed

    def _refused(self, sample: Sample, line: int, message: str) -> None:
        failure = Failure(sample.block.page, sample.block.line - 1 + line, "parse", message)
        self.fail(sample, failure)

    def _program(self, files: Mapping[str, str]) -> typescript.Program:
        prefix = f"{self.subjects.target.language}/"
        own = {
            path.removeprefix(prefix): text
            for path, text in files.items()
            if path.startswith(prefix) and not path.startswith(f"{prefix}docs/")
        }
        if "models" not in self.subjects.target.parts:
            own |= typescript.declaration_files(self.subjects)
        return typescript.Program(own)

    def _compile(self, program: typescript.Program, samples: list[Sample]) -> None:
        compiler = self.prover.tools.compiler
        if isinstance(compiler, str):
            self.prover.proof.skipped.append(f"typescript: nothing is compiled, because {compiler}")
            return
        scripts = {sample.block.page: sample for sample in samples if sample.role is Role.SCRIPT}
        unparsed: set[int] = set()
        wrong: set[int] = set()
        for block, failure in program.failures(compiler, f"{self.subjects.target.language}/"):
            sample = block or scripts.get(failure.page)
            self.fail(sample, failure)
            (unparsed if failure.message.startswith("TS1") else wrong).add(id(sample))
        for sample in samples:
            self.counts.parsed += id(sample) not in unparsed
            if sample.role not in (Role.CALL, Role.OTHER):
                self.counts.compiled += id(sample) not in unparsed | wrong


@dataclass(slots=True)
class _Python(_Side):
    def prove(self, files: Mapping[str, str]) -> Failed:
        """Prove the blocks and scripts of the tree."""
        judge = self.prover.judge(self.subjects, python.field_names)
        reader = python.CallReader(self.subjects)
        modules = python.Modules(self._package(files))
        for sample in [*self.subjects.samples(files, "python"), *self.subjects.scripts(files, ".py")]:
            self.counts.found += 1
            failure = python.parse_failure(sample)
            if failure is not None:
                self.fail(sample, failure)
                continue
            self.counts.parsed += 1
            if sample.role in (Role.VALUE, Role.SCRIPT):
                modules.add(sample)
            elif sample.role is Role.CALL:
                self._hold_call(judge, reader, sample)
        with ThreadPoolExecutor(1) as pool:
            checked = pool.submit(self._checked, modules)
            self._run(modules)
            self._take_checks(modules, checked.result())
        return self.failed

    def _hold_call(self, judge: Judge, reader: python.CallReader, sample: Sample) -> None:
        try:
            self.hold(judge, sample, reader.arguments(sample))
        except ExpressionError as fault:
            line = sample.block.line - 1 + fault.line
            self.fail(sample, Failure(sample.block.page, line, "parse", str(fault)))

    def _package(self, files: Mapping[str, str]) -> dict[str, str]:
        prefix = f"{self.subjects.target.language}/"
        if "models" not in self.subjects.target.parts:
            return python.package_files(self.subjects)
        return {
            path.removeprefix(prefix): text
            for path, text in files.items()
            if path.startswith(prefix) and not path.startswith((f"{prefix}docs/", f"{prefix}examples/"))
        }

    def _checked(self, modules: python.Modules) -> list[tuple[Sample | None, Failure]] | str:
        """Return what mypy finds wrong, or why it finds nothing out; touches nothing that another thread may hold."""
        reason = self.prover.tools.mypy or self.prover.tools.pydantic
        return list(modules.check_failures()) if reason is None else reason

    def _take_checks(self, modules: python.Modules, found: list[tuple[Sample | None, Failure]] | str) -> None:
        if isinstance(found, str):
            self.prover.proof.skipped.append(f"python: nothing is type-checked, because {found}")
            return
        wrong: set[int] = set()
        for sample, failure in found:
            self.fail(sample, failure)
            wrong.add(id(sample))
        self.counts.checked += sum(id(sample) not in wrong for sample in modules.samples)

    def _run(self, modules: python.Modules) -> None:
        if self.prover.tools.pydantic is not None:
            self.prover.proof.skipped.append(f"python: nothing is run, because {self.prover.tools.pydantic}")
            return
        judge = self.prover.judge(self.subjects, python.wire_names)
        for sample, value, failure in modules.outcomes():
            if failure is not None:
                self.fail(sample, failure)
                continue
            self.counts.run += 1
            if sample.type is not None:
                line = python.lines_of(sample.block.code)
                self.hold(judge, sample, [(sample.type, as_node(value, line))])
