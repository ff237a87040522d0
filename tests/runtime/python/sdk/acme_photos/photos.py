"""Photos, from upload to removal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import errors, models
from ._runtime.absence import UNSET
from ._runtime.client.answers import ErrorAnswer, JSONAnswer
from ._runtime.client.binary import BinaryAnswer, BinaryStream, BinaryStreamAsync
from ._runtime.client.bodies import Body
from ._runtime.client.group import Group
from ._runtime.client.multipart import MultipartBody, Part
from ._runtime.client.operation import Operation, PathArgument
from ._runtime.client.options import CallOptions
from ._runtime.client.retry_config import RetryConfig

if TYPE_CHECKING:
    from collections.abc import Mapping

    from . import dicts
    from ._runtime.absence import Unset

_UPLOAD: Operation[models.Photo, models.Photo] = Operation(
    id="uploadPhoto",
    method="POST",
    path="/photos",
    body=Body(
        (MultipartBody(lambda: models.UploadPhoto, {"details": Part("application/json"), "file": Part(is_file=True)}),),
        fields=("file", "title", "details"),
    ),
    answers=(JSONAnswer("201", lambda: models.Photo), ErrorAnswer("413", lambda: errors.Problem)),
)

_DOWNLOAD: Operation[BinaryStream, BinaryStreamAsync] = Operation(
    id="downloadPhoto",
    method="GET",
    path="/photos/{id}/file",
    arguments=(PathArgument("id"),),
    answers=(BinaryAnswer("200", "image/*"), ErrorAnswer("404", lambda: errors.NotFound)),
)


class Photos(Group):
    """Photos, from upload to removal."""

    def upload(
        self,
        *,
        file: models.PhotoFile | dicts.PhotoFileTypedDict,
        title: str | None = None,
        details: models.PhotoDetails | dicts.PhotoDetailsTypedDict | None = None,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Photo:
        """Upload a photo of any size."""
        return self._engine.call(
            _UPLOAD,
            {"file": file, "title": title, "details": details},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def upload_async(
        self,
        *,
        file: models.PhotoFile | dicts.PhotoFileTypedDict,
        title: str | None = None,
        details: models.PhotoDetails | dicts.PhotoDetailsTypedDict | None = None,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Photo:
        """Upload a photo of any size; `upload` says more."""
        return await self._engine.call_async(
            _UPLOAD,
            {"file": file, "title": title, "details": details},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def download(
        self,
        *,
        id: str,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> BinaryStream:
        """Download the file of a photo, chunk by chunk."""
        return self._engine.call(
            _DOWNLOAD,
            {"id": id},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def download_async(
        self,
        *,
        id: str,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> BinaryStreamAsync:
        """Download the file of a photo, chunk by chunk; `download` says more."""
        return await self._engine.call_async(
            _DOWNLOAD,
            {"id": id},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
