"""The language-neutral half of proving: validation against schemas, and the steps that all languages share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import ClassVar

from msgspec.structs import replace

from typewright.base.errors import Location
from typewright.examples.conforming.nearest import Conforming
from typewright.examples.conforming.values import AuthoredTexts, shown_alone
from typewright.ir import Api, Field, ObjectModel, TypeExpr
from typewright.mock.server import missing_server, serving
from typewright.mock.service import Mock
from typewright.prove.calls import CallEnvironment, CallRecord, Outcome, call_environment, runnable
from typewright.prove.nodes import Node, Path, extended_path, path_at
from typewright.prove.report import Counts, Failure, Proof
from typewright.prove.schema_locator import SchemaLocator
from typewright.prove.subjects import Role, Sample, Subjects, authored_blocks
from typewright.prove.values import ValueValidator, shortened
from typewright.prove.wire import FieldNames, Wire
from typewright.schemas.validation import schema_validator

RunCalls = Callable[[Sequence[Sample], CallEnvironment], Iterable[Outcome]]
"""Runs the code of calls in processes that redirect requests to the mock; yields the outcomes in any order."""


@dataclass(frozen=True, slots=True)
class ToolSearch:
    """The search path of a language's tools: folders to start from, and programs that the user names, by tool."""

    folders: tuple[File, ...] = ()
    programs: Mapping[str, File] = field(default_factory=dict)


@dataclass(slots=True)
class Harness:
    """Proves the targets of one description in sequence, and records the results in `proof`."""

    api: Api
    locate: Callable[[str], Location]
    tools: ToolSearch
    proof: Proof = field(default_factory=Proof)
    authored: frozenset[str] = frozenset()
    """The code blocks in the texts of the description."""

    def __post_init__(self) -> None:
        self.authored = frozenset(authored_blocks(self.api.root))
        schema_validator(self.api).prepare(shown_alone(self.api))

    def prove(self, language: str, prover: LanguageProver | None, files: Mapping[str, str]) -> None:
        """Prove the files of a target, text by path in the output folder; a language without a prover is skipped."""
        counts = self.proof.counts.setdefault(language, Counts())
        if prover is None:
            self.proof.skip(language, "nothing is known of how to prove it")
            return
        prover.counts = counts
        self.proof.undone.setdefault(language, set()).update(prover.left_out)
        prover.prove(files)
        counts.failed = len(prover.failed)

    def validator(self, subjects: Subjects, names: FieldNames, additional: str | None = None) -> ValueValidator:
        """Return the validator of a target's values."""
        validator = schema_validator(self.api)
        wire = Wire(subjects.surface.models, validator, names, additional)
        return ValueValidator(wire, Conforming(validator, AuthoredTexts(self.api)), self.locate)


@dataclass(slots=True, kw_only=True)
class LanguageProver(ABC):
    """A language's half of proving: its blocks, how their values are read, and the tools that check them."""

    left_out: ClassVar[frozenset[str]] = frozenset()
    """The counts of `Counts` that have no meaning in this language."""
    unsent_methods: ClassVar[frozenset[str]] = frozenset()
    """The HTTP methods that the language's platform does not send."""
    bodiless_methods: ClassVar[frozenset[str]] = frozenset()
    """The HTTP methods that the language's platform sends without a body only."""

    harness: Harness
    subjects: Subjects
    counts: Counts = field(default_factory=Counts)
    failed: set[tuple[str, int]] = field(default_factory=set)
    """The failed blocks, by page and line."""

    @abstractmethod
    def prove(self, files: Mapping[str, str]) -> None:
        """Prove the blocks and scripts of the tree: record counts, and record failures by `fail`."""

    @abstractmethod
    def names(self, model: ObjectModel) -> Mapping[str, Field]:
        """Return the fields of an object by their names in the language."""

    @abstractmethod
    def read(self, sample: Sample) -> Node | None:
        """Return the value in the code of a sample; None if it cannot be read."""

    def code_name(self, name: str) -> str:
        """Return the name in the language for a JSON name."""
        return name

    def fail(self, sample: Sample | None, failure: Failure) -> None:
        """Record a failure of a sample, or of a file that is not a sample."""
        if sample is not None and failure.pointer is None:
            failure = self.located(sample, failure)
        self.harness.proof.failures.append(failure)
        self.failed.add((sample.block.page, sample.block.line) if sample else (failure.page, 0))

    def fail_at(self, sample: Sample, line: int, stage: str, message: str) -> None:
        """Record a failure of a sample at a line of its code, from 1."""
        self.fail(sample, Failure(sample.block.page, sample.block.line - 1 + line, stage, message))

    def located(self, sample: Sample, failure: Failure) -> Failure:
        """Return a failure of a sample with the schema or operation that its line belongs to."""
        pointer = self._pointer_at(sample, failure.line - sample.block.line + 1, failure.path)
        location = None if pointer is None else self.harness.locate(pointer)
        return replace(failure, pointer=pointer, location=location)

    def _pointer_at(self, sample: Sample, line: int, suffix: Path) -> str | None:
        if sample.type is None:
            return sample.method.operation.pointer if sample.method is not None else None
        node = self.read(sample)
        path = () if node is None else extended_path(node, path_at(node, line), suffix, self.code_name)
        return SchemaLocator(self.subjects.surface.models, self.names).at(sample.type, path)

    def validate(self, validator: ValueValidator, sample: Sample, values: Iterable[tuple[TypeExpr, Node]]) -> None:
        """Validate the values of a sample against their schemas."""
        for type_, node in values:
            self.counts.values += 1
            for fault in validator.faults(type_, node, by_names=sample.role is Role.CALL):
                failure = validator.failure(sample, fault)
                if validator.is_unsatisfiable(fault.whole):
                    self.harness.proof.unsatisfiable.append(failure)
                else:
                    self.fail(sample, failure)

    def run_calls(self, mock: Mock, calls: Iterable[Sample], make: RunCalls) -> None:
        """Make the calls of pages against a mock, by `make`; record the successful ones and the faults of others."""
        language = self.subjects.target.language
        calls = list(calls)
        missing = missing_server() if calls else None
        if missing is not None:
            self.harness.proof.skip(language, f"no call is made, because {missing}", "called")
            return
        chosen, reasons = runnable(
            mock.client,
            calls,
            unsent_methods=self.unsent_methods,
            bodiless_methods=self.bodiless_methods,
            unsatisfiable=self.harness.proof.unsatisfiable,
        )
        record = CallRecord()
        with serving(mock, record.take) as port:
            outcomes = list(make(chosen, call_environment(mock.client, chosen, port))) if chosen else []
        for outcome in outcomes:
            faults = list(record.faults(outcome))
            self.counts.called += not faults
            for fault in faults:
                block = chosen[outcome.number].block
                line = block.line - 1 + outcome.line
                failure = Failure(block.page, line, "call", shortened(fault), column=outcome.column)
                self.fail(chosen[outcome.number], failure)
        for reason, count in reasons.items():
            self.harness.proof.skip(language, f"calls that are not made, because {reason}: {count:,}")

    def fail_stray(self, sample: Sample) -> None:
        """Record a failure for a block that should call a method but does not."""
        if sample.role is Role.STRAY:
            self.fail_at(sample, 1, "value", "no method of the description is called here")
