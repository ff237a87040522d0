"""An API with the objects of the last build of this process wherever they are the same."""

from __future__ import annotations

from msgspec.structs import replace

from typewright.base.kept_records import with_records_of_last_build
from typewright.ir.operations import Api


def as_in_last_build(api: Api) -> Api:
    """Return an API with each type and operation as the object that it was in the last build, if it is the same."""
    operations = {(operation.path, operation.id): operation for operation in api.operations}
    if len(operations) < len(api.operations):
        return api
    return replace(
        api,
        models=with_records_of_last_build(api.models, "models"),
        operations=tuple(with_records_of_last_build(operations, "operations").values()),
    )
