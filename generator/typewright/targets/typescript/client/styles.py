"""Styles of parameters and fields as the runtime has them (OpenAPI 3.1, Style Values).

The usual style of a parameter needs no entry: text in a path or a header, exploded `form` elsewhere. A function imports
only the styles that its own parameters have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from typewright.client.arguments import Argument
from typewright.client.bodies import BodyProperty
from typewright.client.media_kinds import MediaKind, media_kind
from typewright.ir import (
    EnumModel,
    Literal,
    Model,
    ParameterLocation,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    UnionModel,
    not_null,
    unfold,
)
from typewright.targets.typescript.code_layout import Code
from typewright.targets.typescript.quoting import json_literal

Importer = Callable[[str, str], str]
"""Imports a name of a module of the runtime, and returns its local name."""
_STYLES = {name: name for name in ("label", "matrix", "deepObject", "spaceDelimited", "pipeDelimited")} | {
    "cookie": "cookieForm"
}
"""The functions of the runtime by style; `simple` and `form` depend on the type and on `explode`."""
_CONTENT_STYLES = {
    ParameterLocation.QUERY: "contentPair",
    ParameterLocation.COOKIE: "contentPair",
    ParameterLocation.HEADER: "contentHeader",
}
"""The style of JSON in a location: with the name of the parameter, or without characters that a header cannot have."""
_UNNAMED = (ParameterLocation.PATH, ParameterLocation.HEADER)
"""The locations whose usual style is `simple`, which is the text alone for a value without members."""
_DEEPEST = 8
"""The depth to which unions of unions are followed; deeper members count as objects."""


def parameter_style(argument: Argument, models: Mapping[str, Model], lib: Importer) -> dict[str, Code]:
    """Return the entries `style`, `explode` and `encode` of a parameter, as far as they are not the usual ones."""
    written: dict[str, Code] = {}
    style = argument.style
    if argument.media_type is not None and not _is_form(argument):
        written["style"] = lib("styles", _CONTENT_STYLES.get(argument.location, "content"))
    elif style.name in _STYLES:
        written["style"] = lib("styles", _STYLES[style.name])
        if style.explode != (style.name == "deepObject"):
            written["explode"] = json_literal(style.explode)
    elif argument.location in _UNNAMED:
        if has_members(argument.type, models):
            written["style"] = lib("styles", "simple")
            if style.explode:
                written["explode"] = "true"
    elif style.name == "form" and not style.explode:
        written["style"] = lib("styles", "formList")
    if argument.allow_reserved:
        is_path = argument.location is ParameterLocation.PATH
        written["encode"] = lib("parameters", "escapeUnreserved" if is_path else "escapeForQuery")
    return written


def field_style(entry: BodyProperty, lib: Importer) -> dict[str, Code]:
    """Return the entries `style`, `explode` and `encode` of a field, as far as they are not the usual ones."""
    written: dict[str, Code] = {}
    style = entry.style
    if style is not None and style.name in _STYLES:
        written["style"] = lib("styles", _STYLES[style.name])
        if not style.explode:
            written["explode"] = "false"
    elif style is not None and not style.explode:
        written["style"] = lib("styles", "formList")
    if entry.allow_reserved:
        written["encode"] = lib("parameters", "escapeForQuery")
    return written


def has_members(type_: TypeExpr, models: Mapping[str, Model], depth: int = 0) -> bool:
    """Return whether a value can be an array or an object: a style writes its members."""
    bare = not_null(unfold(type_, models))
    if isinstance(bare, Scalar):
        return bare.kind is ScalarKind.ANY
    if isinstance(bare, Literal):
        return not isinstance(bare.value, str | int | float)
    model = models.get(bare.id) if isinstance(bare, Ref) else None
    if isinstance(model, UnionModel) and depth < _DEEPEST:
        return any(has_members(member, models, depth + 1) for member in model.members)
    return not isinstance(model, EnumModel)


def _is_form(argument: Argument) -> bool:
    """Return whether a parameter is the whole query as a form, the default style of that location."""
    is_query = argument.location is ParameterLocation.QUERYSTRING
    return is_query and media_kind(argument.media_type or "") is MediaKind.FORM
