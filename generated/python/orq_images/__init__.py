"""Typed models of Orq image API: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import models as models
    from ._runtime import UNSET as UNSET, Model as Model, Unset as Unset
    from .models.assistantmessage import AssistantMessage as AssistantMessage
    from .models.postv2proxyimagesgenerationsop import Background as Background
    from .models.createchatcompletionop import Cache as Cache
    from .models.chatcompletion import ChatCompletion as ChatCompletion
    from .models.chatcompletionchunk import ChatCompletionChunk as ChatCompletionChunk
    from .models.chatcompletionchunk import (
        ChatCompletionChunkChoices as ChatCompletionChunkChoices,
    )
    from .models.chatcompletionchunk import (
        ChatCompletionChunkObject as ChatCompletionChunkObject,
    )
    from .models.chatmessage import ChatMessage as ChatMessage
    from .models.chatcompletion import Choices as Choices
    from .models.usermessage import Content as Content
    from .models.contentpart import ContentPart as ContentPart
    from .models.createchatcompletionop import (
        CreateChatCompletionRequestBody as CreateChatCompletionRequestBody,
    )
    from .models.createchatcompletionop import (
        CreateChatCompletionResponse as CreateChatCompletionResponse,
    )
    from .models.createchatcompletionop import (
        CreateChatCompletionResponseBody as CreateChatCompletionResponseBody,
    )
    from .models.postv2proxyimagesgenerationsop import Data as Data
    from .models.chatcompletionchunk import Delta as Delta
    from .models.imagepart import Detail as Detail
    from .models.proxyerror import Details as Details
    from .models.createchatcompletionop import Fallbacks as Fallbacks
    from .models.finishreason import FinishReason as FinishReason
    from .models.postv2proxyimageseditsop import Image as Image
    from .models.imagepart import ImagePart as ImagePart
    from .models.imageresult import ImageResult as ImageResult
    from .models.imagepart import ImageURL as ImageURL
    from .models.imageusage import ImageUsage as ImageUsage
    from .models.imagesresponse import ImagesResponse as ImagesResponse
    from .models.imageusage import InputTokensDetails as InputTokensDetails
    from .models.createchatcompletionop import JSONObjectFormat as JSONObjectFormat
    from .models.createchatcompletionop import JSONSchema as JSONSchema
    from .models.createchatcompletionop import JSONSchemaFormat as JSONSchemaFormat
    from .models.postv2proxyimagesgenerationsop import Moderation as Moderation
    from .models.chatcompletion import Object as Object
    from .models.createchatcompletionop import Orq as Orq
    from .models.postv2proxyimagesgenerationsop import OutputFormat as OutputFormat
    from .models.postv2proxyimageseditsop import (
        PostV2ProxyImagesEditsRequestBody as PostV2ProxyImagesEditsRequestBody,
    )
    from .models.postv2proxyimageseditsop import (
        PostV2ProxyImagesEditsResponseFormat as PostV2ProxyImagesEditsResponseFormat,
    )
    from .models.postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsCache as PostV2ProxyImagesGenerationsCache,
    )
    from .models.postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsFallbacks as PostV2ProxyImagesGenerationsFallbacks,
    )
    from .models.postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsOrq as PostV2ProxyImagesGenerationsOrq,
    )
    from .models.postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsProxyResponseBody as PostV2ProxyImagesGenerationsProxyResponseBody,
    )
    from .models.postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsRequestBody as PostV2ProxyImagesGenerationsRequestBody,
    )
    from .models.postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsResponseBody as PostV2ProxyImagesGenerationsResponseBody,
    )
    from .models.postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsResponseFormat as PostV2ProxyImagesGenerationsResponseFormat,
    )
    from .models.postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsRetry as PostV2ProxyImagesGenerationsRetry,
    )
    from .models.postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsThread as PostV2ProxyImagesGenerationsThread,
    )
    from .models.postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsType as PostV2ProxyImagesGenerationsType,
    )
    from .models.postv2proxyimagesvariationsop import (
        PostV2ProxyImagesVariationsImage as PostV2ProxyImagesVariationsImage,
    )
    from .models.postv2proxyimagesvariationsop import (
        PostV2ProxyImagesVariationsRequestBody as PostV2ProxyImagesVariationsRequestBody,
    )
    from .models.postv2proxyimagesvariationsop import (
        PostV2ProxyImagesVariationsResponseFormat as PostV2ProxyImagesVariationsResponseFormat,
    )
    from .models.proxyerror import ProxyError as ProxyError
    from .models.publiccontact import PublicContact as PublicContact
    from .models.postv2proxyimagesgenerationsop import Quality as Quality
    from .models.createchatcompletionop import ResponseFormat as ResponseFormat
    from .models.createchatcompletionop import Retry as Retry
    from .models.chatcompletionchunk import Role as Role
    from .models.security import Security as Security
    from .models.postv2proxyimagesvariationsop import Size as Size
    from .models.createchatcompletionop import Stop as Stop
    from .models.createchatcompletionop import StreamOptions as StreamOptions
    from .models.systemmessage import SystemMessage as SystemMessage
    from .models.createchatcompletionop import TextFormat as TextFormat
    from .models.textpart import TextPart as TextPart
    from .models.createchatcompletionop import Thread as Thread
    from .models.tokenusage import TokenUsage as TokenUsage
    from .models.createchatcompletionop import Type as Type
    from .models.usermessage import UserMessage as UserMessage

__all__ = [
    "UNSET",
    "Model",
    "Unset",
    "models",
    "AssistantMessage",
    "Background",
    "Cache",
    "ChatCompletion",
    "ChatCompletionChunk",
    "ChatCompletionChunkChoices",
    "ChatCompletionChunkObject",
    "ChatMessage",
    "Choices",
    "Content",
    "ContentPart",
    "CreateChatCompletionRequestBody",
    "CreateChatCompletionResponse",
    "CreateChatCompletionResponseBody",
    "Data",
    "Delta",
    "Detail",
    "Details",
    "Fallbacks",
    "FinishReason",
    "Image",
    "ImagePart",
    "ImageResult",
    "ImageURL",
    "ImageUsage",
    "ImagesResponse",
    "InputTokensDetails",
    "JSONObjectFormat",
    "JSONSchema",
    "JSONSchemaFormat",
    "Moderation",
    "Object",
    "Orq",
    "OutputFormat",
    "PostV2ProxyImagesEditsRequestBody",
    "PostV2ProxyImagesEditsResponseFormat",
    "PostV2ProxyImagesGenerationsCache",
    "PostV2ProxyImagesGenerationsFallbacks",
    "PostV2ProxyImagesGenerationsOrq",
    "PostV2ProxyImagesGenerationsProxyResponseBody",
    "PostV2ProxyImagesGenerationsRequestBody",
    "PostV2ProxyImagesGenerationsResponseBody",
    "PostV2ProxyImagesGenerationsResponseFormat",
    "PostV2ProxyImagesGenerationsRetry",
    "PostV2ProxyImagesGenerationsThread",
    "PostV2ProxyImagesGenerationsType",
    "PostV2ProxyImagesVariationsImage",
    "PostV2ProxyImagesVariationsRequestBody",
    "PostV2ProxyImagesVariationsResponseFormat",
    "ProxyError",
    "PublicContact",
    "Quality",
    "ResponseFormat",
    "Retry",
    "Role",
    "Security",
    "Size",
    "Stop",
    "StreamOptions",
    "SystemMessage",
    "TextFormat",
    "TextPart",
    "Thread",
    "TokenUsage",
    "Type",
    "UserMessage",
]

_RUNTIME = ("UNSET", "Model", "Unset")


def __getattr__(name: str) -> object:
    """Load what the package offers under `name`."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "models":
        return import_module(f"{__name__}.models")
    source = import_module(f"{__name__}.{'_runtime' if name in _RUNTIME else 'models'}")
    value: object = getattr(source, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the names of all types."""
    return [*globals(), *__all__]
