"""The Python samples of a tree, and the types that their values are of."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.json_value import JsonValue
from typewright.client import ClientMethod
from typewright.client.signatures import Origin
from typewright.ir import EnumModel, Field, ObjectModel, Ref, TypeExpr, not_null, unfold
from typewright.prove.nodes import Node
from typewright.prove.report import Failure
from typewright.prove.subjects import Role, Sample, Subjects
from typewright.rendering.environment import render
from typewright.targets.contract import Project
from typewright.targets.python.client.signatures import CALL_OPTIONS, signatures_of
from typewright.targets.python.constructors import FieldAttributes
from typewright.targets.python.display import display_of
from typewright.targets.python.models.package import package_pages
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.prove.literals import ExpressionError, Expressions, assigned, call_of
from typewright.targets.python.prove.running import executed, type_checked
from typewright.targets.python.words import attribute, enum_value_text, members, module_stem

_ARGUMENT = re.compile(r'Unexpected keyword argument "([^"]+)"')
_SECURITY = "security"
"""The argument for credentials that a method takes itself."""
_BLOCKS = "blocks"
"""The folder of the blocks of pages beside the package."""


def field_names(model: ObjectModel) -> Mapping[str, Field]:
    """Return the fields of an object by their names in the dicts of calls."""
    attributes = FieldAttributes()
    return dict(zip(attributes.of(model, model.fields), model.fields, strict=True))


def subjects(project: Project[PythonOptions], authored: frozenset[str]) -> Subjects:
    """Return the samples of a tree's Python code."""
    called = {name: method.source for method in project.client.methods.values() for name in _calls_of(method)}
    return Subjects(
        surface=project.surface,
        names=project.names,
        target=project.options,
        page=project.once(display_of).page,
        called=called,
        stem=module_stem,
        shows_streams=True,
        authored=authored,
    )


def _calls_of(method: ClientMethod) -> Iterator[str]:
    """Yield the names by which a method is called: itself, its asynchronous form, and that with the raw response."""
    name = ".".join(method.access)
    yield from (name, f"{name}_async", f"with_raw_response.{name}")


class Reader(Struct):
    """Reads the values in the code of samples."""

    project: Project[PythonOptions]
    subjects: Subjects
    _members: dict[tuple[str, str], JsonValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._members = _members(self.subjects)

    def arguments(self, sample: Sample) -> Iterator[tuple[TypeExpr, Node]]:
        """Yield type and value of the arguments in a sample's call, the fields of a body together.

        Raises ExpressionError, also for an argument that the method does not have, or a missing required one.
        """
        if sample.method is None:
            return
        method = self.project.client.methods[sample.method.operation.id]
        signature = {argument.keyword: argument for argument in self.project.once(signatures_of).arguments(method)}
        expressions = Expressions(self._members)
        call = call_of(sample.block.code, sample.called)
        passed = {keyword.arg: keyword for keyword in call.keywords if keyword.arg not in CALL_OPTIONS}
        if sample.method.security is not None:
            passed.pop(_SECURITY, None)
        unknown = next((keyword for name, keyword in passed.items() if name not in signature), None)
        if unknown is not None:
            raise ExpressionError(f"'{sample.called}' takes no argument '{unknown.arg}'", unknown.value.lineno)
        needed = [parameter for parameter in signature.values() if parameter.is_needed]
        missing = next((parameter for parameter in needed if parameter.keyword not in passed), None)
        if missing is not None:
            raise ExpressionError(f"the argument '{missing.keyword}' is missing", call.lineno)
        body: dict[str, Node] = {}
        for name, keyword in passed.items():
            node = replace(expressions.node(keyword.value), line=keyword.value.lineno)
            if signature[str(name)].origin is Origin.BODY_FIELD:
                body[signature[str(name)].field.name] = node
            else:
                yield signature[str(name)].field.type, node
        if body and sample.method.body is not None and sample.method.body.type is not None:
            yield from self._whole(sample.method.body.type, body, call.lineno)

    def _whole(self, type_: TypeExpr, body: Mapping[str, Node], line: int) -> Iterator[tuple[TypeExpr, Node]]:
        """Yield the body whose fields, by their names on the wire, are separate arguments."""
        bare = not_null(unfold(type_, self.subjects.surface.models))
        model = self.subjects.surface.models[bare.id] if isinstance(bare, Ref) else None
        if isinstance(model, ObjectModel):
            attributes = {name.name: attribute for attribute, name in field_names(model).items()}
            yield type_, Node({attributes[name]: node for name, node in body.items()}, line)

    def value(self, sample: Sample) -> Node | None:
        """Return the value that a sample's code binds, as far as it can be read; None otherwise."""
        if sample.role is Role.CALL:
            return None
        try:
            bound = assigned(sample.block.code)
            return None if bound is None else Expressions(self._members, constructors=True).node(bound)
        except (ExpressionError, SyntaxError, ValueError):
            return None


def _members(of: Subjects) -> dict[tuple[str, str], JsonValue]:
    """Return the values of enumerations by class and member."""
    found: dict[tuple[str, str], JsonValue] = {}
    for symbol in of.names.symbols.values():
        model = of.surface.models[symbol.id]
        if isinstance(model, EnumModel):
            names = members(value.name or enum_value_text(value.value) for value in model.values)
            found |= {(symbol.name, name): member.value for name, member in zip(names, model.values, strict=True)}
    return found


def parse_failure(sample: Sample) -> Failure | None:
    """Return the syntax error of a sample's code; None if it can be parsed."""
    try:
        ast.parse(sample.block.code)
    except (SyntaxError, ValueError) as fault:
        line = sample.block.line - 1 + (getattr(fault, "lineno", None) or 1)
        return Failure(sample.block.page, line, "parse", getattr(fault, "msg", None) or str(fault))
    return None


class Modules(Struct):
    """The package and the blocks beside it, each in a separate module."""

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
        """Yield the faults that mypy finds."""
        for fault in type_checked(self.files, _BLOCKS) if self._samples else ():
            line = fault.line
            if fault.file in self._samples and (named := _ARGUMENT.match(fault.text)):
                line = line_below(self.files[fault.file], line, (named[1],))
            yield self._failure(fault.file, line, "check", fault.text)

    def outcomes(self) -> Iterator[tuple[Sample, JsonValue, Failure | None]]:
        """Yield each sample with its value, or with the exception of its run."""
        for outcome in executed(self.files, list(self._samples)) if self._samples else ():
            sample = self._samples[outcome.module]
            failure = None
            if outcome.error is not None:
                line = line_below(sample.block.code, outcome.line, outcome.path)
                failure = self._failure(outcome.module, line, "run", " ".join(outcome.error.split()))[1]
                failure = replace(failure, path=outcome.path)
            yield sample, outcome.value, failure

    def _failure(self, file: str, line: int, stage: str, text: str) -> tuple[Sample | None, Failure]:
        sample = self._samples.get(file)
        if sample is None:
            return None, Failure(file, line, stage, text)
        return sample, Failure(sample.block.page, sample.block.line - 1 + line, stage, text)


def package_files(project: Project[PythonOptions]) -> dict[str, str]:
    """Return the package of a tree that has none."""
    return {rendered.file.path: rendered.text for rendered in render(package_pages(project), None)}


def line_below(code: str, line: int, path: Sequence[str | int]) -> int:
    """Return the line of the argument or the key at `path` below what is created at `line`.

    Tokens that do not occur in the code are skipped: they name types.
    """
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call) and node.lineno == line]
    expression: ast.AST | None = calls[0] if calls else None
    for token in path:
        below = _below(expression, token)
        if below is not None:
            line, expression = below.lineno, below.value if isinstance(below, ast.keyword) else below
    return line


def _below(expression: ast.AST | None, token: str | int) -> ast.keyword | ast.expr | None:
    """Return the part of an expression under a name or an index; None without one."""
    match expression:
        case ast.Call(keywords=keywords):
            return next((keyword for keyword in keywords if keyword.arg in (token, attribute(str(token)))), None)
        case ast.Dict(keys=keys, values=values):
            constants = (key.value if isinstance(key, ast.Constant) else None for key in keys)
            return next((value for key, value in zip(constants, values, strict=True) if key == token), None)
        case ast.List(elts=items) if isinstance(token, int) and token < len(items):
            return items[token]
    return None


def lines_of(code: str) -> Callable[[str], int]:
    """Return a function from a name on the wire to the line of its first argument or key in the code."""
    lines: dict[str, int] = {}
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.keyword) and node.arg is not None:
            lines.setdefault(node.arg, node.lineno)
        elif isinstance(node, ast.Dict):
            for key in node.keys:
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    lines.setdefault(key.value, key.lineno)
    start = next(
        (statement.lineno for statement in ast.parse(code).body if isinstance(statement, ast.Assign | ast.AnnAssign)), 1
    )
    return lambda name: lines.get(attribute(name), lines.get(name, start))
