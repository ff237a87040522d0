"""Errors of one status whose schemas are equal, as one type."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace

from typewright.ir import Api, Media, Operation, Ref, Response, TypeExpr, not_null
from typewright.surface.parts import is_json


def with_equal_errors_once(api: Api) -> Api:
    """Return `api` with the type of the first of several errors in place of those that are like it.

    They are alike where status and schema are the same and no `$ref` names the schema or the response.
    """
    found = _Errors(api)
    return replace(
        api,
        operations=tuple(map(found.operation, api.operations)),
        webhooks=tuple(map(found.operation, api.webhooks)),
    )


@dataclass(slots=True)
class _Errors:
    """Replaces the types of errors; `first` has the type of the first by status and schema."""

    api: Api
    first: dict[tuple[str, str], TypeExpr] = field(default_factory=dict)

    def operation(self, operation: Operation) -> Operation:
        """Return an operation with the types of its errors replaced."""
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
