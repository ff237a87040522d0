# Typewright's runtime, copied as it is; its digest is 888bd1145bbf4a15.
"""The errors of a client. Each package derives its own classes from these and hands them in as `ErrorClasses`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from .protocols import HTTPRequest, HTTPResponse

_T = TypeVar("_T")

SHOWN_BYTES = 2048
"""The number of bytes of a body that the text of an error shows."""


class HTTPMeta(NamedTuple):
    """An answer and the request that it is of."""

    response: HTTPResponse
    request: HTTPRequest


class ClientError(Exception):
    """Any error of the client.

    Attributes:
        message: What went wrong.
        status_code: The status of the answer; 0 if none came.
        headers: The header fields of the answer, names in lower case.
        body: The content of the answer as text, its first 1 MiB.
        raw_response: The answer itself, or None.
        http_meta: The answer and its request, or None.

    """

    def __init__(
        self, message: str, response: HTTPResponse | None = None, body: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.body = body
        self.raw_response = response
        self.status_code = response.status_code if response is not None else 0
        self.headers: dict[str, str] = {}
        if response is not None:
            for name, value in response.headers.multi_items():
                held = self.headers.get(name.lower())
                self.headers[name.lower()] = (
                    value if held is None else f"{held}, {value}"
                )

    @property
    def http_meta(self) -> HTTPMeta | None:
        """The answer and its request; None if no answer came."""
        if self.raw_response is None:
            return None
        return HTTPMeta(self.raw_response, self.raw_response.request)

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle everything but the answer's connection."""
        kept = {
            name: value
            for name, value in self.__dict__.items()
            if name not in ("raw_response", "__cause__")
        }
        return _rebuilt, (type(self), {**kept, "raw_response": None})


def _rebuilt(error_class: type[ClientError], attributes: dict[str, Any]) -> ClientError:
    """Return the error that was pickled."""
    error = error_class.__new__(error_class, attributes["message"])
    error.__dict__.update(attributes)
    return error


class SigningError(Exception):
    """A call cannot be signed. It never leaves the runtime: the package's own class is raised with its text."""


class StatusError(ClientError):
    """An answer with an error status."""


class DataError(StatusError, Generic[_T]):
    """An error answer whose content is described.

    Attributes:
        data_type: The type of `data`, as pydantic understands it.
        data: The parsed content.

    """

    data_type: Any
    data: _T


class InvalidResponseError(ClientError):
    """An answer that does not match the description; `__cause__` is the validation error, if there is one."""


class ConnectionFailedError(ClientError):
    """No answer, or an incomplete one. The error raised is one of the HTTP library's classes as well.

    Attributes:
        reason: `connect` (no connection), `timeout`, `closed` (the connection ended early) or `other`.

    """

    reason: str = "other"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the package's class: the one that is the HTTP library's as well has no name to be found by."""
        rebuilt, (made, attributes) = super().__reduce__()
        named = made.__bases__[0] if made in _FAILURE_CLASSES.values() else made
        kept = {name: value for name, value in attributes.items() if name != "_request"}
        return rebuilt, (named, kept)


class ErrorClasses(NamedTuple):
    """The error classes of a package.

    Attributes:
        base: What all its errors are.
        status: An error without a described shape.
        invalid_response: An answer that is not as described.
        no_response: No answer.

    """

    base: type[ClientError]
    status: type[StatusError]
    invalid_response: type[InvalidResponseError]
    no_response: type[ConnectionFailedError]


_FAILURE_CLASSES: dict[
    tuple[type[ConnectionFailedError], type[Exception]], type[ConnectionFailedError]
] = {}


def connection_failure(
    classes: ErrorClasses, message: str, cause: Exception, reason: str
) -> ConnectionFailedError:
    """Return an error that is both the package's class for "no answer" and the class of `cause`."""
    key = (classes.no_response, type(cause))
    failure_class = _FAILURE_CLASSES.get(key)
    if failure_class is None:
        name = type(cause).__name__
        namespace = {
            "__module__": classes.no_response.__module__,
            "__doc__": classes.no_response.__doc__,
        }
        failure_class = _FAILURE_CLASSES[key] = type(name, key, namespace)
    failure = failure_class.__new__(failure_class, message)
    ClientError.__init__(failure, message)
    failure.__dict__.update(
        {
            name: value
            for name, value in cause.__dict__.items()
            if name not in failure.__dict__
        }
    )
    failure.reason = reason
    failure.__cause__ = cause
    return failure


def shown(text: str) -> str:
    """Return the beginning of a body, on one line, for the text of an error."""
    line = " ".join(text[:SHOWN_BYTES].split())
    return line + ("…" if len(text) > SHOWN_BYTES else "")


def described_status(method: str, path: str, response: HTTPResponse) -> str:
    """Return `GET /pets/{id} answered 404 Not Found (request id 7)`."""
    words = f"{method} {path} answered {response.status_code} {response.reason_phrase}".rstrip()
    for name in (
        "x-request-id",
        "request-id",
        "x-amzn-requestid",
        "x-correlation-id",
        "cf-ray",
    ):
        if name in response.headers:
            return f"{words} (request id {response.headers[name]})"
    return words
