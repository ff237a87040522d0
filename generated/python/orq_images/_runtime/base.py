# Typewright's runtime, copied as it is; its digest is ab95ebb90f8eb7db.
"""The base classes of models."""

from __future__ import annotations

import warnings
from functools import partial
from operator import is_
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, core_schema

from .absence import UNSET
from .leniency import LENIENT, is_lenient

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from .assertions import Asserts

_is_unset = partial(is_, UNSET)
"""Keeps what is absent out of dumps that were asked for without `exclude_unset`, those of a model around ours too."""


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
            if not options:
                return self.__pydantic_serializer__.to_python(
                    self, exclude_unset=True, by_alias=True
                )
            return super().model_dump(
                **{"exclude_unset": True, "by_alias": True, **options}
            )

        def model_dump_json(self, **options: Any) -> str:
            """Return the object as JSON; `exclude_unset` and `by_alias` are on unless they are given."""
            if not options:
                return self.__pydantic_serializer__.to_json(
                    self, exclude_unset=True, by_alias=True
                ).decode()
            return super().model_dump_json(
                **{"exclude_unset": True, "by_alias": True, **options}
            )

    if not TYPE_CHECKING:

        @classmethod
        def __get_pydantic_core_schema__(
            cls, source: Any, handler: GetCoreSchemaHandler
        ) -> CoreSchema:
            """Return the schema of the class, with what no field can say behind it."""
            if hasattr(FieldInfo, "exclude_if"):  # pydantic 2.12 or later
                for field in cls.model_fields.values():
                    if field.default is UNSET:
                        field.exclude_if = _is_unset
            schema = handler(source)
            asserts: Asserts | None = cls.__dict__.get("__asserts__")
            if asserts is not None:
                schema = asserts.behind(schema)
            if cls.__dict__.get("__closed__") or cls.__dict__.get("__one_way__"):
                schema = core_schema.no_info_after_validator_function(
                    _extra_admitted, schema
                )
            return schema


def _extra_admitted(value: Model) -> Model:
    """Refuse properties that are not declared, unless what is read comes from a server that may be ahead.

    Those that travel the other way alone may be sent all the same, if they are as their schema says.
    """
    extra = value.__pydantic_extra__
    if not extra or is_lenient():
        return value
    one_way: Asserts | None = type(value).__dict__.get("__one_way__")
    if one_way is not None:
        one_way.check(extra)
        return value
    names = ", ".join(extra)
    raise PydanticCustomError(
        "extra_forbidden", "Extra inputs are not permitted: {names}", {"names": names}
    )


class ResponseModel(Model):
    """An object that a server sends: what is read with `model_validate` or `model_validate_json` is read leniently."""

    if not TYPE_CHECKING:

        @classmethod
        def model_validate(cls, value: Any, **options: Any) -> Any:
            """Return the object that a dictionary describes."""
            token = LENIENT.set(True)
            try:
                return super().model_validate(value, **options)
            finally:
                LENIENT.reset(token)

        @classmethod
        def model_validate_json(cls, text: Any, **options: Any) -> Any:
            """Return the object that a JSON text describes."""
            token = LENIENT.set(True)
            try:
                return super().model_validate_json(text, **options)
            finally:
                LENIENT.reset(token)
