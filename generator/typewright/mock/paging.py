"""Pagination that ends: the example is the first page, and the second page is the last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from msgspec import Struct

from typewright.base.json_value import JsonValue
from typewright.client.json_paths import segments_of
from typewright.client.paging import Paging, PagingInput, PagingKind
from typewright.ir import ABSENT, Absent
from typewright.mock.requests import Request
from typewright.mock.styles import Pairs

PAGE_MARK = "mock-page"
"""The query parameter of the URL of a second page."""
_PAGES = 2
_MOST_ITEMS = 100
"""The limit up to which the first page is filled."""
_CURSOR = "mock-page-2"

Path = tuple["str | int", ...]


class Pages(Struct, frozen=True):
    """The pages of one operation.

    `given` returns the value that a request passes for an input, or ABSENT; `is_valid` returns whether a value is valid
    against the schema of the response; `item` returns the example of a result, ABSENT if results have no type.
    """

    paging: Paging
    request: Request
    given: Callable[[PagingInput], JsonValue | Absent]
    is_valid: Callable[[JsonValue], bool]
    item: Callable[[], JsonValue | Absent]

    def page(self, example: JsonValue) -> JsonValue:
        """Return the requested page, made from the example of a response."""
        example = self._with_results(example)
        match self.paging.kind:
            case PagingKind.OFFSET_LIMIT:
                return self._numbered(example)
            case PagingKind.CURSOR:
                return self._pointed(example, self.paging.next_cursor, is_last=self._has_cursor())
            case PagingKind.URL:
                is_last = bool(Pairs.of_query(self.request.query).named(PAGE_MARK))
                return self._pointed(example, self.paging.next_url, is_last=is_last)

    def _with_results(self, example: JsonValue) -> JsonValue:
        """Return an example whose results are not empty, so that pagination has results."""
        path = _path(self.paging.results)
        if path is None or value_at(example, path) or isinstance(item := self.item(), Absent):
            return example
        return self._first_valid([with_value(example, path, [item])], example)

    def _has_cursor(self) -> bool:
        cursor = self.paging.input("cursor")
        return cursor is None or self.given(cursor) not in (ABSENT, None, "")

    def _numbered(self, example: JsonValue) -> JsonValue:
        """Return a page by its number or its offset; the first one is as long as the limit requests."""
        path = _path(self.paging.results)
        results = value_at(example, path) if path is not None else None
        number = self._page_number(len(results) if isinstance(results, list) else 1)
        page = example
        if path is not None and isinstance(results, list):
            items = results * self._limit(len(results)) if number == 0 else results if number < _PAGES else []
            page = self._first_valid([with_value(page, path, items)], page) if items else with_value(page, path, items)
        total = _path(self.paging.num_pages)
        return page if total is None else with_value(page, total, _PAGES)

    def _page_number(self, items: int) -> int:
        """Return the number of the requested page, from 0."""
        page, offset = self.paging.input("page"), self.paging.input("offset")
        if page is not None:
            given = self.given(page)
            return max(0, given - 1) if isinstance(given, int) else 0
        given = ABSENT if offset is None else self.given(offset)
        limit = self._limit(items)
        return max(0, -(-given // max(1, items * limit))) if isinstance(given, int) else 0

    def _limit(self, items: int) -> int:
        """Return how often the items of the example are repeated to reach the limit."""
        limit = self.paging.input("limit")
        given = ABSENT if limit is None else self.given(limit)
        if isinstance(given, bool) or not isinstance(given, int) or items == 0 or not items < given <= _MOST_ITEMS:
            return 1
        return given // items

    def _pointed(self, example: JsonValue, written: str | None, *, is_last: bool) -> JsonValue:
        """Return a page of a response that refers to the next page."""
        path = _path(written)
        if path is None:
            return example
        if not is_last:
            pointers: list[JsonValue] = [self._next_url()] if self.paging.kind is PagingKind.URL else [_CURSOR, 2]
            found = value_at(example, path)
            if self.paging.kind is PagingKind.CURSOR and isinstance(found, str | int) and found:
                return example
            return self._first_valid([with_value(example, path, pointer) for pointer in pointers], None)
        return self._first_valid(list(_without(example, path)), None)

    def _first_valid(self, pages: list[JsonValue], instead: JsonValue) -> JsonValue:
        """Return the first page that is valid against the schema; else `instead` or, if that is null, the first."""
        return next((page for page in pages if self.is_valid(page)), pages[0] if instead is None else instead)

    def _next_url(self) -> str:
        scheme = self.request.header("x-forwarded-proto") or self.request.scheme
        query = "&".join(part for part in (self.request.query, urlencode({PAGE_MARK: 2})) if part)
        host = self.request.header("x-forwarded-host") or self.request.header("host") or "localhost"
        return f"{scheme}://{host}{self.request.path}?{query}"


def _path(written: str | None) -> Path | None:
    """Return the segments of a JSONPath up to a `[*]`; None for a path that cannot be followed."""
    segments = None if written is None else segments_of(written)
    if segments is None:
        return None
    return segments[: segments.index("*")] if "*" in segments else segments


def _without(example: JsonValue, path: Path) -> Iterator[JsonValue]:
    """Yield pages without a reference to a next page, the usual form first."""
    for number, segment in enumerate(path):
        if isinstance(segment, int):  # the pointer is part of a result
            yield with_value(example, path[:number], [])
    yield without_value(example, path)
    yield with_value(example, path, None)
    yield with_value(example, path, "")


def value_at(value: JsonValue, path: Path) -> JsonValue:
    """Return the value at a path; None if it does not exist."""
    for segment in path:
        if isinstance(value, dict):
            value = value.get(str(segment))
        elif isinstance(value, list) and isinstance(segment, int) and -len(value) <= segment < len(value):
            value = value[segment]
        else:
            return None
    return value


def with_value(value: JsonValue, path: Path, new: JsonValue) -> JsonValue:
    """Return `value` with `new` at a path; missing objects on the path are created."""
    if not path:
        return new
    segment, rest = path[0], path[1:]
    if isinstance(segment, int):
        if not isinstance(value, list) or not -len(value) <= segment < len(value):
            return value
        items = list(value)
        items[segment] = with_value(items[segment], rest, new)
        return items
    holder = value if isinstance(value, dict) else {}
    return {**holder, segment: with_value(holder.get(segment), rest, new)}


def without_value(value: JsonValue, path: Path) -> JsonValue:
    """Return `value` without the property at a path."""
    if isinstance(value, dict) and path and path[0] in value:
        name = str(path[0])
        if len(path) == 1:
            return {key: member for key, member in value.items() if key != name}
        return {**value, name: without_value(value[name], path[1:])}
    return value
