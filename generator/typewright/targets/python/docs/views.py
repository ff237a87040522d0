"""What the templates of Python model pages see: finished strings and booleans."""

from __future__ import annotations

from dataclasses import dataclass

from typewright.pages.markdown import Table


@dataclass(frozen=True, slots=True)
class Head:
    """The top of every page. Empty texts are left out."""

    heading: str
    description: str
    deprecation: str


@dataclass(frozen=True, slots=True)
class Usage:
    """An Example Usage block; no `code`, no block."""

    code: str


@dataclass(frozen=True, slots=True)
class TablePage:
    """`templates/python/docs/table.md.jinja`: a model's fields or an enumeration's values."""

    head: Head
    usage: Usage
    section: str
    table: Table


@dataclass(frozen=True, slots=True)
class MemberView:
    """One member of a union: its type as shown, and a value of it."""

    type: str
    code: str


@dataclass(frozen=True, slots=True)
class UnionPage:
    """`templates/python/docs/union.md.jinja`."""

    head: Head
    usage: Usage
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True)
class RetryPage:
    """`templates/python/docs/retryconfig.md.jinja`: the fields of the two classes that configure retries."""

    settings: Table
    backoff: Table
