"""How results come by pages: `x-speakeasy-pagination` of an operation. Without it, nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from typewright.base.json_value import JsonObject, JsonValue
from typewright.client.json_paths import type_at
from typewright.ir import ListOf, Model, Operation, TypeExpr, not_null, unfold
from typewright.surface.extensions import list_of, object_of, text_of

_PAGINATION = "x-speakeasy-pagination"
InputRole = Literal["offset", "page", "limit", "cursor"]
_ROLES: Mapping[str, InputRole] = {"offset": "offset", "page": "page", "limit": "limit", "cursor": "cursor"}


class PagingKind(Enum):
    """By what the next page is asked for."""

    OFFSET_LIMIT = "offsetLimit"
    """The number of items or of pages to pass over."""
    CURSOR = "cursor"
    URL = "url"


@dataclass(frozen=True, slots=True, kw_only=True)
class PagingInput:
    """What a call for a page passes."""

    role: InputRole
    name: str
    """On the wire: a parameter's name, or that of a property of the body."""
    is_in_body: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The pages of one operation. Outputs are JSONPaths into the body of an answer."""

    kind: PagingKind
    inputs: tuple[PagingInput, ...] = ()
    results: str | None = None
    num_pages: str | None = None
    next_cursor: str | None = None
    next_url: str | None = None
    item: TypeExpr | None = None
    """The type of a result; None where `results` is missing or does not select an array."""

    @property
    def is_complete(self) -> bool:
        """Whether the rule says what the next page is asked for with."""
        match self.kind:
            case PagingKind.CURSOR:
                return self.input("cursor") is not None and self.next_cursor is not None
            case PagingKind.URL:
                return self.next_url is not None
            case PagingKind.OFFSET_LIMIT:
                return self.input("offset") is not None or self.input("page") is not None

    def input(self, role: InputRole) -> PagingInput | None:
        """Return the input of a role."""
        return next((input_ for input_ in self.inputs if input_.role == role), None)


def paging_of(operation: Operation, body: TypeExpr | None, models: Mapping[str, Model]) -> Paging | None:
    """Return how the results of an operation come, `body` being the type of its answer; None where by no pages.

    A rule that does not say what the next page is asked for with, or names no parameter for it, is none.
    """
    written = operation.extensions.get(_PAGINATION)
    if not isinstance(written, dict):
        return None
    outputs = object_of(written.get("outputs"))
    inputs = tuple(made for item in list_of(written.get("inputs")) if (made := _input(item, operation)) is not None)
    results = text_of(outputs.get("results"))
    paging = Paging(
        kind=_kind(written, inputs, outputs),
        inputs=inputs,
        results=results,
        num_pages=text_of(outputs.get("numPages")),
        next_cursor=text_of(outputs.get("nextCursor")),
        next_url=text_of(outputs.get("nextUrl")),
        item=None if results is None or body is None else _item(results, body, models),
    )
    return paging if paging.is_complete else None


def _input(written: JsonValue, operation: Operation) -> PagingInput | None:
    """Return an input of a rule; None where the operation has no such parameter, or no body."""
    entry = object_of(written)
    role, name = _ROLES.get(text_of(entry.get("type")) or ""), text_of(entry.get("name"))
    if role is None or name is None:
        return None
    is_in_body = entry.get("in") == "requestBody"
    parameters = {parameter.name for parameter in operation.parameters}
    exists = operation.body is not None if is_in_body else name in parameters
    return PagingInput(role=role, name=name, is_in_body=is_in_body) if exists else None


def _kind(written: JsonObject, inputs: tuple[PagingInput, ...], outputs: JsonObject) -> PagingKind:
    """Return the written kind; where it is none that is known, the one that inputs and outputs are for."""
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
    if isinstance(bare, ListOf):
        return bare.item
    return found if results.rstrip().endswith("[*]") else None
