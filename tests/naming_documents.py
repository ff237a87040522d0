"""Small API descriptions for the tests of names, and what their types are called."""

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from typewright.config.habits import Habit
from typewright.config.options import NamingConfig
from typewright.ir import AliasModel, Api
from typewright.naming import Language, Names, Package, assign
from typewright.naming.words import capitalise_whole, lower_before_digits
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower
from typewright.surface import Surface, surface

Written: TypeAlias = dict[str, Any]
"""An object of a description."""

LANGUAGE = Language(
    frozenset({"File", "Function", "Number", "Error", "ReturnType", "Parameters", "Object"}),
    lambda name: lower_before_digits(capitalise_whole(name)),
)
STRING: Written = {"type": "string"}
ENUM: Written = {"type": "string", "enum": ["a", "b"]}


def single(value: str) -> Written:
    """Return an enumeration of one value."""
    return {"type": "string", "enum": [value]}


def record(**properties: Any) -> Written:
    """Return an object with the properties."""
    return {"type": "object", "properties": dict(properties)}


def array(items: Any) -> Written:
    """Return an array of the items."""
    return {"type": "array", "items": items}


def ref(name: str) -> Written:
    """Return a reference to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def either(*branches: Any, **more: Any) -> Written:
    """Return a union of the branches."""
    return {"oneOf": list(branches), **more}


def body(schema: Any, media_type: str = "application/json") -> Written:
    """Return a request body, or a response."""
    return {"description": "", "content": {media_type: {"schema": schema}}}


def operation(id_: str | None, request: Any = None, /, **responses: Any) -> Written:
    """Return an operation; a response is written as `r200=schema`."""
    made: Written = {"operationId": id_} if id_ else {}
    if request is not None:
        made["requestBody"] = body(request)
    made["responses"] = {status[1:]: body(schema) for status, schema in responses.items()}
    return made


def description(*operations: Written, schemas: Mapping[str, Any] | None = None, **more: Any) -> Written:
    """Return a description with one path for each operation, all of them POST."""
    paths: Written = {f"/p{index}": {"post": each} for index, each in enumerate(operations)}
    components: Written = {"schemas": dict(schemas or {})}
    head: Written = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    return {**head, "components": components, **more}


def lowered(spec: Written, habits: frozenset[Habit] = frozenset()) -> Api:
    """Return what the description says, under habits of the reference."""
    return lower(document_from_bytes(json.dumps(spec).encode(), "openapi.json"), habits=habits)[0]


def named(
    spec: Written, scheme: str = "symmetric", *, shared_errors: bool | None = None, language: Language = LANGUAGE
) -> tuple[Surface, Names]:
    """Return the surface of a description and all names."""
    shared = scheme == "symmetric" if shared_errors is None else shared_errors
    naming = NamingConfig(scheme="symmetric" if scheme == "symmetric" else "first-come", shared_errors=shared)
    made = surface(lowered(spec), naming)
    return made, assign(made, naming, language)


def names_in(
    spec: Written,
    package: Package,
    scheme: str = "symmetric",
    *,
    shared_errors: bool | None = None,
    language: Language = LANGUAGE,
) -> set[str]:
    """Return the names of the types of a package, aliases left out."""
    made, names = named(spec, scheme, shared_errors=shared_errors, language=language)
    return {each.name for each in names.in_package(package) if not isinstance(made.models[each.id], AliasModel)}


def name_at(spec: Written, ending: str, scheme: str = "symmetric") -> str:
    """Return the name of the one type whose id ends in `ending`."""
    _, names = named(spec, scheme)
    found = {each.name for each in names.symbols.values() if each.id.endswith(ending)}
    assert len(found) == 1, f"{sorted(found)} end in {ending}"
    return found.pop()
