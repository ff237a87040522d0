"""The views of the templates of Python method pages."""

from __future__ import annotations

from msgspec import Struct

from typewright.pages.markdown import Table
from typewright.pages.methods import Bullet, Snippet


class MethodView(Struct, frozen=True):
    """The section of a method. Texts are empty if absent; without `response` a method returns None."""

    heading: str
    route: str
    """The HTTP method and the path, as code; the reference's form does not show them."""
    deprecation: str
    description: str
    added: str
    """The version in which the method was added, as a sentence; empty for the first version."""
    snippets: tuple[Snippet, ...]
    parameters: Table
    response: str
    errors: Table
    guarded: str
    """A script that catches the first described error, fenced."""
    links: str = ""
    """The list of the methods that the description links to; empty if there are none, or in the reference's form."""


class OperationPage(Struct, frozen=True):
    """`templates/python/docs/operation.md.jinja`: the page of a single method."""

    method: MethodView


class GroupPage(Struct, frozen=True):
    """`templates/python/docs/sdk.md.jinja`; `group` and `overview` are empty if absent."""

    title: str
    group: str
    overview: str
    bullets: tuple[Bullet, ...]
    has_list: bool
    """The list of methods has a heading; the reference's form has one above an empty list, too."""
    methods: tuple[MethodView, ...]
