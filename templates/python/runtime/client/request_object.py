"""An argument that is a request as a whole: its parameters, and its body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .codec import TypeThunk, typed_value
from .operation import RequestArgument
from .wire_values import is_absent


@dataclass(eq=False, repr=False)
class RequestObject(RequestArgument):
    """A request that methods take as one object.

    Attributes:
        argument: The argument that it is.
        type: A function that gives its class.

    """

    argument: str
    type: TypeThunk

    def taken_apart(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments, the object replaced by its members, by attribute.

        Raises:
            ValueError: The argument is not of its type.

        """
        others = {
            name: value for name, value in arguments.items() if name != self.argument
        }
        given = arguments.get(self.argument)
        if is_absent(given):
            return others
        request: Any = typed_value(self.type, given)
        members: Mapping[str, Any] = request.__class__.model_fields
        for name in members:
            if name in request.model_fields_set:
                others[name] = getattr(request, name)
        return others
