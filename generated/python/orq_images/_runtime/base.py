"""Runtime of orq_images, the same in every package."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, Union

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError, core_schema

from .absence import UNSET
from .leniency import is_lenient, reading_leniently

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from .assertions import Asserts


class Model(BaseModel):
    """An object of the API.

    A property that is absent is `UNSET`, or has its default, and is left out when the object is dumped; null is `None`.
    Properties that are not declared are kept. Dumps have the names of the wire; objects are made with either those or
    the attributes' names.
    """

    model_config = ConfigDict(
        extra="allow", populate_by_name=True, protected_namespaces=(), defer_build=True
    )

    if not TYPE_CHECKING:

        def __init__(self, /, **values: Any) -> None:
            message = type(self).__dict__.get("__deprecated__")
            if message is not None:
                warnings.warn(message, DeprecationWarning, stacklevel=2)
            if UNSET in values.values():
                values = {
                    name: value for name, value in values.items() if value is not UNSET
                }
            super().__init__(**values)

        __init__.__pydantic_base_init__ = True

        def __setattr__(self, name: str, value: Any) -> None:
            if value is UNSET and name in type(self).model_fields:
                self.__dict__[name] = UNSET
                self.__pydantic_fields_set__.discard(name)
            else:
                super().__setattr__(name, value)

        def model_dump(self, **options: Any) -> dict[str, Any]:
            """Return the object as a dictionary; `exclude_unset` and `by_alias` are on unless they are given."""
            options.setdefault("exclude_unset", True)
            options.setdefault("by_alias", True)
            return super().model_dump(**options)

        def model_dump_json(self, **options: Any) -> str:
            """Return the object as JSON; `exclude_unset` and `by_alias` are on unless they are given."""
            options.setdefault("exclude_unset", True)
            options.setdefault("by_alias", True)
            return super().model_dump_json(**options)

    if not TYPE_CHECKING:

        @classmethod
        def __get_pydantic_core_schema__(
            cls, source: Any, handler: GetCoreSchemaHandler
        ) -> CoreSchema:
            """Return the schema of the class, with what no field can say behind it."""
            schema = handler(source)
            asserts: Union[Asserts, None] = cls.__dict__.get("__asserts__")
            if asserts is not None:
                schema = asserts.behind(schema)
            if cls.__dict__.get("__closed__"):
                schema = core_schema.no_info_after_validator_function(
                    _without_extra, schema
                )
            return schema


def _without_extra(value: Model) -> Model:
    """Refuse properties that are not declared, unless what is read comes from a server that may be ahead."""
    if value.__pydantic_extra__ and not is_lenient():
        names = ", ".join(value.__pydantic_extra__)
        raise PydanticCustomError(
            "extra_forbidden",
            "Extra inputs are not permitted: {names}",
            {"names": names},
        )
    return value


class ResponseModel(Model):
    """An object that a server sends: what is read with `model_validate` or `model_validate_json` is read leniently."""

    if not TYPE_CHECKING:

        @classmethod
        def model_validate(cls, value: Any, **options: Any) -> Any:
            """Return the object that a dictionary describes."""
            with reading_leniently():
                return super().model_validate(value, **options)

        @classmethod
        def model_validate_json(cls, text: Any, **options: Any) -> Any:
            """Return the object that a JSON text describes."""
            with reading_leniently():
                return super().model_validate_json(text, **options)
