"""Checks an `Authorization: Digest` header (RFC 7616, 3.4) with `qop=auth`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

_HASHES = {"MD5": "md5", "SHA-256": "sha256"}


def is_digest(header: str, credentials: Mapping[str, str], method: str, target: str) -> bool:
    """Whether `header` answers the challenge of `credentials` (`username, password, realm, nonce, algorithm`)."""
    scheme, _, rest = header.partition(" ")
    written = re.findall(r'(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))', rest)
    fields = {name: re.sub(r"\\(.)", r"\1", quoted) or bare for name, quoted, bare in written}
    expected = {"username": credentials["username"], "realm": credentials["realm"], "nonce": credentials["nonce"]}
    if scheme.lower() != "digest" or fields.get("uri") != target or fields.get("qop") != "auth":
        return False
    if any(fields.get(name) != value for name, value in expected.items()):
        return False

    def digest(text: str) -> str:
        return hashlib.new(_HASHES[credentials["algorithm"]], text.encode(), usedforsecurity=False).hexdigest()

    secret = digest(f"{credentials['username']}:{credentials['realm']}:{credentials['password']}")
    counters = ":".join(fields.get(name, "") for name in ("nonce", "nc", "cnonce", "qop"))
    return fields.get("response") == digest(f"{secret}:{counters}:{digest(f'{method}:{target}')}")


def digest_header(credentials: Mapping[str, str], method: str, target: str) -> str:
    """Return the header that answers the challenge that `credentials` describe."""
    name = _HASHES[credentials["algorithm"]]

    def digest(text: str) -> str:
        return hashlib.new(name, text.encode(), usedforsecurity=False).hexdigest()

    secret = digest(f"{credentials['username']}:{credentials['realm']}:{credentials['password']}")
    response = digest(f"{secret}:{credentials['nonce']}:00000001:0a4f:auth:{digest(f'{method}:{target}')}")
    fields = {name: credentials[name] for name in ("username", "realm", "nonce")}
    quoted = ", ".join(
        f'{key}="{_escaped(value)}"'
        for key, value in {**fields, "uri": target, "response": response, "cnonce": "0a4f"}.items()
    )
    return f"Digest {quoted}, qop=auth, nc=00000001, algorithm={credentials['algorithm']}"


def _escaped(text: str) -> str:
    """Return the content of a quoted string (RFC 9110, 5.6.4)."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
