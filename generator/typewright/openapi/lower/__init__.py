"""Lowering of an OpenAPI document to the intermediate representation."""

from __future__ import annotations

import json
import re
from itertools import chain
from typing import TYPE_CHECKING

from typewright.base.errors import Diagnostic, Severity, SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.last_build import are_values_kept
from typewright.base.value_digest import value_digest
from typewright.config.habits import Habit
from typewright.ir import Api, Operation, OperationKind, Parameter, SecurityScheme
from typewright.openapi.checks import check
from typewright.openapi.checks.extensions import unknown_extensions
from typewright.openapi.closures import closure_digests
from typewright.openapi.files.other_formats import DISTINCTIVE_KEYS, format_of_keys
from typewright.openapi.lower.cycles import report_cycles
from typewright.openapi.lower.defaults import with_defaults
from typewright.openapi.lower.kept_path_items import KeptPathItems
from typewright.openapi.lower.operations import (
    OperationLowerer,
    default_servers,
    lower_external_docs,
    lower_security,
    lower_servers,
    report_duplicate_ids,
)
from typewright.openapi.lower.parameters import HIDDEN, Globals, lower_parameter, resolve_object
from typewright.openapi.lower.schemas import SchemaLowerer
from typewright.openapi.lower.union_tags import with_sent_tags
from typewright.openapi.reading import Reader, extensions
from typewright.openapi.repairs import repair_document
from typewright.openapi.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typewright.openapi.document import Document
    from typewright.openapi.traversal import Node

_PATH_MAPS: tuple[tuple[str, OperationKind], ...] = (("paths", "path"), ("webhooks", "webhook"))
_VERSION = re.compile(r"3\.(?P<minor>[0-2])(?!\d)")


def lower(
    document: Document,
    *,
    all_components: bool = False,
    from_examples: bool = False,
    habits: frozenset[Habit] = frozenset(),
    selection: Selection | None = None,
) -> tuple[Api, tuple[Diagnostic, ...]]:
    """Return the API that `document` describes, and the diagnostics. The options are those of `describe`.

    Of `components.schemas`, only those that an operation reaches are lowered; with `all_components` or without
    operations, all are.
    """
    schemas, reader, nodes = _read_repaired(document, from_examples=from_examples, habits=habits)
    root, chosen, info = document.root, selection or Selection(), reader.object(document.root, "info", "#")
    globals_ = _global_parameters(schemas, root)
    operations = OperationLowerer(schemas, _hidden_by_global(globals_), _kept_items(schemas, chosen), chosen)
    paths, webhooks = _lower_operations(operations, root)
    names = reader.object(components := reader.object(root, "components", "#"), "schemas", "#/components")
    included = _lower_included(schemas, names, whole=all_components or not (paths or webhooks or chosen.is_restricted))
    api = Api(
        title=reader.string(info, "title", "#/info") or "API",
        version=reader.string(info, "version", "#/info") or "0",
        summary=reader.string(info, "summary", "#/info"),
        description=reader.string(info, "description", "#/info"),
        external_docs=lower_external_docs(reader, root, "#"),
        servers=lower_servers(reader, root, "#") or default_servers(document),
        tags=operations.tags,
        operations=paths,
        webhooks=webhooks,
        models=with_sent_tags(schemas.models),
        included=included,
        components=tuple(f"#/components/schemas/{escape(name)}" for name in names),
        security_schemes=_security_schemes(schemas, components),
        security=lower_security(reader, root, "#"),
        global_parameters=globals_,
        extensions=extensions(root),
        habits=habits,
        root=root,
        resolve=document.resolve,
        dynamic_anchors=document.dynamic_anchors(),
        decoded_pointers=frozenset(schemas.decoded_pointers),
        closure_digest=operations.kept.closure_digest if not schemas.decoded_pointers else _unknown,
    )
    return with_defaults(api), _diagnostics(schemas, nodes)


def _kept_items(schemas: SchemaLowerer, selection: Selection) -> KeptPathItems:
    """Return the path items of the last build.

    Nothing is kept for another process, nor of a selection, which notes what it is asked for, nor with a habit that
    reads the text of the file.
    """
    document, reader = schemas.document, schemas.reader
    return KeptPathItems(
        closure_digest=closure_digests(document.root, is_alone=len(document.sources) == 1),
        facts=value_digest((document.file, reader.from_examples, sorted(reader.habits))),
        is_kept=are_values_kept() and not selection.is_restricted and "timestamps-as-times" not in reader.habits,
    )


def _unknown(_: str) -> None:
    """Return no digest of any part."""


def _lower_operations(operations: OperationLowerer, root: JsonObject) -> tuple[tuple[Operation, ...], ...]:
    """Return the operations of paths, and those of webhooks."""
    found = tuple(operations.lower_paths(root, *part) for part in _PATH_MAPS)
    report_duplicate_ids(tuple(chain.from_iterable(found)), operations.schemas.reader)
    return found


def _lower_included(schemas: SchemaLowerer, names: JsonObject, *, whole: bool) -> tuple[str, ...]:
    """Lower what is pending and the components with `x-speakeasy-include`, or all; return the ids of those with it."""
    included = {
        f"#/components/schemas/{escape(name)}": schema
        for name, schema in names.items()
        if isinstance(schema, dict) and schema.get("x-speakeasy-include") is True
    }
    for id_, schema in included.items():
        schemas.schedule(id_, schema)
    schemas.lower_pending()
    if whole:
        _lower_components(schemas, names)
    return tuple(included)


def _read_repaired(
    document: Document, *, from_examples: bool, habits: frozenset[Habit]
) -> tuple[SchemaLowerer, Reader, list[Node]]:
    """Repair a document. Return its schema lowerer, reader and objects. Raises SpecError for unsupported versions."""
    version = str(document.root.get("openapi", ""))
    is_before_31 = version.startswith("3.0")
    is_before_32 = is_before_31 or version.startswith("3.1")
    reader = Reader(
        document, from_examples=from_examples, is_before_31=is_before_31, is_before_32=is_before_32, habits=habits
    )
    _check_version(document.root, reader)
    return (
        SchemaLowerer(document, reader, applies_ref_siblings=not is_before_31),
        reader,
        repair_document(document, reader),
    )


def _diagnostics(schemas: SchemaLowerer, nodes: Iterable[Node]) -> tuple[Diagnostic, ...]:
    """Run the checks that follow lowering, and return all diagnostics: errors first, then by file and line."""
    report_cycles(schemas.models, schemas.self_references, schemas.reader)
    check(nodes, schemas.reader)
    return _sorted([*schemas.reader.diagnostics, *unknown_extensions(schemas.document)])


def _sorted(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics sorted by severity, file (in order of appearance), line and column."""
    severities = list(Severity)
    files = {diagnostic.location.file: None for diagnostic in diagnostics if diagnostic.location is not None}
    order = {file: index for index, file in enumerate(files)}

    def sort_key(diagnostic: Diagnostic) -> tuple[int, int, int, int]:
        """Return the indexes of severity and file, the line and the column of a diagnostic."""
        where = diagnostic.location
        position = (order[where.file], where.line, where.column) if where is not None else (0, 0, 0)
        return severities.index(diagnostic.severity), *position

    return tuple(sorted(diagnostics, key=sort_key))


def _check_version(root: JsonObject, reader: Reader) -> None:
    """Report a missing or unsupported version. Raises SpecError unless the document can be lowered nevertheless."""
    if "swagger" in root:
        message = (
            f"this is a Swagger {_version_text(root['swagger'])} description; Swagger 2.0 and OpenAPI 3 are supported"
        )
        advice = "write 'swagger: \"2.0\"', or convert it to OpenAPI 3"
        reader.report("E320", message, "#/swagger", help_=advice)
    elif "openapi" not in root:
        _report_no_version(root, reader)
        if not DISTINCTIVE_KEYS.isdisjoint(root):
            return
    else:
        version = _VERSION.match(str(root["openapi"]))
        if version is None:
            message = f"OpenAPI version {_version_text(root['openapi'])} is not supported"
            reader.report("E322", message, "#/openapi", help_="use 3.0.x, 3.1.x or 3.2.x")
    if any(diagnostic.severity is Severity.ERROR for diagnostic in reader.diagnostics):
        raise SpecError(reader.diagnostics)


def _report_no_version(root: JsonObject, reader: Reader) -> None:
    other = format_of_keys(root)
    if other is not None:
        reader.report("E321", f"this is {other.what}, not an OpenAPI description", "#", help_=other.help)
        return
    misspelt = next((key for key in root if key.lower().replace("_", "").replace("-", "") == "openapi"), None)
    advice = "start it with: openapi: 3.1.0" if misspelt is None else f"write 'openapi' instead of '{misspelt}'"
    pointer = "#" if misspelt is None else f"#/{escape(misspelt)}"
    message = "this is not an OpenAPI description: 'openapi' is missing"
    reader.report("E321", message, pointer, help_=advice, at_key=misspelt is not None)


def _version_text(version: JsonValue) -> str:
    return version if isinstance(version, str) and version else json.dumps(version, ensure_ascii=False)[:40]


def _global_parameters(schemas: SchemaLowerer, root: JsonObject) -> tuple[Parameter, ...]:
    """Return the parameters of `x-speakeasy-globals`."""
    written = schemas.reader.object(root, "x-speakeasy-globals", "#")
    pointer = "#/x-speakeasy-globals"
    parameters = []
    for index, entry in enumerate(schemas.reader.array(written, "parameters", pointer)):
        resolved = resolve_object(schemas, entry, f"{pointer}/parameters/{index}", "Parameter")
        parameter = lower_parameter(schemas, resolved, pointer, {}) if resolved else None
        if parameter is not None:
            parameters.append(parameter)
    return tuple(parameters)


def _lower_components(schemas: SchemaLowerer, names: JsonObject) -> None:
    """Lower all components in document order, each followed by those that it uses."""
    for name, schema in names.items():
        schemas.schedule(f"#/components/schemas/{escape(name)}", schema)
        schemas.lower_pending()


def _hidden_by_global(parameters: tuple[Parameter, ...]) -> Globals:
    """Map name and location of each global parameter to whether it is hidden from method signatures."""
    return {
        (parameter.name, parameter.location.value): parameter.extensions.get(HIDDEN) is True for parameter in parameters
    }


def _security_schemes(schemas: SchemaLowerer, components: JsonObject) -> tuple[SecurityScheme, ...]:
    reader, schemes = schemas.reader, []
    for key, entry in reader.object(components, "securitySchemes", "#/components").items():
        pointer, label = f"#/components/securitySchemes/{escape(key)}", f"security scheme {key!r}"
        resolved = resolve_object(schemas, entry, pointer, "SecurityScheme", label)
        if resolved is None:
            continue
        value, pointer = resolved.value, resolved.pointer
        schemes.append(
            SecurityScheme(
                key=key,
                type=reader.string(value, "type", pointer) or "",
                pointer=pointer,
                description=reader.string(value, "description", pointer),
                scheme=reader.string(value, "scheme", pointer),
                location=reader.string(value, "in", pointer),
                parameter=reader.string(value, "name", pointer),
                bearer_format=reader.string(value, "bearerFormat", pointer),
                open_id_connect_url=reader.string(value, "openIdConnectUrl", pointer),
                metadata_url=reader.string(value, "oauth2MetadataUrl", pointer),
                flows=reader.object(value, "flows", pointer),
                extensions=extensions(value),
            )
        )
    return tuple(schemes)
