"""Repair of parameters `in: body` and `in: formData`, which Swagger 2.0 has and OpenAPI 3 writes as `requestBody`.

They stay in the list of parameters, whose other entries keep their pointers, and are no parameters when it is lowered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonObject
from typewright.openapi.path_items import operations_of
from typewright.openapi.reading import Reader
from typewright.openapi.swagger.parameters import SourceParameter, form_body, request_body
from typewright.openapi.swagger.source_map import SourceMap

_LOCATIONS = ("body", "formData")


def repair_body_parameters(item: JsonObject, pointer: str, reader: Reader) -> None:
    """Give the operations of a path item without a `requestBody` one of their body and form parameters."""
    shared = list(_of_body(item, pointer, reader))
    bare = [
        (f"{pointer}{written.pointer}", written.value)
        for written in operations_of(item)
        if isinstance(written.value, dict) and "requestBody" not in written.value
    ]
    for operation_pointer, operation in bare:
        own = list(_of_body(operation, operation_pointer, reader))
        names = {found.value.get("name") for found in own}
        found = [*own, *(entry for entry in shared if entry.value.get("name") not in names)]
        if found:
            operation["requestBody"] = _request_body(found, _media_types(operation, reader))
            _report(found, reader)


def _of_body(parent: JsonObject, pointer: str, reader: Reader) -> Iterator[SourceParameter]:
    """Yield the body and form parameters of a path item or an operation, with their pointers."""
    entries = parent.get("parameters")
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        entry_pointer = f"{pointer}/parameters/{index}"
        ref = entry.get("$ref") if isinstance(entry, dict) else None
        try:
            resolved = (
                reader.document.follow(ref, entry_pointer, ignore_siblings=True) if isinstance(ref, str) else None
            )
        except SpecError:
            continue
        value, origin = (entry, entry_pointer) if resolved is None else (resolved.value, resolved.pointer)
        if isinstance(value, dict) and value.get("in") in _LOCATIONS:
            yield SourceParameter(value, origin)


def _request_body(found: Sequence[SourceParameter], consumes: Sequence[str]) -> JsonObject:
    bodies = [entry for entry in found if entry.location == "body"]
    if bodies:
        return request_body(bodies[0], consumes or ["application/json"], "", SourceMap())
    return form_body(found, consumes, "", SourceMap())


def _media_types(operation: JsonObject, reader: Reader) -> list[str]:
    """Return the media types that the operation, or the description, lists in the manner of Swagger 2.0."""
    written = operation.get("consumes", reader.document.root.get("consumes"))
    return [entry for entry in written if isinstance(entry, str)] if isinstance(written, list) else []


def _report(found: Sequence[SourceParameter], reader: Reader) -> None:
    """Warn of parameters that are read as the request body; of one beside a body that it is passed over."""
    has_body = any(entry.location == "body" for entry in found)
    for entry in found:
        is_read = entry.location == "body" or not has_body
        reader.report(
            "E312",
            f"parameter {entry.value.get('name')!r} cannot be in {entry.location!r}",
            f"{entry.origin}/in",
            help_="OpenAPI 3 writes this as 'requestBody'",
            assumed="it is read as 'requestBody'" if is_read else None,
        )
