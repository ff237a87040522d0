# Typewright's runtime, copied as it is; its digest is 855397ea97acd42e.
"""The declared answers of an operation, by status and media type (OpenAPI 3.2, "Responses Object")."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .errors import DataError
    from .protocols import HTTPResponse

TypeThunk = Callable[[], Any]

Translation = Callable[[Exception], Exception]
"""Translates an error that occurs while a stream is read to the package's error."""


class Envelope:
    """Makes the object that a call returns: the content with facts of the answer."""

    def around(self, result: Any, response: HTTPResponse) -> Any:
        """Return the object with the content `result`."""
        raise TypeError(f"{type(self).__name__} is no envelope")


class Answer:
    """One answer of an operation.

    Attributes:
        status: A code, a range such as `2XX`, or `default`.
        media_type: The media type, perhaps with a wildcard; empty if the answer has no content.
        envelope: Makes the object that a call returns around the content; None if a call returns the content alone.
        is_error: Whether the answer is raised.
        is_stream: Whether the content is given out as it comes.

    """

    status: str
    media_type: str = ""
    envelope: Envelope | None = None
    is_error: bool = False
    is_stream: bool = False

    def parsed(self, response: HTTPResponse) -> Any:
        """Return the value of content that was read. Raise `ValueError` if it does not match the description."""
        raise TypeError(f"{type(self).__name__} has no content")

    def stream(
        self, response: HTTPResponse, translated: Translation, *, is_async: bool
    ) -> Any:
        """Return content that was not read as a stream, which closes the response."""
        raise TypeError(f"{type(self).__name__} is no stream")


@dataclass(eq=False, repr=False)
class JSONAnswer(Answer):
    """An answer in JSON, or in a media type that ends in `+json`."""

    status: str
    type: TypeThunk
    media_type: str = "application/json"
    envelope: Envelope | None = field(default=None, kw_only=True)

    def parsed(self, response: HTTPResponse) -> Any:
        """Return the value of the type."""
        from .codec import json_value

        return json_value(self.type, response.content)


@dataclass(eq=False, repr=False)
class TextAnswer(Answer):
    """An answer that is text: plain, HTML, XML."""

    status: str
    media_type: str = "text/plain"
    envelope: Envelope | None = field(default=None, kw_only=True)

    def parsed(self, response: HTTPResponse) -> Any:
        """Return the text."""
        return response.text


@dataclass(eq=False, repr=False)
class EmptyAnswer(Answer):
    """An answer without content; any content is ignored."""

    status: str
    envelope: Envelope | None = field(default=None, kw_only=True)

    def parsed(self, response: HTTPResponse) -> Any:
        """Return None."""
        return None


@dataclass(eq=False, repr=False)
class ErrorAnswer(Answer):
    """An answer that is raised: as `error`, with the parsed content, or as the package's error for any status."""

    status: str
    error: Callable[[], type[DataError[Any]]] | None = None
    media_type: str = "application/json"
    is_error: bool = field(default=True, init=False)

    def raised(
        self, message: str, response: HTTPResponse, body: str
    ) -> Exception | None:
        """Return the error with its data; None if the content does not match its description, or has none."""
        if self.error is None or not body or not is_json(media_type_of(response)):
            return None
        from .codec import json_value

        error_class = self.error()
        try:
            data = json_value(data_type_thunk(error_class), response.content)
        except ValueError:
            return None
        error = error_class(message, response, body)
        error.data = data
        return error


_DATA_TYPES: dict[Any, TypeThunk] = {}


def data_type_thunk(error_class: type[DataError[Any]]) -> TypeThunk:
    """Return the thunk of an error's `data_type`, which is always the same object."""
    thunk = _DATA_TYPES.get(error_class)
    if thunk is None:
        thunk = _DATA_TYPES[error_class] = lambda: error_class.data_type
    return thunk


def warn_of_unread(response: HTTPResponse) -> None:
    """Give a `ResourceWarning` of an asynchronous answer that is forgotten and holds its connection.

    A finaliser cannot await that it is closed; its client closes it.
    """
    if not response.is_closed:
        words = "an answer was never read: iterate over it, or close it"
        warnings.warn(words, ResourceWarning, stacklevel=3)


def media_type_of(response: HTTPResponse) -> str:
    """Return the media type of an answer, in lower case and without parameters; empty if none is given."""
    headers = response.headers
    if "content-type" not in headers:
        return ""
    return headers["content-type"].partition(";")[0].strip().lower()


def header_lists(response: HTTPResponse) -> dict[str, list[str]]:
    """Return the header fields by their names in lower case, each with all its values."""
    fields: dict[str, list[str]] = {}
    for name, value in response.headers.multi_items():
        fields.setdefault(name.lower(), []).append(value)
    return fields


def is_json(media_type: str) -> bool:
    """Return whether a media type is JSON (RFC 6839, section 3.1, for `+json`)."""
    return (
        media_type == "application/json"
        or media_type.endswith("+json")
        or media_type == "text/json"
    )


def matching_answer(
    answers: Sequence[Answer], status: int, media_type: str
) -> Answer | None:
    """Return what an operation answers with `status` and `media_type`.

    An exact code goes before a range, and a range before `default`; among those of one status, an equal media type goes
    before a wildcard, and that before the other JSON types. None stands for what the description does not have.
    """
    for rule in (str(status), f"{status // 100}XX", "default"):
        of_status = [
            answer
            for answer in answers
            if answer.status.upper() == rule or answer.status == rule
        ]
        if of_status:
            return _of_media_type(of_status, media_type)
    return None


def is_declared_status(answers: Sequence[Answer], status: int) -> bool:
    """Return whether an operation describes `status` by its code or its range."""
    rules = (str(status), f"{status // 100}XX")
    return any(answer.status.upper() in rules for answer in answers)


def _of_media_type(answers: list[Answer], media_type: str) -> Answer | None:
    for answer in answers:
        if (
            answer.media_type.partition(";")[0].lower() == media_type
            or not answer.media_type
        ):
            return answer
    for answer in answers:
        if _is_in_range(answer.media_type.lower(), media_type):
            return answer
    if is_json(media_type):
        return next(
            (
                answer
                for answer in answers
                if is_json(answer.media_type.partition(";")[0].lower())
            ),
            None,
        )
    return answers[0] if not media_type and len(answers) == 1 else None


def _is_in_range(pattern: str, media_type: str) -> bool:
    """Return whether a media type range such as `image/*` contains `media_type`."""
    if pattern in ("*/*", "*"):
        return True
    kind, _, subtype = pattern.partition("/")
    return subtype == "*" and media_type.startswith(f"{kind}/")
