"""The models of Acme Photos: each is loaded when it is asked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .album import Album as Album
    from .albumfilter import AlbumFilter as AlbumFilter
    from .albumlist import AlbumList as AlbumList
    from .chat import ChatAnswer as ChatAnswer
    from .chat import ChatChunk as ChatChunk
    from .chat import ChatEvent as ChatEvent
    from .chat import ChatQuestion as ChatQuestion
    from .chat import Message as Message
    from .createalbum import CreateAlbum as CreateAlbum
    from .photo import Photo as Photo
    from .photo import PhotoDetails as PhotoDetails
    from .photo import PhotoFile as PhotoFile
    from .photo import UploadPhoto as UploadPhoto
    from .security import SchemeLogin as SchemeLogin
    from .security import SchemeOAuth as SchemeOAuth
    from .security import Security as Security

_MODULES: dict[str, str] = {
    "Album": "album",
    "AlbumFilter": "albumfilter",
    "AlbumList": "albumlist",
    "ChatAnswer": "chat",
    "ChatChunk": "chat",
    "ChatEvent": "chat",
    "ChatQuestion": "chat",
    "CreateAlbum": "createalbum",
    "Message": "chat",
    "Photo": "photo",
    "PhotoDetails": "photo",
    "PhotoFile": "photo",
    "SchemeLogin": "security",
    "SchemeOAuth": "security",
    "Security": "security",
    "UploadPhoto": "photo",
}


def __getattr__(name: str) -> object:
    """Load the module that declares `name`, and return what it declares."""
    from importlib import import_module

    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value
