"""The methods of `proxy`."""

from __future__ import annotations

from typing import IO, Literal, TYPE_CHECKING, overload

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import ErrorAnswer, JSONAnswer
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.event_stream import EventStream, EventStreamAsync, EventsAnswer
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

_CHAT_COMPLETIONS: Operation[
    models.ChatCompletion | EventStream[models.CreateChatCompletionResponseBody],
    models.ChatCompletion | EventStreamAsync[models.CreateChatCompletionResponseBody],
] = Operation(
    id="CreateChatCompletion",
    method="POST",
    path="/v2/proxy/chat/completions",
    body=Body(
        (JSONBody(lambda: models.CreateChatCompletionRequestBody),),
        fields=(
            "messages",
            "model",
            "metadata",
            "max_tokens",
            "max_completion_tokens",
            "n",
            "response_format",
            "stop",
            "stream_options",
            "temperature",
            "stream",
            "orq",
        ),
        nullable=(
            "max_tokens",
            "max_completion_tokens",
            "n",
            "stop",
            "stream_options",
            "temperature",
        ),
    ),
    answers=(
        JSONAnswer("200", lambda: models.ChatCompletion),
        EventsAnswer("200", lambda: models.CreateChatCompletionResponseBody),
        ErrorAnswer("400", lambda: models.ProxyError),
        ErrorAnswer("401", lambda: models.ProxyError),
        ErrorAnswer("429", lambda: models.ProxyError),
    ),
    stream_argument="stream",
    deprecated_arguments={
        "max_tokens": "`max_tokens` of `chat_completions` is deprecated."
    },
)

_IMAGES_GENERATE: Operation[
    models.PostV2ProxyImagesGenerationsResponseBody,
    models.PostV2ProxyImagesGenerationsResponseBody,
] = Operation(
    id="images_generate",
    method="POST",
    path="/v2/proxy/images/generations",
    body=Body(
        (JSONBody(lambda: models.PostV2ProxyImagesGenerationsRequestBody),),
        fields=(
            "prompt",
            "model",
            "background",
            "moderation",
            "n",
            "output_compression",
            "output_format",
            "quality",
            "response_format",
            "size",
            "style",
            "orq",
        ),
        nullable=(
            "background",
            "moderation",
            "n",
            "output_compression",
            "output_format",
            "quality",
            "response_format",
            "size",
            "style",
        ),
    ),
    answers=(
        JSONAnswer("200", lambda: models.PostV2ProxyImagesGenerationsResponseBody),
        ErrorAnswer("400", lambda: models.ProxyError),
        ErrorAnswer("401", lambda: models.ProxyError),
        ErrorAnswer(
            "422", lambda: models.PostV2ProxyImagesGenerationsProxyResponseBody
        ),
        ErrorAnswer("429", lambda: models.ProxyError),
    ),
)

_IMAGES_EDIT: Operation[models.ImagesResponse, models.ImagesResponse] = Operation(
    id="images_edit",
    method="POST",
    path="/v2/proxy/images/edits",
    body=Body(
        (
            MultipartBody(
                lambda: models.PostV2ProxyImagesEditsRequestBody,
                {"image": Part("image/png, image/webp, image/jpeg", is_file=True)},
            ),
        ),
        fields=("model", "image", "prompt", "n", "size", "response_format", "user"),
        nullable=(
            "n",
            "size",
            "response_format",
        ),
    ),
    answers=(
        JSONAnswer("200", lambda: models.ImagesResponse),
        ErrorAnswer("400", lambda: models.ProxyError),
        ErrorAnswer("401", lambda: models.ProxyError),
        ErrorAnswer("413", lambda: models.ProxyError),
        ErrorAnswer("429", lambda: models.ProxyError),
    ),
)

_IMAGES_VARIATION: Operation[models.ImagesResponse, models.ImagesResponse] = Operation(
    id="images_variation",
    method="POST",
    path="/v2/proxy/images/variations",
    body=Body(
        (
            MultipartBody(
                lambda: models.PostV2ProxyImagesVariationsRequestBody,
                {"image": Part("image/png, image/webp, image/jpeg", is_file=True)},
            ),
        ),
        fields=("image", "model", "n", "response_format", "size", "user"),
        nullable=("n",),
    ),
    answers=(
        JSONAnswer("200", lambda: models.ImagesResponse),
        ErrorAnswer("400", lambda: models.ProxyError),
        ErrorAnswer("401", lambda: models.ProxyError),
        ErrorAnswer("413", lambda: models.ProxyError),
        ErrorAnswer("429", lambda: models.ProxyError),
    ),
)


class Proxy(Group):
    """The methods of `proxy`."""

    @overload
    def chat_completions(
        self,
        *,
        messages: Sequence[models.ChatMessage | dicts.ChatMessageTypedDict],
        model: str,
        metadata: Mapping[str, str] | None = None,
        max_tokens: int | None | Unset = UNSET,
        max_completion_tokens: int | None | Unset = UNSET,
        n: int | None | Unset = UNSET,
        response_format: (
            models.ResponseFormat | dicts.ResponseFormatTypedDict | None
        ) = None,
        stop: models.Stop | dicts.StopTypedDict | None | Unset = UNSET,
        stream_options: (
            models.StreamOptions | dicts.StreamOptionsTypedDict | None | Unset
        ) = UNSET,
        temperature: float | None | Unset = UNSET,
        stream: Literal[False] | None = None,
        orq: models.Orq | dicts.OrqTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ChatCompletion: ...

    @overload
    def chat_completions(
        self,
        *,
        messages: Sequence[models.ChatMessage | dicts.ChatMessageTypedDict],
        model: str,
        metadata: Mapping[str, str] | None = None,
        max_tokens: int | None | Unset = UNSET,
        max_completion_tokens: int | None | Unset = UNSET,
        n: int | None | Unset = UNSET,
        response_format: (
            models.ResponseFormat | dicts.ResponseFormatTypedDict | None
        ) = None,
        stop: models.Stop | dicts.StopTypedDict | None | Unset = UNSET,
        stream_options: (
            models.StreamOptions | dicts.StreamOptionsTypedDict | None | Unset
        ) = UNSET,
        temperature: float | None | Unset = UNSET,
        stream: Literal[True],
        orq: models.Orq | dicts.OrqTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[models.CreateChatCompletionResponseBody]: ...

    @overload
    def chat_completions(
        self,
        *,
        messages: Sequence[models.ChatMessage | dicts.ChatMessageTypedDict],
        model: str,
        metadata: Mapping[str, str] | None = None,
        max_tokens: int | None | Unset = UNSET,
        max_completion_tokens: int | None | Unset = UNSET,
        n: int | None | Unset = UNSET,
        response_format: (
            models.ResponseFormat | dicts.ResponseFormatTypedDict | None
        ) = None,
        stop: models.Stop | dicts.StopTypedDict | None | Unset = UNSET,
        stream_options: (
            models.StreamOptions | dicts.StreamOptionsTypedDict | None | Unset
        ) = UNSET,
        temperature: float | None | Unset = UNSET,
        stream: bool | None = None,
        orq: models.Orq | dicts.OrqTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> (
        models.ChatCompletion | EventStream[models.CreateChatCompletionResponseBody]
    ): ...

    def chat_completions(
        self,
        *,
        messages: Sequence[models.ChatMessage | dicts.ChatMessageTypedDict],
        model: str,
        metadata: Mapping[str, str] | None = None,
        max_tokens: int | None | Unset = UNSET,
        max_completion_tokens: int | None | Unset = UNSET,
        n: int | None | Unset = UNSET,
        response_format: (
            models.ResponseFormat | dicts.ResponseFormatTypedDict | None
        ) = None,
        stop: models.Stop | dicts.StopTypedDict | None | Unset = UNSET,
        stream_options: (
            models.StreamOptions | dicts.StreamOptionsTypedDict | None | Unset
        ) = UNSET,
        temperature: float | None | Unset = UNSET,
        stream: bool | None = None,
        orq: models.Orq | dicts.OrqTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ChatCompletion | EventStream[models.CreateChatCompletionResponseBody]:
        """Answer a conversation.

        Sends the answer in one JSON document or, with `stream` set, piece by piece as server-sent events.

        Args:
            messages: The messages of the conversation, oldest first.
            model: The model that answers, as `provider/model`.
            metadata: Up to 16 key-value pairs that are stored with the call.
            max_tokens: Former name of `max_completion_tokens`, which reasoning models
                do not accept.
            max_completion_tokens: Upper bound on the tokens of the answer, reasoning
                included.
            n: How many alternative answers to write.
            response_format: The form of the answer.
            stop: Up to four texts at which the answer ends.
            stream_options: Settings of a streamed answer.
            temperature: Low values keep the answer focused, high values make it varied.
            stream: Whether the answer is streamed. Default False.
            orq: What the gateway does around the call.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.ProxyError: The status is 400, 401 or 429.
            models.APIError: The answer is any other error.

        Example:
            res = orq_image_api.proxy.chat_completions(
                messages=[
                    {
                        "role": "system",
                        "content": "You describe images in one sentence.",
                    },
                    {
                        "role": "user",
                        "content": [
                            {"type": "text", "text": "What is in this image?"},
                            {
                                "type": "image_url",
                                "image_url": {
                                    "url": "https://example.com/images/harbour.png",
                                    "detail": "low",
                                },
                            },
                        ],
                    },
                ],
                model="openai/gpt-4o",
                stream=False,
                orq={"retry": {"count": 2, "on_codes": [429]}},
            )
        """
        return self._engine.call(
            _CHAT_COMPLETIONS,
            {
                "messages": messages,
                "model": model,
                "metadata": metadata,
                "max_tokens": max_tokens,
                "max_completion_tokens": max_completion_tokens,
                "n": n,
                "response_format": response_format,
                "stop": stop,
                "stream_options": stream_options,
                "temperature": temperature,
                "stream": stream,
                "orq": orq,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @overload
    async def chat_completions_async(
        self,
        *,
        messages: Sequence[models.ChatMessage | dicts.ChatMessageTypedDict],
        model: str,
        metadata: Mapping[str, str] | None = None,
        max_tokens: int | None | Unset = UNSET,
        max_completion_tokens: int | None | Unset = UNSET,
        n: int | None | Unset = UNSET,
        response_format: (
            models.ResponseFormat | dicts.ResponseFormatTypedDict | None
        ) = None,
        stop: models.Stop | dicts.StopTypedDict | None | Unset = UNSET,
        stream_options: (
            models.StreamOptions | dicts.StreamOptionsTypedDict | None | Unset
        ) = UNSET,
        temperature: float | None | Unset = UNSET,
        stream: Literal[False] | None = None,
        orq: models.Orq | dicts.OrqTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ChatCompletion: ...

    @overload
    async def chat_completions_async(
        self,
        *,
        messages: Sequence[models.ChatMessage | dicts.ChatMessageTypedDict],
        model: str,
        metadata: Mapping[str, str] | None = None,
        max_tokens: int | None | Unset = UNSET,
        max_completion_tokens: int | None | Unset = UNSET,
        n: int | None | Unset = UNSET,
        response_format: (
            models.ResponseFormat | dicts.ResponseFormatTypedDict | None
        ) = None,
        stop: models.Stop | dicts.StopTypedDict | None | Unset = UNSET,
        stream_options: (
            models.StreamOptions | dicts.StreamOptionsTypedDict | None | Unset
        ) = UNSET,
        temperature: float | None | Unset = UNSET,
        stream: Literal[True],
        orq: models.Orq | dicts.OrqTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[models.CreateChatCompletionResponseBody]: ...

    @overload
    async def chat_completions_async(
        self,
        *,
        messages: Sequence[models.ChatMessage | dicts.ChatMessageTypedDict],
        model: str,
        metadata: Mapping[str, str] | None = None,
        max_tokens: int | None | Unset = UNSET,
        max_completion_tokens: int | None | Unset = UNSET,
        n: int | None | Unset = UNSET,
        response_format: (
            models.ResponseFormat | dicts.ResponseFormatTypedDict | None
        ) = None,
        stop: models.Stop | dicts.StopTypedDict | None | Unset = UNSET,
        stream_options: (
            models.StreamOptions | dicts.StreamOptionsTypedDict | None | Unset
        ) = UNSET,
        temperature: float | None | Unset = UNSET,
        stream: bool | None = None,
        orq: models.Orq | dicts.OrqTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> (
        models.ChatCompletion
        | EventStreamAsync[models.CreateChatCompletionResponseBody]
    ): ...

    async def chat_completions_async(
        self,
        *,
        messages: Sequence[models.ChatMessage | dicts.ChatMessageTypedDict],
        model: str,
        metadata: Mapping[str, str] | None = None,
        max_tokens: int | None | Unset = UNSET,
        max_completion_tokens: int | None | Unset = UNSET,
        n: int | None | Unset = UNSET,
        response_format: (
            models.ResponseFormat | dicts.ResponseFormatTypedDict | None
        ) = None,
        stop: models.Stop | dicts.StopTypedDict | None | Unset = UNSET,
        stream_options: (
            models.StreamOptions | dicts.StreamOptionsTypedDict | None | Unset
        ) = UNSET,
        temperature: float | None | Unset = UNSET,
        stream: bool | None = None,
        orq: models.Orq | dicts.OrqTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> (
        models.ChatCompletion
        | EventStreamAsync[models.CreateChatCompletionResponseBody]
    ):
        """Answer a conversation.

        Sends the answer in one JSON document or, with `stream` set, piece by piece as server-sent events.

        Args:
            messages: The messages of the conversation, oldest first.
            model: The model that answers, as `provider/model`.
            metadata: Up to 16 key-value pairs that are stored with the call.
            max_tokens: Former name of `max_completion_tokens`, which reasoning models
                do not accept.
            max_completion_tokens: Upper bound on the tokens of the answer, reasoning
                included.
            n: How many alternative answers to write.
            response_format: The form of the answer.
            stop: Up to four texts at which the answer ends.
            stream_options: Settings of a streamed answer.
            temperature: Low values keep the answer focused, high values make it varied.
            stream: Whether the answer is streamed. Default False.
            orq: What the gateway does around the call.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.ProxyError: The status is 400, 401 or 429.
            models.APIError: The answer is any other error.
        """
        return await self._engine.call_async(
            _CHAT_COMPLETIONS,
            {
                "messages": messages,
                "model": model,
                "metadata": metadata,
                "max_tokens": max_tokens,
                "max_completion_tokens": max_completion_tokens,
                "n": n,
                "response_format": response_format,
                "stop": stop,
                "stream_options": stream_options,
                "temperature": temperature,
                "stream": stream,
                "orq": orq,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def images_generate(
        self,
        *,
        prompt: str,
        model: str,
        background: models.Background | None | Unset = UNSET,
        moderation: models.Moderation | None | Unset = UNSET,
        n: int | None | Unset = UNSET,
        output_compression: int | None | Unset = UNSET,
        output_format: models.OutputFormat | None | Unset = UNSET,
        quality: models.Quality | None | Unset = UNSET,
        response_format: (
            models.PostV2ProxyImagesGenerationsResponseFormat | None | Unset
        ) = UNSET,
        size: str | None | Unset = UNSET,
        style: str | None | Unset = UNSET,
        orq: (
            models.PostV2ProxyImagesGenerationsOrq
            | dicts.PostV2ProxyImagesGenerationsOrqTypedDict
            | None
        ) = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.PostV2ProxyImagesGenerationsResponseBody:
        """Create an image.

        Paints one or more images from a description in words.

        Args:
            prompt: A text description of the desired image(s).
            model: The model to use for image generation. Defaults to dall-e-2 unless a
                parameter specific to gpt-image-1 is used.
            background: Allows to set transparency for the background of the generated
                image(s). This parameter is only supported for `openai/gpt-image-1`.
                Default "auto".
            moderation: Control the content-moderation level for images generated by
                `openai/gpt-image-1`. Default "auto".
            n: The number of images to generate. Must be between 1 and 10. For dall-e-3,
                only n=1 is supported. Default 1.
            output_compression: The compression level (0-100%) for the generated images.
                This parameter is only supported for gpt-image-1 with the webp or jpeg
                output formats. Default 100.
            output_format: The format in which the generated images are returned. This
                parameter is only supported for `openai/gpt-image-1`. Default "png".
            quality: The quality of the image that will be generated. Auto will
                automatically select the best quality for the given model. Default
                "auto".
            response_format: The format in which generated images with are returned.
                This parameter isn't supported for `openai/gpt-image-1` which will
                always return base64-encoded images. Default "url".
            size: The size of the generated images. Must be one of the specified sizes
                for each model.
            style: The style of the generated images. This parameter is only supported
                for dall-e-3.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.ProxyError: The status is 400, 401 or 429.
            models.PostV2ProxyImagesGenerationsProxyResponseBody: The status is 422.
            models.APIError: The answer is any other error.

        Example:
            res = orq_image_api.proxy.images_generate(
                prompt="<value>",
                model="Impala",
                background="auto",
                moderation="auto",
                n=1,
                output_compression=100,
                output_format="png",
                quality="auto",
                response_format="url",
                orq={
                    "retry": {"on_codes": [429, 500, 502, 503, 504]},
                    "fallbacks": [{"model": "openai/gpt-4o-mini"}],
                    "contact": {
                        "id": "contact_01ARZ3NDEKTSV4RRFFQ69G5FAV",
                        "display_name": "Jane Doe",
                        "email": "jane.doe@example.com",
                        "metadata": [
                            {"department": "Engineering", "role": "Senior Developer"},
                        ],
                        "logo_url": "https://example.com/avatars/jane-doe.jpg",
                        "tags": ["hr", "engineering"],
                    },
                    "thread": {
                        "id": "thread_01ARZ3NDEKTSV4RRFFQ69G5FAV",
                        "tags": ["customer-support", "priority-high"],
                    },
                    "cache": {"ttl": 3600, "type": "exact_match"},
                },
            )
        """
        return self._engine.call(
            _IMAGES_GENERATE,
            {
                "prompt": prompt,
                "model": model,
                "background": background,
                "moderation": moderation,
                "n": n,
                "output_compression": output_compression,
                "output_format": output_format,
                "quality": quality,
                "response_format": response_format,
                "size": size,
                "style": style,
                "orq": orq,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def images_generate_async(
        self,
        *,
        prompt: str,
        model: str,
        background: models.Background | None | Unset = UNSET,
        moderation: models.Moderation | None | Unset = UNSET,
        n: int | None | Unset = UNSET,
        output_compression: int | None | Unset = UNSET,
        output_format: models.OutputFormat | None | Unset = UNSET,
        quality: models.Quality | None | Unset = UNSET,
        response_format: (
            models.PostV2ProxyImagesGenerationsResponseFormat | None | Unset
        ) = UNSET,
        size: str | None | Unset = UNSET,
        style: str | None | Unset = UNSET,
        orq: (
            models.PostV2ProxyImagesGenerationsOrq
            | dicts.PostV2ProxyImagesGenerationsOrqTypedDict
            | None
        ) = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.PostV2ProxyImagesGenerationsResponseBody:
        """Create an image.

        Paints one or more images from a description in words.

        Args:
            prompt: A text description of the desired image(s).
            model: The model to use for image generation. Defaults to dall-e-2 unless a
                parameter specific to gpt-image-1 is used.
            background: Allows to set transparency for the background of the generated
                image(s). This parameter is only supported for `openai/gpt-image-1`.
                Default "auto".
            moderation: Control the content-moderation level for images generated by
                `openai/gpt-image-1`. Default "auto".
            n: The number of images to generate. Must be between 1 and 10. For dall-e-3,
                only n=1 is supported. Default 1.
            output_compression: The compression level (0-100%) for the generated images.
                This parameter is only supported for gpt-image-1 with the webp or jpeg
                output formats. Default 100.
            output_format: The format in which the generated images are returned. This
                parameter is only supported for `openai/gpt-image-1`. Default "png".
            quality: The quality of the image that will be generated. Auto will
                automatically select the best quality for the given model. Default
                "auto".
            response_format: The format in which generated images with are returned.
                This parameter isn't supported for `openai/gpt-image-1` which will
                always return base64-encoded images. Default "url".
            size: The size of the generated images. Must be one of the specified sizes
                for each model.
            style: The style of the generated images. This parameter is only supported
                for dall-e-3.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.ProxyError: The status is 400, 401 or 429.
            models.PostV2ProxyImagesGenerationsProxyResponseBody: The status is 422.
            models.APIError: The answer is any other error.
        """
        return await self._engine.call_async(
            _IMAGES_GENERATE,
            {
                "prompt": prompt,
                "model": model,
                "background": background,
                "moderation": moderation,
                "n": n,
                "output_compression": output_compression,
                "output_format": output_format,
                "quality": quality,
                "response_format": response_format,
                "size": size,
                "style": style,
                "orq": orq,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def images_edit(
        self,
        *,
        model: str,
        image: Sequence[
            models.Image | dicts.ImageTypedDict | bytes | IO[bytes] | PathLike[str]
        ],
        prompt: str,
        n: int | None | Unset = UNSET,
        size: str | None | Unset = UNSET,
        response_format: (
            models.PostV2ProxyImagesEditsResponseFormat | None | Unset
        ) = UNSET,
        user: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ImagesResponse:
        """Edit an image.

        Paints new images from given ones and a description of the change.

        Args:
            model: The model that edits, as `provider/model`.
            image: The images to edit, each a png, webp or jpg file below 50 MB.
            prompt: The image to be, in words.
            n: How many images to make. Default 1.
            size: The size of the images, as width x height in pixels.
            response_format: Whether to answer with links or with the bytes. Some models
                know the bytes only. Default "url".
            user: Your own id of the person who asks, to trace misuse.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.ProxyError: The status is 400, 401, 413 or 429.
            models.APIError: The answer is any other error.

        Example:
            res = orq_image_api.proxy.images_edit(
                model="Spyder",
                image=[
                    {
                        "file_name": "example.file",
                        "content": open("example.file", "rb"),
                    },
                    {
                        "file_name": "example.file",
                        "content": open("example.file", "rb"),
                    },
                    {
                        "file_name": "example.file",
                        "content": open("example.file", "rb"),
                    },
                ],
                prompt="<value>",
                n=1,
                response_format="url",
            )
        """
        return self._engine.call(
            _IMAGES_EDIT,
            {
                "model": model,
                "image": image,
                "prompt": prompt,
                "n": n,
                "size": size,
                "response_format": response_format,
                "user": user,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def images_edit_async(
        self,
        *,
        model: str,
        image: Sequence[
            models.Image | dicts.ImageTypedDict | bytes | IO[bytes] | PathLike[str]
        ],
        prompt: str,
        n: int | None | Unset = UNSET,
        size: str | None | Unset = UNSET,
        response_format: (
            models.PostV2ProxyImagesEditsResponseFormat | None | Unset
        ) = UNSET,
        user: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ImagesResponse:
        """Edit an image.

        Paints new images from given ones and a description of the change.

        Args:
            model: The model that edits, as `provider/model`.
            image: The images to edit, each a png, webp or jpg file below 50 MB.
            prompt: The image to be, in words.
            n: How many images to make. Default 1.
            size: The size of the images, as width x height in pixels.
            response_format: Whether to answer with links or with the bytes. Some models
                know the bytes only. Default "url".
            user: Your own id of the person who asks, to trace misuse.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.ProxyError: The status is 400, 401, 413 or 429.
            models.APIError: The answer is any other error.
        """
        return await self._engine.call_async(
            _IMAGES_EDIT,
            {
                "model": model,
                "image": image,
                "prompt": prompt,
                "n": n,
                "size": size,
                "response_format": response_format,
                "user": user,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def images_variation(
        self,
        *,
        image: (
            models.PostV2ProxyImagesVariationsImage
            | dicts.PostV2ProxyImagesVariationsImageTypedDict
            | bytes
            | IO[bytes]
            | PathLike[str]
        ),
        model: str,
        n: int | None | Unset = UNSET,
        response_format: models.PostV2ProxyImagesVariationsResponseFormat | None = None,
        size: models.Size | None = None,
        user: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ImagesResponse:
        """Create an image variation.

        Paints images that look like a given one.

        Args:
            image: The image to vary, a png, webp or jpg file below 50 MB.
            model: The model that paints, as `provider/model`.
            n: How many images to make. Default 1.
            response_format: Whether to answer with links, which last for 60 minutes, or
                with the bytes. Default "url".
            size: The size of the images, in pixels. Default "1024x1024".
            user: Your own id of the person who asks, to trace misuse.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.ProxyError: The status is 400, 401, 413 or 429.
            models.APIError: The answer is any other error.

        Example:
            res = orq_image_api.proxy.images_variation(
                image={
                    "file_name": "example.file",
                    "content": open("example.file", "rb"),
                },
                model="V90",
                n=1,
                response_format="url",
                size="1024x1024",
            )
        """
        return self._engine.call(
            _IMAGES_VARIATION,
            {
                "image": image,
                "model": model,
                "n": n,
                "response_format": response_format,
                "size": size,
                "user": user,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def images_variation_async(
        self,
        *,
        image: (
            models.PostV2ProxyImagesVariationsImage
            | dicts.PostV2ProxyImagesVariationsImageTypedDict
            | bytes
            | IO[bytes]
            | PathLike[str]
        ),
        model: str,
        n: int | None | Unset = UNSET,
        response_format: models.PostV2ProxyImagesVariationsResponseFormat | None = None,
        size: models.Size | None = None,
        user: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ImagesResponse:
        """Create an image variation.

        Paints images that look like a given one.

        Args:
            image: The image to vary, a png, webp or jpg file below 50 MB.
            model: The model that paints, as `provider/model`.
            n: How many images to make. Default 1.
            response_format: Whether to answer with links, which last for 60 minutes, or
                with the bytes. Default "url".
            size: The size of the images, in pixels. Default "1024x1024".
            user: Your own id of the person who asks, to trace misuse.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.ProxyError: The status is 400, 401, 413 or 429.
            models.APIError: The answer is any other error.
        """
        return await self._engine.call_async(
            _IMAGES_VARIATION,
            {
                "image": image,
                "model": model,
                "n": n,
                "response_format": response_format,
                "size": size,
                "user": user,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
