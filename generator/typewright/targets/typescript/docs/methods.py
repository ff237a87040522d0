"""Pages of methods: one for each group of the client, and one for the client itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.client.error_classes import Key
from typewright.client.media_kinds import MediaKind
from typewright.client.signatures import REQUEST_TEXT, SERVER_TEXT
from typewright.ir import ListOf, Ref, StreamOf, TypeExpr, element_of, is_binary, not_null, unfold
from typewright.naming.names import Package
from typewright.pages.constraints import code
from typewright.pages.error_tables import ErrorTables
from typewright.pages.history import added_text
from typewright.pages.links import link_texts
from typewright.pages.markdown import OPTIONAL, REQUIRED, Table, deprecation_note, strikethrough, table
from typewright.pages.method_pages import MethodPage, MethodPlan
from typewright.pages.methods import Snippet, bullet_of, method_description, route_text, snippet_marker
from typewright.pages.page import Page
from typewright.rendering.dialects import SYSTEMS
from typewright.targets.contract import Project
from typewright.targets.typescript.client.arguments import taken_arguments
from typewright.targets.typescript.client.calls import Calls
from typewright.targets.typescript.client.functions import is_request_required
from typewright.targets.typescript.display import RAW_CONTENT, Display
from typewright.targets.typescript.docs.error_guide import data_fields, error_keys_of, guarded_call
from typewright.targets.typescript.docs.fields import FieldRows
from typewright.targets.typescript.docs.guide_code import GuideCode
from typewright.targets.typescript.docs.method_views import (
    GroupPage,
    MethodView,
    OperationPage,
    RetryPage,
)
from typewright.targets.typescript.language import title_of_group
from typewright.targets.typescript.models.placement import placement_of
from typewright.targets.typescript.options import TypeScriptOptions

_OPTIONS = (
    ("`options`", "RequestOptions", OPTIONAL, "Used to set various options for making HTTP requests."),
    (
        "`options.fetchOptions`",
        "[RequestInit](https://developer.mozilla.org/en-US/docs/Web/API/Request/Request#options)",
        OPTIONAL,
        "Options that are passed to the underlying HTTP request. This can be used to inject extra headers for "
        "examples. All `Request` options, except `method` and `body`, are allowed.",
    ),
    (
        "`options.retries`",
        "[RetryConfig](../../lib/utils/retryconfig.md)",
        OPTIONAL,
        "Enables retrying HTTP requests under certain failure conditions.",
    ),
)
_SERVER = ("`options.serverURL`", "*string*", OPTIONAL, SERVER_TEXT)
"""The option of operations that have servers of their own."""
_PLAIN_OPTIONS = (
    "`options`",
    "RequestOptions",
    OPTIONAL,
    "What this call does otherwise than the client: [retries](../../lib/utils/retryconfig.md), "
    "[timeout](../../guides/timeouts.md), [server](../../guides/server.md), and all that `fetch` takes.",
)
_NO_PAGE = "../../models/.md"
"""The target of the reference's links of types without a page."""
_COLUMNS = ("Name", "Type", "Required", "Description")
_RETRIES = (
    (
        "`strategy`",
        '`"backoff" | "none"`',
        REQUIRED,
        "Whether a failed request is tried again, waiting longer each time.",
    ),
    ("`backoff`", "`BackoffStrategy`", OPTIONAL, "How long to wait between two tries, and when to give up."),
    ("`retryConnectionErrors`", "*boolean*", OPTIONAL, "Whether a connection that cannot be made counts as a failure."),
)
_BACKOFF = (
    ("`initialInterval`", "*number*", REQUIRED, "Milliseconds before the second try."),
    ("`maxInterval`", "*number*", REQUIRED, "The most milliseconds between two tries."),
    ("`exponent`", "*number*", REQUIRED, "By what the wait grows from one try to the next."),
    ("`maxElapsedTime`", "*number*", REQUIRED, "Milliseconds after which no further try is made."),
)


class MethodPages(Struct, frozen=True):
    """Creates the method pages of a target."""

    project: Project[TypeScriptOptions]
    target: TypeScriptOptions
    display: Display
    calls: Calls

    def pages(self) -> Iterator[Page]:
        """Yield the pages of the groups, those by path, then the client's own."""
        links = link_texts(self.project.client, self.addresses()) if self.target.docs.is_plain else {}
        for page in self._plan().pages():
            own = {method.operation.id: links.get(method.operation.id, "") for method in page.methods}
            template = "operation" if page.is_single else "sdk"
            yield Page(
                path=f"docs/{page.path}",
                template=f"typescript/docs/{template}.md.jinja",
                make_view=partial(self._view, page, own),
                language="markdown",
                inputs=(page.outline, tuple(own.values())),
                subject=page.subject,
            )
        padded, plain = self.target.docs.has_padded_tables, self.target.docs.is_plain
        fields, backoff = (table(_COLUMNS, rows, padded=padded, plain=plain) for rows in (_RETRIES, _BACKOFF))
        settings = RetryPage(fields, backoff, "BackoffStrategy" if plain else "Backoff")
        template = "typescript/docs/retryconfig.md.jinja"
        yield Page("docs/lib/utils/retryconfig.md", template, lambda: settings, "markdown", subject="retries")

    def calls_by_operation(self) -> dict[str, str]:
        """Return the calls of all pages, in order, by the ids of their operations."""
        shown = [method for page in self._plan().pages() for method in page.methods]
        return {method.operation.id: self.calls.usage(method) for method in shown}

    def links(self) -> dict[str, str]:
        """Return the locations of methods in pages, relative to the package's folder, by their operation ids."""
        addresses = self._plan().addresses(SYSTEMS[self.target.docs.dialect].suffix)
        return {id_: f"docs/{address}" for id_, address in addresses.items()}

    def addresses(self) -> dict[str, str]:
        """Return the addresses of methods, relative to `docs/` before pages are converted, by operation id."""
        return self._plan().addresses(".md")

    def _plan(self) -> MethodPlan:
        return MethodPlan(
            api=self.project.api,
            client=self.project.client,
            docs=self.target.docs,
            ledger=self.project.names.ledger,
            page_name=lambda group: group.class_name,
            anchor=lambda method: method.name.lower(),
            cased=str if self.target.docs.is_plain else title_of_group,
        )

    def _view(self, page: MethodPage, links: Mapping[str, str]) -> GroupPage | OperationPage:
        """Return the view of a page; `links` are the lists of linked methods by the ids of its operations."""
        self.project.note_methods(page.shown)
        if page.is_single:
            return OperationPage(self._section(page.methods[0], page.path, links))
        plain = self.target.docs.is_plain
        return GroupPage(
            title=page.title,
            group=".".join(page.group.access) if self.target.docs.has_group_line else "",
            overview=page.overview,
            has_list=bool(page.listed) or not plain,
            bullets=tuple(bullet_of(m, self._struck(m), address, plain=plain) for m, address in page.listed),
            methods=tuple(self._section(method, page.path, links) for method in page.methods),
        )

    def _section(self, method: ClientMethod, page: str, links: Mapping[str, str]) -> MethodView:
        marker = snippet_marker(method.operation, "typescript") if self.target.docs.snippet_markers else ""
        return MethodView(
            heading=self._struck(method),
            route=route_text(method) if self.target.docs.is_plain else "",
            deprecation=self._deprecation(method),
            description=method_description(method, plain=self.target.docs.is_plain),
            added=added_text(self.project.added, method.operation.id) if self.target.docs.is_plain else "",
            snippets=(Snippet(marker, self.calls.usage(method)),),
            standalone="" if self._has_function_names else self.calls.standalone(method),
            function=self._function(method) if self._has_function_names else "",
            parameters=self._parameters(method, page),
            response=self._response(method, page),
            errors=self._error_table(method, page),
            guarded=self._guarded(method),
            links=links[method.operation.id],
        )

    @property
    def _has_function_names(self) -> bool:
        """Whether pages name the standalone function of a method; else they show a call of it, as the reference's."""
        return self.target.docs.is_plain and "client" in self.target.parts

    def _function(self, method: ClientMethod) -> str:
        """Return a sentence that names the standalone function of a method."""
        function = self.calls.functions[method.operation.id]
        module = f"{self.target.package}/funcs/{function}.js"
        guide = "../../guides/standalone-funcs.md"
        return f"As a [standalone function]({guide}): {code(function)} of {code(module)}."

    def _parameters(self, method: ClientMethod, page: str) -> Table:
        """Return the table of a method's parameters, which has a column of examples if there are any."""
        rows = [*self._arguments(method, page), *((*row, "") for row in self._options(method))]
        columns = ("Parameter", "Type", "Required", "Description", "Example")
        shown = columns if any(row[-1] for row in rows) else columns[:-1]
        cells = [row[: len(shown)] for row in rows]
        return table(shown, cells, padded=self.target.docs.has_padded_tables, plain=self.target.docs.is_plain)

    def _options(self, method: ClientMethod) -> Sequence[tuple[str, str, str, str]]:
        """Return the rows of the options of a call: in the plain form one, which links to the guides."""
        if self.target.docs.is_plain and "client" in self.target.parts:
            return (_PLAIN_OPTIONS,)
        return (*_OPTIONS, _SERVER) if method.servers else _OPTIONS

    def _struck(self, method: ClientMethod) -> str:
        plain = self.target.docs.is_plain
        return strikethrough(method.name, plain=plain) if method.deprecation is not None else method.name

    def _deprecation(self, method: ClientMethod) -> str:
        deprecation = method.deprecation
        if deprecation is None:
            return ""
        use = f" Use `{deprecation.instead[-1]}` instead." if deprecation.instead else ""
        return deprecation_note(deprecation.message, plain=self.target.docs.is_plain) + use

    def _arguments(self, method: ClientMethod, page: str) -> Iterator[tuple[str, ...]]:
        """Yield the rows of what a call passes besides options, each with its example."""
        rows = FieldRows(
            surface=self.project.surface,
            target=self.target,
            display=self.display,
            examples=self.calls.examples,
            added={},
        )
        taken = taken_arguments(self.project.surface, self.target, method)
        for argument in taken:
            row = rows.row(argument.field, argument.name, Package.OPERATIONS, page)
            yield *row, rows.example(argument.field)
        if not taken and method.source.request is not None:
            is_required = not self.target.docs.is_plain or is_request_required(self.project, method)
            presence = REQUIRED if is_required else OPTIONAL
            yield "`request`", self._linked(method.source.request, page), presence, REQUEST_TEXT, ""
        if method.security_type is not None:
            text = "The security requirements to use for the request."
            presence = OPTIONAL if method.has_optional_security else REQUIRED
            yield "`security`", self._linked(method.security_type, page), presence, text, ""

    def _linked(self, type_: TypeExpr, page: str) -> str:
        """Return a type as a link; a list links to the page of its elements.

        As in the reference, a type without a page links to none, and content that is neither encoded nor decoded is a
        stream.
        """
        bare = not_null(unfold(type_, self.project.models))
        shown = self.display.shown(bare, Package.OPERATIONS)
        match bare:
            case Ref():
                symbol = self.project.names.of(bare, None if bare.by_reference else Package.OPERATIONS)
                return f"[{self.display.qualified(symbol)}]({self.display.link(symbol, page)})"
            case _ if self.target.docs.list_links == "reference":
                return f"[{RAW_CONTENT if is_binary(bare) else shown}]({_NO_PAGE})"
            case ListOf() | StreamOf() if isinstance(element := unfold(element_of(bare), self.project.models), Ref):
                symbol = self.project.names.of(element, Package.OPERATIONS)
                return f"[{shown}]({self.display.link(symbol, page)})"
        return self.display.cell(bare, Package.OPERATIONS, page)

    def _response(self, method: ClientMethod, page: str) -> str:
        if method.result.type is None:
            return "void"
        kinds = {answer.kind for answer in method.successes if answer.media_type is not None}
        if kinds == {MediaKind.XML} and self.target.answers == "declared" and not method.result.is_enveloped:
            return "*string*"
        return self._linked(method.result.type, page)

    def _error_table(self, method: ClientMethod, page: str) -> Table:
        """Return the table of a method's errors; a plain one links their types and names their fields."""
        default = f"{self.display.label(Package.ERRORS)}.{self.target.default_error_name}"
        tables = ErrorTables(self.target, default, self._error, partial(data_fields, self.project))
        return tables.table(method, error_keys_of(self.project, method), page)

    def _error(self, type_: TypeExpr, key: Key | None, page: str) -> str:
        """Return the class of an error of a type, `key` if it has one of its own; plain pages link to its data."""
        names = self.project.names
        own = names.symbols.get(key or (Package.ERRORS, type_.id)) if isinstance(type_, Ref) else None
        if own is None:
            return self.display.shown(type_, Package.ERRORS)
        placement = self.project.once(placement_of)
        shown = f"{self.display.label(key[0])}.{placement.errors[key]}" if key else self.display.qualified(own)
        return f"[{shown}]({self.display.link(own, page)})" if self.target.docs.is_plain else shown

    def _guarded(self, method: ClientMethod) -> str:
        """Return a call that catches the method's first error; empty if the form or the method has none."""
        has_errors = "client" in self.target.parts and any(error_keys_of(self.project, method))
        if not has_errors or not self.target.docs.is_plain:
            return ""
        return guarded_call(self.project, GuideCode(self.calls), method)
