"""The views of the templates of TypeScript model pages."""

from __future__ import annotations

from msgspec import Struct

from typewright.pages.markdown import Table


class Head(Struct, frozen=True):
    """The top of a page. Empty texts are left out."""

    heading: str
    description: str
    deprecation: str
    added: str = ""
    """The version in which the type was added, as a sentence."""


class Usage(Struct, frozen=True):
    """An example: the import, and the declaration of a value (or the remark that there is none).

    `json` is the same value as JSON, empty if it is not shown.
    """

    import_line: str
    code: str
    json: str = ""


class ObjectPage(Struct, frozen=True):
    """`templates/typescript/docs/object.md.jinja`."""

    head: Head
    usage: Usage
    fields: Table
    users: str = ""
    """The list of the methods and types that use this one; empty if it is not shown."""


class EnumPage(Struct, frozen=True):
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


class MemberView(Struct, frozen=True):
    """One member of a union: its type as shown, and a value of it (empty if it cannot be written)."""

    type: str
    code: str
    page: str = ""
    """The link to the page of the type; empty if it has none, or in the reference's form."""


class UnionPage(Struct, frozen=True):
    """`templates/typescript/docs/union.md.jinja`."""

    head: Head
    members: tuple[MemberView, ...]
    users: str = ""
    discriminator: str = ""
    """The property that tells the members apart, as code; empty if there is none, or in the reference's form."""
    usage: Usage | None = None
    """The first value, with its import; None if it cannot be written, or in the reference's form."""


class DayPage(Struct, frozen=True):
    """`templates/typescript/docs/rfcdate.md.jinja`."""
