"""Guides: the sections of a package's README, which are pages of the documentation site, for all targets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from typewright.client import Client, ClientMethod, Group
from typewright.client.security import Scheme, SchemeKind
from typewright.ir import ServerVariable
from typewright.pages.cells import code_cell, plain_cell
from typewright.pages.constraints import code
from typewright.pages.page import Ownership, Page
from typewright.pages.prose import one_line
from typewright.pages.sections import section_text

_NO_PAGES = frozenset({"summary", "operations", "versioning", "contributing"})
_TEMPLATE = "_shared/package_page.md.jinja"


class Guide(Struct, frozen=True):
    """What a package documents about one subject.

    `body` is markdown without the heading, which is `title`; `name` is the word in the markers of its section.
    """

    title: str
    name: str
    body: str
    has_heading: bool = True


class PackagePage(Struct, frozen=True):
    """`templates/_shared/package_page.md.jinja`: a title, which may be empty, and the sections with their markers."""

    title: str
    sections: str


def package_page(path: str, title: str, guides: Callable[[], Iterable[Guide]]) -> Page:
    """Return a file whose sections are generated and whose other text is the user's. `guides` returns the sections."""

    def make_view() -> PackagePage:
        """Return the view of the page."""
        return PackagePage(title, paragraphs(*map(_section, guides())))

    return Page(path=path, template=_TEMPLATE, make_view=make_view, language="markdown", ownership=Ownership.SECTIONS)


def guide_pages(guides: Iterable[Guide]) -> Iterator[Page]:
    """Yield a page of the documentation for each guide that has no page or list of its own there."""
    for guide in guides:
        if guide.name not in _NO_PAGES:
            view = PackagePage(guide.title, guide.body)
            path, subject = f"docs/guides/{guide.name}.md", f"guide {guide.name}"
            yield Page(path, _TEMPLATE, partial(_same, view), "markdown", subject=subject)


def _same(view: PackagePage) -> PackagePage:
    return view


def _section(guide: Guide) -> str:
    heading = f"## {guide.title}\n\n" if guide.has_heading else ""
    return section_text(guide.title, guide.name, f"{heading}{guide.body}")


def paragraphs(*parts: str) -> str:
    """Return blocks of markdown with a blank line between them, without empty ones."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())


def fenced(language: str, text: str) -> str:
    """Return code as a fenced block."""
    return f"```{language}\n{text.strip(chr(10))}\n```"


def shown_methods(client: Client) -> tuple[tuple[Group, ClientMethod], ...]:
    """Return the methods that a README shows: those that the description marks, by position, else the first one.

    A deprecated method is shown only if there is no other.
    """
    found = [(group, method) for group in client.groups for method in group.methods]
    marked = [pair for pair in found if pair[1].usage_example is not None]
    if marked:
        return tuple(sorted(marked, key=lambda pair: _position(pair[1])))
    usual = [pair for pair in found if pair[1].deprecation is None]
    return tuple((usual or found)[:1])


def _position(method: ClientMethod) -> tuple[bool, float]:
    example = method.usage_example
    position = None if example is None else example.position
    return position is None, position or 0


CERTIFICATE = "Calls that need a client certificate (mutual TLS) take it from a custom HTTP client."


def credential_text(scheme: Scheme) -> str:
    """Return a sentence of markdown on a credential and its location, for a cell."""
    name = code_cell(scheme.name or scheme.key)
    match scheme.kind:
        case SchemeKind.API_KEY:
            locations = {"query": f"in the query parameter {name}", "cookie": f"in the cookie {name}"}
            return f"An API key, sent {locations.get(scheme.location, f'in the header {name}')}."
        case SchemeKind.BASIC:
            return "User name and password (HTTP Basic, RFC 7617)."
        case SchemeKind.DIGEST:
            return "User name and password (HTTP Digest, RFC 7616); the password itself is never sent."
        case SchemeKind.BEARER:
            return "A token, sent as `Authorization: Bearer` (RFC 6750)."
        case SchemeKind.OPENID_CONNECT:
            return "A token of your OpenID Connect provider, sent as `Authorization: Bearer`."
        case SchemeKind.CLIENT_CREDENTIALS:
            url = f" at {code_cell(scheme.token_url)}" if scheme.token_url else ""
            return f"The id and secret of an OAuth 2 client. A token is fetched{url}, and renewed before it expires."
        case SchemeKind.RESOURCE_OWNER:
            return "The user name and password of an OAuth 2 account, for which a token is fetched."
        case SchemeKind.OAUTH2:
            return "An OAuth 2 access token that you have obtained, sent as `Authorization: Bearer`."
    return f"A credential, sent as {code_cell(f'Authorization: {scheme.name}')}."


def table_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a compact table of finished cells."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def server_rows(client: Client) -> list[tuple[str, str, str]]:
    """Return a row for each server: its number or id, its URL, and its description."""
    return [
        (code_cell(server.id or str(number)), code_cell(server.url), plain_cell(one_line(server.description or "")))
        for number, server in enumerate(client.servers)
    ]


def variable_rows(variables: Iterable[tuple[str, ServerVariable]]) -> list[tuple[str, str, str]]:
    """Return a row for each variable of a server's URL, given the name of its argument: name, default, description."""
    rows = []
    for name, variable in variables:
        allowed = f"One of {', '.join(map(code_cell, variable.values))}." if variable.values else ""
        described = plain_cell(one_line(variable.description or ""))
        if described and allowed and not described.endswith((".", "!", "?", ":")):
            described += "."
        rows.append((code(name), code_cell(variable.default or ""), " ".join(filter(None, [described, allowed]))))
    return rows


def operations_text(groups: Iterable[tuple[str, Iterable[tuple[str, str, str]]]]) -> str:
    """Return the list of all methods: a heading for each group, then name, link (empty for none) and summary."""
    parts = []
    for title, methods in groups:
        lines = []
        for name, link, summary in methods:
            shown = f"[{name}]({link})" if link else code(name)
            lines.append(f"* {shown}{f' - {summary}' if summary else ''}")
        parts.append(paragraphs(f"### {title}", "\n".join(lines)))
    return paragraphs(*parts)
