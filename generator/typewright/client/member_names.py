"""The names of methods and groups in code: the members of the client class, and of the class of each group.

The methods of a group and the groups below it are members of one class, so their names are distinct. The first one in
document order keeps a contested name; names of the last run are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from typewright.client.name_collisions import NameCollision
from typewright.client.operations import GroupPath, group_path, method_words
from typewright.ir import Operation
from typewright.naming.ledger import Ledger, forms
from typewright.naming.names import Members
from typewright.naming.words import folded


class MemberNames(Struct, frozen=True, kw_only=True):
    """The names of all methods and groups, as code writes them."""

    methods: Mapping[str, str]
    """The name of each method by the id of its operation."""
    groups: Mapping[GroupPath, str]
    """The attribute of each group in the class of its parent."""
    collisions: tuple[NameCollision, ...]

    def access(self, path: GroupPath) -> tuple[str, ...]:
        """Return the attributes that lead from the client to a group."""
        return tuple(self.groups[path[:depth]] for depth in range(1, len(path) + 1))


class _Class(Struct):
    """The members of one class: the preferred name of each by its id, and the operation that it comes from first."""

    preferred_names: dict[str, str] = field(default_factory=dict)
    origins: dict[str, Operation] = field(default_factory=dict)
    groups: dict[str, GroupPath] = field(default_factory=dict)
    stated: set[str] = field(default_factory=set)

    def add_group(self, path: GroupPath, members: Members, operation: Operation) -> None:
        """Add the group at `path`, unless it has been added; `operation` is the first operation in it."""
        id_ = ".".join(path)
        if id_ not in self.preferred_names:
            self.preferred_names[id_], self.origins[id_] = members.group(path[-1]), operation
            self.groups[id_] = path

    def add_method(self, members: Members, operation: Operation) -> None:
        """Add the method of an operation; a name that the description states for it is recorded as stated."""
        self.preferred_names[operation.id] = members.method(method_words(operation))
        self.origins[operation.id] = operation
        if operation.preferred_name or operation.operation_id:
            self.stated.add(operation.id)


def member_names(operations: Iterable[Operation], members: Members, ledger: Ledger) -> MemberNames:
    """Return the names of the methods for `operations`, which are in document order, and of their groups.

    Names that `ledger` has from the last run are kept, unless the description states another one; all are recorded in
    it.
    """
    classes: dict[GroupPath, _Class] = {}
    for operation in operations:
        path = group_path(operation)
        for depth in range(1, len(path) + 1):
            classes.setdefault(path[: depth - 1], _Class()).add_group(path[:depth], members, operation)
        classes.setdefault(path, _Class()).add_method(members, operation)
    methods: dict[str, str] = {}
    groups: dict[GroupPath, str] = {}
    collisions: list[NameCollision] = []
    for path, found in classes.items():
        reserved = members.of_groups if path else members.of_client
        suffixes = {id_: members.suffixes for id_ in found.preferred_names if id_ not in found.groups}
        scope = f"member:{'.'.join(path)}"
        names = ledger.names(scope, found.preferred_names, reserved, stated=found.stated, suffixes=suffixes)
        groups |= {group: names[id_] for id_, group in found.groups.items()}
        methods |= {id_: name for id_, name in names.items() if id_ not in found.groups}
        collisions += _collisions(found, names, reserved, suffixes)
    return MemberNames(methods=methods, groups=groups, collisions=tuple(collisions))


def _collisions(
    found: _Class, names: Mapping[str, str], reserved: frozenset[str], suffixes: Mapping[str, tuple[str, ...]]
) -> Iterator[NameCollision]:
    """Yield the members whose preferred name another has; not those that merely keep their names of the last run."""
    owners: dict[str, Operation | None] = {folded(name): None for name in reserved}
    for id_, name in names.items():
        owners |= dict.fromkeys(forms(name, suffixes.get(id_, ())), found.origins[id_])
    for id_, name in names.items():
        preferred_name, origin = found.preferred_names[id_], found.origins[id_]
        taken = sorted(forms(preferred_name, suffixes.get(id_, ())) & owners.keys()) if name != preferred_name else ()
        if taken:
            yield NameCollision(
                pointer=origin.pointer,
                is_group=id_ in found.groups,
                preferred_name=preferred_name,
                name=name,
                other=owners[taken[0]],
            )
