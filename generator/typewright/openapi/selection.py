"""Which operations of a description are generated: `include` and `exclude` of the configuration."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from fnmatch import fnmatchcase

from typewright.base.errors import Diagnostic, Severity
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.suggestions import suggested
from typewright.config.options import FilterConfig
from typewright.openapi.path_items import WrittenOperation

_GLOB = re.compile(r"(\*\*|\*|\?)")
_WILDCARDS: Mapping[str, str] = {"**": ".*", "*": "[^/]*", "?": "[^/]"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An operation that a filter may choose."""

    path: str
    """The path; the name of a webhook."""
    written: WrittenOperation
    value: JsonObject
    """The operation, its `$ref` resolved."""
    item: JsonObject
    """Its path item."""

    @property
    def tags(self) -> list[str]:
        """The tags of the operation."""
        tags = self.value.get("tags")
        return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []

    @property
    def names(self) -> list[str]:
        """What `operations` may call it: its id, and method and path."""
        id_ = self.value.get("operationId")
        endpoint = f"{self.written.method.upper()} {self.path}"
        return [id_, endpoint] if isinstance(id_, str) else [endpoint]


@dataclass(slots=True)
class Selection:
    """Chooses operations, and keeps which rules have matched none."""

    include: FilterConfig = field(default_factory=FilterConfig)
    exclude: FilterConfig = field(default_factory=FilterConfig)
    _known: dict[str, set[str]] = field(default_factory=dict)
    """What operations have, by criterion: their tags, their paths, their names."""
    _matched: set[tuple[str, str, str]] = field(default_factory=set)

    @property
    def is_restricted(self) -> bool:
        """Whether there is any rule."""
        return any((*_rules(self.include), *_rules(self.exclude)))

    def chooses(self, candidate: Candidate) -> bool:
        """Whether an operation is generated: it is included, where anything is named, and not excluded."""
        self._known.setdefault("tags", set()).update(candidate.tags)
        self._known.setdefault("paths", set()).add(candidate.path)
        self._known.setdefault("operations", set()).update(candidate.names)
        included, excluded = (self._matches(side, candidate) for side in ("include", "exclude"))
        return (included or not any(_rules(self.include))) and not excluded

    def _matches(self, side: str, candidate: Candidate) -> bool:
        found = [
            (side, criterion, rule)
            for criterion, rule in _rules(self.include if side == "include" else self.exclude)
            if _CRITERIA[criterion](rule, candidate)
        ]
        self._matched.update(found)
        return bool(found)

    def warnings(self) -> Iterator[Diagnostic]:
        """Yield a warning for each rule that no operation has matched."""
        for side, rules in (("include", self.include), ("exclude", self.exclude)):
            for criterion, rule in _rules(rules):
                if (side, criterion, rule) not in self._matched:
                    known = sorted(self._known.get(criterion, ()))
                    yield Diagnostic(
                        code="W325",
                        message=f"'{rule}' in '{side}: {criterion}' matches no operation",
                        severity=Severity.WARNING,
                        help=suggested(rule, known) or "correct it, or remove it",
                    )


def _rules(filters: FilterConfig) -> Iterator[tuple[str, str]]:
    for option in fields(filters):
        yield from ((option.name, rule) for rule in getattr(filters, option.name))


def _by_tag(rule: str, candidate: Candidate) -> bool:
    return any(fnmatchcase(tag, rule) for tag in candidate.tags)


def _by_path(rule: str, candidate: Candidate) -> bool:
    return path_matches(rule, candidate.path)


def path_matches(glob: str, path: str) -> bool:
    """Whether a path fits a glob, in which `*` stands for a part of a segment and `**` for any number of segments."""
    parts = (_WILDCARDS.get(part, re.escape(part)) for part in _GLOB.split(glob.replace("/**", "\0")))
    return re.fullmatch("".join(parts).replace("\0", "(?:/.*)?"), path) is not None


def _by_name(rule: str, candidate: Candidate) -> bool:
    method, space, path = rule.partition(" ")
    if space:
        told = candidate.written.method.upper()
        return method.upper() in (told, "*") and path_matches(path.strip(), candidate.path)
    return any(fnmatchcase(name, rule) for name in candidate.names if " " not in name)


def _by_extension(rule: str, candidate: Candidate) -> bool:
    name, equals, wanted = rule.partition("=")
    value: JsonValue = candidate.value.get(name, candidate.item.get(name))
    if not equals:
        return value not in (None, False)
    values: Sequence[JsonValue] = value if isinstance(value, list) else [value]
    return any(_text(one) == wanted for one in values if one is not None)


def _text(value: JsonValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


_CRITERIA: Mapping[str, Callable[[str, Candidate], bool]] = {
    "tags": _by_tag,
    "paths": _by_path,
    "operations": _by_name,
    "extensions": _by_extension,
}
