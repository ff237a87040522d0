"""`PublicContact`, and the types inside it."""

from typing import Any, Optional

from .._runtime import Model


class PublicContact(Model):
    """The person on whose behalf the call is made. An unknown contact is created.

    Source: `#/components/schemas/PublicContact`
    """

    id: str
    """The contact, under an id of your choice."""

    display_name: Optional[str] = None
    """The name that is shown."""

    email: Optional[str] = None
    """The email address."""

    metadata: Optional[list[dict[str, Any]]] = None
    """Whatever else is known about the contact, as key-value pairs."""

    logo_url: Optional[str] = None
    """A link to a picture of the contact."""

    tags: Optional[list[str]] = None
    """Labels to find the contact by."""
