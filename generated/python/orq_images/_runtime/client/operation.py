# Typewright's runtime, copied as it is; its digest is 3fa34d6459384ee3.
"""The description of an operation, which a method passes to the engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from .answers import Answer
    from .bodies import Body
    from .description import Requirement, Server
    from .engine import Engine
    from .options import CallOptions
    from .protocols import HTTPResponse
    from .request_plan import RequestPlan
    from .retry_config import RetryRule

R = TypeVar("R")
"""The result of a synchronous call."""
A = TypeVar("A")
"""The result of an asynchronous call: the same, but for streams."""

TypeThunk = Callable[[], Any]
"""Returns a type, which is imported when it is first needed."""


class PathArgument(NamedTuple):
    """An argument that is a part of the path.

    Attributes:
        name: The name in Python.
        wire: The name in the path template; the same where it is empty.
        style: `simple`, `label` or `matrix`.
        explode: Whether members of arrays and objects stand apart.
        type: What arguments are checked against; None if any text will do.
        media_type: The media type of a parameter with `content`.
        allow_reserved: Whether reserved characters are sent as they are.

    """

    name: str
    wire: str = ""
    style: str = "simple"
    explode: bool = False
    type: TypeThunk | None = None
    media_type: str | None = None
    allow_reserved: bool = False


class QueryArgument(NamedTuple):
    """An argument in the query. `style` is `form`, `spaceDelimited`, `pipeDelimited` or `deepObject`."""

    name: str
    wire: str = ""
    style: str = "form"
    explode: bool = True
    type: TypeThunk | None = None
    media_type: str | None = None
    allow_reserved: bool = False


class HeaderArgument(NamedTuple):
    """An argument in a header field."""

    name: str
    wire: str = ""
    explode: bool = False
    type: TypeThunk | None = None
    media_type: str | None = None


class CookieArgument(NamedTuple):
    """An argument in a cookie. `style` is `form`, or `cookie`, which escapes nothing (OpenAPI 3.2)."""

    name: str
    wire: str = ""
    style: str = "form"
    explode: bool = True
    type: TypeThunk | None = None
    media_type: str | None = None


class QueryStringArgument(NamedTuple):
    """An argument that is the whole query (`in: querystring` of OpenAPI 3.2)."""

    name: str
    media_type: str = "application/x-www-form-urlencoded"
    type: TypeThunk | None = None


Argument = (
    PathArgument | QueryArgument | HeaderArgument | CookieArgument | QueryStringArgument
)


class Paging:
    """How the next page of an operation's results is requested."""

    def page(self, engine: Engine, call: PagedCall, result: Any) -> Any:
        """Return the page object around the result of a call."""
        raise TypeError(f"{type(self).__name__} makes no pages")


class RequestArgument:
    """An argument that is a whole request."""

    argument: str

    def taken_apart(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments, the request replaced by its members."""
        raise TypeError(f"{type(self).__name__} has no members")


class PagedCall(NamedTuple):
    """A call that can be repeated for another page.

    Attributes:
        operation: What was called.
        arguments: With which arguments.
        options: With which options.
        response: What came back.
        url: The URL to ask instead of the operation's own.
        seen: The cursors and URLs that pages before this one were asked with.

    """

    operation: Operation[Any, Any]
    arguments: Mapping[str, Any]
    options: CallOptions
    response: HTTPResponse
    url: str | None = None
    seen: frozenset[str] = frozenset()


@dataclass(eq=False, repr=False, kw_only=True)
class Operation(Generic[R, A]):
    """An operation of the description; `R` and `A` are what synchronous and asynchronous calls return.

    Attributes:
        id: Its name, for hooks, spans and warnings.
        method: The HTTP method, in capitals.
        path: The path template.
        arguments: Where each argument goes.
        request: The argument that holds all of these, and the body; None if they are given one by one.
        body: What is sent.
        answers: What each status answers; the order of success answers is the order of preference.
        security: The security alternatives; the client's where it is None.
        servers: The servers of this operation alone.
        retry: When a call is tried again; the client's rule where it is None.
        paging: How the next page is asked for.
        timeout_ms: Milliseconds that an attempt may take.
        idempotency_header: The header that gets a key, the same over all attempts.
        stream_argument: The argument, or `argument/member`, that chooses between a stream and a whole answer.
        streams_by_default: Whether it asks for a stream where it is not given.
        accept_argument: The argument that is sent as `Accept`.
        deprecated: The warning that the first call gives.
        deprecated_arguments: The warning that the first use of an argument gives.

    """

    id: str
    method: str
    path: str
    arguments: tuple[Argument, ...] = ()
    request: RequestArgument | None = None
    body: Body | None = None
    answers: tuple[Answer, ...] = ()
    security: tuple[Requirement, ...] | None = None
    servers: tuple[Server, ...] = ()
    retry: RetryRule | None = None
    paging: Paging | None = None
    timeout_ms: int | None = None
    idempotency_header: str | None = None
    stream_argument: str | None = None
    streams_by_default: bool = False
    accept_argument: str | None = None
    deprecated: str | None = None
    deprecated_arguments: Mapping[str, str] = field(default_factory=dict[str, str])

    @cached_property
    def plan(self) -> RequestPlan:
        """The request plan, which is computed once for all calls."""
        from .request_plan import RequestPlan

        return RequestPlan.of(self)
