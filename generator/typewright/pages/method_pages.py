"""The pages of the methods of a client: one for each group, or one for each method; for all targets.

In the plain form, the methods of the client itself, which belong to no group, are on pages by the first segment of
their paths; their access in code is the same. A segment with a single method has no page: it is on the page of the
client.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from typewright.client import Client, ClientMethod, Group
from typewright.config.options import DocsConfig
from typewright.ir import Api
from typewright.naming.ledger import Ledger
from typewright.naming.words import pieces, upper_first
from typewright.pages.constraints import code
from typewright.pages.methods import client_overview, client_title
from typewright.pages.prose import one_line, prose

_UNNAMED_SEGMENT = re.compile(r"v\d+\w*|api|rest", re.IGNORECASE)
"""Segments that do not describe the methods below them: versions, and that this is an API."""
_PLAIN_START = re.compile(r"[^{}():;?#'\".]*")
_INDEX_PAGES = ("readme", "index")
"""File names that documentation systems treat as the page of a folder."""


class MethodPage(Struct, frozen=True, kw_only=True):
    """A page of methods. `path` is relative to `docs/`."""

    path: str
    group: Group
    """The attributes from the client to the methods."""
    title: str
    overview: str
    """The text at the beginning of the page, in markdown; may be empty."""
    listed: tuple[tuple[ClientMethod, str], ...] = ()
    """The methods in the list of the page, and the address that their lines link to, relative to the page."""
    methods: tuple[ClientMethod, ...]
    """Methods with a section on the page."""
    is_single: bool = False
    """Whether the page is about a single method, which is its title."""
    subject: str = ""
    """See `typewright.pages.page.Page`."""

    @property
    def outline(self) -> tuple[object, ...]:
        """What the page is, with its methods by the ids of their operations."""
        listed = tuple((method.operation.id, address) for method, address in self.listed)
        ids = tuple(method.operation.id for method in self.methods)
        return self.path, self.group.outline, self.title, self.overview, listed, ids, self.is_single

    @property
    def shown(self) -> Iterator[str]:
        """The ids of the operations whose methods the page lists or describes."""
        yield from (method.operation.id for method, _ in self.listed)
        yield from (method.operation.id for method in self.methods)


class MethodPlan(Struct, frozen=True, kw_only=True):
    """Plans the pages of methods.

    The names of pages by path, and of those of single methods, are kept in `ledger`.
    """

    api: Api
    client: Client
    docs: DocsConfig
    ledger: Ledger
    page_name: Callable[[Group], str]
    """Returns the name of a group's page in a language, in Pascal case."""
    anchor: Callable[[ClientMethod], str]
    """Returns the anchor of a method's heading."""
    cased: Callable[[str], str] = str
    """Gives the title of a group the letter case of classes, as the reference's pages have it."""

    def pages(self) -> Iterator[MethodPage]:
        """Yield the pages of each group, those by path, and the client's own at the end."""
        root, taken = self.client.root, {self.client.root.class_name}
        for group in self.client.groups:
            if group.path and (group.methods or self.docs.is_plain or (self.docs.client_page and len(group.path) == 1)):
                name = self.page_name(group)
                taken.add(name)
                methods = _by_name(group.methods, self.api.habits)
                page = _page(group, self._title(group, name), self._overview(group), methods)
                yield from self._split(name, replace(page, subject=f"group {'.'.join(group.path)}"))
        elsewhere: dict[str, str] = {}
        for name, page in self._by_path(root, taken) if self.docs.is_plain else ():
            for made in self._split(name, page):
                elsewhere |= self._addresses(made)
                yield made
        if root.methods or self.docs.client_page:
            yield from self._of_client(root, elsewhere)

    def _overview(self, group: Group) -> str:
        """Return the text at the beginning of a group's page; in the plain form it links to the groups inside."""
        text = prose(group.description or "")
        if not self.docs.is_plain:
            return text
        tag = None if group.methods else {tag.path: tag for tag in self.api.tags}.get(".".join(group.path))
        return self._with_inner_groups(text or prose(tag.description or "") if tag else text, group)

    def _with_inner_groups(self, text: str, group: Group) -> str:
        """Return the text of a group's page, followed by links to the pages of the groups inside."""
        inner = [other for other in self.client.groups if other.path and other.path[:-1] == group.path]
        links = [f"* [{one_line(other.title)}](../{self.page_name(other).lower()}/README.md)" for other in inner]
        return "\n\n".join(part.strip("\n") for part in (text, "\n".join(links)) if part)

    def _title(self, group: Group, name: str) -> str:
        """Return the title of a group; with its path in the reference's pages without a line that says the path."""
        if self.docs.is_plain:
            return group.title
        if len(group.path) > 1 and not self.docs.has_group_line:
            return ".".join(self.cased(upper_first(segment)) for segment in group.path)
        title = group.title if name == group.class_name else name
        return self.cased(title) if title.isidentifier() else title

    def addresses(self, suffix: str) -> dict[str, str]:
        """Return where each method is described, relative to `docs/`, by the ids of their operations.

        Pages end in `suffix`.
        """
        return {id_: address for page in self.pages() for id_, address in self._addresses(page, suffix).items()}

    def _addresses(self, page: MethodPage, suffix: str = ".md") -> dict[str, str]:
        path = page.path.removesuffix(".md") + suffix
        return {
            method.operation.id: path if page.is_single else f"{path}#{self.anchor(method)}" for method in page.methods
        }

    def _of_client(self, root: Group, elsewhere: dict[str, str]) -> Iterator[MethodPage]:
        """Yield the client's own pages; their list has the methods that are on pages by path, too."""
        own = _by_name((m for m in root.methods if m.operation.id not in elsewhere), self.api.habits)
        overview = client_overview(self.api)
        if self.docs.is_plain:
            overview = self._with_inner_groups(overview, root)
        page = _page(root, client_title(root.class_name), overview, own)
        index, *single = self._split(root.class_name, replace(page, subject="client"))
        links = {method.operation.id: link for method, link in index.listed}
        links |= {id_: address.replace("sdks/", "../", 1) for id_, address in elsewhere.items()}
        yield replace(index, listed=tuple((method, links[method.operation.id]) for method in root.methods))
        yield from single

    def _split(self, name: str, page: MethodPage) -> Iterator[MethodPage]:
        """Yield a page at its path, and after it one for each of its methods, where these have pages of their own."""
        folder = f"sdks/{name.lower()}"
        path = f"{folder}/README.md"
        if self.docs.method_pages == "group":
            links = [(method, f"#{self.anchor(method)}") for method in page.methods]
            yield replace(page, path=path, listed=tuple(links))
            return
        preferred_names = {method.operation.id: self.anchor(method).lower() for method in page.methods}
        files = self.ledger.names(f"page:{name}.", preferred_names, _INDEX_PAGES)
        links = [(method, f"{files[method.operation.id]}.md") for method in page.methods]
        yield replace(page, path=path, listed=tuple(links), methods=())
        for method, file in links:
            single = replace(_page(page.group, method.name, "", [method]), subject=f"method {method.operation.id}")
            yield replace(single, path=f"{folder}/{file}", is_single=True)

    def _by_path(self, root: Group, taken: set[str]) -> Iterator[tuple[str, MethodPage]]:
        """Yield name and page of the client's methods below each segment, in the order of their first methods."""
        found: dict[str, list[ClientMethod]] = {}
        for method in root.methods:
            if segment := path_segment(method.operation.path):
                found.setdefault(segment.lower(), []).append(method)
        shared = {segment: methods for segment, methods in found.items() if len(methods) > 1}
        preferred_names = {segment: "".join(map(upper_first, pieces(segment))) for segment in shared}
        for segment, name in self.ledger.names("page:paths", preferred_names, taken).items():
            methods = shared[segment]
            written = path_segment(methods[0].operation.path)
            title = upper_first(" ".join(pieces(written))) if name == preferred_names[segment] else f"/{written}"
            page = _page(root, title, f"Methods at paths below {code(f'/{written}')}.", methods)
            yield name, replace(page, subject=f"path {segment}")


def _by_name(methods: Iterable[ClientMethod], habits: Collection[str]) -> list[ClientMethod]:
    """Return methods in the order of their page: of the alphabet with the habit for it, else of the description."""
    return sorted(methods, key=lambda method: method.name) if "fields-by-alphabet" in habits else list(methods)


def _page(group: Group, title: str, overview: str, methods: Iterable[ClientMethod]) -> MethodPage:
    return MethodPage(path="", group=group, title=title, overview=overview, methods=tuple(methods))


def path_segment(path: str) -> str:
    """Return the first segment of a path that describes the methods; empty without one."""
    for segment in path.split("/"):
        start = _PLAIN_START.match(segment)
        word = start[0] if start else ""
        if pieces(word) and not _UNNAMED_SEGMENT.fullmatch(word):
            return word
    return ""
