"""Names of operations, groups and media types: the first words of longer type names."""

from __future__ import annotations

from http import HTTPStatus

from generator.ir import Operation
from generator.naming.words import pascal

_PHRASES = {status.value: status.phrase for status in HTTPStatus}


def operation_name(operation: Operation) -> str:
    """Return an operation's name in Pascal case: its id, else its method and path; a webhook has its own name."""
    if operation.operation_id:
        return pascal(operation.operation_id)
    return pascal(operation.path if operation.kind == "webhook" else f"{operation.method} {operation.path}")


def status_name(status: str) -> str:
    """Return an HTTP status as a name: `404` → `NotFound`, `4XX` → `Status4XX`, `default` → `Default`."""
    if status.isascii() and status.isdigit() and int(status) in _PHRASES:
        return pascal(_PHRASES[int(status)])
    return pascal(status) if status[:1].isalpha() else f"Status{pascal(status)}"


def group_of(operation: Operation) -> str:
    """Return the group of an operation as written, its levels parted by dots: the extension's, else the first tag."""
    return operation.group or (operation.tags[0] if operation.tags else "")


def group_name(operation: Operation) -> str:
    """Return the group in Pascal case, all levels joined."""
    return pascal(group_of(operation))


def media_name(media_type: str) -> str:
    """Return a media type as a name: `application/json` → `ApplicationJSON`."""
    words = [("JSON" if word == "json" else "XML" if word == "xml" else word) for word in _words(media_type)]
    return pascal(" ".join(words))


def _words(media_type: str) -> list[str]:
    return media_type.split(";", 1)[0].replace("/", " ").replace("-", " ").replace("+", " ").split()
