"""`Photo`, and what it is uploaded as."""

from __future__ import annotations

from typing import Any, Optional

from .._runtime.base import Model, ResponseModel
from .._runtime.uploads import FileUpload


class Photo(ResponseModel):
    """A photo."""

    id: str
    title: str | None = None
    size: int | None = None


class PhotoFile(FileUpload):
    """The file of a photo."""


class PhotoDetails(Model):
    """What is known about a photo."""

    camera: Optional[str] = None
    extra: Optional[dict[str, Any]] = None


class UploadPhoto(Model):
    """The parts of an upload."""

    file: PhotoFile
    title: Optional[str] = None
    details: Optional[PhotoDetails] = None
