"""The type that a JSONPath of an extension selects: members, indices and `[*]` of RFC 9535, no filters."""

from __future__ import annotations

import re
from collections.abc import Mapping

from typewright.ir import Field, ListOf, MapOf, Model, ObjectModel, Ref, TypeExpr, not_null, unfold

_SEGMENT = re.compile(
    r"""\.(?P<name>[^\s.\[\]()]+)
    | \[(?: (?P<index>-?\d+) | (?P<all>\*) | '(?P<single>[^']*)' | "(?P<double>[^"]*)" )\]""",
    re.VERBOSE,
)


def segments_of(path: str) -> tuple[str | int, ...] | None:
    """Return the segments of a JSONPath, names as strings and indices as integers (`[*]` is `"*"`).

    The leading `$` may be missing. None if the path has anything else, such as filters.
    """
    rest = path.strip().removeprefix("$")
    rest = rest if rest[:1] in {"", ".", "["} else f".{rest}"
    segments: list[str | int] = []
    while rest:
        match = _SEGMENT.match(rest)
        if match is None:
            return None
        if match["index"] is not None:
            segments.append(int(match["index"]))
        else:
            segments.append(next(part for part in match.group("name", "all", "single", "double") if part is not None))
        rest = rest[match.end() :]
    return tuple(segments)


def type_at(path: str, type_: TypeExpr, models: Mapping[str, Model]) -> TypeExpr | None:
    """Return the type of the value that `path` selects in a value of `type_`; None if no schema defines it."""
    segments = segments_of(path)
    current: TypeExpr | None = None if segments is None else type_
    for segment in segments or ():
        if current is None:
            return None
        current = _member(segment, not_null(unfold(current, models)), models)
    return current


def _member(segment: str | int, type_: TypeExpr, models: Mapping[str, Model]) -> TypeExpr | None:
    match type_:
        case ListOf(item=item, prefix=prefix) if isinstance(segment, int) or segment == "*":
            return prefix[segment] if isinstance(segment, int) and 0 <= segment < len(prefix) else item
        case MapOf(value=value):
            return value
        case Ref(id=id_) if isinstance(model := models.get(id_), ObjectModel):
            field: Field | None = next((field for field in model.fields if field.name == segment), None)
            return model.additional if field is None else field.type
    return None
