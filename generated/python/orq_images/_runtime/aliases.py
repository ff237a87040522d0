# Typewright's runtime, copied as it is; its digest is 53ea750034f49205.
"""Recursive aliases, whose values their own modules define once all names in them are known."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import PydanticUndefinedAnnotation
from typing_extensions import TypeVar

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    ValueT = TypeVar("ValueT")
    Deferred = Annotated[ValueT, "defined later in the module"]
else:

    class Deferred:
        """`Deferred["Name"]`: the type that the surrounding module calls `Name` by the time that it is used.

        pydantic looks a text up among the names of the function that asks for a schema, too; this looks nowhere else.
        """

        __slots__ = ("_module", "_name")

        def __init__(self, module: str, name: str) -> None:
            self._module = module
            self._name = name

        def __class_getitem__(cls, name: str) -> Deferred:
            return cls(sys._getframe(1).f_globals["__name__"], name)

        def __get_pydantic_core_schema__(
            self, source: Any, handler: GetCoreSchemaHandler
        ) -> CoreSchema:
            """Return the schema of the value. Raise PydanticUndefinedAnnotation while the module is being imported."""
            return handler.generate_schema(self.value())

        def value(self) -> Any:
            """Return the type. Raise PydanticUndefinedAnnotation while the module is being imported."""
            names = vars(sys.modules[self._module])
            if self._name not in names:
                message = f"'{self._module}' has not defined '{self._name}' yet"
                raise PydanticUndefinedAnnotation(self._name, message)
            return names[self._name]

        def __repr__(self) -> str:
            """Return the name of the value."""
            return f"{self._module}.{self._name}"
