"""Typed dictionaries that stand for the types of `models.publiccontact`."""

from __future__ import annotations

from typing import Any, TypedDict

from typing_extensions import NotRequired


class PublicContactTypedDict(TypedDict):
    """The person on whose behalf the call is made. An unknown contact is created.

    Source: `#/components/schemas/PublicContact`
    """

    id: str
    """The contact, under an id of your choice."""

    display_name: NotRequired[str]
    """The name that is shown."""

    email: NotRequired[str]
    """The email address."""

    metadata: NotRequired[list[dict[str, Any]]]
    """Whatever else is known about the contact, as key-value pairs."""

    logo_url: NotRequired[str]
    """A link to a picture of the contact."""

    tags: NotRequired[list[str]]
    """Labels to find the contact by."""
