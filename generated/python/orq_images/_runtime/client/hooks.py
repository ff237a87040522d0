# Typewright's runtime, copied as it is; its digest is 625e74fbd1ef4bed.
"""Code of users that runs around calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .base_client import ClientBase
    from .protocols import HTTPRequest, HTTPResponse


class HookContext(NamedTuple):
    """The call that a hook runs for.

    Attributes:
        operation_id: The operation's name; empty for `client.request`.
        method: The HTTP method.
        path: The path template.
        server_url: The URL of the server that is called.
        attempt: The number of the attempt, from 0 on.

    """

    operation_id: str
    method: str
    path: str
    server_url: str
    attempt: int


ClientInitHook = Callable[["ClientBase"], None]
BeforeRequestHook = Callable[[HookContext, "HTTPRequest"], Any]
"""May change the request, or return another one. It may be asynchronous, for asynchronous methods only."""
AfterSuccessHook = Callable[[HookContext, "HTTPResponse"], Any]
"""May return another response."""
AfterErrorHook = Callable[[HookContext, "HTTPResponse | None", "Exception | None"], Any]
"""Gets the answer that is an error, or the error for which there is no answer. It may return another response."""


class Hooks:
    """The hooks of a client, in the order in which they run."""

    def __init__(self) -> None:
        self.on_client_init: list[ClientInitHook] = []
        self.on_before_request: list[BeforeRequestHook] = []
        self.on_after_success: list[AfterSuccessHook] = []
        self.on_after_error: list[AfterErrorHook] = []

    def client_init(self, hook: ClientInitHook) -> ClientInitHook:
        """Run `hook` once, when the client is made."""
        self.on_client_init.append(hook)
        return hook

    def before_request(self, hook: BeforeRequestHook) -> BeforeRequestHook:
        """Run `hook` before each request is sent, those of further attempts too."""
        self.on_before_request.append(hook)
        return hook

    def after_success(self, hook: AfterSuccessHook) -> AfterSuccessHook:
        """Run `hook` after each answer that is no error."""
        self.on_after_success.append(hook)
        return hook

    def after_error(self, hook: AfterErrorHook) -> AfterErrorHook:
        """Run `hook` after each answer that is an error, or failure to get one, unless it is tried again."""
        self.on_after_error.append(hook)
        return hook
