"""The properties of Python that naming depends on, and the final form of class names."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from typewright.client.groups import client_class
from typewright.config.options import Paths
from typewright.ir import Api
from typewright.naming.names import Language, Members, Package, folders_of
from typewright.naming.operations import group_of
from typewright.naming.words import pascal
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.words import attribute, function

MODELS: Final = "models"
"""The folder of a package whose path is empty."""

_MEMBERS = Members(
    method=function,
    group=attribute,
    suffixes=("_async",),
    of_client=frozenset(
        {"aclose", "close", "constructor", "hooks", "request", "request_async", "server_url", "then"}
        | {"with_options", "with_raw_response", "with_streaming_response"}
    ),
)
"""Methods have an asynchronous form; the client's class has members of its own."""
_IN_CAPITALS = frozenset(
    {
        *("ACL", "API", "ASCII", "CPU", "CSS", "DNS", "EOF", "GUID", "HTML", "HTTP", "HTTPS", "ID", "IP", "JSON"),
        *("LHS", "QPS", "RAM", "RHS", "RPC", "SLA", "SMTP", "SQL", "SSH", "TCP", "TLS", "TTL", "UDP", "UI", "UID"),
        *("UUID", "URI", "URL", "UTF8", "VM", "XML", "XMPP", "XSRF", "XSS"),
    }
)
"""The initialisms of Go's old linter. ACL, API, HTTP, ID, JSON, UI and URL are known from the reference; others are
assumed."""
_INITIALISM = re.compile(rf"(?:{'|'.join(sorted(map(str.capitalize, _IN_CAPITALS), key=len, reverse=True))})(?![a-z])")


def finish(name: str) -> str:
    """Return a name as a class name: initialisms in upper case, no other name all upper case, no keyword."""
    normal = unicodedata.normalize("NFKC", name)
    if len(normal) > 1 and normal.isupper() and normal not in _IN_CAPITALS:
        normal = normal.capitalize()
    final = _INITIALISM.sub(lambda word: word[0].upper(), normal)
    if not final.isidentifier():
        final = f"Type{final}"
    return f"{final}_" if keyword.iskeyword(final) else final


@lru_cache
def model_folders(paths: Paths) -> Mapping[Package, str]:
    """Return the folder of each package, relative to the package and to `docs/`."""
    return {package: folder or MODELS for package, folder in folders_of(paths).items()}


def language(api: Api, target: PythonOptions) -> Language:
    """Return the naming conventions: one namespace for all packages, with the client classes in use.

    In the symmetric scheme, names of types are independent of client classes, which are in separate modules.
    """
    groups = {segment for operation in api.every_operation() for segment in group_of(operation).split(".")}
    is_first_come = target.naming.scheme == "first-come"
    taken = {pascal(name).lower() for name in (*groups, client_class(api, target.sdk_class)) if is_first_come}
    return Language(finish=finish, taken=frozenset(taken), folders=model_folders(target.paths), members=_MEMBERS)
