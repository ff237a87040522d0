"""The views of the templates of TypeScript model pages."""

from __future__ import annotations

from dataclasses import dataclass

from typewright.pages.markdown import Table


@dataclass(frozen=True, slots=True)
class Head:
    """The top of a page. Empty texts are left out."""

    heading: str
    description: str
    deprecation: str
    added: str = ""
    """The version in which the type was added, as a sentence."""


@dataclass(frozen=True, slots=True)
class Usage:
    """An example: the import, and the declaration of a value (or the remark that there is none).

    `json` is the same value as JSON, empty if it is not shown.
    """

    import_line: str
    code: str
    json: str = ""


@dataclass(frozen=True, slots=True)
class ObjectPage:
    """`templates/typescript/docs/object.md.jinja`."""

    head: Head
    usage: Usage
    fields: Table
    users: str = ""
    """The list of the methods and types that use this one; empty if it is not shown."""


@dataclass(frozen=True, slots=True)
class EnumPage:
    """`templates/typescript/docs/enum.md.jinja`."""

    head: Head
    usage: Usage
    is_open: bool
    open_type: str
    values: str
    """The values as a type, if the enumeration has such a type."""
    table: Table | None
    """The names of the values as members, if the enumeration has members."""
    meanings: Table | None
    """The meanings of the values, if the description states any."""
    users: str = ""


@dataclass(frozen=True, slots=True)
class MemberView:
    """One member of a union: its type as shown, and a value of it (empty if it cannot be written)."""

    type: str
    code: str
    page: str = ""
    """The link to the page of the type; empty if it has none, or in the reference's form."""


@dataclass(frozen=True, slots=True)
class UnionPage:
    """`templates/typescript/docs/union.md.jinja`."""

    head: Head
    members: tuple[MemberView, ...]
    users: str = ""
    discriminator: str = ""
    """The property that tells the members apart, as code; empty if there is none, or in the reference's form."""
    usage: Usage | None = None
    """The first value, with its import; None if it cannot be written, or in the reference's form."""


@dataclass(frozen=True, slots=True)
class DayPage:
    """`templates/typescript/docs/rfcdate.md.jinja`."""
