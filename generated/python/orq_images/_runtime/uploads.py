# Typewright's runtime, copied as it is; its digest is 285a961d11f335b3.
"""Files that are parts of multipart bodies."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Annotated, Any

from pydantic import Field
from pydantic_core import core_schema

from .absence import UNSET, Omissible
from .base import Model

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class _Content:
    """Takes what a file consists of as it is: bytes, or an open file."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of any value."""
        return core_schema.any_schema()


class FileUpload(Model):
    """A file that is sent as a part of a multipart body."""

    file_name: Annotated[str, Field(alias="fileName")]
    content: Annotated[bytes | IO[bytes], _Content()]
    content_type: Annotated[Omissible[str], Field(alias="Content-Type")] = UNSET
