"""Lowering of the operations of paths, webhooks and callbacks."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from msgspec.structs import replace

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import (
    Operation,
    OperationKind,
    Parameter,
    ParameterLocation,
    Presence,
    Ref,
    Scalar,
    ScalarKind,
    SecurityRequirement,
    Server,
    ServerVariable,
    Tag,
    UnionModel,
    not_null,
)
from typewright.openapi.lower.kept_path_items import KeptPathItems
from typewright.openapi.lower.parameters import (
    Globals,
    ResolvedObject,
    lower_body,
    lower_parameters,
    lower_responses,
    resolve_object,
)
from typewright.openapi.lower.schemas import SchemaLowerer
from typewright.openapi.lower.tags import lower_tags, sections_of
from typewright.openapi.path_items import WrittenOperation, operations_of
from typewright.openapi.path_templates import is_well_formed, read_template
from typewright.openapi.reading import Reader, extensions
from typewright.openapi.selection import Candidate, Selection

if TYPE_CHECKING:
    from typewright.openapi.document import Document


@dataclass(slots=True)
class OperationLowerer:
    """Lowers operations in document order."""

    schemas: SchemaLowerer
    globals_: Globals
    kept: KeptPathItems
    selection: Selection = field(default_factory=Selection)
    """The selection of the operations of paths and webhooks to lower."""
    tags: tuple[Tag, ...] = field(init=False)
    """The tags that the description declares."""
    _open: set[str] = field(default_factory=set)
    """The pointers of the operations that are being lowered; callbacks that lead back to one are left out."""

    def __post_init__(self) -> None:
        """Lower the declared tags."""
        self.tags = lower_tags(self.schemas.reader, self.schemas.document.root)

    def lower_paths(self, root: JsonObject, key: str, kind: OperationKind) -> tuple[Operation, ...]:
        """Return the selected operations of the member `key` of `root`: `paths` or `webhooks`."""
        operations: list[Operation] = []
        paths = self.schemas.reader.object(root, key, "#")
        for path, written in paths.items():
            if not path.startswith("x-") and (kind != "path" or is_well_formed(path)):
                pointer = f"#/{key}/{escape(path)}"
                operations += self.kept.operations(
                    self.schemas, pointer, partial(self._with, written, (path, pointer), kind)
                )
        shared = extensions(paths)
        if not shared:
            return tuple(operations)
        return tuple(
            replace(operation, inherited_extensions={**shared, **operation.inherited_extensions})
            for operation in operations
        )

    def _with(
        self, written: JsonValue, address: tuple[str, str], kind: OperationKind, schemas: SchemaLowerer
    ) -> tuple[Operation, ...]:
        """Return the operations of a path item, given with its path and its pointer, lowered by `schemas`."""
        path, pointer = address
        lowerer = copy(self)
        lowerer.schemas = schemas
        return tuple(lowerer._path_item(written, path, pointer, pointer, kind))

    def _path_item(
        self, written: JsonValue, path: str, id_: str, pointer: str, kind: OperationKind
    ) -> Iterator[Operation]:
        item = resolve_object(self.schemas, written, pointer, "PathItem", f"path {path!r}")
        if item is None:
            return
        for written_operation in operations_of(item.value):
            label = f"operation {written_operation.method}"
            resolved = resolve_object(
                self.schemas, written_operation.value, f"{item.pointer}{written_operation.pointer}", "Operation", label
            )
            if resolved is None or not self._is_selected(
                Candidate(path, written_operation, resolved.value, item.value), kind
            ):
                continue
            if resolved.pointer in self._open:
                continue
            self._open.add(resolved.pointer)
            operation = self._operation(
                item, resolved, f"{id_}{written_operation.pointer}", (written_operation, path, kind)
            )
            self._open.remove(resolved.pointer)
            if not self._has_excluded_path_union(operation):
                yield operation

    def _has_excluded_path_union(self, operation: Operation) -> bool:
        """Return whether a path parameter has several types and the habit `path-unions-left-out` is kept; report it."""
        reader, models = self.schemas.reader, self.schemas.models
        for parameter in operation.parameters if "path-unions-left-out" in reader.habits else ():
            ref = not_null(parameter.type)
            if parameter.location is not ParameterLocation.PATH or not isinstance(ref, Ref):
                continue
            if isinstance(models.get(ref.id), UnionModel):
                message = f"{operation.http_method} {operation.path} is left out: {parameter.name!r} has several types"
                advice = "take 'path-unions-left-out' off 'reference_habits' to have it"
                reader.warn("W326", message, parameter.pointer, help_=advice)
                return True
        return False

    def _is_selected(self, candidate: Candidate, kind: OperationKind) -> bool:
        """Return whether to lower an operation. A callback is selected with the operation that it belongs to."""
        if candidate.value.get("x-speakeasy-ignore") is True:
            return False
        return kind == "callback" or self.selection.is_selected(candidate)

    def _operation(
        self, item: ResolvedObject, own: ResolvedObject, id_: str, address: tuple[WrittenOperation, str, OperationKind]
    ) -> Operation:
        """Return the operation `own` of a path item; `address` is how it is written, its path and its kind."""
        value, pointer, reader = own.value, own.pointer, self.schemas.reader
        written, path, kind = address
        tags = tuple(reader.strings(value, "tags", pointer))
        section, *more = sections_of(tags, self.tags) or ("",)
        path, parameters = self._parameters(item, own, id_, path, is_path=kind == "path")
        group, name = value.get("x-speakeasy-group"), value.get("x-speakeasy-name-override")
        message, replacement = (value.get(f"x-speakeasy-deprecation-{key}") for key in ("message", "replacement"))
        return Operation(
            id=id_,
            kind=kind,
            operation_id=reader.string(value, "operationId", pointer),
            method=written.method.lower(),
            path=path,
            pointer=pointer,
            parameters=parameters,
            body=lower_body(self.schemas, value, id_, pointer),
            responses=lower_responses(self.schemas, value, id_, pointer, has_content=written.method.lower() != "head"),
            tags=tags,
            group=group if isinstance(group, str) else None,
            preferred_name=name if isinstance(name, str) else None,
            summary=reader.string(value, "summary", pointer),
            description=reader.string(value, "description", pointer),
            deprecated=value.get("deprecated") is True,
            deprecation_message=message if isinstance(message, str) else None,
            replacement=replacement if isinstance(replacement, str) else None,
            security=lower_security(reader, value, pointer) if "security" in value else None,
            servers=lower_servers(reader, value, pointer) or lower_servers(reader, item.value, item.pointer),
            callbacks=tuple(self._callbacks(value, id_, pointer)),
            external_docs=lower_external_docs(reader, value, pointer),
            extensions=extensions(value),
            inherited_extensions=extensions(item.value),
            section=section,
            further_sections=tuple(more),
            additional_method=written.method if written.is_additional else None,
        )

    def _parameters(
        self, item: ResolvedObject, own: ResolvedObject, id_: str, path: str, *, is_path: bool
    ) -> tuple[str, tuple[Parameter, ...]]:
        """Return a path with the names of its parameters, and the parameters of an operation."""
        parents = ((item.value, item.pointer), (own.value, own.pointer))
        parameters = lower_parameters(self.schemas, parents, id_, self.globals_)
        if is_path:
            path, parameters = self._with_undeclared(path, parameters, id_, own.pointer)
        if "fields-by-alphabet" in self.schemas.reader.habits:
            parameters = tuple(sorted(parameters, key=lambda parameter: parameter.name))
        return path, parameters

    def _with_undeclared(
        self, path: str, parameters: tuple[Parameter, ...], id_: str, pointer: str
    ) -> tuple[str, tuple[Parameter, ...]]:
        """Return a path as it is read, and the parameters with a required text for each undescribed one of the path."""
        declared = {parameter.name for parameter in parameters if parameter.location is ParameterLocation.PATH}
        known = declared | {name for name, location in self.globals_ if location == "path"}
        read, undeclared = read_template(path, known)
        return read, parameters + tuple(
            Parameter(
                id=f"{id_}/parameters/path:{escape(name)}",
                name=name,
                location=ParameterLocation.PATH,
                type=Scalar(ScalarKind.STRING, f"{pointer}/parameters/path:{escape(name)}", schema={"type": "string"}),
                presence=Presence.REQUIRED,
                pointer=f"{pointer}/parameters/path:{escape(name)}",
            )
            for name in undeclared
        )

    def _callbacks(self, operation: JsonObject, id_: str, pointer: str) -> Iterator[Operation]:
        for name, written in self.schemas.reader.object(operation, "callbacks", pointer).items():
            suffix = f"/callbacks/{escape(name)}"
            callback = resolve_object(self.schemas, written, f"{pointer}{suffix}", "Callback", f"callback {name!r}")
            for expression, item in (callback.value if callback else {}).items():
                if callback is not None and not expression.startswith("x-"):
                    expression_suffix = f"/{escape(expression)}"
                    yield from self._path_item(
                        item,
                        expression,
                        f"{id_}{suffix}{expression_suffix}",
                        f"{callback.pointer}{expression_suffix}",
                        "callback",
                    )


def report_duplicate_ids(operations: tuple[Operation, ...], reader: Reader) -> None:
    """Report every `operationId` that an earlier operation has, too (OpenAPI 3.1, 4.8.10: it MUST be unique)."""
    first: dict[str, Operation] = {}
    for operation in operations:
        if operation.operation_id is None:
            continue
        earlier = first.setdefault(operation.operation_id, operation)
        if earlier is not operation and earlier.pointer != operation.pointer:
            where = reader.document.location(f"{earlier.pointer}/operationId")
            reader.report(
                "E313",
                f"operationId {operation.operation_id!r} is taken by {earlier.http_method} {earlier.path}",
                f"{operation.pointer}/operationId",
                help_=f"rename one of the two; the other stands at {where}",
            )


def lower_security(reader: Reader, parent: JsonObject, pointer: str) -> tuple[SecurityRequirement, ...]:
    """Return the alternative security requirements of the document or an operation."""
    requirements: list[SecurityRequirement] = []
    for index, written in enumerate(reader.array(parent, "security", pointer)):
        if not isinstance(written, dict):
            reader.report_no_object(
                written, "a security requirement", "SecurityRequirement", f"{pointer}/security/{index}"
            )
            continue
        requirements.append(
            {
                scheme: tuple(scope for scope in scopes if isinstance(scope, str)) if isinstance(scopes, list) else ()
                for scheme, scopes in written.items()
            }
        )
    return tuple(requirements)


def default_servers(document: Document) -> tuple[Server, ...]:
    """Return the server of a document without any: `/` (OpenAPI 3.1, 4.8.1.1), where that can be resolved."""
    url = _absolute("/", document)
    return () if url == "/" else (Server(url=url.rstrip("/")),)


def _absolute(url: str, document: Document) -> str:
    """Return a server's URL, a relative one resolved against the URL that the document was fetched from (4.8.5)."""
    base = urlsplit(document.file)
    if base.scheme not in ("http", "https") or not url.startswith(("/", "./", "../")):
        return url
    host = base.netloc.rpartition("@")[2]  # a user and a password are not for everybody
    return urljoin(f"{base.scheme}://{host}{base.path}", url)


def lower_servers(reader: Reader, parent: JsonObject, pointer: str) -> tuple[Server, ...]:
    """Return the servers of the document or an operation."""
    servers = []
    for index, written in enumerate(reader.array(parent, "servers", pointer)):
        item_pointer = f"{pointer}/servers/{index}"
        if not isinstance(written, dict):
            reader.report_no_object(written, "a server", "Server", item_pointer)
            continue
        url = reader.string(written, "url", item_pointer)
        id_ = written.get("x-speakeasy-server-id", written.get("name"))
        servers.append(
            Server(
                url=_absolute(url or "", reader.document),
                description=reader.string(written, "description", item_pointer),
                id=id_ if isinstance(id_, str) else None,
                variables=tuple(_server_variables(reader, written, item_pointer)),
            )
        )
    return tuple(servers)


def _server_variables(reader: Reader, server: JsonObject, pointer: str) -> Iterator[ServerVariable]:
    for name, written in reader.object(server, "variables", pointer).items():
        item_pointer = f"{pointer}/variables/{escape(name)}"
        if isinstance(written, dict):
            yield ServerVariable(
                name=name,
                default=reader.string(written, "default", item_pointer) or "",
                values=tuple(reader.strings(written, "enum", item_pointer)),
                description=reader.string(written, "description", item_pointer),
            )


def lower_external_docs(reader: Reader, parent: JsonObject, pointer: str) -> tuple[str, str | None] | None:
    """Return the URL and the description of `externalDocs`."""
    written = reader.object(parent, "externalDocs", pointer)
    item_pointer = f"{pointer}/externalDocs"
    url = reader.string(written, "url", item_pointer)
    return (url, reader.string(written, "description", item_pointer)) if url else None
