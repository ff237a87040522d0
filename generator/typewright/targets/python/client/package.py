"""The files of the client: its class, a module for each group, errors, `utils`, the user's hooks, the runtime."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from typewright.client import ClientMethod, Group
from typewright.client.media_kinds import MediaKind
from typewright.pages.page import Ownership, Page, Planned, RuntimeFile
from typewright.targets.contract import Project
from typewright.targets.python.client.class_forms import class_forms
from typewright.targets.python.client.client_class import ClientClass
from typewright.targets.python.client.modules import CLIENT_MODULE, OWN_METHODS, RESPONSES, GroupModules, module_names
from typewright.targets.python.client.runtime_modules import client_runtime
from typewright.targets.python.client.scope import ClientScope
from typewright.targets.python.client.signatures import signatures_of
from typewright.targets.python.client.views import (
    BaseErrorsView,
    HooksView,
    RuntimeErrors,
    UtilitiesView,
    UtilityView,
)
from typewright.targets.python.client.webhooks import webhooks_view
from typewright.targets.python.display import EVENTS_MODULE, LINES_MODULE
from typewright.targets.python.exceptions import ClientErrors
from typewright.targets.python.models.context import make_context
from typewright.targets.python.models.package import RUNTIME, package_folder, package_version
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import placement_of, webhooks_module
from typewright.targets.python.quoting import docstring, string_literal

_TEMPLATES = "python/client"
_UTILITIES = {
    "aiohttp_client": ("aiohttp_client",),
    "binary": ("BinaryStream", "BinaryStreamAsync"),
    "dates": ("parse_date", "parse_datetime"),
    "hooks": ("HookContext", "Hooks"),
    "paging": ("ItemPage", "Page"),
    "raw": ("APIResponse", "APIResponseAsync"),
    "retry_config": ("BackoffStrategy", "RetryConfig"),
}
"""The names of each module of the runtime that users may need."""


class ClientPackage(Struct, frozen=True):
    """The modules of one client; groups and their modules have their names from the ledger."""

    project: Project[PythonOptions]
    folder: str
    groups: tuple[Group, ...]
    names: dict[tuple[str, ...], str]
    calls: Callable[[Project[PythonOptions]], Callable[[ClientMethod], str]]
    """Returns the writer of the call on a method's page."""

    def files(self) -> Iterator[Planned]:
        """Yield the files of the client."""
        for group in self.groups:
            stem = self.names[group.path]
            if group.path:
                yield self._traced(f"{stem}.py", "group", partial(self._group, group), group)
            else:
                yield self._page(f"{CLIENT_MODULE}.py", "sdk", partial(self._client, group))
                if group.methods:
                    yield self._traced(f"{OWN_METHODS}.py", "group", partial(self._own_methods, group), group)
            yield self._traced(f"{RESPONSES}/{stem}.py", "responses", partial(self._responses, group), group)
        yield self._page(
            f"{RESPONSES}/__init__.py", "module", lambda: HooksView(docstring("Raw and streaming answers."))
        )
        errors = self.project.once(placement_of).errors
        yield self._page(f"{errors.folder}/{errors.module}.py", "errors", partial(_base_errors, self.project, errors))
        yield replace(self._page("hooks.py", "hooks", self._hooks), ownership=Ownership.ONCE)
        yield self._page("utils/__init__.py", "utils", self._utilities)
        answers = {answer.kind for method in self.project.client.methods.values() for answer in method.successes}
        lines = {MediaKind.JSON_LINES, MediaKind.JSON_SEQUENCE}
        for kinds, module in (({MediaKind.EVENTS}, EVENTS_MODULE), (lines, LINES_MODULE)):
            if kinds & answers:
                yield self._page(f"utils/{module}.py", module, lambda: UtilitiesView(""))
        incoming = webhooks_module(self.project)
        if incoming is not None:
            yield self._page(f"{incoming}.py", "webhooks", partial(webhooks_view, self.project))
        for source in client_runtime(self.project):
            yield RuntimeFile(f"{self.folder}/_runtime/{source.removeprefix(f'{RUNTIME}/')}", source)

    def _page(self, path: str, template: str, make_view: Callable[[], object]) -> Page:
        return Page(f"{self.folder}/{path}", f"{_TEMPLATES}/{template}.py.jinja", make_view, "python")

    def _traced(self, path: str, template: str, make_view: Callable[[], object], group: Group) -> Page:
        """Return a page whose view depends on a group, the groups below it, and recorded tables."""
        below = tuple((child.outline, self.names[child.path]) for child in self.groups if child.path[:-1] == group.path)
        inputs = (path, group.outline, self.names[group.path], below, self.project.once(placement_of).errors)
        return replace(self._page(path, template, make_view), inputs=inputs)

    def _modules(self) -> GroupModules:
        context = self.project.once(make_context)
        errors = context.placement.errors
        exceptions = {
            key: f"{context.placement.modules[key].folder}.{name}" for key, name in context.placement.exceptions.items()
        }
        return GroupModules(
            context=context,
            signatures=self.project.once(signatures_of),
            exceptions=exceptions,
            error_module=errors.folder,
            default_error=errors.status,
            groups=self.groups,
            names=self.names,
            call=self.project.once(self.calls),
            forms=class_forms(self.project.options),
        )

    def _modules_of(self, group: Group) -> GroupModules:
        """Return what writes the modules of a group, whose methods are noted."""
        self.project.note_methods(method.operation.id for method in group.methods)
        return self._modules()

    def _group(self, group: Group) -> object:
        return self._modules_of(group).view(group)

    def _own_methods(self, group: Group) -> object:
        modules = self._modules_of(group)
        return modules.view(modules.own_methods(group))

    def _responses(self, group: Group) -> object:
        return self._modules_of(group).responses(group)

    def _client(self, group: Group) -> object:
        options = self.project.options
        return ClientClass(
            modules=self._modules(),
            package=self.folder,
            distribution=distribution_name(options),
            version=package_version(self.project.version),
            prefix=self.project.client.environment_prefix,
            http_library=options.http_client,
            retries=self.project.client.retries,
        ).view(group)

    def _hooks(self) -> HooksView:
        name = self.project.client.class_name
        ownership = "This file is written once and is yours from then on."
        return HooksView(docstring(f"Your own code around the calls of `{name}`. {ownership}"))

    def _utilities(self) -> UtilitiesView:
        text = docstring("What calls take and give that is no model: each is loaded when it is asked for.")
        sources = {source.rpartition("/")[2].removesuffix(".py") for source in client_runtime(self.project)}
        exports = sorted((name, module) for module, names in _UTILITIES.items() if module in sources for name in names)
        return UtilitiesView(
            docstring=text,
            exports=tuple(
                UtilityView(
                    name=name, module=module, quoted_name=string_literal(name), quoted_module=string_literal(module)
                )
                for name, module in exports
            ),
        )


def client_files(
    project: Project[PythonOptions], calls: Callable[[Project[PythonOptions]], Callable[[ClientMethod], str]]
) -> Iterator[Planned]:
    """Yield the files of the client; `calls` returns the writer of the call on a method's page, for its docstring."""
    client = project.client
    found = client.groups if any(not group.path for group in client.groups) else (client.root, *client.groups)
    incoming = webhooks_module(project)
    taken = {*project.once(placement_of).folders, *([] if incoming is None else [incoming])}
    names = module_names(found, project.names.ledger, frozenset(taken))
    package = ClientPackage(
        project=project, folder=package_folder(project.options), groups=found, names=names, calls=calls
    )
    yield from package.files()


def distribution_name(options: PythonOptions) -> str:
    """Return the name under which the package is published (PEP 503's normal form)."""
    return re.sub(r"[^a-z0-9]+", "-", options.package.rsplit("/", 1)[-1].lower()).strip("-") or "api"


def _responses_index() -> HooksView:
    return HooksView(docstring("The methods of all groups, with raw and with streaming answers."))


def _base_errors(project: Project[PythonOptions], errors: ClientErrors) -> BaseErrorsView:
    title = " ".join(project.api.title.split())
    scope = ClientScope({errors.base, errors.status, errors.invalid_response, errors.no_response}, "..")
    bases = RuntimeErrors(
        base=scope.runtime("errors", "ClientError"),
        status=scope.runtime("errors", "StatusError"),
        invalid_response=scope.runtime("errors", "InvalidResponseError"),
        no_response=scope.runtime("errors", "ConnectionFailedError"),
    )
    classes = scope.runtime("errors", "ErrorClasses")
    imports, _ = scope.lines()
    return BaseErrorsView(
        docstring=docstring(f"The errors that every method of {title} can raise."),
        imports=imports,
        bases=bases,
        classes=classes,
        base=errors.base,
        status=errors.status,
        invalid_response=errors.invalid_response,
        no_response=errors.no_response,
    )
