"""Document → intermediate representation, a file a concern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Diagnostic, Severity
from generator.ir import Api, Parameter, SecurityScheme, Tag
from generator.json_pointer import escape
from generator.json_value import JsonObject
from generator.openapi.checks import check
from generator.openapi.extensions import unknown_extensions
from generator.openapi.lower.circles import report_circles
from generator.openapi.lower.operations import (
    OperationLowerer,
    lower_external_docs,
    lower_security,
    lower_servers,
    report_duplicate_ids,
)
from generator.openapi.lower.parameters import HIDDEN, Globals, locate, lower_parameter
from generator.openapi.lower.schemas import SchemaLowerer
from generator.openapi.reading import Reader, extensions

if TYPE_CHECKING:
    from generator.openapi.document import Document


def lower(
    document: Document, *, all_components: bool = False, from_examples: bool = False
) -> tuple[Api, tuple[Diagnostic, ...]]:
    """Return what `document` says, and what is wrong with it.

    Only those `components.schemas` are lowered that an operation reaches; all of them where `all_components` asks for
    it or where the description has no operation at all. `from_examples` lets the first of `examples` count as the
    `example`.
    """
    root = document.root
    before_31 = str(root.get("openapi", "")).startswith("3.0")
    reader = Reader(document, from_examples=from_examples, before_31=before_31)
    _check_version(root, reader)
    schemas = SchemaLowerer(document, reader, siblings_count=not before_31)
    globals_ = _global_parameters(schemas, root)
    operations = OperationLowerer(schemas, _hiding(globals_))
    paths = operations.lower_paths(root, "paths", "path")
    webhooks = operations.lower_paths(root, "webhooks", "webhook")
    report_duplicate_ids((*paths, *webhooks), reader)
    schemas.lower_pending()
    components = reader.object(root, "components", "#")
    names = reader.object(components, "schemas", "#/components")
    if all_components or not (paths or webhooks):
        _lower_components(schemas, names)
    head = reader.object(root, "info", "#")
    api = Api(
        title=reader.string(head, "title", "#/info") or "API",
        version=reader.string(head, "version", "#/info") or "0",
        summary=reader.string(head, "summary", "#/info"),
        description=reader.string(head, "description", "#/info"),
        external_docs=lower_external_docs(reader, root, "#"),
        servers=lower_servers(reader, root, "#"),
        tags=_tags(reader, root),
        operations=paths,
        webhooks=webhooks,
        models=schemas.models,
        components=tuple(f"#/components/schemas/{escape(name)}" for name in names),
        security_schemes=_security_schemes(schemas, components),
        security=lower_security(reader, root, "#"),
        global_parameters=globals_,
        extensions=extensions(root),
        root=root,
        resolve=document.resolve,
    )
    return api, _diagnostics(document, schemas)


def _diagnostics(document: Document, schemas: SchemaLowerer) -> tuple[Diagnostic, ...]:
    """Return all that is wrong, once everything is lowered: errors before warnings, in the order of the lines."""
    report_circles(schemas.models, schemas.recurring, schemas.reader)
    check(document, schemas.reader)
    return _sorted([*schemas.reader.diagnostics, *unknown_extensions(document)])


def _sorted(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return errors before warnings, those of one file together and in order."""
    severities = list(Severity)
    files = {each.location.file: None for each in diagnostics if each.location is not None}
    order = {file: index for index, file in enumerate(files)}

    def place(each: Diagnostic) -> tuple[int, int, int, int]:
        where = each.location
        position = (order[where.file], where.line, where.column) if where is not None else (0, 0, 0)
        return severities.index(each.severity), *position

    return tuple(sorted(diagnostics, key=place))


def _check_version(root: JsonObject, reader: Reader) -> None:
    if "swagger" in root:
        reader.report(
            "E320",
            f"this is a Swagger {root['swagger']} description; OpenAPI 3.0 and 3.1 are supported",
            "#/swagger",
            help_="convert it to OpenAPI 3 first; editors and command-line converters do that",
        )
        return
    version = root.get("openapi")
    if version is None:
        reader.report(
            "E321",
            "this is not an OpenAPI description: 'openapi' is missing",
            "#",
            help_="start it with: openapi: 3.1.0",
        )
    elif not str(version).startswith(("3.0", "3.1", "3.2")):
        reader.report("E322", f"OpenAPI version {version} is not supported", "#/openapi", help_="use 3.0.x or 3.1.x")


def _global_parameters(schemas: SchemaLowerer, root: JsonObject) -> tuple[Parameter, ...]:
    """Return the parameters of `x-speakeasy-globals`."""
    written = schemas.reader.object(root, "x-speakeasy-globals", "#")
    pointer = "#/x-speakeasy-globals"
    found = []
    for index, entry in enumerate(schemas.reader.array(written, "parameters", pointer)):
        located = locate(schemas, entry, f"{pointer}/parameters/{index}", "a parameter")
        parameter = lower_parameter(schemas, located, pointer, {}) if located else None
        if parameter is not None:
            found.append(parameter)
    return tuple(found)


def _lower_components(schemas: SchemaLowerer, names: JsonObject) -> None:
    """Lower every component in document order, each followed by those that it needs."""
    for name, schema in names.items():
        schemas.need(f"#/components/schemas/{escape(name)}", schema)
        schemas.lower_pending()


def _hiding(parameters: tuple[Parameter, ...]) -> Globals:
    """Return for each global parameter whether methods hide it."""
    return {(each.name, each.location.value): each.extensions.get(HIDDEN) is True for each in parameters}


def _tags(reader: Reader, root: JsonObject) -> tuple[Tag, ...]:
    tags = []
    for index, entry in enumerate(reader.array(root, "tags", "#")):
        pointer = f"#/tags/{index}"
        if not isinstance(entry, dict):
            reader.report("E301", "a tag must be an object", pointer)
            continue
        name = reader.string(entry, "name", pointer)
        if name:
            tags.append(Tag(name, reader.string(entry, "description", pointer)))
    return tuple(tags)


def _security_schemes(schemas: SchemaLowerer, components: JsonObject) -> tuple[SecurityScheme, ...]:
    reader, schemes = schemas.reader, []
    for key, entry in reader.object(components, "securitySchemes", "#/components").items():
        located = locate(schemas, entry, f"#/components/securitySchemes/{escape(key)}", f"security scheme {key!r}")
        if located is None:
            continue
        value, pointer = located.value, located.pointer
        schemes.append(
            SecurityScheme(
                key,
                reader.string(value, "type", pointer) or "",
                pointer,
                reader.string(value, "description", pointer),
                reader.string(value, "scheme", pointer),
                reader.string(value, "in", pointer),
                reader.string(value, "name", pointer),
                reader.string(value, "bearerFormat", pointer),
                reader.object(value, "flows", pointer),
                extensions(value),
            )
        )
    return tuple(schemes)
