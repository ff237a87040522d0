# Typewright's runtime, copied as it is; its digest is c6c94025a5d17f87.
"""Files that are parts of multipart bodies."""

from __future__ import annotations

import os
from typing import (
    IO,
    TYPE_CHECKING,
    Annotated,
    Any,
    Protocol,
    TypeAlias,
    runtime_checkable,
)

from pydantic import Field
from pydantic_core import (
    PydanticCustomError,
    PydanticSerializationError,
    core_schema,
)
from typing_extensions import LiteralString, NotRequired, TypedDict

from .base import Model, surround
from .values import FILES_AS_TEXT, file_name, file_text

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


_NO_FILE: LiteralString = (
    "Input should be a file: bytes, an open one, a `pathlib.Path`, or one with a name"
)


def _as_it_is() -> core_schema.SerSchema:
    """Return how a file is dumped: as it is, but for JSON, which has no form for it."""

    def dumped(value: Any, info: Any) -> Any:
        if info.mode != "json":
            return value
        if info.context == FILES_AS_TEXT:
            return file_text(value)
        raise PydanticSerializationError("a file has no form in JSON")

    untouched = core_schema.to_string_ser_schema(when_used="json")
    return core_schema.plain_serializer_function_ser_schema(
        dumped,
        info_arg=True,
        return_schema=core_schema.any_schema(serialization=untouched),
    )


class _Content:
    """Takes what a file consists of as it is, bytes or an open file, and hands it out so; it has no form in JSON."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of any value."""
        return core_schema.any_schema(serialization=_as_it_is())

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "string", "format": "binary"}


@runtime_checkable
class _Open(Protocol):
    """An open file."""

    def read(self, size: int = ..., /) -> Any:
        """Return the next bytes."""


class FileUpload(Model):
    """A file that is sent as a part of a multipart body. Its content alone will do: it is called as that is."""

    file_name: Annotated[str, Field(alias="fileName")]
    content: Annotated[bytes | IO[bytes] | os.PathLike[str], _Content()]
    content_type: Annotated[str | None, Field(alias="Content-Type")] = None

    if not TYPE_CHECKING:

        @classmethod
        def __get_pydantic_core_schema__(
            cls, source: Any, handler: GetCoreSchemaHandler
        ) -> CoreSchema:
            """Return the schema of the class, which takes content for a file."""
            schema = super().__get_pydantic_core_schema__(source, handler)
            surround(handler.resolve_ref_schema(schema), _before_named)
            return schema


def _before_named(schema: CoreSchema) -> CoreSchema:
    return core_schema.no_info_before_validator_function(_named, schema)


def _named(value: Any) -> Any:
    """Return a file that is given by its content as one with a name; one with a name as it is."""
    content: Any = value
    if isinstance(value, (FileUpload, dict)):
        return content
    if isinstance(value, (bytes, bytearray, _Open, os.PathLike)):
        return {"file_name": file_name(content), "content": content}
    raise PydanticCustomError("file", _NO_FILE)


class FileUploadTypedDict(TypedDict):
    """A file with a name, as a dictionary."""

    file_name: str
    content: bytes | IO[bytes] | os.PathLike[str]
    content_type: NotRequired[str]


class _AnyForm:
    """Takes a file in any form as it is."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of the forms. A class is matched exactly, so that no open file is read as a list."""
        return core_schema.union_schema(
            [
                core_schema.bytes_schema(),
                core_schema.is_instance_schema(_Open),
                core_schema.is_instance_schema(os.PathLike),
                handler.generate_schema(FileUpload),
            ],
            custom_error_type="file",
            custom_error_message=_NO_FILE,
            serialization=_as_it_is(),
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "string", "format": "binary"}


FileLike: TypeAlias = Annotated[
    bytes | IO[bytes] | os.PathLike[str] | FileUpload, _AnyForm()
]
"""A file: its bytes, an open one, the path of one, or one with a name."""
