# Typewright's runtime, copied as it is; its digest is 618559cd14b1cdfb.
"""The base classes of models."""

from __future__ import annotations

import warnings
from contextvars import ContextVar
from functools import partial, reduce
from typing import TYPE_CHECKING, Any, cast

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError, core_schema, from_json
from typing_extensions import TypeVar

from .absence import UNSET
from .leniency import LENIENT, is_lenient
from .model_schema import JSONTyping

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from .assertions import Asserts


ResultT = TypeVar("ResultT", default=Any)
"""The result of a headers envelope: of streams, the synchronous or the asynchronous type."""

_DEFERRED = cast("bool", 1)
"""Builds classes when they are first used, and a `TypeAdapter` of them at once.

`True` would defer the latter, too, and FastAPI, which makes one for each body, could not silence pydantic's warnings.
"""

_RESOLVING: ContextVar[bool] = ContextVar("_RESOLVING", default=False)
"""Whether the names in annotations are being resolved in the modules that wrote them."""


class Model(BaseModel):
    """An object of the API.

    A property that is absent has its default, `None`, or `UNSET` where null is a value of its own; it is left out when
    the object is dumped. Objects are made with the attributes' names or with those of the wire; dumps have the latter.
    What is read keeps properties that are not declared.
    """

    model_config = ConfigDict(
        extra="allow",
        populate_by_name=True,
        protected_namespaces=(),
        defer_build=_DEFERRED,
    )

    if not TYPE_CHECKING:
        __absent__ = frozenset()
        __sent__ = ()

        def __init__(self, /, **values: Any) -> None:
            kind = type(self)
            message = kind.__dict__.get("__deprecated__")
            if message is not None:
                warnings.warn(message, DeprecationWarning, stacklevel=2)
            names = kind.__dict__.get("__names__") or _names(kind)
            if not values.keys() <= names:
                _refuse_undeclared(kind, values, names)
            if UNSET in values.values() or None in values.values():
                absent = kind.__absent__
                values = {
                    name: value
                    for name, value in values.items()
                    if value is not UNSET and (value is not None or name not in absent)
                }
            try:
                super().__init__(**values)
            except ValidationError as fault:
                again = _second_try(fault, values)
                try:
                    super().__init__(**again)
                except ValidationError as second:
                    raise _explained(second, again) from None

        __init__.__pydantic_base_init__ = True

        def __init_subclass__(cls, **options: Any) -> None:
            for base in cls.__bases__:
                if issubclass(base, Model):
                    _resolve_names(base)
            super().__init_subclass__(**options)

        def __setattr__(self, name: str, value: Any) -> None:
            kind = type(self)
            field = kind.model_fields.get(name)
            if field is not None and (
                value is UNSET or (value is None and name in kind.__absent__)
            ):
                is_known = not field.is_required()
                self.__dict__[name] = field.get_default() if is_known else value
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

        @classmethod
        def model_validate(cls, value: Any, **options: Any) -> Any:
            """Return the object of a dictionary."""
            try:
                return super().model_validate(value, **options)
            except ValidationError as fault:
                again = _second_try(fault, value)
            try:
                return super().model_validate(again, **options)
            except ValidationError as second:
                raise _explained(second, again) from None

        @classmethod
        def model_validate_json(cls, text: Any, **options: Any) -> Any:
            """Return the object of a JSON text."""
            try:
                return super().model_validate_json(text, **options)
            except ValidationError as fault:
                problem = fault
            try:
                value = from_json(text)
            except ValueError:
                raise problem from None
            raise _explained(problem, value) from None

        @classmethod
        def __get_pydantic_core_schema__(
            cls, source: Any, handler: GetCoreSchemaHandler
        ) -> CoreSchema:
            """Return the schema of the class, followed by the assertions that concern several fields."""
            _resolve_names(cls)
            schema = handler(source)
            json_typing = JSONTyping(handler, lenient=issubclass(cls, ResponseModel))
            if json_typing.apply(schema):
                cls.__absent__ = frozenset(json_typing.absent)
                _add_rules(cls, handler.resolve_ref_schema(schema))
            return schema

        @classmethod
        def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
            """Return the JSON Schema of the class, with the docstrings of its fields."""
            from .descriptions import field_docstrings

            written = handler(schema)
            properties = handler.resolve_ref_schema(written).get("properties", {})
            texts = field_docstrings(cls)
            for attribute, field in cls.model_fields.items():
                written_field = properties.get(field.alias or attribute, {})
                if attribute in texts:
                    written_field.setdefault("description", texts[attribute])
            return written


def _resolve_names(kind: type[Model]) -> None:
    """Build a class whose annotations are texts, so that the names in them mean what they mean in its own module.

    Whoever asks for its schema is asked first by pydantic, and may have a class of the same name.
    """
    if (
        kind.__pydantic_complete__
        or _RESOLVING.get()
        or not any(
            isinstance(annotation, str) for annotation in kind.__annotations__.values()
        )
    ):
        return
    token = _RESOLVING.set(True)
    try:
        kind.model_rebuild(raise_errors=False, _types_namespace={})
    finally:
        _RESOLVING.reset(token)


def _names(kind: Any) -> frozenset[str]:
    """Return the names that a class accepts for its properties; cache them, and those that may be `None`."""
    if "__absent__" not in kind.__dict__:
        kind.model_rebuild(force=True)
    fields: dict[str, Any] = kind.model_fields
    names = {*fields, *(field.alias for field in fields.values() if field.alias)}
    kind.__names__ = known = frozenset(names)
    return known


def _refuse_undeclared(
    kind: Any, values: dict[str, Any], names: frozenset[str]
) -> None:
    """Raise ValidationError for keywords that are no property, unless the schema says that there may be others."""
    if getattr(kind, "__open__", False) or getattr(kind, "__one_way__", None):
        return
    raise ValidationError.from_exception_data(
        kind.__name__,
        [
            {"type": "extra_forbidden", "loc": (name,), "input": value}
            for name, value in values.items()
            if name not in names
        ],
        hide_input=kind.model_config.get("hide_input_in_errors", False),
    )


def _second_try(fault: ValidationError, value: Any) -> Any:
    """Return the value to validate instead of `value`. Raise `fault`, with its causes, if there is none."""
    from .validation import in_wire_form

    again = in_wire_form(fault, value)
    if again is None:
        raise _explained(fault, value) from None
    return again


def _explained(fault: ValidationError, value: Any) -> ValidationError:
    from .validation import explained

    return explained(fault, value)


def _add_rules(kind: type[Model], schema: Any) -> None:
    """Add what a class demands of whole objects to its schema, in place, which other schemas may refer to."""
    rules: list[Callable[[Any], Any]] = []
    asserts: Asserts | None = kind.__dict__.get("__asserts__")
    if asserts is not None:
        rules.append(asserts.after)
    if kind.__dict__.get("__closed__") or kind.__dict__.get("__one_way__"):
        rules.append(partial(_after, _extra_admitted))
    if getattr(kind, "__sent__", ()):
        rules.append(partial(_after, _with_tags))
    if rules:
        surround(
            schema, lambda inner: reduce(lambda one, rule: rule(one), rules, inner)
        )


def surround(schema: Any, rule: Callable[[Any], Any]) -> None:
    """Exchange the schema of a class in place for what `rule` makes of it: other schemas refer to it by its name."""
    ref = {"ref": schema.pop("ref")} if "ref" in schema else {}
    whole = rule(dict(schema))
    schema.clear()
    schema.update({**whole, **ref})


def _after(check: Callable[[Any], Any], schema: CoreSchema) -> CoreSchema:
    return core_schema.no_info_after_validator_function(check, schema)


def _with_tags(value: Any) -> Any:
    """Mark the properties that tell the members of a union apart as given, so that they are dumped."""
    value.__pydantic_fields_set__.update(value.__sent__)
    return value


def _extra_admitted(value: Model) -> Model:
    """Refuse properties that are not declared, unless what is read comes from a server that may be ahead.

    Those of the other direction may be sent if they are valid.
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
            """Return the object of a dictionary."""
            token = LENIENT.set(True)
            try:
                return super().model_validate(value, **options)
            finally:
                LENIENT.reset(token)

        @classmethod
        def model_validate_json(cls, text: Any, **options: Any) -> Any:
            """Return the object of a JSON text."""
            token = LENIENT.set(True)
            try:
                return super().model_validate_json(text, **options)
            finally:
                LENIENT.reset(token)
