"""The types of Orq image API that are in `models`: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .orqimageapierror import APIError as APIError
    from .assistantmessage import AssistantMessage as AssistantMessage
    from .postv2proxyimagesgenerationsop import Background as Background
    from .createchatcompletionop import Cache as Cache
    from .chatcompletion import ChatCompletion as ChatCompletion
    from .chatcompletionchunk import ChatCompletionChunk as ChatCompletionChunk
    from .chatcompletionchunk import (
        ChatCompletionChunkChoices as ChatCompletionChunkChoices,
    )
    from .chatcompletionchunk import (
        ChatCompletionChunkObject as ChatCompletionChunkObject,
    )
    from .chatmessage import ChatMessage as ChatMessage
    from .chatcompletion import Choices as Choices
    from .usermessage import Content as Content
    from .contentpart import ContentPart as ContentPart
    from .createchatcompletionop import (
        CreateChatCompletionRequestBody as CreateChatCompletionRequestBody,
    )
    from .createchatcompletionop import (
        CreateChatCompletionResponse as CreateChatCompletionResponse,
    )
    from .createchatcompletionop import (
        CreateChatCompletionResponseBody as CreateChatCompletionResponseBody,
    )
    from .postv2proxyimagesgenerationsop import Data as Data
    from .chatcompletionchunk import Delta as Delta
    from .imagepart import Detail as Detail
    from .proxyerror import Details as Details
    from .orqimageapierror import ERRORS as ERRORS
    from .createchatcompletionop import Fallbacks as Fallbacks
    from .finishreason import FinishReason as FinishReason
    from .postv2proxyimageseditsop import Image as Image
    from .imagepart import ImagePart as ImagePart
    from .imageresult import ImageResult as ImageResult
    from .imagepart import ImageURL as ImageURL
    from .imageusage import ImageUsage as ImageUsage
    from .imagesresponse import ImagesResponse as ImagesResponse
    from .imageusage import InputTokensDetails as InputTokensDetails
    from .createchatcompletionop import JSONObjectFormat as JSONObjectFormat
    from .createchatcompletionop import JSONSchema as JSONSchema
    from .createchatcompletionop import JSONSchemaFormat as JSONSchemaFormat
    from .postv2proxyimagesgenerationsop import Moderation as Moderation
    from .orqimageapierror import NoResponseError as NoResponseError
    from .chatcompletion import Object as Object
    from .createchatcompletionop import Orq as Orq
    from .orqimageapierror import OrqImageAPIError as OrqImageAPIError
    from .postv2proxyimagesgenerationsop import OutputFormat as OutputFormat
    from .postv2proxyimageseditsop import (
        PostV2ProxyImagesEditsRequestBody as PostV2ProxyImagesEditsRequestBody,
    )
    from .postv2proxyimageseditsop import (
        PostV2ProxyImagesEditsResponseFormat as PostV2ProxyImagesEditsResponseFormat,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsCache as PostV2ProxyImagesGenerationsCache,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsFallbacks as PostV2ProxyImagesGenerationsFallbacks,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsOrq as PostV2ProxyImagesGenerationsOrq,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsProxyResponseBody as PostV2ProxyImagesGenerationsProxyResponseBody,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsProxyResponseBodyData as PostV2ProxyImagesGenerationsProxyResponseBodyData,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsRequestBody as PostV2ProxyImagesGenerationsRequestBody,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsResponseBody as PostV2ProxyImagesGenerationsResponseBody,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsResponseFormat as PostV2ProxyImagesGenerationsResponseFormat,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsRetry as PostV2ProxyImagesGenerationsRetry,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsThread as PostV2ProxyImagesGenerationsThread,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsType as PostV2ProxyImagesGenerationsType,
    )
    from .postv2proxyimagesvariationsop import (
        PostV2ProxyImagesVariationsImage as PostV2ProxyImagesVariationsImage,
    )
    from .postv2proxyimagesvariationsop import (
        PostV2ProxyImagesVariationsRequestBody as PostV2ProxyImagesVariationsRequestBody,
    )
    from .postv2proxyimagesvariationsop import (
        PostV2ProxyImagesVariationsResponseFormat as PostV2ProxyImagesVariationsResponseFormat,
    )
    from .proxyerror import ProxyError as ProxyError
    from .proxyerror import ProxyErrorData as ProxyErrorData
    from .publiccontact import PublicContact as PublicContact
    from .postv2proxyimagesgenerationsop import Quality as Quality
    from .createchatcompletionop import ResponseFormat as ResponseFormat
    from .orqimageapierror import ResponseValidationError as ResponseValidationError
    from .createchatcompletionop import Retry as Retry
    from .chatcompletionchunk import Role as Role
    from .security import Security as Security
    from .postv2proxyimagesvariationsop import Size as Size
    from .createchatcompletionop import Stop as Stop
    from .createchatcompletionop import StreamOptions as StreamOptions
    from .systemmessage import SystemMessage as SystemMessage
    from .createchatcompletionop import TextFormat as TextFormat
    from .textpart import TextPart as TextPart
    from .createchatcompletionop import Thread as Thread
    from .tokenusage import TokenUsage as TokenUsage
    from .createchatcompletionop import Type as Type
    from .usermessage import UserMessage as UserMessage

__all__ = [
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
    "ERRORS",
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
    "APIError": "orqimageapierror",
    "AssistantMessage": "assistantmessage",
    "Background": "postv2proxyimagesgenerationsop",
    "Cache": "createchatcompletionop",
    "ChatCompletion": "chatcompletion",
    "ChatCompletionChunk": "chatcompletionchunk",
    "ChatCompletionChunkChoices": "chatcompletionchunk",
    "ChatCompletionChunkObject": "chatcompletionchunk",
    "ChatMessage": "chatmessage",
    "Choices": "chatcompletion",
    "Content": "usermessage",
    "ContentPart": "contentpart",
    "CreateChatCompletionRequestBody": "createchatcompletionop",
    "CreateChatCompletionResponse": "createchatcompletionop",
    "CreateChatCompletionResponseBody": "createchatcompletionop",
    "Data": "postv2proxyimagesgenerationsop",
    "Delta": "chatcompletionchunk",
    "Detail": "imagepart",
    "Details": "proxyerror",
    "ERRORS": "orqimageapierror",
    "Fallbacks": "createchatcompletionop",
    "FinishReason": "finishreason",
    "Image": "postv2proxyimageseditsop",
    "ImagePart": "imagepart",
    "ImageResult": "imageresult",
    "ImageURL": "imagepart",
    "ImageUsage": "imageusage",
    "ImagesResponse": "imagesresponse",
    "InputTokensDetails": "imageusage",
    "JSONObjectFormat": "createchatcompletionop",
    "JSONSchema": "createchatcompletionop",
    "JSONSchemaFormat": "createchatcompletionop",
    "Moderation": "postv2proxyimagesgenerationsop",
    "NoResponseError": "orqimageapierror",
    "Object": "chatcompletion",
    "Orq": "createchatcompletionop",
    "OrqImageAPIError": "orqimageapierror",
    "OutputFormat": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesEditsRequestBody": "postv2proxyimageseditsop",
    "PostV2ProxyImagesEditsResponseFormat": "postv2proxyimageseditsop",
    "PostV2ProxyImagesGenerationsCache": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsFallbacks": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsOrq": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsProxyResponseBody": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsProxyResponseBodyData": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsRequestBody": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsResponseBody": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsResponseFormat": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsRetry": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsThread": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsType": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesVariationsImage": "postv2proxyimagesvariationsop",
    "PostV2ProxyImagesVariationsRequestBody": "postv2proxyimagesvariationsop",
    "PostV2ProxyImagesVariationsResponseFormat": "postv2proxyimagesvariationsop",
    "ProxyError": "proxyerror",
    "ProxyErrorData": "proxyerror",
    "PublicContact": "publiccontact",
    "Quality": "postv2proxyimagesgenerationsop",
    "ResponseFormat": "createchatcompletionop",
    "ResponseValidationError": "orqimageapierror",
    "Retry": "createchatcompletionop",
    "Role": "chatcompletionchunk",
    "Security": "security",
    "Size": "postv2proxyimagesvariationsop",
    "Stop": "createchatcompletionop",
    "StreamOptions": "createchatcompletionop",
    "SystemMessage": "systemmessage",
    "TextFormat": "createchatcompletionop",
    "TextPart": "textpart",
    "Thread": "createchatcompletionop",
    "TokenUsage": "tokenusage",
    "Type": "createchatcompletionop",
    "UserMessage": "usermessage",
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
