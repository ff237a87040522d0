"""Names of operations, groups and media types, which type names are composed of."""

from __future__ import annotations

from typewright.ir import Operation
from typewright.naming.words import pascal

_PHRASES = {
    "400": "BadRequest",
    "401": "Unauthorized",
    "402": "PaymentRequired",
    "403": "Forbidden",
    "404": "NotFound",
    "405": "MethodNotAllowed",
    "406": "NotAcceptable",
    "407": "ProxyAuthenticationRequired",
    "408": "RequestTimeout",
    "409": "Conflict",
    "410": "Gone",
    "411": "LengthRequired",
    "412": "PreconditionFailed",
    "413": "PayloadTooLarge",
    "414": "URITooLong",
    "415": "UnsupportedMediaType",
    "416": "RangeNotSatisfiable",
    "417": "ExpectationFailed",
    "421": "MisdirectedRequest",
    "422": "UnprocessableEntity",
    "423": "Locked",
    "424": "FailedDependency",
    "425": "TooEarly",
    "426": "UpgradeRequired",
    "428": "PreconditionRequired",
    "429": "TooManyRequests",
    "431": "RequestHeaderFieldsTooLarge",
    "451": "UnavailableForLegalReasons",
    "500": "InternalServerError",
    "501": "NotImplemented",
    "502": "BadGateway",
    "503": "ServiceUnavailable",
    "504": "GatewayTimeout",
    "505": "HTTPVersionNotSupported",
    "507": "InsufficientStorage",
    "508": "LoopDetected",
    "511": "NetworkAuthenticationRequired",
    "4XX": "Client",
    "5XX": "Server",
}
"""The statuses of RFC 9110, 15.5 and 15.6, and of its registry, with their historical names."""


def operation_name(operation: Operation) -> str:
    """Return the name of an operation in Pascal case: its id, the name of a webhook, or its method and path."""
    if operation.name:
        return pascal(operation.name)
    return pascal(operation.path if operation.kind == "webhook" else f"{operation.method} {operation.path}")


def status_name(status: str) -> str:
    """Return the name of a status code: `404` → `NotFound`, `4XX` → `Client`, `499` → `Status499`."""
    known = _PHRASES.get(status.upper())
    return known or (pascal(status) if status[:1].isalpha() else f"Status{pascal(status)}")


def group_of(operation: Operation) -> str:
    """Return the group of an operation, with levels separated by dots: that of the extension, else its tag's."""
    tag = (operation.tags[0] if operation.tags else "") if operation.section is None else operation.section
    return operation.group or tag


def group_name(operation: Operation) -> str:
    """Return the name of an operation's group in Pascal case, with all levels joined."""
    return pascal(group_of(operation))


def media_name(media_type: str) -> str:
    """Return the name of a media type: `application/json` → `ApplicationJSON`."""
    words = [("JSON" if word == "json" else "XML" if word == "xml" else word) for word in _words(media_type)]
    return pascal(" ".join(words))


def _words(media_type: str) -> list[str]:
    return media_type.split(";", 1)[0].replace("/", " ").replace("-", " ").replace("+", " ").split()
