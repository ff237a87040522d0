"""The types that are raised as errors, and the names of the errors and of the types of their data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from typewright.ir import Ref, not_null, unfold
from typewright.naming.names import Names, Package
from typewright.surface import RootKind, Surface

Key: TypeAlias = tuple[Package, str]
"""The key of a type: its package and the id of its model."""


def error_keys(surface: Surface, names: Names) -> tuple[Key, ...]:
    """Return the types of error responses in document order."""
    found: dict[Key, None] = {}
    for root in surface.roots:
        bare = not_null(unfold(root.type, surface.models)) if root.kind is RootKind.ERROR else None
        if isinstance(bare, Ref):
            symbol = names.of(bare, Package.ERRORS)
            found[symbol.package, symbol.id] = None
    return tuple(found)


def error_names(
    errors: Iterable[Key], names: Mapping[Key, str], folders: Mapping[Package, str]
) -> tuple[dict[Key, str], dict[Key, str]]:
    """Return the names of errors by the type of their data, and the new names of these types.

    The error of a schema that is used only for errors has the name of the schema, and its type gets the suffix `Data`.
    A schema that is also used elsewhere keeps its name, and the error gets the suffix `Error`. Names are unique in a
    folder.
    """
    taken: dict[str, set[str]] = {}
    for (package, _), name in names.items():
        taken.setdefault(folders[package], set()).add(name)
    raised: dict[Key, str] = {}
    renamed: dict[Key, str] = {}
    for key in errors:
        folder, name = taken[folders[key[0]]], names[key]
        if key[0] is Package.ERRORS:
            raised[key], renamed[key] = name, free_name(f"{name}Data", folder)
            folder.add(renamed[key])
        else:
            raised[key] = free_name(f"{name}Error", folder)
            folder.add(raised[key])
    return raised, renamed


def base_error_name(preferred: str, client: str, taken: set[str]) -> str:
    """Return the name of the class that all errors of a client extend, which is not in use.

    A client called `API` would have an `APIError`, as the error of an undescribed response is called.
    """
    return preferred if preferred not in taken else free_name(f"{client}BaseError", taken)


def free_name(name: str, taken: set[str]) -> str:
    """Return a name that is not in use: `name`, with a number appended if necessary."""
    return next(candidate for candidate in _candidates(name) if candidate not in taken)


def _candidates(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}{number}"
        number += 1
