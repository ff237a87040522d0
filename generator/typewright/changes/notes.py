"""Comparison of annotations: defaults, deprecation, direction and descriptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from typewright.changes.change import Context, Finding, Kind, Pointer, Subject
from typewright.changes.shapes import shown, value_key
from typewright.ir import ABSENT, AliasModel, Direction, Model, Note, Nullable, Ref, TypeExpr, not_null

Directions = frozenset[Direction]


def effective_note(type_: TypeExpr, models: Mapping[str, Model]) -> Note:
    """Return the annotations of a type, completed by those of the types that it refers to."""
    note, inner, met = type_.note, not_null(type_), set[str]()
    while isinstance(inner, Ref) and inner.id not in met:
        met.add(inner.id)
        model = models.get(inner.id)
        if model is None:
            break
        note = _completed(note, model.note)
        if not isinstance(model, AliasModel):
            break
        inner = not_null(model.type)
        note = _completed(note, inner.note)
    return note


def _completed(note: Note, further: Note) -> Note:
    if note is further:
        return note
    return Note(
        title=note.title or further.title,
        description=note.description or further.description,
        example=further.example if note.example is ABSENT else note.example,
        examples=note.examples or further.examples,
        default=further.default if note.default is ABSENT else note.default,
        deprecated=note.deprecated or further.deprecated,
        deprecation_message=note.deprecation_message or further.deprecation_message,
        read_only=note.read_only or further.read_only,
        write_only=note.write_only or further.write_only,
    )


def compare_uses(
    types: tuple[TypeExpr, TypeExpr],
    models: tuple[Mapping[str, Model], Mapping[str, Model]],
    context: Context,
    directions: Directions,
) -> Iterator[Finding]:
    """Yield the changes in the annotations of two types, including those of the types that they refer to."""
    old, new = types
    uses = (not_null(old), not_null(new))
    by_reference = all(isinstance(use, Ref) and use.by_reference for use in uses)
    if by_reference and _said(old.note) == _said(new.note):
        return
    notes = (effective_note(old, models[0]), effective_note(new, models[1]))
    yield from compare_notes(notes, (_pointer(old), _pointer(new)), context, directions)


def _pointer(type_: TypeExpr) -> str:
    return type_.of.pointer if isinstance(type_, Nullable) and not type_.pointer else type_.pointer


def _said(note: Note) -> tuple[object, ...]:
    default = None if note.default is ABSENT else value_key(note.default)
    return (*_words(note), default, note.deprecated)


def _words(note: Note) -> tuple[object, ...]:
    example = None if note.example is ABSENT else value_key(note.example)
    return note.title, note.description, example, tuple(map(value_key, note.examples)), note.deprecation_message


def compare_notes(
    notes: tuple[Note, Note], pointers: tuple[str, str], context: Context, directions: Directions
) -> Iterator[Finding]:
    """Yield the changes between two annotations: deprecation, default, descriptions."""
    old, new = notes
    here = Pointer(pointers[1])
    what = phrase(context)
    if old.deprecated != new.deprecated:
        kind = Kind.DEPRECATED if new.deprecated else Kind.REINSTATED
        message = f"{what} is deprecated now" if new.deprecated else f"{what} is no longer deprecated"
        if new.deprecated and new.deprecation_message:
            message += f": {new.deprecation_message}"
        yield context.finding(kind, message, here, directions=directions, name=context.name)
    yield from _defaults(notes, pointers, context, directions)
    if old.deprecated == new.deprecated and _words(old) != _words(new):
        yield context.finding(
            Kind.REWORDED, f"{what} is described in other words", here, directions=directions, name=context.name
        )


def _defaults(
    notes: tuple[Note, Note], pointers: tuple[str, str], context: Context, directions: Directions
) -> Iterator[Finding]:
    old, new = notes[0].default, notes[1].default
    if old is ABSENT and new is ABSENT:
        return
    what, where = phrase(context), Pointer(pointers[1])
    if old is ABSENT:
        kind, message = Kind.ADDED, f"{what} has the default {shown(new)} now"
    elif new is ABSENT:
        kind, message = Kind.REMOVED, f"{what} has lost its default {shown(old)}"
        where = Pointer(pointers[0], old=True)
    elif value_key(old) != value_key(new):
        kind, message = Kind.CHANGED, f"{what} has the default {shown(new)} now, it was {shown(old)}"
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


def phrase(context: Context) -> str:
    """Return how messages name a context within its type or method."""
    if context.subject in _PHRASES:
        return _PHRASES[context.subject] + (
            f" ({context.name})" if context.name and context.subject is Subject.BODY else ""
        )
    word = context.subject.value.replace("-", " ")
    return f"the {word} {context.name}" if context.subject is Subject.RESPONSE else f"{word} '{context.name}'"
