"""The views of the templates of TypeScript method pages."""

from __future__ import annotations

from msgspec import Struct

from typewright.pages.markdown import Table
from typewright.pages.methods import Bullet, Snippet


class MethodView(Struct, frozen=True):
    """The section of a method. `description` is empty without one."""

    heading: str
    route: str
    """The HTTP method and the path, as code; the reference's form does not show them."""
    deprecation: str
    description: str
    added: str
    """The version in which the method was added, as a sentence; empty for the first version."""
    snippets: tuple[Snippet, ...]
    standalone: str
    """A call of the standalone function; empty in the plain form, which names the function."""
    function: str
    """A sentence that names the standalone function; empty in the reference's form."""
    parameters: Table
    response: str
    errors: Table
    guarded: str
    """A script that catches the first described error, fenced."""
    links: str = ""
    """The list of the methods that the description links to; empty if there are none, or in the reference's form."""


class OperationPage(Struct, frozen=True):
    """`templates/typescript/docs/operation.md.jinja`: the page of a single method."""

    method: MethodView


class GroupPage(Struct, frozen=True):
    """`templates/typescript/docs/sdk.md.jinja`; `group` and `overview` are empty if absent."""

    title: str
    group: str
    overview: str
    bullets: tuple[Bullet, ...]
    has_list: bool
    """The list of methods has a heading; the reference's form has one above an empty list, too."""
    methods: tuple[MethodView, ...]


class RetryPage(Struct, frozen=True):
    """`templates/typescript/docs/retryconfig.md.jinja`."""

    fields: Table
    backoff: Table
    backoff_title: str
