"""Names of operations after their handler functions, if a framework composed the ids of function, path and method.

FastAPI gives `list_photos` for GET `/photos/` the id `list_photos_photos__get`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, Literal

from msgspec.structs import replace

from typewright.ir import Api, Operation
from typewright.naming.lock.locked import FUNCTION, Locked

_ENOUGH: Final = 0.5
"""The share of composed ids from which a description is a framework's."""


def function_of(operation: Operation) -> str | None:
    """Return the function name in an operation's id; None if the id does not end in path and method."""
    made = re.sub(r"\W", "_", f"{operation.path}_{operation.method}")
    id_ = operation.operation_id or ""
    name = id_.removesuffix(made)
    return name if name and name != id_ and operation.kind == "path" else None


def named_by_routes(api: Api, choice: Literal["auto", "always", "never"], locked: Locked) -> Api:
    """Return the API with each operation named after its function, if no other operation has that name.

    An operation that the lock has under its id keeps that name; one that it has under a function's name keeps this.
    """
    functions = {operation.id: name for operation in api.operations if (name := function_of(operation))}
    ids = [operation for operation in api.operations if operation.operation_id]
    if choice == "never" or not functions or (choice == "auto" and len(functions) < _ENOUGH * len(ids)):
        return api
    taken = Counter(functions.get(operation.id) or operation.operation_id for operation in api.operations)
    held = {id_: locked.names[FUNCTION + id_] for id_ in functions if FUNCTION + id_ in locked.names}
    chosen = dict(held)
    for id_, name in functions.items():
        is_new = id_ not in held and id_ not in locked.fingerprints
        if is_new and taken[name] == 1 and name not in held.values():
            chosen[id_] = name
    operations = tuple(replace(operation, function=chosen.get(operation.id)) for operation in api.operations)
    return replace(api, operations=operations)
