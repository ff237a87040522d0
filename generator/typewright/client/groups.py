"""The methods of a client, by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from itertools import chain, count

from typewright.base.devices import DEVICES
from typewright.base.encoded_record import EncodedRecord
from typewright.client.member_names import MemberNames
from typewright.client.methods import ClientMethod
from typewright.client.operations import GroupPath
from typewright.ir import Api
from typewright.naming.ledger import Ledger
from typewright.naming.names import Members
from typewright.naming.operations import group_of
from typewright.naming.words import class_identifier, pieces, upper_first

_PREFIX = "Api"
"""The prefix of a class whose name would begin with a character that identifiers cannot begin with."""
_WORDS = ("False", "None", "True")
"""Words in Pascal case that languages reserve, so that no class has them as its name."""


_NO_MEMBERS = Members()


class Group(EncodedRecord, frozen=True, kw_only=True):
    """The methods under one attribute path; the empty path is the client itself."""

    path: GroupPath
    """Names in camel case, outermost first, which identify the group."""
    access: tuple[str, ...]
    """The attributes that lead from the client to the group, as code writes them."""
    class_name: str
    """The class of the methods, before a language adjusts the name."""
    title: str
    description: str | None
    """The description of the tag that the group is named after."""
    methods: tuple[ClientMethod, ...]

    @property
    def outline(self) -> tuple[object, ...]:
        """What the group is, with its methods by the ids of their operations."""
        ids = tuple(method.operation.id for method in self.methods)
        return self.path, self.access, self.class_name, self.title, self.description, ids


def groups(
    api: Api,
    methods: Iterable[ClientMethod],
    client: str,
    ledger: Ledger,
    names: MemberNames,
    reserved: frozenset[str] = frozenset(),
) -> tuple[Group, ...]:
    """Return the groups of an API's methods in the order of their first methods; `names` has their attributes.

    `client` is the class of the client itself. No other class has its name or one of `reserved`; classes that `ledger`
    has are kept. A group exists even if only groups below it have methods.
    """
    members: dict[GroupPath, list[ClientMethod]] = {}
    for method in methods:
        for depth in range(1, len(method.group)):
            members.setdefault(method.group[:depth], [])
        members.setdefault(method.group, []).append(method)
    preferred_names = {".".join(path): name for path, name in class_names(members, client, reserved).items() if path}
    stay = ledger.names("group", preferred_names, {client, *reserved})
    classes = {path: stay[".".join(path)] if path else client for path in members}
    tags = {tag.path: tag for tag in api.tags}
    made = []
    for path, own in members.items():
        written = group_of(own[0].operation) if own else ".".join(path)
        tag = tags.get(written)
        title = (tag and tag.summary) or _tag_title(own) or classes[path]
        description = tag.description if tag is not None and own else None
        made.append(
            Group(
                path=path,
                access=names.access(path),
                class_name=classes[path],
                title=title,
                description=description,
                methods=tuple(own),
            )
        )
    return tuple(made)


def class_names(
    paths: Iterable[GroupPath], client: str, reserved: frozenset[str] = frozenset(), types: frozenset[str] = frozenset()
) -> dict[GroupPath, str]:
    """Return the class of each group: its last segment, prefixed by an earlier segment if groups end in the same one.

    Groups that only contain groups count too, as they are attributes of the client. No class has the name of another
    one, of the `client` class, or one of `reserved`, letter case ignored; equal ones are numbered. Names in `types`,
    folded, are those of types: a group with such a name gets its parent's name as a prefix, or the suffix `SDK`.
    """
    nodes = list(dict.fromkeys(path[:depth] for path in paths for depth in range(1, len(path) + 1)))
    taken = {client.lower(), *map(str.lower, _WORDS), *map(str.lower, reserved), *DEVICES}
    wanted = {path: _unlike(name, path, taken | types) for path, name in _prefixed(nodes).items()}
    count_of = Counter(map(str.lower, wanted.values()))
    taken |= {name for name, number in count_of.items() if number == 1}
    names: dict[GroupPath, str] = {(): client}
    for path in nodes:
        name = wanted[path]
        if count_of[name.lower()] > 1:
            name = next(spare for number in count(1) if (spare := f"{name}{number}").lower() not in taken)
        names[path] = name
        taken.add(name.lower())
    return names


def _prefixed(nodes: Sequence[GroupPath]) -> dict[GroupPath, str]:
    """Return the last segment of each path in Pascal case, with the nearest distinct one if several end in it."""
    alike: dict[str, list[GroupPath]] = {}
    for path in nodes:
        alike.setdefault(class_identifier(path[-1], _PREFIX).lower(), []).append(path)
    common = {leaf: set[str].intersection(*(set(path[:-1]) for path in paths)) for leaf, paths in alike.items()}
    names: dict[GroupPath, str] = {}
    for path in nodes:
        leaf = class_identifier(path[-1], _PREFIX)
        is_shared = len(alike[leaf.lower()]) > 1
        own = [segment for segment in path[:-1] if segment not in common[leaf.lower()]] if is_shared else []
        names[path] = class_identifier("".join(map(upper_first, (*own[-1:], path[-1]))), _PREFIX)
    return names


def _unlike(name: str, path: GroupPath, taken: Set[str]) -> str:
    """Return the name of a group, or one made of it that is not in `taken`."""
    nested = class_identifier("".join(map(upper_first, path[-2:])), _PREFIX)
    spare = (f"{name}SDK{number or ''}" for number in count())
    return next(word for word in chain((name, nested), spare) if word.lower() not in taken)


def _tag_title(methods: Sequence[ClientMethod]) -> str:
    """Return the title of a group that comes from a tag: the last segment of the tag, its words joined."""
    operation = methods[0].operation if methods else None
    if operation is None or operation.group is not None:
        return ""
    return "".join(map(upper_first, pieces(group_of(operation).rsplit(".", 1)[-1])))


def client_class(api: Api, configured: str | None, members: Members = _NO_MEMBERS) -> str:
    """Return the name of the client class: the configured one, else the title of the API, made unique by `Client`."""
    words = configured or api.title
    name = class_identifier(words, _PREFIX) if pieces(words) else ""
    return f"{name}Client" if name in {"", *_WORDS, *members.reserved_classes} or name.lower() in DEVICES else name
