"""Comparison of annotations: defaults, deprecation, titles, descriptions and examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from typewright.changes.change import Context, Finding, Kind, Pointer, Subject
from typewright.changes.shapes import value_key, value_text
from typewright.ir import ABSENT, AliasModel, Annotations, Direction, Model, Nullable, Ref, TypeExpr, not_null

Directions = frozenset[Direction]


def effective_annotations(type_: TypeExpr, models: Mapping[str, Model]) -> Annotations:
    """Return the annotations of a type, completed by those of the models that it refers to."""
    annotations, inner, seen = type_.annotations, not_null(type_), set[str]()
    while isinstance(inner, Ref) and inner.id not in seen:
        seen.add(inner.id)
        model = models.get(inner.id)
        if model is None:
            break
        annotations = _complete(annotations, model.annotations)
        if not isinstance(model, AliasModel):
            break
        inner = not_null(model.type)
        annotations = _complete(annotations, inner.annotations)
    return annotations


def _complete(annotations: Annotations, fallback: Annotations) -> Annotations:
    if annotations is fallback:
        return annotations
    return Annotations(
        title=annotations.title or fallback.title,
        description=annotations.description or fallback.description,
        example=fallback.example if annotations.example is ABSENT else annotations.example,
        examples=annotations.examples or fallback.examples,
        default=fallback.default if annotations.default is ABSENT else annotations.default,
        deprecated=annotations.deprecated or fallback.deprecated,
        deprecation_message=annotations.deprecation_message or fallback.deprecation_message,
        read_only=annotations.read_only or fallback.read_only,
        write_only=annotations.write_only or fallback.write_only,
    )


def compare_uses(
    types: tuple[TypeExpr, TypeExpr],
    models: tuple[Mapping[str, Model], Mapping[str, Model]],
    context: Context,
    directions: Directions,
) -> Iterator[Finding]:
    """Yield the changes in the annotations of two types.

    The annotations of the models that they refer to are included, unless only these differ.
    """
    old, new = types
    uses = (not_null(old), not_null(new))
    by_reference = all(isinstance(use, Ref) and use.by_reference for use in uses)
    if by_reference and _own_annotations(old.annotations) == _own_annotations(new.annotations):
        return
    annotations = (effective_annotations(old, models[0]), effective_annotations(new, models[1]))
    yield from compare_annotations(annotations, (_pointer(old), _pointer(new)), context, directions)


def _pointer(type_: TypeExpr) -> str:
    return type_.of.pointer if isinstance(type_, Nullable) and not type_.pointer else type_.pointer


def _own_annotations(annotations: Annotations) -> tuple[object, ...]:
    default = None if annotations.default is ABSENT else value_key(annotations.default)
    return (*_descriptive_annotations(annotations), default, annotations.deprecated)


def _descriptive_annotations(annotations: Annotations) -> tuple[object, ...]:
    example = None if annotations.example is ABSENT else value_key(annotations.example)
    return (
        annotations.title,
        annotations.description,
        example,
        tuple(map(value_key, annotations.examples)),
        annotations.deprecation_message,
    )


def compare_annotations(
    annotations: tuple[Annotations, Annotations], pointers: tuple[str, str], context: Context, directions: Directions
) -> Iterator[Finding]:
    """Yield the changes between two sets of annotations: deprecation, default, descriptions."""
    old, new = annotations
    where = Pointer(pointers[1])
    label = subject_label(context)
    if old.deprecated != new.deprecated:
        kind = Kind.DEPRECATED if new.deprecated else Kind.REINSTATED
        message = f"{label} is deprecated now" if new.deprecated else f"{label} is no longer deprecated"
        if new.deprecated and new.deprecation_message:
            message += f": {new.deprecation_message}"
        yield context.finding(kind, message, where, directions=directions, name=context.name)
    yield from _compare_defaults(annotations, pointers, context, directions)
    if old.deprecated == new.deprecated and _descriptive_annotations(old) != _descriptive_annotations(new):
        yield context.finding(
            Kind.REWORDED, f"{label} is described in other words", where, directions=directions, name=context.name
        )


def _compare_defaults(
    annotations: tuple[Annotations, Annotations], pointers: tuple[str, str], context: Context, directions: Directions
) -> Iterator[Finding]:
    old, new = annotations[0].default, annotations[1].default
    if old is ABSENT and new is ABSENT:
        return
    label, where = subject_label(context), Pointer(pointers[1])
    if old is ABSENT:
        kind, message = Kind.ADDED, f"{label} has the default {value_text(new)} now"
    elif new is ABSENT:
        kind, message = Kind.REMOVED, f"{label} has lost its default {value_text(old)}"
        where = Pointer(pointers[0], old=True)
    elif value_key(old) != value_key(new):
        kind, message = Kind.CHANGED, f"{label} has the default {value_text(new)} now, it was {value_text(old)}"
    else:
        return
    if context.required:
        kind = Kind.REWORDED
    yield context.finding(kind, message, where, subject=Subject.DEFAULT, directions=directions, name=context.name)


_PHRASES = {
    Subject.API: "the API",
    Subject.METHOD: "the method",
    Subject.BODY: "the body",
    Subject.SYMBOL: "the type",
    Subject.ADDITIONAL: "the type of further properties",
}


def subject_label(context: Context) -> str:
    """Return the name of the subject of a context for messages, relative to its type or method."""
    if context.subject in _PHRASES:
        return _PHRASES[context.subject] + (
            f" ({context.name})" if context.name and context.subject is Subject.BODY else ""
        )
    word = context.subject.value.replace("-", " ")
    return f"the {word} {context.name}" if context.subject is Subject.RESPONSE else f"{word} '{context.name}'"
