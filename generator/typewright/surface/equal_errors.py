"""Merging of the inline types of errors that have the same status and equal schemas."""

from __future__ import annotations

import json

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.ir import Api, Media, Operation, Ref, Response, TypeExpr, not_null
from typewright.surface.parts import is_json


def merge_equal_errors(api: Api) -> Api:
    """Return `api` with one type for all errors that have the same status and equal schemas.

    Errors whose schema or response is a `$ref` keep their types.
    """
    merger = _ErrorMerger(api)
    return replace(
        api,
        operations=tuple(map(merger.operation, api.operations)),
        webhooks=tuple(map(merger.operation, api.webhooks)),
    )


class _ErrorMerger(Struct):
    """Replaces the types of errors by the type of the first one with the same status and schema (`first`)."""

    api: Api
    first: dict[tuple[str, str], TypeExpr] = field(default_factory=dict)

    def operation(self, operation: Operation) -> Operation:
        """Return `operation` with the types of its errors replaced."""
        return replace(operation, responses=tuple(map(self._response, operation.responses)))

    def _response(self, response: Response) -> Response:
        if not response.is_error or response.shared is not None:
            return response
        return replace(response, media=tuple(self._media(response, media) for media in response.media))

    def _media(self, response: Response, media: Media) -> Media:
        ref = media.type and not_null(media.type)
        if not isinstance(ref, Ref) or ref.by_reference or media.type is None or not is_json(media.media_type):
            return media
        schema = json.dumps(self.api.models[ref.id].schema, sort_keys=True, default=str)
        return replace(media, type=self.first.setdefault((response.status, schema), media.type))
