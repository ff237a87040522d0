"""The methods of `Jobs` that are in no group."""

from __future__ import annotations

from typing import Literal, TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_SUBMIT: Operation[None, None] = Operation(
    id="submit",
    method="POST",
    path="/jobs",
    body=Body(
        (
            JSONBody(lambda: models.SubmitRequestBody),
            JSONBody(lambda: models.SubmitRequestBody, "text/json"),
            JSONBody(lambda: models.SubmitRequestBody, "application/*+json"),
        ),
        fields=("code",),
        media_type_argument="content_type",
    ),
    answers=(EmptyAnswer("204"),),
)


class JobsMethods(Group):
    """The methods of `Jobs` that are in no group."""

    def submit(
        self,
        *,
        code: models.Code,
        content_type: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /jobs.

        Args:
            content_type: The media type of the body, of application/json or text/json
                or application/*+json.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            j_client.submit(code="a")
        """
        return self._engine.call(
            _SUBMIT,
            {"code": code, "content_type": content_type},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def submit_async(
        self,
        *,
        code: models.Code,
        content_type: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /jobs.

        Args:
            content_type: The media type of the body, of application/json or text/json
                or application/*+json.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _SUBMIT,
            {"code": code, "content_type": content_type},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
