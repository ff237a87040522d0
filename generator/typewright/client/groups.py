"""The methods of a client, by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count, islice

from typewright.ir import Api, Operation, Ref, TypeExpr, not_null
from typewright.naming.ledger import Ledger
from typewright.naming.operations import group_of
from typewright.naming.words import camel, pascal, pieces, upper_first
from typewright.surface import ErrorBody, Method, Surface

GroupPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The methods that a client offers under one attribute path; the empty path is the client itself."""

    path: GroupPath
    """Attribute names in camel case, outermost first."""
    class_name: str
    """The class that holds the methods, before any language has a word in it."""
    title: str
    description: str | None
    """What the tag says that the group is named after."""
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """Errors of a method that share class, media type and hundred: a line of its table."""

    type: TypeExpr
    statuses: tuple[str, ...]
    media_type: str


def groups(surface: Surface, client: str, ledger: Ledger) -> tuple[Group, ...]:
    """Return the groups in the order of their first method; callbacks and webhooks are in none.

    `client` is the class of the client itself, which no group shares; classes that `ledger` has stay. An outermost
    group is there even where only groups below it have methods.
    """
    members: dict[GroupPath, list[Method]] = {}
    for method in surface.methods:
        if method.operation.kind == "path":
            path = group_path(method.operation)
            members.setdefault(path[:1], [])
            members.setdefault(path, []).append(method)
    wishes = {".".join(path): name for path, name in class_names(members, client).items() if path}
    stay = ledger.names("group", wishes, {client})
    classes = {path: stay[".".join(path)] if path else client for path in members}
    tags = {tag.name: tag.description for tag in surface.api.tags}
    made = []
    for path, methods in members.items():
        written = group_of(methods[0].operation) if methods else ".".join(path)
        title = _tag_title(methods) or classes[path]
        made.append(Group(path, classes[path], title, tags.get(written) if methods else None, tuple(methods)))
    return tuple(made)


def group_path(operation: Operation) -> GroupPath:
    """Return the attribute path of an operation's group: its segments in camel case."""
    written = group_of(operation)
    return tuple(name for segment in written.split(".") if (name := camel(segment)))


def class_names(paths: Iterable[GroupPath], client: str) -> dict[GroupPath, str]:
    """Return the class of each group: its last segment, with the parent's before it where others end in the same one.

    Groups on the way to a deeper one count too, as they are attributes of the client. No class has the name of another
    or of the `client`'s own, letter case aside.
    """
    nodes = list(dict.fromkeys(path[:depth] for path in paths for depth in range(1, len(path) + 1)))
    last = Counter(path[-1].lower() for path in nodes)
    names: dict[GroupPath, str] = {(): client}
    taken = {client.lower()}
    for path in sorted(nodes, key=len):
        name = pascal(path[-1])
        nested = pascal("".join(map(upper_first, path[-2:])))
        wanted = nested if last[path[-1].lower()] > 1 else name
        spare = (f"{name}SDK{number or ''}" for number in count())
        names[path] = next(
            candidate for candidate in (wanted, nested, *islice(spare, len(nodes))) if candidate.lower() not in taken
        )
        taken.add(names[path].lower())
    return names


def _tag_title(methods: Sequence[Method]) -> str:
    """Return the title of a group that comes from a tag: the tag's last segment as it is written, its words joined."""
    operation = methods[0].operation if methods else None
    if operation is None or operation.group is not None or not operation.tags:
        return ""
    return "".join(map(upper_first, pieces(operation.tags[0].rsplit(".", 1)[-1])))


def method_words(operation: Operation) -> str:
    """Return the words that a method is called by: what the description asks for, its id, or its method and path."""
    return operation.preferred_name or operation.operation_id or f"{operation.method} {operation.path}"


def replacement_of(operation: Operation, api: Api) -> Operation | None:
    """Return the operation to use instead of a deprecated one, where the description names it."""
    if operation.replacement is None:
        return None
    return next((candidate for candidate in api.operations if candidate.operation_id == operation.replacement), None)


def summary_of(operation: Operation) -> str:
    """Return the one line that a list of methods shows."""
    return operation.summary or operation.description or ""


def error_rows(errors: Iterable[ErrorBody]) -> tuple[ErrorRow, ...]:
    """Return the lines of an error table in document order."""
    rows: dict[tuple[str, str, str], ErrorRow] = {}
    for error in errors:
        type_ = not_null(error.type)
        identity = type_.id if isinstance(type_, Ref) else type_.pointer
        key = (identity, error.media_type, error.status[:1])
        row = rows.get(key)
        statuses = (*row.statuses, error.status) if row else (error.status,)
        rows[key] = ErrorRow(error.type, statuses, error.media_type)
    return tuple(rows.values())


def client_class(api: Api, configured: str | None) -> str:
    """Return the name of the client's class: the configured one, else the API's title."""
    name = pascal(configured or api.title)
    return f"{name}Client" if name in {"", "False", "None", "True"} else name
