"""The origin of a name or a page, for `typewright explain`."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from typewright.base.codes import REGISTRY
from typewright.base.errors import Diagnostic, UsageError
from typewright.changes.methods import method_name
from typewright.cli.invocation import Invocation
from typewright.cli.running import Run, built
from typewright.ir import Operation
from typewright.naming.lock.locked import SYMBOL, kept_names
from typewright.naming.reasons import Entry, entries_of, pointer_of, reasons
from typewright.openapi.overlays.application import changes_at
from typewright.pipeline import names_only
from typewright.surface import surface_of
from typewright.targets.projects import make_project


class Explainer(Struct, frozen=True, dict=True):
    """The data of a run that explanations use."""

    run: Run

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The names of the run."""
        return tuple(entries_of(self.run.build.locked.names))

    @cached_property
    def natural(self) -> dict[str, str]:
        """The names of a run without a lock."""
        return dict(names_only(self.run.build.config).names)

    def explain(self, query: str) -> list[str]:
        """Return the explanation of a type, a method or a file. Raises UsageError if `query` is none of these.

        A method is identified by its operation id, by its name in `diff`, or by its call in each language. Types and
        calls may have before them what code has: a module, as in `models.Pet`, or the variable of a client.
        """
        path = self._file(query)
        if path is not None:
            return list(self._of_file(path))
        lines = self._of_name(query) or self._of_name(query.partition(".")[2])
        if not lines:
            raise UsageError([Diagnostic("E001", f"nothing is called '{query}'", help=self._suggestion(query))])
        return lines

    def _of_name(self, query: str) -> list[str]:
        """Return the explanation of the types and methods with a name."""
        symbols = [entry for entry in self.entries if entry.is_symbol and entry.name == query]
        every = self.run.build.api.every_operation()
        operations = [operation for operation in every if query in self._called(operation)]
        lines = [line for symbol in symbols for line in self._of_symbol(symbol)]
        return lines + [line for operation in operations for line in self._of_operation(operation)]

    def _suggestion(self, query: str) -> str:
        known = {entry.name for entry in self.entries if entry.is_symbol}
        known |= {name for operation in self.run.build.api.every_operation() for name in self._called(operation)}
        known |= set(self._tree)
        close = difflib.get_close_matches(query, sorted(known), n=1)
        return f"did you mean '{close[0]}'?" if close else "give the name of a type or a method, or a generated file"

    @cached_property
    def calls(self) -> dict[str, dict[str, str]]:
        """The calls of operations by their ids: by language, `dogs.find_dog` in Python."""
        build, found = self.run.build, dict[str, dict[str, str]]()
        names = kept_names(build.locked, build.api)
        for target in build.config.targets:
            methods = surface_of(build.api, target)
            project = make_project(methods, target, names.ledger_of(target))
            for method in project.client.methods.values():
                found.setdefault(method.operation.id, {})[target.language] = ".".join(method.access)
        return found

    def _called(self, operation: Operation) -> set[str]:
        """Return the names that identify an operation."""
        whole = method_name(operation)
        known = {whole, whole.rpartition(".")[2], operation.operation_id or whole, operation.id}
        return known | set(self.calls.get(operation.id, {}).values())

    @property
    def _tree(self) -> tuple[str, ...]:
        return tuple(self.run.build.tree)

    def _file(self, query: str) -> str | None:
        """Return a file of the tree by its whole path, or by its path in the output folder."""
        output = self.run.build.config.output
        for candidate in (query, _below(Path(query), output)):
            if candidate in self.run.build.tree:
                return candidate
        return None

    def _of_file(self, path: str) -> Iterator[str]:
        yield (self.run.build.config.output / path).as_posix()
        origin = self.run.build.origins.get(path)
        if origin is None:
            yield "  no template; the text is shipped as it is, or made by a backend"
        else:
            yield from self._template(origin.template, origin.view)
        about = [entry for entry in self.entries if entry.is_symbol and path in self._files(entry)]
        for line in about:
            yield ""
            yield from self._of_symbol(line)
        if not about:
            for operation in self.run.build.api.every_operation():
                if f"{_stem(path)}" == method_name(operation).rpartition(".")[0].lower():
                    yield ""
                    yield from self._of_operation(operation)

    def _template(self, template: str, view: str) -> Iterator[str]:
        folder = self.run.build.config.templates
        mine = folder is not None and (folder / template).is_file()
        yield f"  template  {(folder / template).as_posix() if mine and folder else template}"
        if view:
            yield f"  view      {view}"

    def _of_symbol(self, entry: Entry) -> Iterator[str]:
        yield f"{entry.name}  ({entry.language}, {entry.scope.removeprefix(SYMBOL)})"
        yield from self._definition_lines(entry.id)
        for reason in reasons(entry, self.run.build.locked.names, self.natural, self.run.build.api):
            yield f"  name      {reason}"
        for path in self._files(entry):
            yield f"  file      {(self.run.build.config.output / path).as_posix()}"
            origin = self.run.build.origins.get(path)
            if origin is not None:
                yield from (f"  {line}" for line in self._template(origin.template, origin.view))

    def _of_operation(self, operation: Operation) -> Iterator[str]:
        yield f"{method_name(operation)}  ({operation.http_method} {operation.path})"
        yield from self._definition_lines(operation.id)
        override = operation.preferred_name
        source = f"'x-speakeasy-name-override: {override}'" if override else "its operationId"
        yield f"  name      from {source if override or operation.operation_id else 'its method and path'}"
        for language, call in sorted(self.calls.get(operation.id, {}).items()):
            yield f"  call      {call}  ({language})"
        inside = (f"{operation.id}/", f"{operation.id}?")
        for entry in self.entries:
            if entry.is_symbol and entry.id.startswith(inside):
                yield f"  type      {entry.name}  ({entry.language}) {entry.id.removeprefix(operation.id)}"

    def _definition_lines(self, id_: str) -> Iterator[str]:
        build = self.run.build
        pointer = pointer_of(id_, build.api)
        yield f"  schema    {id_}"
        yield f"  written   {build.document.location(pointer, at_key=True)}"
        for change in changes_at(build.document.sources[0], [pointer]):
            action = change.action
            description = f": {action.description}" if action.description else ""
            yield f"  overlay   {action.file}, action {action.index + 1} {change.effect} {change.pointer}{description}"

    def _files(self, entry: Entry) -> list[str]:
        """Return the files of a type: its page, and the module that declares it."""
        stems = {entry.name.lower()}
        owners = {candidate.name for candidate in self.entries if _is_declaration(candidate, entry)}
        found = []
        for path in self.run.build.tree:
            if not path.startswith(f"{entry.language}/"):
                continue
            is_page = path.startswith(f"{entry.language}/docs/models/") and _stem(path) in stems
            is_module = not path.startswith(f"{entry.language}/docs/") and _stem(path) in owners
            if is_page or (is_module and path in self.run.build.origins):
                found.append(path)
        return self._of_package(found, entry)

    def _of_package(self, paths: list[str], entry: Entry) -> list[str]:
        """Return the files in the folder of the type's package; all files if it has none."""
        target = next(target for target in self.run.build.config.targets if target.language == entry.language)
        folder = getattr(target.paths, entry.scope.removeprefix(SYMBOL), "")
        inside = [path for path in paths if not folder or f"/{folder}/" in path]
        return inside or paths


def _is_declaration(entry: Entry, symbol: Entry) -> bool:
    """Return whether an entry is the module that declares a type."""
    inside = symbol.id == entry.id or symbol.id.startswith((f"{entry.id}/", f"{entry.id}?"))
    return entry.language == symbol.language and entry.scope.startswith("module:") and inside


def _stem(path: str) -> str:
    name = path.rpartition("/")[2]
    if name.lower() in ("readme.md", "index.md"):
        name = path.rpartition("/")[0].rpartition("/")[2]
    return name.partition(".")[0].lower()


def _below(path: Path, output: Path) -> str:
    try:
        return path.resolve().relative_to(output.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def code_explanation(query: str) -> list[str]:
    """Return the meaning of a message's code, its assumption, and its remedy; empty if `query` is not a code."""
    entry = REGISTRY.get(query.upper())
    if entry is None:
        return []
    lines = [f"{entry.code}  {entry.title}"]
    if entry.assumed:
        lines.append(f"  assumed   {entry.assumed}")
    return [*lines, f"  help      {entry.help}", f"  docs      docs/errors.md#{entry.code.lower()}"]


def explanation(invocation: Invocation, query: str) -> list[str]:
    """Return the explanation of a type, a method or a file of a run. Raises UsageError if it is none of them."""
    return Explainer(built(invocation)).explain(query)
