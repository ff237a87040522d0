"""The files of the importable package."""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Iterator
from functools import lru_cache, partial

from typewright.client.groups import client_class
from typewright.pages.page import Page, Planned, RawFile, RuntimeFile
from typewright.rendering.runtime_files import needed_modules
from typewright.targets.contract import Project
from typewright.targets.python.client.class_forms import class_forms
from typewright.targets.python.language import MODELS
from typewright.targets.python.models.context import make_context
from typewright.targets.python.models.loading import check_loading
from typewright.targets.python.models.modules import Modules
from typewright.targets.python.models.taken_packages import TAKEN
from typewright.targets.python.models.typed_dicts import FOLDER as DICTS
from typewright.targets.python.models.typed_dicts import typed_dict_keys
from typewright.targets.python.models.views import (
    ExportView,
    IndexView,
    ManifestView,
    SchemasView,
    SchemaView,
)
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Placement, placement_of, webhooks_module
from typewright.targets.python.quoting import docstring, string_literal, value_literal
from typewright.targets.versions import version_of

RUNTIME = "python/runtime"
"""The folder of the runtime's modules, relative to `templates/`."""
_LIBRARIES = {"httpx2": "httpx2>=2.7,<3", "httpx": "httpx>=0.27,<1"}
_EXTRAS = ('aiohttp = ["aiohttp>=3.10"]', 'opentelemetry = ["opentelemetry-api>=1.20"]')
"""Lines of `project.optional-dependencies`: faster asynchronous calls, and spans around calls."""
_VERSION = re.compile(
    r"[0-9]+(\.[0-9]+)*"
    r"([-_.]?(alpha|a|beta|b|preview|pre|c|rc)([-_.]?[0-9]+)?)?"
    r"([-_.]?(post|rev|r)([-_.]?[0-9]+)?)?"
    r"([-_.]?dev([-_.]?[0-9]+)?)?"
    r"(\+[a-z0-9]+([-_.][a-z0-9]+)*)?",
    re.IGNORECASE | re.ASCII,
)
"""The versions that Python's tools accept (PEP 440), without an epoch and the forms that dates could be."""
OFFERED = ("UNSET", "Model", "ResponseModel", "Unset", "reading_leniently")
"""The exports of the runtime module for users."""


def package_folder(options: PythonOptions) -> str:
    """Return the name of the importable package: the configured one as an identifier (`@acme/orq-ai` → `orq_ai`).

    A name that Python or a generated module uses gets the prefix `api_`.
    """
    return _importable(options.package.rsplit("/", 1)[-1].lower())


@lru_cache
def _importable(name: str) -> str:
    word = re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_")
    if not word or word[0].isdigit() or keyword.iskeyword(word) or word in TAKEN:
        return f"api_{word}".rstrip("_")
    return word


def package_pages(project: Project[PythonOptions]) -> Iterator[Planned]:
    """Yield the modules of the package."""
    folder, title = package_folder(project.options), project.api.title
    if project.options.models != "pydantic":
        from typewright.targets.python.models.flavours import (  # noqa: PLC0415 - only where asked for
            flavoured_pages,
        )

        yield from flavoured_pages(project, folder)
        return
    check_loading(project.api.models)
    placement = project.once(placement_of)
    yield RawFile(f"{folder}/py.typed", str)
    yield Page("pyproject.toml", "python/pyproject.toml.jinja", partial(_manifest, project))
    yield Page(f"{folder}/__init__.py", "python/index.py.jinja", partial(_package_index, project), "python")
    for name in placement.folders:
        text = docstring(f"The types of {title} that are in `{name}`: each is loaded when it is asked for.")
        make_view = partial(_index, project, text, name)
        yield Page(f"{folder}/{name}/__init__.py", "python/index.py.jinja", make_view, "python")
    modules = Modules(project)
    for module in placement.members:
        contents = modules.contents(module)
        yield Page(
            path=f"{folder}/{module.folder}/{module.stem}.py",
            template="python/module.py.jinja",
            make_view=partial(modules.view, contents),
            language="python",
            inputs=contents,
        )
    yield from _typed_dicts(folder, modules, project)
    for source in needed_modules([f"{RUNTIME}/__init__.py"]):
        yield RuntimeFile(f"{folder}/_runtime/{source.removeprefix(f'{RUNTIME}/')}", source)


def schemas_page(project: Project[PythonOptions]) -> Iterator[Page]:
    """Yield the module of the shipped schemas, which comes after the modules that add some: models and client."""
    if project.options.models == "pydantic":
        path = f"{package_folder(project.options)}/_schemas.py"
        yield Page(path, "python/schemas.py.jinja", partial(_schemas, project), "python")


def _package_index(project: Project[PythonOptions]) -> IndexView:
    """Return the exports of the package itself: those of the runtime, the models, the folders."""
    context = project.once(make_context)
    placement = context.placement
    with_client = placement.errors.is_generated
    what = "A client and typed models" if with_client else "Typed models"
    text = docstring(f"{what} of {project.api.title}: each is loaded when it is asked for.")
    incoming = webhooks_module(project)
    of_client = ("utils", *([] if incoming is None else [incoming])) if with_client else ()
    folders = tuple(_export(name, name) for name in (*placement.folders, DICTS, *of_client))
    client = client_class(project.api, project.options.sdk_class)
    clients = [f"{form.prefix}{client}" for form in class_forms(project.options)]
    models = [_below(MODELS, export) for export in _exports(placement, MODELS)]
    if with_client:
        own = {"ERRORS", *clients}
        models = [*(_export(name, "sdk") for name in clients), *(one for one in models if one.name not in own)]
    offered = (*_runtime_exports(placement), *models)
    return IndexView(text, context.has_deprecated, offered, folders)


def _index(project: Project[PythonOptions], text: str, folder: str) -> IndexView:
    """Return the `__init__.py` of a folder of modules."""
    context = project.once(make_context)
    return IndexView(text, context.has_deprecated, _exports(context.placement, folder), ())


def _typed_dicts(folder: str, modules: Modules, project: Project[PythonOptions]) -> Iterator[Page]:
    """Yield the modules of typed dicts, and the one that exports them all."""
    context = project.once(make_context)
    exports = []
    for module, keys in typed_dict_keys(context).items():
        exports += [_export(context.typed_dict_names[key], module.stem) for key in keys]
        yield Page(
            path=f"{folder}/{DICTS}/{module.stem}.py",
            template="python/dicts.py.jinja",
            make_view=partial(modules.typed_dicts, module, keys),
            language="python",
            inputs=(module, tuple(keys)),
        )
    text = docstring("Typed dictionaries that may be given in place of what goes into requests.")
    index = IndexView(text, context.has_deprecated, tuple(sorted(exports, key=lambda export: export.name)), ())
    yield Page(f"{folder}/{DICTS}/__init__.py", "python/index.py.jinja", lambda: index, "python")


def package_version(written: str) -> str:
    """Return a version of a description as one that Python's tools accept (PEP 440), zero if there is no such.

    A prerelease that they do not know (`1.0.0-SNAPSHOT`) is a development release, which also precedes the release.
    """
    if _VERSION.fullmatch(plain := written.strip()):
        return plain
    version = version_of(plain)
    if version is None:
        return "0"
    release = ".".join(map(str, version.release))
    identifiers, build = version.prerelease, ".".join(version.build).replace("-", ".").strip(".")
    local = f"+{build}" if build else ""
    if _VERSION.fullmatch(known := f"{release}-{'.'.join(identifiers)}{local}"):
        return known
    number = next((int(identifier) for identifier in identifiers if identifier.isdigit()), 0)
    development = f".dev{number}" if identifiers else ""
    return found if _VERSION.fullmatch(found := f"{release}{development}{local}") else f"{release}{development}"


def _manifest(project: Project[PythonOptions]) -> ManifestView:
    """Return the metadata of the package."""
    api, target = project.api, project.options
    version = package_version(project.version)
    name = re.sub(r"[^a-z0-9]+", "-", target.package.rsplit("/", 1)[-1].lower()).strip("-") or "api"
    client = target.has_client
    usual = f"{'A client and typed models' if client else 'Typed models'} of {api.title}."
    summary = target.metadata.description or usual
    requirements = ["pydantic>=2.8", "typing-extensions>=4.6.1"]
    if client:
        requirements.insert(0, _LIBRARIES[target.http_client])
    return ManifestView(
        name=_toml(name),
        version=_toml(version),
        description=_toml(" ".join(summary.split())),
        folder=_toml(package_folder(target)),
        dependencies=", ".join(map(_toml, requirements)),
        metadata=tuple(_metadata(target)),
        extras=tuple(_EXTRAS) if client else (),
        urls=tuple(
            f"{label} = {_toml(url)}"
            for label, url in (
                ("Homepage", target.metadata.homepage),
                ("Repository", target.metadata.repository),
                ("Documentation", target.metadata.documentation),
            )
            if url is not None
        ),
    )


def _metadata(target: PythonOptions) -> Iterator[str]:
    """Yield further lines of the table `project` (PyPA's specification of `pyproject.toml`)."""
    if target.has_client:
        yield 'readme = "README.md"'
    metadata = target.metadata
    if metadata.license is not None:
        yield f"license = {_toml(metadata.license)}"
    if metadata.authors:
        yield f"authors = [{', '.join(map(_author, metadata.authors))}]"
    if metadata.keywords:
        yield f"keywords = [{', '.join(map(_toml, metadata.keywords))}]"
    yield 'classifiers = ["Programming Language :: Python :: 3", "Typing :: Typed"]'


def _author(written: str) -> str:
    """Return an author, `Name` or `Name <mail>`, as an inline table of TOML."""
    name, _, mail = written.rstrip(">").partition(" <")
    return f"{{ name = {_toml(name)}{f', email = {_toml(mail)}' if mail else ''} }}"


def _toml(text: str) -> str:
    """Return a text as a basic string of TOML (1.0.0, "String"), which has JSON's escapes; lone surrogates are lost."""
    whole = text.encode("utf-8", "replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def _exports(placement: Placement, folder: str) -> tuple[ExportView, ...]:
    """Return the exports of the modules in a folder, by name."""
    named = (*placement.names.items(), *placement.exceptions.items())
    modules = ((name, placement.modules[key]) for key, name in named)
    found = {name: module.stem for name, module in modules if module.folder == folder}
    errors = placement.errors
    if errors.is_generated and errors.folder == folder:
        found |= dict.fromkeys((*errors.names, "ERRORS"), errors.module)
    return tuple(_export(name, stem) for name, stem in sorted(found.items()))


def _runtime_exports(placement: Placement) -> Iterator[ExportView]:
    """Yield the exports of the runtime module whose names no type has."""
    taken = placement.class_names
    return (_export(name, "_runtime") for name in OFFERED if name not in taken)


def _export(name: str, module: str) -> ExportView:
    return ExportView(name, module, string_literal(name), string_literal(module))


def _below(folder: str, export: ExportView) -> ExportView:
    return _export(export.name, f"{folder}.{export.module}")


def _schemas(project: Project[PythonOptions]) -> SchemasView:
    text = docstring("Parts of schemas that no Python type can say, and what they refer to, by their place.")
    shipped = project.once(make_context).shipped.schemas
    return SchemasView(
        text, tuple(SchemaView(string_literal(name), value_literal(schema)) for name, schema in shipped.items())
    )
