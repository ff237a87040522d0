"""A client and typed models of Orq image API: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import models as models
    from . import dicts as dicts
    from . import utils as utils
    from ._runtime import UNSET as UNSET
    from ._runtime import Model as Model
    from ._runtime import ResponseModel as ResponseModel
    from ._runtime import Unset as Unset
    from ._runtime import reading_leniently as reading_leniently
    from .sdk import OrqImageAPI as OrqImageAPI
    from .models.orqimageapierror import APIError as APIError
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
    from .models.orqimageapierror import NoResponseError as NoResponseError
    from .models.chatcompletion import Object as Object
    from .models.createchatcompletionop import Orq as Orq
    from .models.orqimageapierror import OrqImageAPIError as OrqImageAPIError
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
        PostV2ProxyImagesGenerationsProxyResponseBodyData as PostV2ProxyImagesGenerationsProxyResponseBodyData,
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
    from .models.proxyerror import ProxyErrorData as ProxyErrorData
    from .models.publiccontact import PublicContact as PublicContact
    from .models.postv2proxyimagesgenerationsop import Quality as Quality
    from .models.createchatcompletionop import ResponseFormat as ResponseFormat
    from .models.orqimageapierror import (
        ResponseValidationError as ResponseValidationError,
    )
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
    "models",
    "dicts",
    "utils",
    "UNSET",
    "Model",
    "ResponseModel",
    "Unset",
    "reading_leniently",
    "OrqImageAPI",
    "APIError",
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
    "NoResponseError",
    "Object",
    "Orq",
    "OrqImageAPIError",
    "OutputFormat",
    "PostV2ProxyImagesEditsRequestBody",
    "PostV2ProxyImagesEditsResponseFormat",
    "PostV2ProxyImagesGenerationsCache",
    "PostV2ProxyImagesGenerationsFallbacks",
    "PostV2ProxyImagesGenerationsOrq",
    "PostV2ProxyImagesGenerationsProxyResponseBody",
    "PostV2ProxyImagesGenerationsProxyResponseBodyData",
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
    "ProxyErrorData",
    "PublicContact",
    "Quality",
    "ResponseFormat",
    "ResponseValidationError",
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

_MODULES: dict[str, str] = {
    "UNSET": "_runtime",
    "Model": "_runtime",
    "ResponseModel": "_runtime",
    "Unset": "_runtime",
    "reading_leniently": "_runtime",
    "OrqImageAPI": "sdk",
    "APIError": "models.orqimageapierror",
    "AssistantMessage": "models.assistantmessage",
    "Background": "models.postv2proxyimagesgenerationsop",
    "Cache": "models.createchatcompletionop",
    "ChatCompletion": "models.chatcompletion",
    "ChatCompletionChunk": "models.chatcompletionchunk",
    "ChatCompletionChunkChoices": "models.chatcompletionchunk",
    "ChatCompletionChunkObject": "models.chatcompletionchunk",
    "ChatMessage": "models.chatmessage",
    "Choices": "models.chatcompletion",
    "Content": "models.usermessage",
    "ContentPart": "models.contentpart",
    "CreateChatCompletionRequestBody": "models.createchatcompletionop",
    "CreateChatCompletionResponse": "models.createchatcompletionop",
    "CreateChatCompletionResponseBody": "models.createchatcompletionop",
    "Data": "models.postv2proxyimagesgenerationsop",
    "Delta": "models.chatcompletionchunk",
    "Detail": "models.imagepart",
    "Details": "models.proxyerror",
    "Fallbacks": "models.createchatcompletionop",
    "FinishReason": "models.finishreason",
    "Image": "models.postv2proxyimageseditsop",
    "ImagePart": "models.imagepart",
    "ImageResult": "models.imageresult",
    "ImageURL": "models.imagepart",
    "ImageUsage": "models.imageusage",
    "ImagesResponse": "models.imagesresponse",
    "InputTokensDetails": "models.imageusage",
    "JSONObjectFormat": "models.createchatcompletionop",
    "JSONSchema": "models.createchatcompletionop",
    "JSONSchemaFormat": "models.createchatcompletionop",
    "Moderation": "models.postv2proxyimagesgenerationsop",
    "NoResponseError": "models.orqimageapierror",
    "Object": "models.chatcompletion",
    "Orq": "models.createchatcompletionop",
    "OrqImageAPIError": "models.orqimageapierror",
    "OutputFormat": "models.postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesEditsRequestBody": "models.postv2proxyimageseditsop",
    "PostV2ProxyImagesEditsResponseFormat": "models.postv2proxyimageseditsop",
    "PostV2ProxyImagesGenerationsCache": "models.postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsFallbacks": "models.postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsOrq": "models.postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsProxyResponseBody": "models.postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsProxyResponseBodyData": "models.postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsRequestBody": "models.postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsResponseBody": "models.postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsResponseFormat": "models.postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsRetry": "models.postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsThread": "models.postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsType": "models.postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesVariationsImage": "models.postv2proxyimagesvariationsop",
    "PostV2ProxyImagesVariationsRequestBody": "models.postv2proxyimagesvariationsop",
    "PostV2ProxyImagesVariationsResponseFormat": "models.postv2proxyimagesvariationsop",
    "ProxyError": "models.proxyerror",
    "ProxyErrorData": "models.proxyerror",
    "PublicContact": "models.publiccontact",
    "Quality": "models.postv2proxyimagesgenerationsop",
    "ResponseFormat": "models.createchatcompletionop",
    "ResponseValidationError": "models.orqimageapierror",
    "Retry": "models.createchatcompletionop",
    "Role": "models.chatcompletionchunk",
    "Security": "models.security",
    "Size": "models.postv2proxyimagesvariationsop",
    "Stop": "models.createchatcompletionop",
    "StreamOptions": "models.createchatcompletionop",
    "SystemMessage": "models.systemmessage",
    "TextFormat": "models.createchatcompletionop",
    "TextPart": "models.textpart",
    "Thread": "models.createchatcompletionop",
    "TokenUsage": "models.tokenusage",
    "Type": "models.createchatcompletionop",
    "UserMessage": "models.usermessage",
}


def __getattr__(name: str) -> object:
    """Load the module that declares `name`, and return what it declares."""
    from importlib import import_module

    module = _MODULES.get(name)
    if module is not None:
        value: object = getattr(import_module(f"{__name__}.{module}"), name)
        globals()[name] = value
        return value
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return what can be asked for."""
    return [*globals(), *__all__]
