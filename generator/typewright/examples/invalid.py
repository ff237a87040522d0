"""Authored examples that are shown but invalid against their schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from typewright.base.errors import Diagnostic, Location, Severity
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonValue
from typewright.base.last_build import StoredValues
from typewright.base.value_digest import value_digest
from typewright.examples.conforming.nearest import Conforming
from typewright.examples.conforming.values import AuthoredTexts, shown_alone
from typewright.ir import Absent, Api, ListOf, MapOf, Media, Nullable, Operation, Scalar, StreamOf, TypeExpr
from typewright.ir.walking import model_types
from typewright.schemas.validation import ValidationError, schema_validator

_SHOWN = 160
"""The number of characters of a validation message that a diagnostic shows."""


class AuthoredExample(Struct, frozen=True):
    """An authored example: its pointer, the pointer of its schema, and its value."""

    pointer: str
    schema: str
    value: JsonValue


class InvalidExample(Struct, frozen=True):
    """An invalid example, the validation error, and the nearest valid value; ABSENT if none is found."""

    example: AuthoredExample
    error: ValidationError
    instead: JsonValue | Absent


_VALID = StoredValues("valid examples")
"""Of each valid example by its pointer that of its schema, and the digests of the part that this is in and of the
value."""


def invalid_examples(api: Api, *, with_digests: bool = False) -> tuple[InvalidExample, ...]:
    """Return the authored examples of `api` that pages would show and that are invalid against their schemas.

    `with_digests` lets the validator compute the digests of these schemas, so that no process of a target has to.
    """
    found = {example.pointer: example for example in _shown_examples(api)}
    validator = schema_validator(api)
    validator.prepare((*shown_alone(api), *(example.schema for example in found.values())))
    if with_digests:
        validator.digest_prepared()
    known = _known_as_valid(found.values(), api)
    unknown = [example for example in found.values() if example.pointer not in known]
    validator.compile(example.schema for example in unknown)
    invalid = [example for example in unknown if not validator.is_valid(example.schema, example.value)]
    _keep_valid(found.keys() - {example.pointer for example in invalid}, found, api)
    conforming = Conforming(validator, AuthoredTexts(api))
    return tuple(
        InvalidExample(
            example,
            next(validator.validation_errors(example.schema, example.value)),
            conforming.nearest(example.schema, example.value),
        )
        for example in invalid
    )


def _known_as_valid(examples: Iterable[AuthoredExample], api: Api) -> set[str]:
    """Return the pointers of those examples that an earlier build has found valid, and their schemas, too."""
    known = _VALID.find() or {}
    return {example.pointer for example in examples if _inputs(example, api) == known.get(example.pointer, ())}


def _keep_valid(pointers: Iterable[str], examples: Mapping[str, AuthoredExample], api: Api) -> None:
    """Keep the valid ones of the examples for the next build."""
    found = ((pointer, _inputs(examples[pointer], api)) for pointer in sorted(pointers))
    _VALID.keep({pointer: inputs for pointer, inputs in found if inputs is not None})


def _inputs(example: AuthoredExample, api: Api) -> tuple[str, ...] | None:
    """Return digests of all that decides whether an example is valid; None if that is not known."""
    closure = api.closure_digest(example.schema)
    return None if closure is None else (example.schema, closure, value_digest(example.value))


def warnings_about(invalid: Iterable[InvalidExample], locate: Callable[[str], Location]) -> tuple[Diagnostic, ...]:
    """Return a warning for each example; `locate` returns the source location of a canonical pointer."""
    return tuple(_warning(example, locate) for example in invalid)


def _warning(invalid: InvalidExample, locate: Callable[[str], Location]) -> Diagnostic:
    path, pointer = invalid.error.path, invalid.example.pointer
    pointer = "".join((pointer, *(f"/{escape(str(token))}" for token in path)))
    shown = (
        "and no value is known that it admits" if isinstance(invalid.instead, Absent) else "so another value is shown"
    )
    message = f"the example is refused by its schema, {shown}: {_shortened(invalid.error)}"
    return Diagnostic(
        code="W501",
        message=message,
        severity=Severity.WARNING,
        location=locate(pointer),
        pointer=pointer,
        help="correct the example, or the schema",
    )


def _shortened(error: ValidationError) -> str:
    """Return a validation message without most of a long value that it repeats."""
    text = " ".join(error.message.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN // 2]} … {text[-_SHOWN // 2 :]}"


def _shown_examples(api: Api) -> Iterator[AuthoredExample]:
    """Yield the examples that pages show; those of shared components for each operation that uses them."""
    for model in api.models.values():
        yield from _of_annotations(model.pointer, model.annotations.example)
        for type_ in model_types(model):
            yield from _of_type(type_)
    for operation in api.every_operation():
        yield from _of_operation(operation)


def _of_operation(operation: Operation) -> Iterator[AuthoredExample]:
    for parameter in operation.parameters:
        yield from _of_type(parameter.type)
        if not isinstance(parameter.example, Absent):
            yield AuthoredExample(f"{parameter.pointer}/example", parameter.type.pointer, parameter.example)
    for media in operation.body.media if operation.body is not None else ():
        yield from _of_body(media)


def _of_body(media: Media) -> Iterator[AuthoredExample]:
    """Yield the example that calls show for a body: the only one, or the first of several."""
    if media.type is None:
        return
    yield from _of_type(media.type)
    if not isinstance(media.example, Absent):
        yield AuthoredExample(f"{media.pointer}/example", media.type.pointer, media.example)
    elif media.examples:
        name, value = media.examples[0]
        yield AuthoredExample(f"{media.pointer}/examples/{escape(name)}/value", media.type.pointer, value)


def _of_type(type_: TypeExpr) -> Iterator[AuthoredExample]:
    yield from _of_annotations(type_.pointer, type_.annotations.example)
    match type_:
        case Nullable(of=inner) | ListOf(item=inner) | MapOf(value=inner) | StreamOf(item=inner):
            yield from _of_type(inner)
        case Scalar(alternatives=alternatives):
            for alternative in alternatives:
                yield from _of_type(alternative)


def _of_annotations(pointer: str, example: JsonValue | Absent) -> Iterator[AuthoredExample]:
    if not isinstance(example, Absent):
        yield AuthoredExample(f"{pointer}/example", pointer, example)
