"""Relative URLs of servers, which begin where the description was fetched (OpenAPI 3.1, 4.8.5)."""

import json
from typing import Any

import pytest
from typewright.ir import Api
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower

URL = "https://ann:s3cret@api.example.com:8443/docs/openapi.json?version=1"


def lowered(file: str, servers: list[Any] | None, own: list[Any] | None = None) -> Api:
    operation = {"responses": {"204": {"description": "Done"}}, **({} if own is None else {"servers": own})}
    written = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": operation}}}
    described = {**written, **({} if servers is None else {"servers": servers})}
    return lower(document_from_bytes(json.dumps(described).encode(), file))[0]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/v1", "https://api.example.com:8443/v1"),
        ("/{version}", "https://api.example.com:8443/{version}"),
        ("./v1", "https://api.example.com:8443/docs/v1"),
        ("../v1", "https://api.example.com:8443/v1"),
        ("//cdn.example.com/v1", "https://cdn.example.com/v1"),
        ("http://other.example/v1", "http://other.example/v1"),
        ("{scheme}://other.example/v1", "{scheme}://other.example/v1"),
    ],
)
def test_a_server_of_a_description_from_a_url(written: str, expected: str) -> None:
    api = lowered(URL, [{"url": written}], [{"url": written}])
    assert [server.url for server in api.servers] == [expected]
    assert [server.url for server in api.operations[0].servers] == [expected]
    assert [server.url for server in lowered("docs/openapi.json", [{"url": written}]).servers] == [written]


@pytest.mark.parametrize("servers", [None, []])
def test_a_description_without_servers(servers: list[Any] | None) -> None:
    assert [server.url for server in lowered(URL, servers).servers] == ["https://api.example.com:8443"]
    assert lowered("openapi.json", servers).servers == ()
