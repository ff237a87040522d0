# Typewright's runtime, copied as it is; its digest is 699c091e6ff7b652.
"""Files that are parts of multipart bodies."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Annotated, Any

from pydantic import Field
from pydantic_core import core_schema

from .base import Model

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class _Content:
    """Takes what a file consists of as it is, bytes or an open file, and hands it out so; it has no form in JSON."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of any value."""
        as_it_is = core_schema.format_ser_schema("file", when_used="json")
        return core_schema.any_schema(serialization=as_it_is)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "string", "format": "binary"}


class FileUpload(Model):
    """A file that is sent as a part of a multipart body."""

    file_name: Annotated[str, Field(alias="fileName")]
    content: Annotated[bytes | IO[bytes], _Content()]
    content_type: Annotated[str | None, Field(alias="Content-Type")] = None
