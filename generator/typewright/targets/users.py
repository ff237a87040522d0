"""The users of a project's types, recorded as they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from typewright.naming.names import Symbol
from typewright.pages.users import Key, Users, UsersOfTypes
from typewright.targets.contract import Project


def users_of(project: Project[Any], page: Callable[[Symbol], str], addresses: Mapping[str, str]) -> Mapping[Key, Users]:
    """Return the users of each type that has any, as a table of the project that records what pages read.

    `page` has the path of a type's page, `addresses` those of methods by the ids of their operations.
    """
    with project.recorder.recording():  # only the entry that a page shows counts as read by it
        users = UsersOfTypes(
            surface=project.surface,
            names=project.names,
            order=project.page_order,
            client=project.client,
            page=page,
            addresses=addresses,
        ).all()
    return project.recorder.mapping("users of types", users)
