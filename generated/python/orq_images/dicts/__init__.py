"""Typed dictionaries that may be given in place of what goes into requests."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .assistantmessage import AssistantMessageTypedDict as AssistantMessageTypedDict
    from .createchatcompletionop import CacheTypedDict as CacheTypedDict
    from .chatmessage import ChatMessageTypedDict as ChatMessageTypedDict
    from .contentpart import ContentPartTypedDict as ContentPartTypedDict
    from .usermessage import ContentTypedDict as ContentTypedDict
    from .createchatcompletionop import (
        CreateChatCompletionRequestBodyTypedDict as CreateChatCompletionRequestBodyTypedDict,
    )
    from .createchatcompletionop import FallbacksTypedDict as FallbacksTypedDict
    from .imagepart import ImagePartTypedDict as ImagePartTypedDict
    from .postv2proxyimageseditsop import ImageTypedDict as ImageTypedDict
    from .imagepart import ImageURLTypedDict as ImageURLTypedDict
    from .createchatcompletionop import (
        JSONObjectFormatTypedDict as JSONObjectFormatTypedDict,
    )
    from .createchatcompletionop import (
        JSONSchemaFormatTypedDict as JSONSchemaFormatTypedDict,
    )
    from .createchatcompletionop import JSONSchemaTypedDict as JSONSchemaTypedDict
    from .createchatcompletionop import OrqTypedDict as OrqTypedDict
    from .postv2proxyimageseditsop import (
        PostV2ProxyImagesEditsRequestBodyTypedDict as PostV2ProxyImagesEditsRequestBodyTypedDict,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsCacheTypedDict as PostV2ProxyImagesGenerationsCacheTypedDict,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsFallbacksTypedDict as PostV2ProxyImagesGenerationsFallbacksTypedDict,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsOrqTypedDict as PostV2ProxyImagesGenerationsOrqTypedDict,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsRequestBodyTypedDict as PostV2ProxyImagesGenerationsRequestBodyTypedDict,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsRetryTypedDict as PostV2ProxyImagesGenerationsRetryTypedDict,
    )
    from .postv2proxyimagesgenerationsop import (
        PostV2ProxyImagesGenerationsThreadTypedDict as PostV2ProxyImagesGenerationsThreadTypedDict,
    )
    from .postv2proxyimagesvariationsop import (
        PostV2ProxyImagesVariationsImageTypedDict as PostV2ProxyImagesVariationsImageTypedDict,
    )
    from .postv2proxyimagesvariationsop import (
        PostV2ProxyImagesVariationsRequestBodyTypedDict as PostV2ProxyImagesVariationsRequestBodyTypedDict,
    )
    from .publiccontact import PublicContactTypedDict as PublicContactTypedDict
    from .createchatcompletionop import (
        ResponseFormatTypedDict as ResponseFormatTypedDict,
    )
    from .createchatcompletionop import RetryTypedDict as RetryTypedDict
    from .security import SecurityTypedDict as SecurityTypedDict
    from .createchatcompletionop import StopTypedDict as StopTypedDict
    from .createchatcompletionop import StreamOptionsTypedDict as StreamOptionsTypedDict
    from .systemmessage import SystemMessageTypedDict as SystemMessageTypedDict
    from .createchatcompletionop import TextFormatTypedDict as TextFormatTypedDict
    from .textpart import TextPartTypedDict as TextPartTypedDict
    from .createchatcompletionop import ThreadTypedDict as ThreadTypedDict
    from .usermessage import UserMessageTypedDict as UserMessageTypedDict

__all__ = [
    "AssistantMessageTypedDict",
    "CacheTypedDict",
    "ChatMessageTypedDict",
    "ContentPartTypedDict",
    "ContentTypedDict",
    "CreateChatCompletionRequestBodyTypedDict",
    "FallbacksTypedDict",
    "ImagePartTypedDict",
    "ImageTypedDict",
    "ImageURLTypedDict",
    "JSONObjectFormatTypedDict",
    "JSONSchemaFormatTypedDict",
    "JSONSchemaTypedDict",
    "OrqTypedDict",
    "PostV2ProxyImagesEditsRequestBodyTypedDict",
    "PostV2ProxyImagesGenerationsCacheTypedDict",
    "PostV2ProxyImagesGenerationsFallbacksTypedDict",
    "PostV2ProxyImagesGenerationsOrqTypedDict",
    "PostV2ProxyImagesGenerationsRequestBodyTypedDict",
    "PostV2ProxyImagesGenerationsRetryTypedDict",
    "PostV2ProxyImagesGenerationsThreadTypedDict",
    "PostV2ProxyImagesVariationsImageTypedDict",
    "PostV2ProxyImagesVariationsRequestBodyTypedDict",
    "PublicContactTypedDict",
    "ResponseFormatTypedDict",
    "RetryTypedDict",
    "SecurityTypedDict",
    "StopTypedDict",
    "StreamOptionsTypedDict",
    "SystemMessageTypedDict",
    "TextFormatTypedDict",
    "TextPartTypedDict",
    "ThreadTypedDict",
    "UserMessageTypedDict",
]

_MODULES: dict[str, str] = {
    "AssistantMessageTypedDict": "assistantmessage",
    "CacheTypedDict": "createchatcompletionop",
    "ChatMessageTypedDict": "chatmessage",
    "ContentPartTypedDict": "contentpart",
    "ContentTypedDict": "usermessage",
    "CreateChatCompletionRequestBodyTypedDict": "createchatcompletionop",
    "FallbacksTypedDict": "createchatcompletionop",
    "ImagePartTypedDict": "imagepart",
    "ImageTypedDict": "postv2proxyimageseditsop",
    "ImageURLTypedDict": "imagepart",
    "JSONObjectFormatTypedDict": "createchatcompletionop",
    "JSONSchemaFormatTypedDict": "createchatcompletionop",
    "JSONSchemaTypedDict": "createchatcompletionop",
    "OrqTypedDict": "createchatcompletionop",
    "PostV2ProxyImagesEditsRequestBodyTypedDict": "postv2proxyimageseditsop",
    "PostV2ProxyImagesGenerationsCacheTypedDict": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsFallbacksTypedDict": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsOrqTypedDict": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsRequestBodyTypedDict": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsRetryTypedDict": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesGenerationsThreadTypedDict": "postv2proxyimagesgenerationsop",
    "PostV2ProxyImagesVariationsImageTypedDict": "postv2proxyimagesvariationsop",
    "PostV2ProxyImagesVariationsRequestBodyTypedDict": "postv2proxyimagesvariationsop",
    "PublicContactTypedDict": "publiccontact",
    "ResponseFormatTypedDict": "createchatcompletionop",
    "RetryTypedDict": "createchatcompletionop",
    "SecurityTypedDict": "security",
    "StopTypedDict": "createchatcompletionop",
    "StreamOptionsTypedDict": "createchatcompletionop",
    "SystemMessageTypedDict": "systemmessage",
    "TextFormatTypedDict": "createchatcompletionop",
    "TextPartTypedDict": "textpart",
    "ThreadTypedDict": "createchatcompletionop",
    "UserMessageTypedDict": "usermessage",
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
