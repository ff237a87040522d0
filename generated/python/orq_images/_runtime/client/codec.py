# Typewright's runtime, copied as it is; its digest is ed29028ac2af525d.
"""Conversion of values from and to JSON, by their types. This is the one module of the client that imports pydantic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json, to_json

from ..leniency import LENIENT
from ..model_schema import JSONTyped
from .wire_values import is_array, is_object, text_of

TypeThunk = Callable[[], Any]

_ADAPTERS: dict[TypeThunk, TypeAdapter[Any]] = {}
_ARGUMENT_ADAPTERS: dict[TypeThunk, TypeAdapter[Any]] = {}


def _adapter(thunk: TypeThunk) -> TypeAdapter[Any]:
    adapter = _ADAPTERS.get(thunk)
    if adapter is None:
        adapter = _ADAPTERS[thunk] = TypeAdapter(thunk())
    return adapter


def _argument_adapter(thunk: TypeThunk) -> TypeAdapter[Any]:
    adapter = _ARGUMENT_ADAPTERS.get(thunk)
    if adapter is None:
        kind: Any = JSONTyped(thunk())
        adapter = _ARGUMENT_ADAPTERS[thunk] = TypeAdapter(kind)
    return adapter


def json_value(thunk: TypeThunk, content: bytes | str) -> Any:
    """Return the typed value of an answer's JSON; undeclared values are kept.

    Raises:
        ValueError: The content is no JSON, or not of the type.

    """
    token = LENIENT.set(True)
    try:
        return _adapter(thunk).validate_json(content)
    except ValidationError as fault:
        try:
            value = from_json(content)
        except ValueError:
            raise fault from None
        raise _explained(fault, value) from None
    finally:
        LENIENT.reset(token)


def read_value(thunk: TypeThunk, value: Any) -> Any:
    """Return the typed value of an answer's parsed JSON. Raise `ValueError` where it is not of the type."""
    token = LENIENT.set(True)
    try:
        return _adapter(thunk).validate_python(value)
    except ValidationError as fault:
        raise _explained(fault, value) from None
    finally:
        LENIENT.reset(token)


def _explained(fault: ValidationError, value: Any) -> ValidationError:
    """Return the errors of an answer's value with the paths of the wire, and one cause for each wrong value."""
    from ..validation import explained

    return explained(fault, value)


def typed_value(thunk: TypeThunk, value: Any) -> Any:
    """Return an argument as a value of its type.

    UUIDs, decimals, moments, paths and members of enumerations are taken where the wire has their text.

    Raises:
        ValueError: The value is not of the type; its text has the paths of the wire.

    """
    adapter = _argument_adapter(thunk)
    try:
        return adapter.validate_python(value)
    except ValidationError as fault:
        from ..validation import explained, in_wire_form

        again = in_wire_form(fault, value)
        if again is None:
            raise explained(fault, value) from None
        try:
            return adapter.validate_python(again)
        except ValidationError as second:
            raise explained(second, again) from None


def json_bytes(thunk: TypeThunk, value: Any) -> bytes:
    """Return an argument as JSON, with the names of the wire.

    Raises:
        ValueError: The value is not of the type, or holds a number that JSON has not.

    """
    typed = typed_value(thunk, value)
    adapter = _argument_adapter(thunk)
    content = adapter.dump_json(typed, by_alias=True, exclude_unset=True)
    if b"null" in content:  # which pydantic writes for such numbers, too
        _refuse_other_numbers(
            adapter.dump_python(typed, by_alias=True, exclude_unset=True)
        )
    return content


def plain_value(thunk: TypeThunk, value: Any) -> Any:
    """Return an argument as data that JSON can hold. `json_bytes` says what is raised."""
    typed = typed_value(thunk, value)
    adapter = _argument_adapter(thunk)
    plain = adapter.dump_python(typed, mode="json", by_alias=True, exclude_unset=True)
    if is_array(plain) or is_object(plain) or plain is None:
        _refuse_other_numbers(
            adapter.dump_python(typed, by_alias=True, exclude_unset=True)
        )
    return plain


def _refuse_other_numbers(value: Any, path: str = "") -> None:
    """Raise `ValueError` for a number that JSON has not (RFC 8259, section 6): NaN, Infinity."""
    if isinstance(value, float) and not isfinite(value):
        location = path or "the value"
        raise ValueError(f"{location} is {value}, which JSON has no number for")
    parts: Any = ()
    if is_object(value):
        parts = value.items()
    elif is_array(value):
        parts = enumerate(value)
    for key, part in parts:
        _refuse_other_numbers(part, f"{path}.{key}" if path else str(key))


def parameter_value(name: str, thunk: TypeThunk, value: Any) -> Any:
    """Return the argument `name` as `plain_value` does.

    A scalar that is sent as text may also be given as this text: `"5"` for an integer, as the environment has it.

    Raises:
        ValueError: The value is not of the type; its text names the argument.

    """
    if isinstance(value, float) and not isfinite(value):
        raise ValueError(f"{name} is {value}, which JSON has no number for")
    try:
        return plain_value(thunk, value)
    except ValidationError as fault:
        typed = _read_from_text(thunk, value)
        if typed is not None:
            return typed
        from ..validation import explained

        raise explained(fault, value, name) from None


def _read_from_text(thunk: TypeThunk, value: Any) -> Any:
    """Return what the text of a scalar says, as plain data; None if that is not of the type either."""
    if not isinstance(value, (str, int, float)):
        return None
    adapter = _argument_adapter(thunk)
    try:
        typed = adapter.validate_strings(text_of(value))
    except ValidationError:
        return None
    return adapter.dump_python(typed, mode="json")


def json_lines(thunk: TypeThunk, value: Any) -> bytes:
    """Return the items of an argument as JSON, each on a line of its own."""
    return b"".join(to_json(item) + b"\n" for item in plain_value(thunk, value))


def merged_json(content: bytes, extra: Mapping[str, Any]) -> bytes:
    """Return a JSON object with the members `extra` added; other JSON stays as it is."""
    value = from_json(content)
    if not isinstance(value, dict):
        return content
    _refuse_other_numbers(extra)
    return to_json({**value, **extra})


def json_or_text(content: bytes) -> Any:
    """Return the parsed JSON of an event's data; other text as it is, since an unknown event may have any."""
    try:
        return from_json(content)
    except ValueError:
        return _text(content)


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def event_value(thunk: TypeThunk, event: Any, *, is_text: bool) -> Any:
    """Return the typed value of a server-sent event; its data is JSON unless `is_text`."""
    content = _text(event.data) if is_text else json_or_text(event.data)
    value: dict[str, Any] = {"data": content}
    for name in ("event", "id", "retry"):
        part = getattr(event, name)
        if part is not None:
            value[name] = part
    return read_value(thunk, value)
