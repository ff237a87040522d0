"""Mocks of descriptions, and requests to them, for tests that need no socket."""

from functools import lru_cache
from typing import Any

from typewright.config.options import Config, target_for
from typewright.mock.requests import Exchange, Request
from typewright.mock.service import Mock
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower
from typewright.targets.finding import DefaultOptions, target_named
from typewright.targets.mocking import mock_of

from tests.planned_files import project_of


def mock(text: str, language: str = "python") -> Mock:
    """Return the mock of a description in YAML, with the examples of a target's pages."""
    return _mock(text.encode(), language)


@lru_cache(maxsize=8)
def _mock(text: bytes, language: str) -> Mock:
    """Return the same mock for the same description: to make one takes a second."""
    api = lower(document_from_bytes(text, "openapi.yaml"))[0]
    options = target_for(language, Config(), DefaultOptions())
    project = project_of(api, options)
    return mock_of(project, target_named(language).shown(project))


def sent(of: Mock, line: str, body: bytes = b"", **headers: str) -> Exchange:
    """Send a request (`GET /pets?limit=5`) without a socket; underscores of the headers' names are hyphens."""
    method, _, target = line.partition(" ")
    path, _, query = target.partition("?")
    pairs = tuple((name.lower().replace("_", "-"), value) for name, value in headers.items())
    return of.exchange(Request(method=method, path=path, query=query, headers=pairs, body=body))


def faults(exchange: Exchange) -> list[str]:
    """Return what is wrong with a request."""
    return [fault.text() for fault in exchange.faults]


def headers_of(exchange: Exchange) -> dict[str, Any]:
    """Return the headers of an answer."""
    return dict(exchange.response.headers)
