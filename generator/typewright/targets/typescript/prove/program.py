"""The TypeScript samples of a tree, and the program in which all their code is compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from typewright.client import ClientMethod
from typewright.ir import Field, ObjectModel
from typewright.prove.nodes import Node
from typewright.prove.report import Failure
from typewright.prove.subjects import Role, Sample, Subjects
from typewright.rendering.environment import render
from typewright.targets.contract import Project
from typewright.targets.typescript.client.arguments import taken_arguments
from typewright.targets.typescript.client.callables import function_names
from typewright.targets.typescript.display import display_of
from typewright.targets.typescript.models.declarations import declarations
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.prove.calling import awaited
from typewright.targets.typescript.prove.compiling import Compiler, Fault, compiled
from typewright.targets.typescript.prove.literals import LiteralError, declared, listed, passed, passed_one_by_one
from typewright.targets.typescript.quoting import string_literal
from typewright.targets.typescript.stems import file_stem
from typewright.targets.typescript.words import ADDITIONAL, Spelling

__all__ = [
    "ADDITIONAL",
    "OF_CLIENTS",
    "UNCOMPILED",
    "Program",
    "argument_properties",
    "declaration_files",
    "field_names",
    "subjects",
    "value_of",
]

_BLOCKS = "blocks"
"""The folder of the blocks of pages in the program."""
OF_CLIENTS = frozenset({Role.CALL, Role.SETUP})
"""Roles whose code needs a client: it is compiled like all code where there is one."""
UNCOMPILED = frozenset({*OF_CLIENTS, Role.STRAY, Role.OTHER})
"""Roles whose code is only parsed where there is no client."""
_STATEMENTLESS = re.compile(r"(?:\s+|//[^\n]*|import\b[^;]*;|declare const value\b[^;]*;)*")
"""Code without a value: only imports, comments, and the declaration of a stream."""
_SYNTAX = re.compile(r"TS1\d{3}:")
"""Codes of syntax errors, after which the compiler does not check types."""


def field_names(model: ObjectModel, spelling: Spelling) -> Mapping[str, Field]:
    """Return the fields of an object by their names in TypeScript."""
    return dict(zip(spelling.of_model(model), model.fields, strict=False))


def subjects(project: Project[TypeScriptOptions], authored: frozenset[str]) -> Subjects:
    """Return the samples of a tree's TypeScript code."""
    called = {name: method.source for method in project.client.methods.values() for name in _calls_of(project, method)}
    return Subjects(
        surface=project.surface,
        names=project.names,
        target=project.options,
        page=project.once(display_of).page,
        called=called,
        stem=file_stem,
        shows_streams=project.options.docs.stream_code,
        authored=authored,
    )


def _calls_of(project: Project[TypeScriptOptions], method: ClientMethod) -> Iterator[str]:
    """Yield the names by which a method is called: that of the client's method, and that of the function."""
    yield ".".join(method.access)
    yield project.once(function_names)[method.operation.id]


def argument_properties(project: Project[TypeScriptOptions]) -> Mapping[str, tuple[str, ...]]:
    """Return the properties of requests that calls pass one by one, in order, by the ids of their operations.

    Methods that take their request as a whole are left out.
    """
    return {
        id_: tuple(argument.property for argument in taken)
        for id_, method in project.client.methods.items()
        if (taken := taken_arguments(project.surface, project.options, method))
    }


def value_of(sample: Sample, arguments: Mapping[str, tuple[str, ...]]) -> Node | None:
    """Return the value in a sample's code; None without one. `arguments` are `argument_properties`.

    Raises LiteralError.
    """
    code = sample.block.code
    match sample.role:
        case Role.VALUE | Role.SCRIPT:
            node = declared(code)
            if node is None and _STATEMENTLESS.fullmatch(code) is None:
                raise LiteralError("neither 'value' nor 'request' is declared", 1)
            return node
        case Role.CALL:
            has_request = sample.method is not None and sample.method.request is not None
            properties = arguments.get(sample.method.operation.id) if sample.method is not None else None
            if properties:
                return passed_one_by_one(code, sample.called, properties)
            return passed(code, sample.called) if has_request else None
        case Role.VALUES:
            return listed(code)
    return None


class Program(Struct):
    """The files of one compilation, and the pages and lines of its blocks."""

    files: dict[str, str] = field(default_factory=dict)
    has_client: bool = False
    """Whether calls are compiled like all code; without a client they are only parsed."""
    _samples: dict[str, tuple[Sample, int]] = field(default_factory=dict)

    def add(self, sample: Sample, subjects: Subjects) -> None:
        """Add a block; code that needs a client is only parsed."""
        code = sample.block.code
        head = ""
        if self.has_client and sample.role in OF_CLIENTS:
            code = awaited(code) if sample.role is Role.CALL else code
        elif sample.role in UNCOMPILED:
            head = "// @ts-nocheck\n"
        elif sample.is_member:
            head = _support(code, subjects.target.package) + _namespaces(subjects)
        elif sample.role is Role.VALUES:
            head = _support(code, subjects.target.package) + "export type Values =\n"
        path = f"{_BLOCKS}/{len(self._samples):05}.ts"
        self.files[path] = f"{head}{code}\nexport {{}};\n"
        self._samples[path] = sample, head.count("\n")

    def calls(self, directory: Path) -> Mapping[int, Path]:
        """Return the compiled files of calls below `directory`, by the identity of their samples."""
        found = {
            id(sample): (directory / "dist" / path).with_suffix(".js")
            for path, (sample, _) in self._samples.items()
            if sample.role is Role.CALL
        }
        return {key: path for key, path in found.items() if path.is_file()}

    def failures(self, compiler: Compiler, folder: str, directory: Path) -> Iterator[tuple[Sample | None, Failure]]:
        """Yield the faults that the compiler finds; `folder` is that of the program's own files in the tree.

        The program is compiled in the folder `directory`. Blocks with syntax errors are left out of a second run, which
        then checks the types of all others.
        """
        found = list(compiled(self.files, compiler, directory))
        unparsed = {fault.file for fault in found if _SYNTAX.match(fault.text)} & self._samples.keys()
        if unparsed:
            for path in unparsed:
                (directory / path).unlink()
                (directory / "dist" / path).with_suffix(".js").unlink(missing_ok=True)
            rest = {path: text for path, text in self.files.items() if path not in unparsed}
            found += compiled(rest, compiler, directory)
        for fault in dict.fromkeys(found):
            yield self._failure(fault, folder)

    def _failure(self, fault: Fault, folder: str) -> tuple[Sample | None, Failure]:
        if fault.file not in self._samples:
            return None, Failure(f"{folder}{fault.file}", fault.line, "compile", fault.text)
        sample, offset = self._samples[fault.file]
        last = sample.block.code.count("\n") + 1
        line = min(max(1, fault.line - offset), last) + sample.block.line - 1
        return sample, Failure(sample.block.page, line, "compile", fault.text)


def _namespaces(subjects: Subjects) -> str:
    """Return imports of all folders of types by the prefixes of qualified types."""
    target = subjects.target
    packages = dict.fromkeys(symbol.package for symbol in subjects.names.symbols.values())
    folders = dict.fromkeys(str(getattr(target.paths, package.value)) for package in packages)
    return "".join(
        f"import type * as {label} from {string_literal(f'{target.package}/{folder}')};\n"
        for folder in folders
        if (label := folder.rsplit("/", 1)[-1]).isidentifier()
    )


def _support(code: str, package: str) -> str:
    """Return the import of the support types that `code` names."""
    used = [name for name in ("EventStream", "Unrecognized") if name in code]
    return f"import type {{ {', '.join(used)} }} from {string_literal(package)};\n" if used else ""


def declaration_files(project: Project[TypeScriptOptions]) -> dict[str, str]:
    """Return the declarations of all types, for a tree that has none."""
    return {rendered.file.path: rendered.text for rendered in render(declarations(project), None)}
