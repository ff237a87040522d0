"""The files of the client: functions, classes, the core, errors, hooks, and the runtime that they call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from typewright.client.error_classes import base_error_name as free_base_error_name
from typewright.naming.names import Package
from typewright.pages.page import Ownership, Page, Planned, RawFile, RuntimeFile
from typewright.targets.contract import Project
from typewright.targets.typescript.client.classes import SDK, Classes
from typewright.targets.typescript.client.functions import function_module, function_view
from typewright.targets.typescript.client.manifest import (
    commonjs_options,
    compiler_options,
    index_lines,
    jsr_manifest,
    manifest,
    types_lines,
)
from typewright.targets.typescript.client.paging import paged_operations
from typewright.targets.typescript.client.runtime_modules import RUNTIME, client_runtime
from typewright.targets.typescript.client.views import LinesView
from typewright.targets.typescript.client.webhooks import webhook_files
from typewright.targets.typescript.code_layout import listed
from typewright.targets.typescript.models.placement import Module, placement_of
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import string_literal
from typewright.targets.typescript.stems import file_stem

_TEMPLATES = "typescript/client"
_JSR_NAME = re.compile(r"@[a-z0-9-]+/[a-z0-9-]+")
"""The names of packages at JSR (its documentation, "Packages"); others have no `jsr.json`."""
_ERRORS = (
    *("APIError", "ConnectionError", "InvalidRequestError", "RequestAbortedError"),
    *("RequestTimeoutError", "ResponseValidationError"),
)

_PAGING_ERROR = "PagingError"
"""What a loop over pages ends with where the API answers the same page again."""


def client_files(project: Project[TypeScriptOptions]) -> Iterator[Planned]:
    """Yield the files of the client."""
    classes = _classes(project)
    yield from _functions(project, classes)
    yield from _groups(classes)
    yield Page("core.ts", f"{_TEMPLATES}/core.ts.jinja", classes.core_view, "typescript")
    yield Page(
        "hooks/registration.ts",
        template=f"{_TEMPLATES}/hooks.ts.jinja",
        make_view=partial(LinesView, ()),
        language="typescript",
        ownership=Ownership.ONCE,
    )
    yield from webhook_files(project)
    yield from _indexes(project, classes.client)
    for source in client_runtime(project):
        yield RuntimeFile(f"lib/{source.removeprefix(f'{RUNTIME}/')}", source)
    placement = project.once(placement_of)
    yield RawFile("package.json", partial(manifest, project, placement), "json")
    yield RawFile("tsconfig.json", compiler_options, "json")
    if project.options.commonjs:
        yield RawFile("tsconfig.cjs.json", commonjs_options, "json")
    if _JSR_NAME.fullmatch(project.options.package):
        yield RawFile("jsr.json", partial(jsr_manifest, project, placement), "json")


def _functions(project: Project[TypeScriptOptions], classes: Classes) -> Iterator[Page]:
    """Yield the modules of standalone functions."""
    for group in classes.groups:
        for method in group.methods:
            yield Page(
                path=function_module(project, method).path,
                template=f"{_TEMPLATES}/function.ts.jinja",
                make_view=partial(function_view, project, method, classes.core),
                language="typescript",
                inputs=(method.operation.id, classes.core),
            )


def _groups(classes: Classes) -> Iterator[Page]:
    """Yield the modules of the client's class and of those of its groups."""
    for group in classes.groups:
        path = classes.modules[group.path].path
        if not group.path:
            yield Page(path, f"{_TEMPLATES}/sdk.ts.jinja", partial(classes.sdk, group), "typescript")
            continue
        yield Page(
            path=path,
            template=f"{_TEMPLATES}/group.ts.jinja",
            make_view=partial(classes.group, group),
            language="typescript",
            inputs=classes.outline(group),
        )


def _indexes(project: Project[TypeScriptOptions], client: str) -> Iterator[Planned]:
    """Yield the entries of the package: its own, one for each folder of types, and that of the types of calls."""
    placement = project.once(placement_of)
    stems: dict[str, list[str]] = {project.once(placement_of).folders[Package.ERRORS]: []}
    for module in placement.symbols:
        if module.folder:
            stems.setdefault(module.folder, []).append(f"export * from {_text(f'./{module.stem}.js')};")
    for folder, lines in stems.items():
        own = _errors_lines(project, folder) if folder == placement.folders[Package.ERRORS] else ()
        make_view = partial(LinesView, (*own, *sorted(lines)))
        if folder:
            yield Page(f"{folder}/index.ts", f"{_TEMPLATES}/lines.ts.jinja", make_view, "typescript")
    for path, statements in (("index.ts", index_lines(placement, client)), ("types/index.ts", types_lines())):
        yield Page(path, f"{_TEMPLATES}/lines.ts.jinja", partial(LinesView, statements), "typescript")


def _errors_lines(project: Project[TypeScriptOptions], folder: str) -> tuple[str, ...]:
    """Return the statements that export the errors of every client whose names no type has."""
    placement = project.once(placement_of)
    taken = placement.type_names.get(folder, frozenset())
    names = [name for name in _ERRORS if name not in taken]
    fallback = project.options.default_error_name
    if fallback not in (*taken, *_ERRORS):
        names.append(f"APIError as {fallback}")
    base = base_error_name(project)
    runtime = f"{'../' * (folder.count('/') + 1)}lib"
    end = f"}} from {_text(f'{runtime}/errors.js')};"
    common = listed("export {", [*names, f"BaseError as {base}"], end, spaced=True)
    if not project.once(paged_operations) or _PAGING_ERROR in taken:
        return (common,)
    return common, f"export {{ {_PAGING_ERROR} }} from {_text(f'{runtime}/paging.js')};"


def base_error_name(project: Project[TypeScriptOptions]) -> str:
    """Return the name of the class that all errors of the client extend, which no type and no other error has."""
    placement, client = project.once(placement_of), project.client.class_name
    types = placement.type_names.get(placement.folders[Package.ERRORS], frozenset())
    taken = {*types, *_ERRORS, _PAGING_ERROR, project.options.default_error_name}
    return free_base_error_name(project.options.base_error_name or f"{client}Error", client, taken)


def _classes(project: Project[TypeScriptOptions]) -> Classes:
    found = (project.client.root, *(group for group in project.client.groups if group.path))
    preferred_names = {".".join(group.path): file_stem(group.class_name) for group in found if group.path}
    stems = project.names.ledger.names("client-module", preferred_names, {SDK})
    modules = {group.path: Module(SDK, stems[".".join(group.path)] if group.path else SDK) for group in found}
    return Classes(project, found, modules)


def _text(text: str) -> str:
    return string_literal(text, double=True)
