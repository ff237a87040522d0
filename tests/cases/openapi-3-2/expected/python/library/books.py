"""Everything with pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import JSONAnswer
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation, QueryStringArgument
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from . import dicts
    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_FIND_BOOKS: Operation[list[models.Book], list[models.Book]] = Operation(
    id="findBooks",
    method="GET",
    path="/books",
    arguments=(
        QueryStringArgument(
            "filter_",
            media_type="application/x-www-form-urlencoded",
            type=lambda: models.Filter,
        ),
    ),
    answers=(JSONAnswer("200", lambda: list[models.Book]),),
)

_SEARCH_BOOKS: Operation[list[models.Book], list[models.Book]] = Operation(
    id="searchBooks",
    method="QUERY",
    path="/books",
    body=Body((JSONBody(lambda: models.Question),), fields=("words",)),
    answers=(JSONAnswer("200", lambda: list[models.Book]),),
)


class Books(Group):
    """Everything with pages."""

    def find_books(
        self,
        *,
        filter_: models.Filter | dicts.FilterTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> list[models.Book]:
        """GET /books.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = l_client.stock.books.find_books()
        """
        return self._engine.call(
            _FIND_BOOKS,
            {"filter_": filter_},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def find_books_async(
        self,
        *,
        filter_: models.Filter | dicts.FilterTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> list[models.Book]:
        """GET /books.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _FIND_BOOKS,
            {"filter_": filter_},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def search_books(
        self,
        *,
        words: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> list[models.Book]:
        """QUERY /books.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = l_client.stock.books.search_books(words="<value>")
        """
        return self._engine.call(
            _SEARCH_BOOKS,
            {"words": words},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def search_books_async(
        self,
        *,
        words: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> list[models.Book]:
        """QUERY /books.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _SEARCH_BOOKS,
            {"words": words},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
