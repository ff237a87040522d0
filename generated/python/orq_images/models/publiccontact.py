"""`PublicContact`, and the types inside it."""

from typing import Any

from .._runtime import Model, Omissible, UNSET


class PublicContact(Model):
    """The person on whose behalf the call is made. An unknown contact is created.

    Source: `#/components/schemas/PublicContact`
    """

    id: str
    """The contact, under an id of your choice."""

    display_name: Omissible[str] = UNSET
    """The name that is shown."""

    email: Omissible[str] = UNSET
    """The email address."""

    metadata: Omissible[list[dict[str, Any]]] = UNSET
    """Whatever else is known about the contact, as key-value pairs."""

    logo_url: Omissible[str] = UNSET
    """A link to a picture of the contact."""

    tags: Omissible[list[str]] = UNSET
    """Labels to find the contact by."""
