"""The Python of a tree: parsed, type-checked, run, and what comes of it held against schemas."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.config import TargetConfig
from generator.ir import Api, EnumModel, Field, ObjectModel, TypeExpr
from generator.json_value import JsonValue
from generator.naming import Ledger, assign
from generator.naming.names import Names
from generator.prove.nodes import Node
from generator.prove.python_literals import Expressions, keywords_of
from generator.prove.report import Failure
from generator.prove.running import executed, type_checked
from generator.prove.subjects import Sample, Subjects
from generator.surface import Surface, surface
from generator.targets.methods import group_path
from generator.targets.python.constructors import FieldAttributes
from generator.targets.python.display import Display
from generator.targets.python.docs_fields import FieldRows
from generator.targets.python.docs_models import text_of
from generator.targets.python.language import language
from generator.targets.python.package import package_pages
from generator.targets.python.sdk_calls import method_name
from generator.targets.python.sdk_signatures import Signatures
from generator.targets.python.words import attribute, members, module_stem
from generator.targets.recursion import recursive_aliases
from generator.writing.render import render

_BLOCKS = "blocks"
"""Where the blocks of pages stand beside the package."""


def field_names(model: ObjectModel) -> Mapping[str, Field]:
    """Return the fields of an object by their names in the dicts of calls."""
    attributes = FieldAttributes()
    return {attributes.of(model, each): each for each in model.fields}


def wire_names(model: ObjectModel) -> Mapping[str, Field]:
    """Return the fields of an object by their names on the wire, which dumps have."""
    return {each.name: each for each in model.fields}


def subjects(api: Api, target: TargetConfig, ledger: Ledger, authored: frozenset[str]) -> Subjects:
    """Return what the Python of a tree shows."""
    methods = surface(api, target.naming)
    names = assign(methods, target.naming, language(api, target), ledger)
    display = _display(methods, names, target)
    called = {
        ".".join((*map(attribute, group_path(method.operation)), method_name(method))): method
        for method in methods.methods
    }
    return Subjects(
        methods, names, target, display.page, called, stem=module_stem, shows_streams=True, authored=authored
    )


def _display(methods: Surface, names: Names, target: TargetConfig) -> Display:
    return Display(methods, names, target.paths, recursive_aliases(methods.models))


@dataclass(frozen=True, slots=True)
class CallReader:
    """Reads the arguments of calls."""

    subjects: Subjects

    def arguments(self, sample: Sample) -> Iterator[tuple[TypeExpr, Node]]:
        """Yield type and value of each argument of a sample's call. Raises ExpressionError."""
        if sample.method is None:
            return
        of = self.subjects
        symmetric = of.target.naming.scheme == "symmetric"
        rows = FieldRows(of.surface, _display(of.surface, of.names, of.target), symmetric)
        signature = {each.keyword: each for each in Signatures(of.surface, of.target, rows).arguments(sample.method)}
        expressions = Expressions(self._members())
        for keyword in keywords_of(sample.block.code, sample.called):
            if keyword.arg in signature:
                yield signature[keyword.arg].field.type, expressions.node(keyword.value)

    def _members(self) -> dict[tuple[str, str], JsonValue]:
        found: dict[tuple[str, str], JsonValue] = {}
        for symbol in self.subjects.names.symbols.values():
            model = self.subjects.surface.models[symbol.id]
            if isinstance(model, EnumModel):
                names = members(each.name or text_of(each.value) for each in model.values)
                found |= {(symbol.name, name): each.value for name, each in zip(names, model.values, strict=True)}
        return found


def parse_failure(sample: Sample) -> Failure | None:
    """Return what keeps a sample's code from being parsed; None where nothing does."""
    try:
        ast.parse(sample.block.code)
    except (SyntaxError, ValueError) as fault:
        line = sample.block.line - 1 + (getattr(fault, "lineno", None) or 1)
        return Failure(sample.block.page, line, "parse", getattr(fault, "msg", None) or str(fault))
    return None


@dataclass(slots=True)
class Modules:
    """The package and the blocks beside it, each in a module of its own."""

    files: dict[str, str] = field(default_factory=dict)
    _samples: dict[str, Sample] = field(default_factory=dict)

    @property
    def samples(self) -> Iterable[Sample]:
        """The blocks."""
        return self._samples.values()

    def add(self, sample: Sample) -> None:
        """Add a block."""
        path = f"{_BLOCKS}/block_{len(self._samples):05}.py"
        self.files[path] = sample.block.code
        self._samples[path] = sample

    def check_failures(self) -> Iterator[tuple[Sample | None, Failure]]:
        """Yield what mypy finds wrong."""
        for fault in type_checked(self.files, _BLOCKS) if self._samples else ():
            yield self._failure(fault.file, fault.line, "check", fault.text)

    def outcomes(self) -> Iterator[tuple[Sample, JsonValue, Failure | None]]:
        """Yield each sample with the value that came of it, or with what its run raised."""
        for outcome in executed(self.files, list(self._samples)) if self._samples else ():
            sample = self._samples[outcome.module]
            failure = None
            if outcome.error is not None:
                failure = self._failure(outcome.module, outcome.line, "run", " ".join(outcome.error.split()))[1]
            yield sample, outcome.value, failure

    def _failure(self, file: str, line: int, stage: str, text: str) -> tuple[Sample | None, Failure]:
        sample = self._samples.get(file)
        if sample is None:
            return None, Failure(file, line, stage, text)
        return sample, Failure(sample.block.page, sample.block.line - 1 + line, stage, text)


def package_files(of: Subjects) -> dict[str, str]:
    """Return the package of a tree that has none."""
    return {file.path: text for file, text in render(package_pages(of.surface, of.names, of.target), None)}


def lines_of(code: str) -> Callable[[str], int]:
    """Return what leads from a name on the wire to the line where code first gives it, as argument or as key."""
    lines: dict[str, int] = {}
    for each in ast.walk(ast.parse(code)):
        if isinstance(each, ast.keyword) and each.arg is not None:
            lines.setdefault(each.arg, each.lineno)
        elif isinstance(each, ast.Dict):
            for key in each.keys:
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    lines.setdefault(key.value, key.lineno)
    start = next((each.lineno for each in ast.parse(code).body if isinstance(each, ast.Assign | ast.AnnAssign)), 1)
    return lambda name: lines.get(attribute(name), lines.get(name, start))
