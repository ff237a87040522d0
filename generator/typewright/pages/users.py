"""The users of a type: the methods that take or return it, and the types that contain it, for all targets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from posixpath import dirname, relpath

from msgspec import Struct, field

from typewright.client import Client
from typewright.ir import AliasModel, Ref, TypeExpr
from typewright.ir.walking import model_types, references
from typewright.naming.names import Names, Package, Symbol
from typewright.naming.roots import root_package
from typewright.surface import RootKind, Surface

Key = tuple[Package, str]
_MOST = 12
"""The maximum number of methods, and of types, that a page lists."""


class Users(Struct, frozen=True):
    """The users of a type, each with its name and the address of its description, relative to `docs/`."""

    methods: tuple[tuple[str, str], ...] = ()
    types: tuple[tuple[str, str], ...] = ()


NO_USERS = Users()


class _Found(Struct):
    methods: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)


class UsersOfTypes(Struct, frozen=True, kw_only=True):
    """Finds the users of all types. `page` has the path of a type's page, `addresses` those of methods, by id."""

    surface: Surface
    names: Names
    order: Sequence[Symbol]
    client: Client
    page: Callable[[Symbol], str]
    addresses: Mapping[str, str]

    def all(self) -> dict[Key, Users]:
        """Return the users of each type that has any; those of an alias, which has no page, belong to its type.

        The object of a request is not a user: its method is. Neither is a type that contains itself.
        """
        found: dict[Key, _Found] = {}
        for root in self.surface.roots:
            method = self.client.methods.get(root.operation.id) if root.operation else None
            address = self.addresses.get(root.operation.id) if root.operation else None
            if method is not None and address is not None:
                for symbol in self._symbols(root.type, root_package(root)):
                    users = found.setdefault((symbol.package, symbol.id), _Found())
                    users.methods.setdefault(address, ".".join(method.access))
        requests = {
            ref.id for root in self.surface.roots if root.kind is RootKind.REQUEST for ref in references(root.type)
        }
        for owner in self.order:
            for type_ in model_types(self.surface.models[owner.id]) if owner.id not in requests else ():
                for symbol in self._symbols(type_, owner.package):
                    if symbol is not owner:
                        users = found.setdefault((symbol.package, symbol.id), _Found())
                        users.types.setdefault(self.page(owner), owner.name)
        return {
            key: Users(methods=_by_name(users.methods), types=_by_name(users.types)) for key, users in found.items()
        }

    def _symbols(self, type_: TypeExpr, owner: Package) -> Iterator[Symbol]:
        """Yield the types with a page that a type refers to, directly or by aliases."""
        worklist, seen = [(type_, owner)], set()
        while worklist:
            current, package = worklist.pop()
            for ref in references(current):
                symbol = self._symbol(ref, package)
                if (symbol.package, symbol.id) in seen:
                    continue
                seen.add((symbol.package, symbol.id))
                model = self.surface.models[symbol.id]
                if isinstance(model, AliasModel):
                    worklist.append((model.type, symbol.package))
                else:
                    yield symbol

    def _symbol(self, ref: Ref, owner: Package) -> Symbol:
        return self.names.symbols.get((owner, ref.id)) or self.names.of(ref, owner)


def _by_name(users: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, address) for address, name in users.items()))


def users_text(users: Users, page: str) -> str:
    """Return a list of users in markdown, with links from `page`; both pages are relative to `docs/`."""
    lines = [("Methods", users.methods), ("Types", users.types)]
    return "\n".join(f"* {kind}: {_links(listed, page)}" for kind, listed in lines if listed)


def _links(users: Iterable[tuple[str, str]], page: str) -> str:
    listed = list(users)
    links = [f"[{name}]({_relative(address, page)})" for name, address in listed[:_MOST]]
    more = f", and {len(listed) - _MOST} more" if len(listed) > _MOST else ""
    return ", ".join(links) + more


def _relative(address: str, page: str) -> str:
    path, sharp, anchor = address.partition("#")
    return f"{relpath(path, dirname(page))}{sharp}{anchor}"
