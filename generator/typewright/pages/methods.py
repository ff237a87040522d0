"""Parts of method pages that all targets share: views, snippet markers, routes, and the overview of a client."""

from __future__ import annotations

import re

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.ir import Api, Operation
from typewright.pages.constraints import code
from typewright.pages.prose import code_text, prose


class Bullet(Struct, frozen=True):
    """A line in the list of methods, with the address of the method; `summary` is empty without one."""

    name: str
    address: str
    summary: str


def bullet_of(method: ClientMethod, name: str, address: str, *, plain: bool) -> Bullet:
    """Return the line of a method in a list; in the plain form it says that a method is deprecated."""
    summary = prose(method.summary)
    return Bullet(name, address, listed_summary(method, summary) if plain else summary)


def listed_summary(method: ClientMethod, summary: str) -> str:
    """Return the summary of a method in a list, which says that a method is deprecated."""
    if method.deprecation is None:
        return summary
    return f"Deprecated. {summary}" if summary else "deprecated"


class Snippet(Struct, frozen=True):
    """A call: the marker comment, and the code."""

    marker: str
    code: str


def snippet_id(operation: Operation) -> str:
    """Return the identifier of an operation's snippets: its id, else its method and path."""
    return operation.operation_id or f"{operation.method}_{operation.path}"


def snippet_marker(operation: Operation, language: str) -> str:
    """Return the comment above a snippet, by which tools find it; texts of descriptions cannot end it."""
    name, path = (_in_comment(text) for text in (snippet_id(operation), operation.path))
    return f'<!-- UsageSnippet language="{language}" operationID="{name}" method="{operation.method}" path="{path}" -->'


def _in_comment(text: str) -> str:
    """Return a text for a quoted string in a comment, escaped such that it cannot end the comment."""
    return code_text(text).replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


_AUTOLINKED = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)
"""A URL that becomes a link between angle brackets (CommonMark 0.31, 6.5); other text there would be an element."""


_TITLE = re.compile(r"[\w ,'-]+")
"""A text that can be that of a link without changes."""


def client_title(class_name: str) -> str:
    """Return the title of the page of a client's own methods."""
    return f"{class_name[:-3]}SDK" if class_name.upper().endswith("SDK") else f"{class_name} SDK"


def route_text(method: ClientMethod) -> str:
    """Return the route of a method as code: HTTP method and path template."""
    return code(f"{method.http_method} {method.path}")


def client_overview(api: Api) -> str:
    """Return the overview of a client in markdown: title, description, and links to documentation."""
    summary = api.summary or api.description
    lines = [prose(f"{api.title}: {summary}" if summary else api.title)]
    if api.external_docs is not None:
        lines += ["", *_external_docs(*api.external_docs)]
    return "\n".join(lines)


def _external_docs(url: str, description: str | None) -> list[str]:
    """Return the lines that describe and link documentation elsewhere."""
    paragraphs = [prose(description), *([""] if "<" in description else [])] if description else []
    return [*paragraphs, prose(f"<{url}>") if _AUTOLINKED.fullmatch(url) else code(url)]


def method_description(method: ClientMethod, *, plain: bool) -> str:
    """Return the description of a method in markdown; in the plain form with a link to documentation elsewhere."""
    text = prose(method.description or "")
    external_docs = method.operation.external_docs
    if not plain or external_docs is None:
        return text
    url, title = external_docs
    named = _AUTOLINKED.fullmatch(url) and title and _TITLE.fullmatch(title)
    link = f"See [{title}]({url})." if named else "\n".join(_external_docs(url, title))
    return "\n\n".join(filter(None, [text.strip("\n"), link]))
