"""A generated tree → how many examples it has, how far they come, and what is wrong with them."""

from __future__ import annotations

import json
from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path as File

from typewright.base.errors import Location
from typewright.config.options import TargetConfig
from typewright.examples.conforming.nearest import Conforming
from typewright.examples.conforming.values import AuthoredTexts, shown_alone
from typewright.ir import Api, EnumModel, Field, ObjectModel, Ref, TypeExpr
from typewright.naming import Ledger
from typewright.prove.nodes import Node, Path, as_node, led_on, path_at, to_json
from typewright.prove.pointing import Pointing
from typewright.prove.report import Counts, Failure, Proof
from typewright.prove.running import missing
from typewright.prove.subjects import Role, Sample, Subjects, authored_blocks
from typewright.prove.values import Judge
from typewright.prove.wire import FieldNames, Wire, wire_names
from typewright.schemas.validation import admission_of
from typewright.targets.python.prove import prover as python
from typewright.targets.python.prove.literals import ExpressionError
from typewright.targets.python.words import attribute
from typewright.targets.typescript.prove import prover as typescript
from typewright.targets.typescript.prove.compiling import Compiler, find_compiler
from typewright.targets.typescript.prove.literals import LiteralError


@dataclass(frozen=True, slots=True)
class Tools:
    """What the machine has: the compiler, or why there is none; why mypy and pydantic can't be used, if they can't."""

    compiler: Compiler | str
    mypy: str | None
    pydantic: str | None


def find_tools(*folders: File, program: File | None = None) -> Tools:
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
            self.proof.skip(target.language, "nothing is known of how to prove it")
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
        if sample is not None and failure.pointer is None:
            failure = self.located(sample, failure)
        self.prover.proof.failures.append(failure)
        self.failed.add((sample.block.page, sample.block.line) if sample else (failure.page, 0))

    def fail_at(self, sample: Sample, line: int, stage: str, message: str) -> None:
        """Take down a failure of a sample at a line of its code, from 1."""
        self.fail(sample, Failure(sample.block.page, sample.block.line - 1 + line, stage, message))

    def located(self, sample: Sample, failure: Failure) -> Failure:
        """Return a failure of a sample with the schema, or the operation, that its line is about."""
        pointer = self._meant(sample, failure.line - sample.block.line + 1, failure.place)
        location = None if pointer is None else self.prover.locate(pointer)
        return replace(failure, pointer=pointer, location=location)

    def _meant(self, sample: Sample, line: int, place: Path) -> str | None:
        if sample.type is None:
            return sample.method.operation.pointer if sample.method is not None else None
        node = self.read(sample)
        path = () if node is None else led_on(node, path_at(node, line), place, attribute)
        return Pointing(self.subjects.surface.models, self.names).at(sample.type, path)

    @abstractmethod
    def names(self, model: ObjectModel) -> Mapping[str, Field]:
        """Return the fields of an object by their names in the language."""

    @abstractmethod
    def read(self, sample: Sample) -> Node | None:
        """Return the value of a sample as its code has it; None where it cannot be read."""

    def hold(self, judge: Judge, sample: Sample, values: Iterable[tuple[TypeExpr, Node]]) -> None:
        """Hold the values of a sample against their schemas."""
        for type_, node in values:
            self.counts.values += 1
            for fault in judge.faults(type_, node, by_names=sample.role is Role.CALL):
                failure = judge.failure(sample, fault)
                if judge.admits_nothing(fault.whole):
                    self.prover.proof.unsatisfiable.append(failure)
                else:
                    self.fail(sample, failure)

    def refuse_stray(self, sample: Sample) -> None:
        """Take down that a block calls nothing where it should."""
        if sample.role is Role.STRAY:
            self.fail_at(sample, 1, "value", "no method of the description is called here")


@dataclass(slots=True)
class _TypeScript(_Side):
    def names(self, model: ObjectModel) -> Mapping[str, Field]:
        """Return the fields of an object by their names in TypeScript."""
        return typescript.field_names(model)

    def read(self, sample: Sample) -> Node | None:
        """Return the value of a sample; None where its code holds none, or cannot be read."""
        try:
            return typescript.value_of(sample)
        except LiteralError:
            return None

    def prove(self, files: Mapping[str, str]) -> Failed:
        """Prove the blocks and scripts of the tree."""
        judge = self.prover.judge(self.subjects, typescript.field_names, typescript.ADDITIONAL)
        program = self._program(files)
        samples = [*self.subjects.samples(files, "typescript"), *self.subjects.scripts(files, ".ts")]
        for sample in samples:
            self.counts.found += 1
            self.refuse_stray(sample)
            if sample.role is not Role.SCRIPT:
                program.add(sample, self.subjects)
            try:
                node = typescript.value_of(sample)
            except LiteralError as fault:
                self.fail_at(sample, fault.line, "parse", str(fault))
                continue
            if sample.role is Role.VALUES:
                self._hold_listed(sample, node)
            elif node is not None and sample.type is not None:
                self.hold(judge, sample, [(sample.type, node)])
        self._compile(program, samples)
        return self.failed

    def _hold_listed(self, sample: Sample, node: Node | None) -> None:
        """Hold the list of an enumeration's values against the enumeration."""
        model = self.subjects.surface.models[sample.type.id] if isinstance(sample.type, Ref) else None
        shown = node.content if node is not None else None
        if not isinstance(model, EnumModel) or not isinstance(shown, list):
            return
        self.counts.values += 1
        values = [json.dumps(each.value) for each in model.values]
        found = [json.dumps(to_json(each)) for each in shown]
        for each, text in zip(shown, found, strict=True):
            if text not in values:
                self.fail_at(sample, each.line, "value", f"{text} is no value of the enumeration")
        for text in dict.fromkeys(values):
            if text not in found:
                self.fail_at(sample, 1, "value", f"{text} is missing")

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
            self.prover.proof.skip("typescript", f"nothing is compiled, because {compiler}", "parsed", "compiled")
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
            if sample.role not in typescript.UNCOMPILED:
                self.counts.compiled += id(sample) not in unparsed | wrong


@dataclass(slots=True)
class _Python(_Side):
    _reader: python.Reader = field(init=False)

    def __post_init__(self) -> None:
        self._reader = python.Reader(self.subjects)

    def names(self, model: ObjectModel) -> Mapping[str, Field]:
        """Return the fields of an object by their names in Python."""
        return python.field_names(model)

    def read(self, sample: Sample) -> Node | None:
        """Return the value of a sample; None where its code holds none, or cannot be read."""
        return self._reader.value(sample)

    def prove(self, files: Mapping[str, str]) -> Failed:
        """Prove the blocks and scripts of the tree."""
        judge = self.prover.judge(self.subjects, python.field_names)
        modules = python.Modules(self._package(files))
        for sample in [*self.subjects.samples(files, "python"), *self.subjects.scripts(files, ".py")]:
            self.counts.found += 1
            self.refuse_stray(sample)
            failure = python.parse_failure(sample)
            if failure is not None:
                self.fail(sample, failure)
                continue
            self.counts.parsed += 1
            if sample.role in (Role.VALUE, Role.SCRIPT):
                modules.add(sample)
            elif sample.role is Role.CALL:
                self._hold_call(judge, sample)
        with ThreadPoolExecutor(1) as pool:
            checked = pool.submit(self._checked, modules)
            self._run(modules)
            self._take_checks(modules, checked.result())
        return self.failed

    def _hold_call(self, judge: Judge, sample: Sample) -> None:
        try:
            self.hold(judge, sample, self._reader.arguments(sample))
        except ExpressionError as fault:
            self.fail_at(sample, fault.line, "parse", str(fault))

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
            self.prover.proof.skip("python", f"nothing is type-checked, because {found}", "checked")
            return
        wrong: set[int] = set()
        for sample, failure in found:
            self.fail(sample, failure)
            wrong.add(id(sample))
        self.counts.checked += sum(id(sample) not in wrong for sample in modules.samples)

    def _run(self, modules: python.Modules) -> None:
        if self.prover.tools.pydantic is not None:
            self.prover.proof.skip("python", f"nothing is run, because {self.prover.tools.pydantic}", "run")
            return
        judge = self.prover.judge(self.subjects, wire_names)
        for sample, value, failure in modules.outcomes():
            if failure is not None:
                self._take_refusal(judge, sample, self.located(sample, failure))
                continue
            self.counts.run += 1
            if sample.type is not None:
                line = python.lines_of(sample.block.code)
                self.hold(judge, sample, [(sample.type, as_node(value, line))])

    def _take_refusal(self, judge: Judge, sample: Sample, failure: Failure) -> None:
        """Take down that a run failed; a model that holds to a schema which admits nothing cannot but refuse."""
        whole = judge.wire.pointer(sample.type) if sample.type is not None else None
        if failure.place and any(each and judge.admits_nothing(each) for each in (failure.pointer, whole)):
            self.prover.proof.unsatisfiable.append(failure)
        else:
            self.fail(sample, failure)
