"""Pages of methods: one for each group of the client, and one for the client itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec import Struct

from typewright.client import ClientMethod, Group
from typewright.client.error_classes import Key
from typewright.client.groups import class_names
from typewright.client.operations import GroupPath
from typewright.client.signatures import REQUEST_TEXT, SERVER_TEXT, Origin
from typewright.ir import Ref, TypeExpr, element_of, is_binary, not_null, unfold
from typewright.naming.names import Package, Symbol
from typewright.naming.words import folded
from typewright.pages.error_tables import ErrorTables
from typewright.pages.history import added_text
from typewright.pages.links import link_texts
from typewright.pages.markdown import Table, deprecation_note, strikethrough, table
from typewright.pages.method_pages import MethodPage, MethodPlan
from typewright.pages.methods import Snippet, bullet_of, method_description, route_text, snippet_marker
from typewright.pages.page import Page
from typewright.rendering.dialects import SYSTEMS
from typewright.targets.contract import Project
from typewright.targets.python.client.calls import Calls
from typewright.targets.python.client.signatures import Argument, Signatures
from typewright.targets.python.display import RAW_ANSWER, Display
from typewright.targets.python.docs.client_pages import RETRY_CONFIG
from typewright.targets.python.docs.error_guide import class_name, data_fields, error_keys_of, guarded_call
from typewright.targets.python.docs.fields import FieldRows, Row, columns_and_cells
from typewright.targets.python.docs.guide_code import GuideCode
from typewright.targets.python.docs.method_views import GroupPage, MethodView, OperationPage
from typewright.targets.python.language import finish
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import placement_of

_RETRIES = Row(
    "`retries`",
    f"[Optional[utils.RetryConfig]](../../{RETRY_CONFIG})",
    required=False,
    description="Configuration to override the default retry behavior of the client.",
    example="",
)
_SECURITY_TEXT = "The security requirements to use for the request."
_SERVER_EXAMPLE = "http://localhost:8080"
"""The example of a server address, which is on the developer's own machine."""
_ANY_MEDIA = "*/*"
"""The media type of responses of any type: the reference reads them into memory."""
_NO_PAGE = "../../models/.md"
"""The target of the reference's links of types without a page."""


class MethodPages(Struct, frozen=True, kw_only=True):
    """Creates the method pages of a target."""

    project: Project[PythonOptions]
    target: PythonOptions
    display: Display
    rows: FieldRows
    signatures: Signatures
    calls: Calls

    def pages(self) -> Iterator[Page]:
        """Yield the pages of the groups, those by path, then the client's own."""
        links = link_texts(self.project.client, self.addresses()) if self.target.docs.is_plain else {}
        for page in self._plan().pages():
            own = {method.operation.id: links.get(method.operation.id, "") for method in page.methods}
            template = "operation" if page.is_single else "sdk"
            yield Page(
                path=f"docs/{page.path}",
                template=f"python/docs/{template}.md.jinja",
                make_view=partial(self._view, page, own),
                language="markdown",
                inputs=(page.outline, self.project.once(placement_of).errors, tuple(own.values())),
                subject=page.subject,
            )

    def calls_by_operation(self) -> dict[str, str]:
        """Return the calls of all pages, in order, by the ids of their operations."""
        shown = [method for page in self._plan().pages() for method in page.methods]
        return {method.operation.id: self._usage(method) for method in shown}

    def _usage(self, method: ClientMethod) -> str:
        """Return the call of a method on its page."""
        return GuideCode(self.calls).usage(method) if self.target.docs.is_plain else self.calls.usage(method)

    def links(self) -> dict[str, str]:
        """Return the locations of methods in pages, relative to the target's folder, by the ids of their operations."""
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
            page_name=partial(self._page_name, self._names_beside_types()),
            anchor=lambda method: method.name,
            cased=str if self.target.docs.is_plain or not self.target.docs.has_group_line else finish,
        )

    def _page_name(self, names: Mapping[GroupPath, str], group: Group) -> str:
        own = names.get(group.path, group.class_name)
        return self.project.names.ledger.names(f"page:{group.class_name}", {"-": own})["-"]

    def _names_beside_types(self) -> dict[GroupPath, str]:
        """Return the page names of groups whose classes have the names of shared types."""
        client = self.project.client
        types = frozenset(folded(symbol.name) for symbol in self.project.names.in_package(Package.SHARED))
        paths = [group.path for group in client.groups if group.path]
        usual, beside = (class_names(paths, client.class_name, types=avoided) for avoided in (frozenset[str](), types))
        return {path: name for path, name in beside.items() if name != usual[path]}

    def _view(self, page: MethodPage, links: Mapping[str, str]) -> GroupPage | OperationPage:
        """Return the view of a page; `links` are the lists of linked methods by the ids of its operations."""
        self.project.note_methods(page.shown)
        if page.is_single:
            return OperationPage(self._section(page.group, page.methods[0], page.path, links))
        plain = self.target.docs.is_plain
        bullets = [bullet_of(m, _struck(m, plain=plain), address, plain=plain) for m, address in page.listed]
        return GroupPage(
            title=page.title,
            group=".".join(page.group.access) if self.target.docs.has_group_line else "",
            overview=page.overview,
            bullets=tuple(bullets),
            has_list=bool(bullets) or not plain,
            methods=tuple(self._section(page.group, method, page.path, links) for method in page.methods),
        )

    def _section(self, group: Group, method: ClientMethod, page: str, links: Mapping[str, str]) -> MethodView:
        marker = snippet_marker(method.operation, "python") if self.target.docs.snippet_markers else ""
        padded, plain = self.target.docs.has_padded_tables, self.target.docs.is_plain
        columns, cells = columns_and_cells(self._parameters(method, page), "Parameter")
        return MethodView(
            heading=_struck(method, plain=plain),
            route=route_text(method) if self.target.docs.is_plain else "",
            deprecation=_deprecation(method, plain=plain),
            description=method_description(method, plain=plain),
            added=added_text(self.project.added, method.operation.id) if self.target.docs.is_plain else "",
            snippets=(Snippet(marker, self._usage(method)),),
            parameters=table(columns, cells, padded=padded, plain=plain),
            response="" if method.result.type is None else self._linked(method.result.type, page),
            errors=self._error_table(method, page),
            guarded=self._guarded(group, method),
            links=links[method.operation.id],
        )

    def _parameters(self, method: ClientMethod, page: str) -> list[Row]:
        rows = [self._parameter(argument, page) for argument in self.signatures.arguments(method)]
        if method.security_type is not None:
            shown = self._linked(method.security_type, page)
            required = not method.has_optional_security
            rows.insert(0, Row("`security`", shown, required=required, description=_SECURITY_TEXT, example=""))
        rows.append(_RETRIES)
        if method.servers:
            example = _SERVER_EXAMPLE if any(row.example for row in rows) else ""
            rows.append(
                Row("`server_url`", "*Optional[str]*", required=False, description=SERVER_TEXT, example=example)
            )
        return rows

    def _parameter(self, argument: Argument, page: str) -> Row:
        name = f"`{argument.name}`"
        if argument.origin is Origin.REQUEST:
            shown = self._linked(argument.field.type, page)
            return Row(name, shown, required=True, description=REQUEST_TEXT, example="")
        return self.rows.row(argument.field, name, Package.OPERATIONS, page)

    def _linked(self, type_: TypeExpr, page: str) -> str:
        """Return a type as a link; a list links to the page of its elements or, as in the reference, to no page."""
        bare = not_null(unfold(type_, self.project.models))
        if isinstance(bare, Ref):
            symbol = self._symbol(bare)
            return f"[{self.display.qualified(symbol)}]({self.display.link(symbol, page)})"
        shown = self.display.shown(bare, Package.OPERATIONS)
        if is_binary(bare):
            raw = shown if bare.media_type == _ANY_MEDIA else RAW_ANSWER
            shown = "BinaryStream" if self.target.docs.is_plain else raw
        if self.target.docs.list_links == "reference":
            return f"[{shown}]({_NO_PAGE})"
        element = unfold(element_of(bare), self.project.models)
        return (
            f"[{shown}]({self.display.link(self._symbol(element), page)})" if isinstance(element, Ref) else f"`{shown}`"
        )

    def _symbol(self, ref: Ref) -> Symbol:
        return self.project.names.of(ref, None if ref.by_reference else Package.OPERATIONS)

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
        shown = class_name(self.project, key) if key else self.display.qualified(own)
        return f"[{shown}]({self.display.link(own, page)})" if self.target.docs.is_plain else shown

    def _guarded(self, group: Group, method: ClientMethod) -> str:
        """Return a call that catches the method's first error; empty if the form or the method has none."""
        has_errors = "client" in self.target.parts and any(error_keys_of(self.project, method))
        if not has_errors or not self.target.docs.is_plain:
            return ""
        return guarded_call(self.project, GuideCode(self.calls), (group, method))


def _struck(method: ClientMethod, *, plain: bool) -> str:
    return strikethrough(method.name, plain=plain) if method.deprecation is not None else method.name


def _deprecation(method: ClientMethod, *, plain: bool) -> str:
    deprecation = method.deprecation
    if deprecation is None:
        return ""
    use = f" Use `{deprecation.instead[-1]}` instead." if plain and deprecation.instead else ""
    return deprecation_note(deprecation.message, plain=plain) + use
