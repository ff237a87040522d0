# Typewright's runtime, copied as it is; its digest is 4c0201c2085bb3c6.
"""A context of TLS that loads the certificate authorities when they are needed first."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from functools import cached_property
from typing import Any


class LateContext(ssl.SSLContext):
    """Stands for the context that `make` returns, and makes it for the first connection of TLS.

    To load the certificate authorities takes longer than all else that a first call needs, and a call of `http` does
    without them. Connections that are not made by the context itself trust no authority.
    """

    _make: Callable[[], ssl.SSLContext]

    def __new__(cls, make: Callable[[], ssl.SSLContext]) -> LateContext:
        """Return the context for a function that makes the one to use."""
        made = super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)
        made._make = make
        return made

    @cached_property
    def _context(self) -> ssl.SSLContext:
        return self._make()

    def set_alpn_protocols(self, alpn_protocols: Any) -> None:
        """Set the protocols that are offered to servers."""
        self._context.set_alpn_protocols(alpn_protocols)

    def wrap_socket(self, *args: Any, **kwargs: Any) -> ssl.SSLSocket:
        """Return a socket with TLS."""
        return self._context.wrap_socket(*args, **kwargs)

    def wrap_bio(self, *args: Any, **kwargs: Any) -> ssl.SSLObject:
        """Return TLS between two buffers."""
        return self._context.wrap_bio(*args, **kwargs)
