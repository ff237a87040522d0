"""The properties of TypeScript that naming depends on."""

from __future__ import annotations

from typewright.naming.names import Language, Members
from typewright.naming.words import capitalise_whole, lower_before_digits

RESERVED = frozenset({"Error", "File", "Function", "Number", "Object", "Parameters", "ReturnType"})
"""Names of the language's library, which types must not use."""


def finish(name: str) -> str:
    """Return the final case of a name: not all upper case, and no run of capitals before a digit."""
    return lower_before_digits(capitalise_whole(name))


def title_of_group(title: str) -> str:
    """Return the title of a group's page as the reference's pages have it: the name of its class."""
    return f"{title}T" if title in RESERVED else finish(title)


_MEMBERS = Members(
    of_client=frozenset(
        {"_settings", "aclose", "close", "constructor", "request", "then"}
        | {"withOptions", "withRawResponse", "withStreamingResponse"}
    ),
    of_groups=frozenset({"constructor", "then"}),
    reserved_classes=frozenset(
        {"APIPromise", "ClientCore", "CustomRequest", "EventStream", "HTTPClient", "RequestOptions", "SDKOptions"}
    ),
)
"""An object with a method `then` is awaited like a promise, and a class has one constructor; the other names are the
client's."""
LANGUAGE = Language(reserved=RESERVED, finish=finish, members=_MEMBERS)
