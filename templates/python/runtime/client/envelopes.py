"""Envelopes: what a call returns beside the content of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .answers import Envelope, header_lists, media_type_of

if TYPE_CHECKING:
    from .answers import TypeThunk
    from .protocols import HTTPResponse


@dataclass(eq=False, repr=False)
class HeadersEnvelope(Envelope):
    """An object with the header fields and the content.

    Attributes:
        type: The class of the object.
        content: The attribute with the content.

    """

    type: TypeThunk
    content: str = "result"

    def around(self, result: Any, response: HTTPResponse) -> Any:
        """Return the object; the content is of its type already, or a stream that is still open."""
        return self.type().model_construct(
            headers=header_lists(response), **_content(self.content, result)
        )


@dataclass(eq=False, repr=False)
class FactsEnvelope(Envelope):
    """An object with media type, status, response and content, and with the header fields where `has_headers`."""

    type: TypeThunk
    content: str = ""
    has_headers: bool = False

    def around(self, result: Any, response: HTTPResponse) -> Any:
        """Return the object."""
        headers = {"headers": header_lists(response)} if self.has_headers else {}
        return self.type().model_construct(
            content_type=media_type_of(response),
            status_code=response.status_code,
            raw_response=response,
            **headers,
            **_content(self.content, result),
        )


@dataclass(eq=False, repr=False)
class HTTPEnvelope(Envelope):
    """An object with request, response and content, and with the header fields where `has_headers`.

    Attributes:
        type: The class of the object.
        metadata: The class of the object with request and response.
        content: The attribute with the content; empty without content.
        has_headers: Whether the object has the header fields.

    """

    type: TypeThunk
    metadata: TypeThunk
    content: str = ""
    has_headers: bool = False

    def around(self, result: Any, response: HTTPResponse) -> Any:
        """Return the object."""
        headers = {"headers": header_lists(response)} if self.has_headers else {}
        return self.type().model_construct(
            http_meta=self.metadata().model_construct(
                response=response, request=response.request
            ),
            **headers,
            **_content(self.content, result),
        )


def _content(name: str, result: Any) -> dict[str, Any]:
    """Return the content as an argument; none where there is no content."""
    return {} if result is None or not name else {name: result}
