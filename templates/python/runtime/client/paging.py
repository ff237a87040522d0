"""Pages of results: the request of the next page, and the object that a paged method returns."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .answers import header_lists
from .argument_paths import argument_at, with_arguments
from .draft import joined_url
from .json_path import found
from .operation import PagedCall, Paging
from .wire_values import is_absent, is_array, is_object

if TYPE_CHECKING:
    from .engine import Engine

Body = TypeVar("Body")
Item = TypeVar("Item")
_Self = TypeVar("_Self", bound="Page[Any]")


@dataclass(eq=False, repr=False)
class NextPage:
    """The changes of a call for the next page.

    Attributes:
        arguments: The arguments that change.
        url: The URL to ask instead of the operation's own, which may be relative to the one that answered.

    """

    arguments: Mapping[str, Any] = field(default_factory=dict[str, Any])
    url: str | None = None


class Page(Generic[Body]):
    """A page of results. Iterating gives this page and all that follow.

    Attributes:
        result: The content of the answer.

    """

    result: Body

    def __init__(
        self, result: Body, engine: Engine, call: PagedCall, rule: PagingRule
    ) -> None:
        self.result = result
        self._engine = engine
        self._call = call
        self._rule = rule

    @property
    def headers(self) -> dict[str, list[str]]:
        """The header fields of the answer by their names in lower case, each with all its values."""
        return header_lists(self._call.response)

    @cached_property
    def _content(self) -> Any:
        """The content of the answer, parsed as JSON."""
        return self._call.response.json()

    def has_next(self) -> bool:
        """Return whether there may be another page."""
        return self._rule.next_page(self._call, self._content) is not None

    def next(self: _Self) -> _Self | None:
        """Return the next page, asked for with the same options, or None after the last one.

        Raises:
            ClientError: The page cannot be got, or the server points to a page that was asked for before.

        """
        call = self._following()
        if call is None:
            return None
        page: _Self = self._engine.call_page(call)
        return page

    async def next_async(self: _Self) -> _Self | None:
        """Return the next page, or None after the last one; `next` says more."""
        call = self._following()
        if call is None:
            return None
        page: _Self = await self._engine.call_page_async(call)
        return page

    def __iter__(self: _Self) -> Iterator[_Self]:
        page: _Self | None = self
        while page is not None:
            yield page
            page = page.next()

    async def __aiter__(self: _Self) -> AsyncIterator[_Self]:
        page: _Self | None = self
        while page is not None:
            yield page
            page = await page.next_async()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(result={self.result!r})"

    def _following(self) -> PagedCall | None:
        """Return the call for the next page."""
        following = self._rule.next_page(self._call, self._content)
        if following is None:
            return None
        url = self._url_of(following)
        mark = repr(url or sorted(following.arguments.items()))
        is_same = url is None and all(
            argument_at(self._call.arguments, name) == value
            for name, value in following.arguments.items()
        )
        if is_same or mark in self._call.seen:
            raise self._refused("the server points to a page that was asked for before")
        return self._call._replace(
            arguments=with_arguments(self._call.arguments, following.arguments),
            url=url,
            seen=self._call.seen | {mark},
        )

    def _url_of(self, following: NextPage) -> str | None:
        """Return the whole URL of the next page, where it is one that the server gives."""
        if following.url is None:
            return None
        url = joined_url(str(self._call.response.url), following.url)
        if url is None:
            raise self._refused("the server points to a page whose URL is none of HTTP")
        return url

    def _refused(self, words: str) -> Exception:
        """Return the package's error for a page that is not asked for."""
        name = self._call.operation.id
        return self._engine.description.errors().base(f"{name}: {words}")


class ItemPage(Page[Body], Generic[Body, Item]):
    """A page whose results are declared: `items()` iterates over those of this page and all that follow."""

    def items(self) -> Iterator[Item]:
        """Yield the results of this page and of all that follow."""
        for page in self:
            yield from page.page_items()

    async def items_async(self) -> AsyncIterator[Item]:
        """Yield the results of this page and of all that follow."""
        async for page in self:
            for item in page.page_items():
                yield item

    def page_items(self) -> list[Item]:
        """Return the results of this page."""
        return list(_typed_items(self.result, self._rule.items or "$") or ())


@dataclass(eq=False, repr=False, kw_only=True)
class PagingRule(Paging):
    """The rule by which the next page is requested.

    Attributes:
        items: The path of the results in the content of an answer.

    """

    items: str | None = None

    def page(self, engine: Engine, call: PagedCall, result: Any) -> Any:
        """Return the page around a result."""
        made = Page[Any] if self.items is None else ItemPage[Any, Any]
        return made(result, engine, call, self)

    def next_page(self, call: PagedCall, content: Any) -> NextPage | None:
        """Return the changes of the call for the next page; None after the last one."""
        raise TypeError(f"{type(self).__name__} knows no next page")


def _typed_items(result: Any, path: str) -> Any:
    """Return the value at `path` in a model; its steps are names on the wire."""
    from .json_path import steps

    for step in steps(path):
        if isinstance(step, int):
            result = result[step]
        elif is_object(result):
            result = result.get(step)
        else:
            result = getattr(result, _attribute(type(result), step), None)
        if is_absent(result):
            return None
    return result


def _attribute(model: Any, wire: str) -> str:
    """Return the attribute of a model that holds the property `wire`."""
    for name, field_of_model in getattr(model, "model_fields", {}).items():
        if field_of_model.alias == wire:
            return str(name)
    return wire


def _count(content: Any, path: str | None) -> int | None:
    """Return how many results a page has; None if that is not known."""
    if path is None:
        return len(content) if is_array(content) else None
    results = found(path, content)
    return len(results) if is_array(results) or is_object(results) else None


@dataclass(eq=False, repr=False, kw_only=True)
class OffsetPaging(PagingRule):
    """The next page begins `limit` results later.

    Attributes:
        offset: The argument that says where a page begins.
        limit: The argument that says how many results a page has.
        results: The path of the results; an empty page is the last one.
        start: Where the first page begins.

    """

    offset: str
    limit: str | None = None
    results: str | None = None
    start: int = 0

    def next_page(self, call: PagedCall, content: Any) -> NextPage | None:
        """Return the offset of the next page."""
        count = _count(content, self.results)
        if not count:
            return None
        limit = argument_at(call.arguments, self.limit or "")
        if isinstance(limit, int) and count < limit:
            return None
        offset = argument_at(call.arguments, self.offset)
        return NextPage(
            {
                self.offset: (self.start if is_absent(offset) else int(offset or 0))
                + count
            }
        )


@dataclass(eq=False, repr=False, kw_only=True)
class PagePaging(PagingRule):
    """The next page has the next number.

    Attributes:
        page_argument: The argument that is the number.
        results: The path of the results; an empty page is the last one.
        total_pages: The path of the number of pages.
        limit: The argument that says how many results a page has.
        start: The number of the first page.

    """

    page_argument: str
    results: str | None = None
    total_pages: str | None = None
    limit: str | None = None
    start: int = 1

    def next_page(self, call: PagedCall, content: Any) -> NextPage | None:
        """Return the number of the next page."""
        given = argument_at(call.arguments, self.page_argument)
        number = self.start if is_absent(given) else int(given or 0)
        total = (
            found(self.total_pages, content) if self.total_pages is not None else None
        )
        if isinstance(total, int):
            return (
                None
                if number >= total + self.start - 1
                else NextPage({self.page_argument: number + 1})
            )
        count = _count(content, self.results)
        limit = argument_at(call.arguments, self.limit or "")
        if not count or (isinstance(limit, int) and count < limit):
            return None
        return NextPage({self.page_argument: number + 1})


@dataclass(eq=False, repr=False, kw_only=True)
class CursorPaging(PagingRule):
    """The answer contains the cursor of the next page.

    Attributes:
        argument: The argument that is the cursor.
        next_cursor: The path of the next cursor; none, null or an empty text is the end.

    """

    argument: str
    next_cursor: str

    def next_page(self, call: PagedCall, content: Any) -> NextPage | None:
        """Return the next cursor."""
        cursor = found(self.next_cursor, content)
        return (
            None
            if cursor is None or cursor == ""
            else NextPage({self.argument: cursor})
        )


@dataclass(eq=False, repr=False, kw_only=True)
class URLPaging(PagingRule):
    """The answer contains the URL of the next page.

    Attributes:
        next_url: The path of the URL, which may be relative to the one that answered.

    """

    next_url: str

    def next_page(self, call: PagedCall, content: Any) -> NextPage | None:
        """Return the next URL."""
        url = found(self.next_url, content)
        return NextPage(url=url) if isinstance(url, str) and url else None
