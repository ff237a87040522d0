# Typewright's runtime, copied as it is; its digest is 12cfa9af2fe12d48.
"""Assertions of JSON Schema that no Python type expresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, core_schema

from .leniency import is_lenient
from .values import wire

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from .schema import Evaluation

_PACKAGE = __name__.rpartition("._runtime.")[0]
"""The package that contains the runtime and the schemas."""
_evaluations: list[Evaluation] = []


def _evaluation() -> Evaluation:
    """Return the evaluation over the package's schemas, which are loaded on first use."""
    if not _evaluations:
        from importlib import import_module

        from .schema import Evaluation

        _evaluations.append(Evaluation(import_module("._schemas", _PACKAGE).SCHEMAS))
    return _evaluations[0]


class Asserts:
    """Validates a value against the part of its JSON Schema that no Python type expresses.

    The value is looked at in the form that it has on the wire, once everything else about it is right. Where values
    are read leniently, this is left out.
    """

    def __init__(self, schema: dict[str, Any] | bool | str) -> None:
        """Take the prepared schema, or its name among the package's schemas."""
        self.schema: Any = {"$ref": schema} if isinstance(schema, str) else schema

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of the annotated type, followed by the assertion."""
        return self.after(handler(source))

    def after(self, inner: CoreSchema) -> CoreSchema:
        """Return the core schema that checks this assertion after `inner`."""
        return core_schema.no_info_after_validator_function(self.check, inner)

    def check(self, value: Any) -> Any:
        """Return the value. Raise an error if it violates the schema."""
        if is_lenient():
            return value
        problem = _evaluation().evaluate(self.schema, wire(value)).problem
        if problem:
            raise PydanticCustomError(
                "schema",
                "Input should satisfy its schema: {problem}",
                {"problem": problem},
            )
        return value
