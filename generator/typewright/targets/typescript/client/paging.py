"""Paging rules of `x-speakeasy-pagination` in the form of the runtime, with typed access to the pages' properties."""

from __future__ import annotations

import re
from collections.abc import Set

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.client.paging import Paging, PagingInput, PagingKind
from typewright.ir import ListOf, ObjectModel, Ref, TypeExpr, not_null, unfold
from typewright.naming.names import Package
from typewright.targets.contract import Project
from typewright.targets.typescript.client.operations import body_property, request_properties
from typewright.targets.typescript.models.declarations import types_of
from typewright.targets.typescript.models.placement import Module
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.models.wire_form import is_int64
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.quoting import string_literal

_STEP = re.compile(r"\.([A-Za-z_$][\w$]*)|\['([^']*)'\]|\[\"([^\"]*)\"\]|(\[-1\]|\[-1:\]|\[\(@\.length-1\)\])")


class PagingRule(Struct, frozen=True):
    """A paging rule: the runtime's function, its arguments, and the types of page and item."""

    function: str
    entries: tuple[tuple[str, str], ...]
    page: str
    item: str


class PagingRules(Struct, frozen=True):
    """Writes the paging rule of one function's module."""

    project: Project[TypeScriptOptions]
    types: TypeText

    def rule(self, method: ClientMethod) -> PagingRule | None:
        """Return the rule of a method; None without one, or if it cannot be followed."""
        paging, body = method.paging, method.result.body
        if paging is None or body is None:
            return None
        found = self._access(body, paging.results)
        items = {"items": f"(page) => page{found[0]}"} if found is not None else {}
        item = "never" if found is None else self._item(found[1])
        named = self._entries(method, paging, body)
        if named is None or not (items or named[0] in ("byCursor", "byURL") or "pageCount" in named[1]):
            return None
        function, entries = named
        return PagingRule(function, tuple((items | entries).items()), self.types.of(body, Package.OPERATIONS), item)

    def _entries(self, method: ClientMethod, paging: Paging, body: TypeExpr) -> tuple[str, dict[str, str]] | None:
        if paging.kind is PagingKind.URL:
            url = self._access(body, paging.next_url)
            return ("byURL", {"url": f"(page) => page{url[0]}"}) if url is not None else None
        if paging.kind is PagingKind.CURSOR:
            cursor = self._access(body, paging.next_cursor)
            path = self._argument_path(method, paging.input("cursor"))
            if cursor is None or path is None:
                return None
            advance = _advance(path, "cursor", f"cursor as {self._cursor_type(method, path)}")
            return "byCursor", {"cursor": f"(page) => page{cursor[0]}", "advance": advance}
        page = paging.input("page")
        name = "page" if page is not None else "offset"
        path = self._argument_path(method, page or paging.input("offset"))
        if path is None:
            return None
        value = f"BigInt({name})" if self._is_bigint(method, page or paging.input("offset")) else name
        entries = {name: f"(request) => request{_path(path)}", "advance": _advance(path, name, value)}
        limit = self._argument_path(method, paging.input("limit"))
        if limit is not None:
            entries["limit"] = f"(request) => request{_path(limit)}"
        count = self._access(body, paging.num_pages)
        if name == "page" and count is not None:
            entries["pageCount"] = f"(page) => page{count[0]}"
        return ("byPage" if name == "page" else "byOffset"), entries

    def _cursor_type(self, method: ClientMethod, path: tuple[str, ...]) -> str:
        """Return the type of the property for a cursor: the value of the API is passed back unchanged."""
        if len(path) > 1 or method.source.request is None:
            return "never"
        request = self.types.of(method.source.request, Package.OPERATIONS)
        return f"NonNullable<{request}[{string_literal(path[0], double=True)}]>"

    def _is_bigint(self, method: ClientMethod, written: PagingInput | None) -> bool:
        """Return whether the property that takes a number is of type `bigint`."""
        if written is None or self.project.options.int64 == "number":
            return False
        if written.is_in_body:
            body = method.source.body.type if method.source.body is not None else None
            found = self._property(body, written.name) if body is not None else None
            types = [] if found is None else [found[1]]
        else:
            types = [argument.type for argument in method.arguments if argument.name == written.name]
        return any(is_int64(not_null(unfold(type_, self.project.models))) for type_ in types)

    def _argument_path(self, method: ClientMethod, written: PagingInput | None) -> tuple[str, ...] | None:
        """Return the properties of the request on the path to an input."""
        if written is None:
            return None
        if written.is_in_body:
            body = method.source.body.type if method.source.body is not None else None
            step = self._property(body, written.name) if body is not None else None
            if step is None:
                return None
            return (step[0],) if method.source.request_is_body else (body_property(self.project, method), step[0])
        properties = request_properties(self.project, method)
        for argument in method.arguments:
            if argument.name == written.name:
                return (properties[argument.pointer],)
        return None

    def _access(self, type_: TypeExpr, path: str | None) -> tuple[str, TypeExpr] | None:
        """Return the code after `page` that reads a JSONPath of names, and the type there; None for any other path."""
        if path is None or not path.startswith("$"):
            return None
        text, position = "", 1
        while position < len(path):
            step = _STEP.match(path, position)
            if step is None:
                return None
            position = step.end()
            if step[4]:
                bare = not_null(unfold(type_, self.project.models))
                if not isinstance(bare, ListOf):
                    return None
                text, type_ = f"{text}?.at(-1)", bare.item
                continue
            found = self._property(type_, step[1] or step[2] or step[3])
            if found is None:
                return None
            text, type_ = f"{text}{'?' if text else ''}{_member(found[0], optional=bool(text))}", found[1]
        return text, type_

    def _property(self, type_: TypeExpr, wire: str) -> tuple[str, TypeExpr] | None:
        bare = not_null(unfold(type_, self.project.models))
        model = self.project.models[bare.id] if isinstance(bare, Ref) else None
        if not isinstance(model, ObjectModel):
            return None
        names = spelling_of(self.project.options).of_model(model)
        for field, name in zip(model.fields, names, strict=False):
            if field.name == wire:
                return name, field.type
        return None

    def _item(self, type_: TypeExpr) -> str:
        bare = not_null(unfold(type_, self.project.models))
        return self.types.of(bare.item, Package.OPERATIONS) if isinstance(bare, ListOf) else "never"


def paged_operations(project: Project[TypeScriptOptions]) -> Set[str]:
    """Return the ids of the operations whose calls return pages."""
    rules = PagingRules(project, types_of(project, Module("", "")))
    paged = frozenset(id_ for id_, method in project.client.methods.items() if rules.rule(method) is not None)
    return project.recorder.set("paged operations", paged)


def _member(name: str, *, optional: bool) -> str:
    if name.isidentifier():
        return f".{name}"
    return f"{'.' if optional else ''}[{name!r}]"


def _path(path: tuple[str, ...]) -> str:
    return "?.".join(["", *path])[1:] if len(path) > 1 else f".{path[0]}"


def _advance(path: tuple[str, ...], argument: str, value: str) -> str:
    """Return the function that makes the request for the next page, with `value`, which is made of its argument."""
    inner = f"{path[-1]}: {value}"
    if len(path) > 1:
        inner = f"{path[0]}: {{ ...request.{path[0]}, {inner} }}"
    return f"(request, {argument}) => ({{ ...request, {inner} }})"
