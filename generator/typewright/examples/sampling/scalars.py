"""The drawn values of scalar types."""

from __future__ import annotations

from typewright.base.random_stream import RandomStream
from typewright.examples.sampling.described import fitting_number, fitting_text
from typewright.examples.sampling.families import date_time, family
from typewright.examples.values import Bytes, ExampleValue, Moment, Plain, Stream
from typewright.ir import Scalar, ScalarKind, not_null
from typewright.surface.parts import is_xml

PLACEHOLDER = "<value>"
"""A text of which nothing is known."""


def scalar_value(type_: Scalar, name: str, rng: RandomStream, *, fits_description: bool) -> ExampleValue:
    """Return a value of a scalar type, for a field called `name`.

    With `fits_description`, a draw that name and description rule out is replaced, by one that takes as many random
    numbers.
    """
    match type_.kind:
        case ScalarKind.NUMBER:
            return Plain(rng.integer(0, 1_000_000) / 100)
        case ScalarKind.INTEGER:
            number = rng.integer(0, 1_000_000)
            return Plain(fitting_number(number, name) if fits_description else number)
        case ScalarKind.BOOLEAN:
            return Plain(rng.boolean())
        case ScalarKind.NULL:
            return Plain(None)
    format_ = type_.format
    if format_ is None and type_.alternatives and isinstance(first := not_null(type_.alternatives[0]), Scalar):
        format_ = first.format
    if format_ == "date-time":
        text = date_time(rng)
        return Moment(text) if type_.format == format_ else Plain(text)
    if format_ == "binary":
        return Bytes("0x" + "".join(rng.pick("0123456789abcdefABCDEF") for _ in range(10)))
    sampled = family(name, format_)
    text = sampled(rng) if sampled else PLACEHOLDER
    asked = f"{name} {format_ or ''} {type_.annotations.description or ''}"
    return Plain(fitting_text(text, name, asked) if fits_description else text)


def as_answered(type_: Scalar, value: ExampleValue) -> ExampleValue:
    """Return a value in the form that clients give it in: bytes of a response are a stream, XML is text."""
    if type_.media_type is None or not isinstance(value, Bytes):
        return value
    return Plain(value.text) if is_xml(type_.media_type) else Stream(empty=True)
