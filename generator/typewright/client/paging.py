"""Pagination of results, as the extension `x-speakeasy-pagination` of an operation describes it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Literal

from typewright.base.encoded_record import EncodedRecord
from typewright.base.json_value import JsonObject, JsonValue
from typewright.client.json_paths import segments_of, type_at
from typewright.ir import ListOf, Model, Operation, TypeExpr, not_null, unfold
from typewright.surface.extensions import list_of, object_of, text_of

_PAGINATION = "x-speakeasy-pagination"
InputRole = Literal["offset", "page", "limit", "cursor"]
_ROLES: Mapping[str, InputRole] = {"offset": "offset", "page": "page", "limit": "limit", "cursor": "cursor"}


class PagingKind(Enum):
    """What identifies the next page."""

    OFFSET_LIMIT = "offsetLimit"
    """The number of items or of pages to skip."""
    CURSOR = "cursor"
    URL = "url"


class PagingInput(EncodedRecord, frozen=True, kw_only=True):
    """An input of a call for a page."""

    role: InputRole
    name: str
    """The name on the wire: that of a parameter, or of a property of the body."""
    is_in_body: bool


class Paging(EncodedRecord, frozen=True, kw_only=True):
    """The pagination of one operation. Outputs are JSONPaths into the body of a response."""

    kind: PagingKind
    inputs: tuple[PagingInput, ...] = ()
    results: str | None = None
    num_pages: str | None = None
    next_cursor: str | None = None
    next_url: str | None = None
    item: TypeExpr | None = None
    """The type of a result; None if `results` is missing or does not select an array."""

    @property
    def is_complete(self) -> bool:
        """Whether the rule states how the next page is requested."""
        match self.kind:
            case PagingKind.CURSOR:
                return self.input("cursor") is not None and self.next_cursor is not None
            case PagingKind.URL:
                return self.next_url is not None
            case PagingKind.OFFSET_LIMIT:
                return self.input("offset") is not None or self.input("page") is not None

    def input(self, role: InputRole) -> PagingInput | None:
        """Return the input for a role."""
        return next((input_ for input_ in self.inputs if input_.role == role), None)


def paging_of(operation: Operation, body: TypeExpr | None, models: Mapping[str, Model]) -> Paging | None:
    """Return the pagination of an operation, `body` being the type of its response; None without pagination.

    A rule that does not state how the next page is requested, or that names no parameter for it, is ignored.
    """
    written = operation.extensions.get(_PAGINATION)
    if not isinstance(written, dict):
        return None
    outputs = object_of(written.get("outputs"))
    inputs = tuple(made for item in list_of(written.get("inputs")) if (made := _input(item, operation)) is not None)
    results = _path(outputs, "results")
    paging = Paging(
        kind=_kind(written, inputs, outputs),
        inputs=inputs,
        results=results,
        num_pages=_path(outputs, "numPages"),
        next_cursor=_path(outputs, "nextCursor"),
        next_url=_path(outputs, "nextUrl"),
        item=None if results is None or body is None else _item(results, body, models),
    )
    return paging if paging.is_complete else None


def _path(outputs: JsonObject, name: str) -> str | None:
    """Return an output's path of members and indices, from `$` on; None if it selects anything else.

    A wildcard at the end selects the items of an array, which is what clients read.
    """
    path = (text_of(outputs.get(name)) or "").strip().removesuffix("[*]")
    segments = segments_of(path)
    if path == "" or segments is None or "*" in segments:
        return None
    return path if path.startswith("$") else f"$.{path}" if path[0] not in ".[" else f"${path}"


def _input(written: JsonValue, operation: Operation) -> PagingInput | None:
    """Return an input of a rule; None if the operation has no such parameter, or no body."""
    entry = object_of(written)
    role, name = _ROLES.get(text_of(entry.get("type")) or ""), text_of(entry.get("name"))
    if role is None or name is None:
        return None
    is_in_body = entry.get("in") == "requestBody"
    parameters = {parameter.name for parameter in operation.parameters}
    exists = operation.body is not None if is_in_body else name in parameters
    return PagingInput(role=role, name=name, is_in_body=is_in_body) if exists else None


def _kind(written: JsonObject, inputs: tuple[PagingInput, ...], outputs: JsonObject) -> PagingKind:
    """Return the kind that a rule states; for an unknown one, the kind that its inputs and outputs imply."""
    kinds = {kind.value: kind for kind in PagingKind}
    kind = kinds.get(str(written.get("type")))
    if kind is not None:
        return kind
    if "nextUrl" in outputs:
        return PagingKind.URL
    is_cursor = "nextCursor" in outputs or any(input_.role == "cursor" for input_ in inputs)
    return PagingKind.CURSOR if is_cursor else PagingKind.OFFSET_LIMIT


def _item(results: str, body: TypeExpr, models: Mapping[str, Model]) -> TypeExpr | None:
    found = type_at(results, body, models)
    if found is None:
        return None
    bare = not_null(unfold(found, models))
    return bare.item if isinstance(bare, ListOf) else None
