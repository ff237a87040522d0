"""Explanations of names, for `typewright explain`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from typewright.base.json_pointer import last_token, unescape
from typewright.ir import Api, Model, Operation
from typewright.naming.lock.locked import SYMBOL
from typewright.naming.operations import operation_name
from typewright.naming.words import folded, pascal

_BRANCH = re.compile(r"/(oneOf|anyOf|type|prefixItems)/(\d+)$")


class Entry(Struct, frozen=True):
    """A name of a run, with the language, the scope and the id that it belongs to."""

    language: str
    scope: str
    id: str
    name: str

    @property
    def is_symbol(self) -> bool:
        """Whether it is the name of a type."""
        return self.scope.startswith(SYMBOL)


def entries_of(names: Mapping[str, str]) -> Iterator[Entry]:
    """Yield the entries of the names in a lock."""
    for entry, name in names.items():
        language, scope, id_ = entry.split(" ", 2)
        yield Entry(language, scope, id_, name)


def reasons(entry: Entry, names: Mapping[str, str], natural: Mapping[str, str], api: Api) -> Iterator[str]:
    """Yield sentences on why a type has its name: its origin, the type with the shorter name, the lock.

    `names` are the names of the run, `natural` those of a run without a lock.
    """
    leaf, source = _leaf(entry.id, api)
    yield f"from {source}"
    bare = pascal(leaf)
    if folded(entry.name) != folded(bare):
        other = _holder(bare, entry, names)
        if other is not None:
            yield f"made longer, as {bare} is {other.id}"
    alone = natural.get(f"{entry.language} {entry.scope} {entry.id}")
    if alone is not None and alone != entry.name:
        yield f"kept from an earlier run; the description alone would give {alone}"


def _holder(name: str, entry: Entry, names: Mapping[str, str]) -> Entry | None:
    """Return the type of the same language that has `name`, preferably one of the same package."""
    found = [
        other
        for other in entries_of(names)
        if other.is_symbol
        and other.language == entry.language
        and other.id != entry.id
        and folded(other.name) == folded(name)
    ]
    return min(found, key=lambda candidate: candidate.scope != entry.scope, default=None)


def _leaf(id_: str, api: Api) -> tuple[str, str]:
    """Return the word that the name of a type ends in, and the origin of that word."""
    model = api.models.get(id_)
    if model is not None and model.preferred_name:
        return model.preferred_name, f"'x-speakeasy-name-override: {model.preferred_name}'"
    if model is not None and model.shared:
        return last_token(id_), f"the name of its component, {last_token(id_)}"
    owner, _, kind = id_.rpartition("?")
    operation = _operation(owner or id_, api)
    if owner and operation is not None:
        return f"{operation_name(operation)}{pascal(kind)}", f"its operation, as the {kind} of that"
    return _inline(id_, model, operation)


def _inline(id_: str, model: Model | None, operation: Operation | None) -> tuple[str, str]:
    if model is not None and model.annotations.title:
        return model.annotations.title, f"its title, '{model.annotations.title}'"
    branch = _BRANCH.search(id_)
    if branch:
        return str(int(branch[2]) + 1), f"its place, branch {int(branch[2]) + 1} of a union"
    head, _, last = id_.removesuffix("/items").rpartition("/")
    if head.endswith(("/properties", "/patternProperties")):
        return unescape(last), f"the property '{unescape(last)}' that it is the type of"
    if operation is not None:
        part = id_.removeprefix(operation.id).strip("/").partition("/")[0]
        words = {"requestBody": "request body", "parameters": "parameter", "responses": "response"}.get(part, part)
        return operation_name(operation), f"its operation, as the {words} of that"
    return last_token(id_), "what it stands in"


def _operation(id_: str, api: Api) -> Operation | None:
    """Return the operation that has `id_`, or contains the type with it."""
    found = [
        operation
        for operation in api.every_operation()
        if id_ == operation.id or id_.startswith((f"{operation.id}/", f"{operation.id}?"))
    ]
    return max(found, key=lambda operation: len(operation.id), default=None)


def pointer_of(id_: str, api: Api) -> str:
    """Return the pointer of the schema or operation with an id."""
    model = api.models.get(id_)
    if model is not None:
        return model.pointer
    operation = _operation(id_, api)
    return operation.pointer if operation is not None else id_.partition("?")[0]
