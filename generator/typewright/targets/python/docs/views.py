"""The views of the templates of Python model pages."""

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
    """An example block; there is none without `code`."""

    code: str
    json: str = ""
    """The same value as JSON; empty if it is not shown."""


class TablePage(Struct, frozen=True):
    """`templates/python/docs/table.md.jinja`: a model's fields or an enumeration's values."""

    head: Head
    usage: Usage
    section: str
    table: Table
    users: str = ""
    """The list of the methods and types that use this one; empty if it is not shown."""


class MemberView(Struct, frozen=True):
    """A member of a union: its type as shown, and a value."""

    type: str
    code: str
    page: str = ""
    """The link to the page of the type; empty if it has none, or in the reference's form."""


class UnionPage(Struct, frozen=True):
    """`templates/python/docs/union.md.jinja`."""

    head: Head
    usage: Usage
    members: tuple[MemberView, ...]
    users: str = ""
    discriminator: str = ""
    """The property that tells the members apart, as code; empty if there is none, or in the reference's form."""


class RetryPage(Struct, frozen=True):
    """`templates/python/docs/retryconfig.md.jinja`: the fields of the two classes that configure retries."""

    settings: Table
    backoff: Table
    backoff_mark: str
    """The marks of the heading of the second class: it has a section, or, in the reference's form, a title."""
