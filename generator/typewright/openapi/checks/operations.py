"""Checks of paths and of the parameters of their operations (OpenAPI 3.1.1, sections 4.8.8 to 4.8.12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape, unescape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.suggestions import did_you_mean
from typewright.openapi.path_items import operations_of
from typewright.openapi.path_templates import is_well_formed, meant_parameter, template_variables
from typewright.openapi.reading import Reader, report_newer_feature
from typewright.openapi.traversal import Node


class _ListedParameter(Struct, frozen=True):
    """An entry of a `parameters` list: name, location, and the pointers of the entry and of the Parameter Object."""

    name: str
    location: str
    pointer: str
    definition_pointer: str


def check_paths(reader: Reader) -> None:
    """Report invalid keys of `paths`, and path templates that disagree with their path parameters."""
    paths = reader.document.root.get("paths")
    for path, written in paths.items() if isinstance(paths, dict) else ():
        if path.startswith("x-"):
            continue
        pointer = f"#/paths/{escape(path)}"
        _check_template(path, pointer, reader)
        resolved = _resolve_object(written, pointer, reader)
        if resolved is not None:
            _check_operations(path, pointer, *resolved, reader)


def check_parameters(node: Node, parent: JsonObject, reader: Reader) -> None:
    """Report parameters that a path item or an operation lists twice (4.8.10: it MUST NOT)."""
    seen: dict[tuple[str, str], _ListedParameter] = {}
    for parameter in _listed_parameters(parent, node.pointer, reader):
        earlier = seen.setdefault((parameter.name, parameter.location), parameter)
        if earlier is not parameter:
            where = reader.document.location(earlier.pointer)
            reader.report(
                "E314",
                f"the {parameter.location} parameter {parameter.name!r} is given twice",
                parameter.pointer,
                help_=f"remove one of the two; the other stands at {where}",
            )


def check_parameter(node: Node, parameter: JsonObject, reader: Reader) -> None:
    """Report an optional path parameter, and a parameter or header without `schema` and `content`."""
    if isinstance(parameter.get("in"), str) and parameter["in"] == "path" and parameter.get("required") is False:
        message = f"the path parameter {parameter.get('name')!r} is always required"
        reader.warn("W314", message, f"{node.pointer}/required")
    if parameter.get("in") == "querystring" and reader.is_before_32:
        report_newer_feature("'in: querystring'", f"{node.pointer}/in", reader)
    if "schema" not in parameter and not parameter.get("content") and parameter.get("in") not in ("body", "formData"):
        message = f"{node.kind.label} needs 'schema' or 'content'; without them, it can be anything"
        reader.warn("W316", message, node.pointer)


def check_body(node: Node, body: JsonObject, reader: Reader) -> None:
    """Report forms that are no objects and, by a habit of the reference, JSON or multipart that no method sends."""
    content, has_habit = body.get("content"), "one-method-per-body-type" in reader.habits
    first_of_kind: dict[str, tuple[str, JsonValue]] = {}
    for media_type, media in content.items() if isinstance(content, dict) else ():
        kind, schema = _body_kind(media_type), media.get("schema") if isinstance(media, dict) else None
        first_media_type, first_schema = first_of_kind.setdefault(kind, (media_type, schema))
        if has_habit and kind and first_media_type != media_type and schema != first_schema:
            message = f"the body is sent as '{first_media_type}'; '{media_type}' is left out"
            reader.warn("W327", message, f"{node.pointer}/content/{escape(media_type)}", at_key=True)
        _check_form(media_type, schema, f"{node.pointer}/content/{escape(media_type)}/schema", reader)


def _check_form(media_type: str, schema: JsonValue, pointer: str, reader: Reader) -> None:
    """Report a form whose schema names another type than `object`: it has no names for its values."""
    if not _is_form(media_type):
        return
    resolved = _resolve_object(schema, pointer, reader)
    type_ = resolved[0].get("type") if resolved else None
    names = type_ if isinstance(type_, list) else [type_]
    if type_ is not None and "object" not in names:
        shown = " or ".join(name for name in names if isinstance(name, str) and name != "null")
        reader.warn("W329", f"a form consists of named values, and is no {shown}; calls pass it written", pointer)


def _body_kind(media_type: str) -> str:
    """Return `json` or `multipart`, of which a method sends the first media type only; an empty text for others."""
    essence = media_type.partition(";")[0].strip().lower()
    if essence in ("application/json", "text/json") or essence.endswith("+json"):
        return "json"
    return "multipart" if essence.startswith("multipart/") else ""


def _is_form(media_type: str) -> bool:
    """Return whether a body of a media type consists of named values: a form, URL-encoded or multipart."""
    essence = media_type.partition(";")[0].strip().lower()
    return essence in ("application/x-www-form-urlencoded", "multipart/form-data")


def check_positional_encoding(node: Node, media: JsonObject, reader: Reader) -> None:
    """Report `prefixEncoding` and `itemEncoding` of content that has no parts by position (OpenAPI 3.2).

    These are multipart request bodies but for `multipart/form-data`, whose parts have names (RFC 7578, 4.2).
    """
    media_type = unescape(node.pointer.rpartition("/")[2]).lower()
    is_sequence = media_type.startswith("multipart/") and not media_type.startswith("multipart/form-data")
    if is_sequence and "/requestBod" in node.pointer:
        return
    for key in ("prefixEncoding", "itemEncoding"):
        if key in media:
            message = f"'{key}' is passed over: parts of a body are written by their names"
            reader.warn("W328", message, f"{node.pointer}/{key}", at_key=True)


def _check_template(path: str, pointer: str, reader: Reader) -> None:
    if not path.startswith("/"):
        message, advice = f"the path '{path}' does not begin with '/'; it is read as '/{path}'", f"write '/{path}'"
        reader.warn("W315", message, pointer, help_=advice, at_key=True)
    if not is_well_formed(path):
        message, advice = f"the braces of the path '{path}' do not pair up", "write each parameter as '{name}'"
        reader.report("E318", message, pointer, help_=advice, at_key=True)
        return
    names = template_variables(path)
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            message, advice = f"the path '{path}' has '{{{name}}}' twice", "give each parameter a name of its own"
            reader.warn("W318", message, pointer, help_=advice, at_key=True)


def _check_operations(path: str, key: str, item: JsonObject, pointer: str, reader: Reader) -> None:
    """Compare path parameters with the template. A parameter that all operations lack is reported at the path."""
    names = template_variables(path)
    shared = [parameter for parameter in _listed_parameters(item, pointer, reader) if parameter.location == "path"]
    operations = [
        (f"{pointer}{written.pointer}", written.value)
        for written in operations_of(item)
        if isinstance(written.value, dict)
    ]
    undeclared: dict[str, list[str]] = {}
    read: set[str] = set()
    meant_names: dict[str, str | None] = {}
    for operation_pointer, operation in operations:
        own = [
            parameter
            for parameter in _listed_parameters(operation, operation_pointer, reader)
            if parameter.location == "path"
        ]
        declared_names = {parameter.name for parameter in (*shared, *own)}
        for name in dict.fromkeys(names):
            if name and name not in declared_names:
                undeclared.setdefault(name, []).append(operation_pointer)
                meant_names[name] = meant_parameter(name, declared_names, names)
        meant = {meant_parameter(name, declared_names, names) for name in names if name not in declared_names}
        _check_superfluous(own, path, [*names, *filter(None, meant)], reader)
        read |= {name for name in meant if name is not None}
    _check_superfluous(shared, path, [*names, *read], reader)
    missing: dict[str, list[str]] = {}
    for name, pointers in undeclared.items():
        for operation_pointer in [key] if len(pointers) == len(operations) else pointers:
            missing.setdefault(operation_pointer, []).append(name)
    for operation_pointer, missing_names in missing.items():
        _report_undeclared({name: meant_names[name] for name in missing_names}, path, operation_pointer, reader)


def _report_undeclared(names: Mapping[str, str | None], path: str, operation_pointer: str, reader: Reader) -> None:
    """Report names of a template that no parameter has, each with the parameter that is meant, if there is one."""
    name, meant = next(iter(names.items()))
    advice = f"add '- {{name: {name}, in: path, required: true, schema: {{type: string}}}}' to 'parameters'"
    if meant is not None:
        advice = f"write '{{{meant}}}' in the path, or name the parameter '{name}'"
    assumed = [
        "a required text is assumed" if meant is None else f"it is read as '{{{meant}}}'" for meant in names.values()
    ]
    if len(names) > 1 and not any(names.values()):
        listed = " and ".join(f"'{{{other}}}'" for other in names)
        stated = f"no parameters describe {listed} of the path '{path}'; required texts are assumed"
    else:
        stated = f"no parameter describes '{{{name}}}' of the path '{path}'; {assumed[0]}"
        others = zip([*names][1:], assumed[1:], strict=True)
        stated += "".join(f", nor '{{{other}}}'; {text}" for other, text in others)
    reader.warn("W318", stated, operation_pointer, help_=advice, at_key=True)


def _check_superfluous(parameters: Iterable[_ListedParameter], path: str, names: list[str], reader: Reader) -> None:
    for parameter in parameters:
        if parameter.name not in names:
            advice = did_you_mean(parameter.name, names) or f"write '{{{parameter.name}}}' into the path, or remove it"
            message = f"the path '{path}' has no '{{{parameter.name}}}', so this parameter is sent nowhere"
            reader.warn("W319", message, parameter.pointer, help_=advice)


def _listed_parameters(parent: JsonObject, pointer: str, reader: Reader) -> Iterator[_ListedParameter]:
    """Yield the parameters of a path item or an operation that have a name and a location, references resolved."""
    written = parent.get("parameters")
    for index, entry in enumerate(written if isinstance(written, list) else []):
        entry_pointer = f"{pointer}/parameters/{index}"
        resolved = _resolve_object(entry, entry_pointer, reader)
        if resolved is not None:
            name, location = resolved[0].get("name"), resolved[0].get("in")
            if isinstance(name, str) and isinstance(location, str):
                yield _ListedParameter(name, location, entry_pointer, resolved[1])


def _resolve_object(value: JsonValue, pointer: str, reader: Reader) -> tuple[JsonObject, str] | None:
    """Return the object that `value` is or refers to, and its canonical pointer; None if there is no object."""
    if not isinstance(value, dict):
        return None
    ref = value.get("$ref")
    if not isinstance(ref, str):
        return value, pointer
    try:
        target = reader.document.follow(ref, pointer, ignore_siblings=True)
    except SpecError:
        return None
    return (target.value, target.pointer) if isinstance(target.value, dict) else None
