"""The methods of `photos`."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer
from ._runtime.client.bodies import Body
from ._runtime.client.group import Group
from ._runtime.client.multipart import MultipartBody, Part
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from os import PathLike

    from . import dicts
    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_UPLOAD: Operation[None, None] = Operation(
    id="upload",
    method="POST",
    path="/photos",
    body=Body(
        (
            MultipartBody(
                lambda: models.UploadRequestBody,
                {"files": Part(is_file=True)},
                array_suffix="[]",
            ),
        ),
        fields=("files",),
    ),
    answers=(EmptyAnswer("204"),),
)


class Photos(Group):
    """The methods of `photos`."""

    def upload(
        self,
        *,
        files: Sequence[
            models.Files | dicts.FilesTypedDict | bytes | IO[bytes] | PathLike[str]
        ],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /photos.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            a_client.photos.upload(
                files=[
                    {
                        "file_name": "example.file",
                        "content": open("example.file", "rb"),
                    },
                ],
            )
        """
        return self._engine.call(
            _UPLOAD,
            {"files": files},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def upload_async(
        self,
        *,
        files: Sequence[
            models.Files | dicts.FilesTypedDict | bytes | IO[bytes] | PathLike[str]
        ],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /photos.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _UPLOAD,
            {"files": files},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
