"""Selection of the operations to generate by `include` and `exclude` of the configuration."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from fnmatch import fnmatchcase

from msgspec import Struct, field

from typewright.base.errors import Diagnostic, Severity
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.suggestions import did_you_mean
from typewright.config.options import FilterConfig
from typewright.openapi.path_items import WrittenOperation

_GLOB = re.compile(r"(\*\*|\*|\?)")
_WILDCARDS: Mapping[str, str] = {"**": ".*", "*": "[^/]*", "?": "[^/]"}


class Candidate(Struct, frozen=True):
    """An operation that the filters of a configuration are matched against."""

    path: str
    """The path of the operation, or the name of a webhook."""
    written: WrittenOperation
    value: JsonObject
    """The operation, its `$ref` resolved."""
    item: JsonObject
    """The path item of the operation."""

    @property
    def tags(self) -> list[str]:
        """The tags of the operation."""
        tags = self.value.get("tags")
        return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []

    @property
    def names(self) -> list[str]:
        """The names that a rule of `operations` can match: the `operationId`, and `METHOD /path`."""
        id_ = self.value.get("operationId")
        endpoint = f"{self.written.method.upper()} {self.path}"
        return [id_, endpoint] if isinstance(id_, str) else [endpoint]


class Selection(Struct):
    """The `include` and `exclude` rules, with a record of the rules that matched an operation."""

    include: FilterConfig = field(default_factory=FilterConfig)
    exclude: FilterConfig = field(default_factory=FilterConfig)
    _candidate_values: dict[str, set[str]] = field(default_factory=dict)
    """The tags, paths and names of all candidates so far, by criterion."""
    _matched_rules: set[tuple[str, str, str]] = field(default_factory=set)

    @property
    def is_restricted(self) -> bool:
        """Whether there is a rule."""
        return any((*_rules(self.include), *_rules(self.exclude)))

    def is_selected(self, candidate: Candidate) -> bool:
        """Return whether to generate an operation: `include` is empty or matches it, and `exclude` does not match."""
        self._candidate_values.setdefault("tags", set()).update(candidate.tags)
        self._candidate_values.setdefault("paths", set()).add(candidate.path)
        self._candidate_values.setdefault("operations", set()).update(candidate.names)
        included, excluded = (self._has_match(filter_name, candidate) for filter_name in ("include", "exclude"))
        return (included or not any(_rules(self.include))) and not excluded

    def _has_match(self, filter_name: str, candidate: Candidate) -> bool:
        matches = [
            (filter_name, criterion, rule)
            for criterion, rule in _rules(self.include if filter_name == "include" else self.exclude)
            if _MATCHERS[criterion](rule, candidate)
        ]
        self._matched_rules.update(matches)
        return bool(matches)

    def warnings(self) -> Iterator[Diagnostic]:
        """Yield a warning for each rule that has matched no operation so far."""
        for filter_name, rules in (("include", self.include), ("exclude", self.exclude)):
            for criterion, rule in _rules(rules):
                if (filter_name, criterion, rule) not in self._matched_rules:
                    candidates = sorted(self._candidate_values.get(criterion, ()))
                    yield Diagnostic(
                        code="W325",
                        message=f"'{rule}' in '{filter_name}: {criterion}' matches no operation",
                        severity=Severity.WARNING,
                        help=did_you_mean(rule, candidates) or "correct it, or remove it",
                    )


def _rules(filters: FilterConfig) -> Iterator[tuple[str, str]]:
    for option in fields(filters):
        yield from ((option.name, rule) for rule in getattr(filters, option.name))


def _is_tag_match(rule: str, candidate: Candidate) -> bool:
    return any(fnmatchcase(tag, rule) for tag in candidate.tags)


def _is_path_rule_match(rule: str, candidate: Candidate) -> bool:
    return is_path_match(rule, candidate.path)


def is_path_match(glob: str, path: str) -> bool:
    """Return whether `path` matches `glob`: `*` matches within a segment, `**` any number of segments."""
    parts = (_WILDCARDS.get(part, re.escape(part)) for part in _GLOB.split(glob.replace("/**", "\0")))
    return re.fullmatch("".join(parts).replace("\0", "(?:/.*)?"), path) is not None


def _is_name_match(rule: str, candidate: Candidate) -> bool:
    method, space, path = rule.partition(" ")
    if space:
        own_method = candidate.written.method.upper()
        return method.upper() in (own_method, "*") and is_path_match(path.strip(), candidate.path)
    return any(fnmatchcase(name, rule) for name in candidate.names if " " not in name)


def _is_extension_match(rule: str, candidate: Candidate) -> bool:
    name, equals, wanted = rule.partition("=")
    value: JsonValue = candidate.value.get(name, candidate.item.get(name))
    if not equals:
        return value not in (None, False)
    values: Sequence[JsonValue] = value if isinstance(value, list) else [value]
    return any(_text(item) == wanted for item in values if item is not None)


def _text(value: JsonValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


_MATCHERS: Mapping[str, Callable[[str, Candidate], bool]] = {
    "tags": _is_tag_match,
    "paths": _is_path_rule_match,
    "operations": _is_name_match,
    "extensions": _is_extension_match,
}
