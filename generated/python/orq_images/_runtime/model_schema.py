# Typewright's runtime, copied as it is; its digest is aac18aa0283402ef.
"""pydantic's schema of a model, made to mean what JSON Schema says.

Fields are declared with plain types (`int`, `Annotated[str, Field(max_length=40)]`, `datetime`). pydantic converts
where JSON Schema refuses (`"1"` is no integer). When the schema of a class is built, the schemas of its fields' types
are exchanged for such that do not, and that know what is absent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.fields import FieldInfo
from pydantic_core import core_schema

from .absence import NULL_IS_A_VALUE, UNSET
from .literals import literal
from .moments import date, date_time
from .numbers import integer, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_EXCHANGED: dict[str, Callable[[Any], Any]] = {
    "int": integer,
    "float": number,
    "literal": literal,
    "datetime": date_time,
    "date": date,
}
"""The replacements of schemas, by their type."""
_STRICT = ("str", "bool")
_DONE = "json-typed"
"""The key in a schema's metadata that marks it as exchanged."""
_JSON_SCHEMA = "pydantic_js_functions"
"""The key of pydantic's JSON Schema functions in a schema's metadata."""
_JSON_SCHEMA_OF_REFERENCE = "pydantic_js_annotation_functions"
"""The key for what writes the JSON Schema of a type that may refer to a class that is being written."""
_CAN_EXCLUDE = hasattr(FieldInfo, "exclude_if")
"""Whether pydantic (2.12 or later) can leave a field out of a dump by its value."""


class JSONTyping:
    """Exchanges the schemas of one class's fields; `absent` has the names under which `None` means absent."""

    def __init__(self, handler: GetCoreSchemaHandler, *, lenient: bool) -> None:
        """Take pydantic's handler, which finds the schemas that others refer to.

        Where a class is `lenient`, null is read as absent; else it is refused where it is no value.
        """
        self.resolved = handler.resolve_ref_schema
        self.lenient = lenient
        self.absent: set[str] = set()
        self.mutable: dict[str, Any] = {}

    def apply(self, schema: CoreSchema) -> bool:
        """Change the schema of a class in place, once. Return whether it was changed by this call."""
        model: Any = self.resolved(schema)
        while model["type"] != "model":
            model = model["schema"]
        if model.setdefault("metadata", {}).get(_DONE):
            return False
        model["metadata"][_DONE] = True
        fields = model["schema"]
        while fields["type"] != "model-fields":
            fields = fields["schema"]
        for name, field in fields["fields"].items():
            self._field(name, field)
        if self.mutable:
            model["serialization"] = core_schema.wrap_serializer_function_ser_schema(
                self._dump
            )
        return True

    def _field(self, name: str, field: Any) -> None:
        default = field["schema"]
        if default["type"] != "default":
            field["schema"] = self.typed(default)
            return
        inner, value = default["schema"], default.get("default")
        marks_absence = (
            value is None and inner["type"] == "nullable" and not _has_null(inner)
        )
        if marks_absence and not self.lenient:
            inner = inner["schema"]
        if marks_absence or not (inner["type"] == "nullable" or value is UNSET):
            self.absent.update((name, field.get("validation_alias", name)))
            if value is None:
                _leave_out(field, _is_none)
        elif value is UNSET:
            _leave_out(field, _is_unset)
        default["schema"] = self.typed(inner)
        if isinstance(value, (list, dict)):
            self.mutable[name] = value

    def _dump(self, value: Any, dump: Callable[[Any], Any]) -> Any:
        """Dump an object with those defaults that its user has changed in place."""
        held = value.__dict__
        for name, default in self.mutable.items():
            if name in held and held[name] != default:
                value.__pydantic_fields_set__.add(name)
        return dump(value)

    def typed(self, schema: Any) -> Any:
        """Return the replacement of a type's schema; schemas inside of it are exchanged in place."""
        kind = schema["type"]
        if schema.get("metadata", {}).get(_DONE):
            return schema
        if kind in _EXCHANGED:
            return _exchanged(schema, _EXCHANGED[kind](schema))
        if kind in _STRICT:
            schema["strict"] = True
        elif kind == "definition-ref":
            self._referred(schema)
        elif kind == "union":
            schema["choices"] = [self._choice(choice) for choice in schema["choices"]]
        elif kind == "chain":
            schema["steps"] = [self.typed(schema["steps"][0]), *schema["steps"][1:]]
        else:
            for key in _INSIDE.get(kind, ()):
                if key in schema:
                    schema[key] = self.typed(schema[key])
        return schema

    def _choice(self, choice: Any) -> Any:
        """Return a member of a union, which may have a label beside it."""
        if isinstance(choice, tuple):
            return (self.typed(choice[0]), choice[1])
        return self.typed(choice)

    def _referred(self, schema: Any) -> None:
        """Exchange the schemas inside of an alias that other schemas refer to."""
        try:
            target: Any = self.resolved(schema)
        except LookupError:  # it is being built: whoever asked for it exchanges them
            return
        if target["type"] in ("model", "definition-ref") or target.setdefault(
            "metadata", {}
        ).get(_DONE):
            return
        target["metadata"][_DONE] = True
        changed = self.typed({**target, "metadata": {}})
        target.update(
            {key: value for key, value in changed.items() if key != "metadata"}
        )


class JSONTyped:
    """A type, outside of a class, whose values are validated as those of a class's fields are."""

    def __init__(self, kind: Any) -> None:
        """Take the type."""
        self.kind = kind

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of the type, exchanged as `JSONTyping` says."""
        schema = handler.generate_schema(self.kind)
        typed: CoreSchema = JSONTyping(handler, lenient=False).typed(schema)
        return typed


_INSIDE = {
    "nullable": ("schema",),
    "default": ("schema",),
    "list": ("items_schema",),
    "generator": ("items_schema",),
    "dict": ("values_schema",),
    "function-after": ("schema",),
    "function-before": ("schema",),
    "function-wrap": ("schema",),
}
"""The keys of schemas that hold the schema of a part, by the type of the schema around."""


def _exchanged(plain: Any, typed: Any) -> Any:
    """Return `typed` with the JSON Schema of `plain`."""
    if typed is plain:
        return plain

    def as_plain(schema: Any, handler: Callable[[Any], Any]) -> Any:
        return handler(plain)

    metadata = plain.get("metadata", {})
    writers: list[Any] = [as_plain, *metadata.get(_JSON_SCHEMA, ())]
    typed["metadata"] = {**metadata, _DONE: True, _JSON_SCHEMA: writers}
    return typed


def _leave_out(field: Any, is_absent: Callable[[Any], bool]) -> None:
    """Keep what is absent out of dumps, and its mark out of the JSON Schema."""
    if _CAN_EXCLUDE:
        field["serialization_exclude_if"] = is_absent
    metadata = field["schema"].setdefault("metadata", {})
    metadata.setdefault(_JSON_SCHEMA_OF_REFERENCE, []).append(_without_default)


def _without_default(schema: Any, handler: Callable[[Any], Any]) -> Any:
    """Write the JSON Schema of an optional property without Python's default for its absence."""
    inner = schema["schema"]
    if inner["type"] == "nullable" and not _has_null(inner):
        inner = inner["schema"]
    return handler({"type": "default", "schema": inner})


def _has_null(schema: Any) -> bool:
    """Return whether null is a value, and not the mark of absence."""
    return bool(schema.get("metadata", {}).get(NULL_IS_A_VALUE))


def _is_unset(value: Any) -> bool:
    return value is UNSET


def _is_none(value: Any) -> bool:
    return value is None
