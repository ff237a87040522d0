"""What the template of Python method pages sees: finished strings and booleans."""

from __future__ import annotations

from dataclasses import dataclass

from typewright.pages.markdown import Table


@dataclass(frozen=True, slots=True)
class Bullet:
    """A line of the list of methods; `summary` is empty where nothing is said."""

    name: str
    anchor: str
    summary: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """A call: the comment that marks it, and the code."""

    marker: str
    code: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """The section of one method. Texts are empty where nothing is said; a method without `response` returns None."""

    heading: str
    deprecation: str
    description: str
    snippets: tuple[Snippet, ...]
    parameters: Table
    response: str
    errors: Table


@dataclass(frozen=True, slots=True)
class GroupPage:
    """`templates/python/docs/sdk.md.jinja`; `group` and `overview` are empty where there is none."""

    title: str
    group: str
    overview: str
    bullets: tuple[Bullet, ...]
    methods: tuple[MethodView, ...]
