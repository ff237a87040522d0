"""Checks an `Authorization: Digest` header (RFC 7616, 3.4) with `qop=auth`, or `auth-int` where a case says so."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

_HASHES = {"MD5": "md5", "SHA-256": "sha256", "SHA-512-256": "sha512_256"}


def is_digest(header: str, credentials: Mapping[str, str], method: str, target: str, content: bytes) -> bool:
    """Whether `header` answers the challenge of `credentials` (`username, password, realm, nonce, algorithm, qop`)."""
    scheme, _, rest = header.partition(" ")
    written = re.findall(r'(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))', rest)
    fields = {name: re.sub(r"\\(.)", r"\1", quoted) or bare for name, quoted, bare in written}
    expected = {name: credentials[name] for name in ("username", "realm", "nonce")}
    expected |= {"uri": target, "qop": credentials.get("qop", "auth")}
    if scheme.lower() != "digest" or any(fields.get(name) != value for name, value in expected.items()):
        return False
    counters = ":".join(fields.get(name, "") for name in ("nonce", "nc", "cnonce", "qop"))
    return fields.get("response") == _response(credentials, f"{method}:{target}", content, counters)


def digest_header(credentials: Mapping[str, str], method: str, target: str, content: bytes) -> str:
    """Return the header that answers the challenge that `credentials` describe."""
    qop = credentials.get("qop", "auth")
    response = _response(credentials, f"{method}:{target}", content, f"{credentials['nonce']}:00000001:0a4f:{qop}")
    fields = {name: credentials[name] for name in ("username", "realm", "nonce")}
    quoted = ", ".join(
        f'{key}="{_escaped(value)}"'
        for key, value in {**fields, "uri": target, "response": response, "cnonce": "0a4f"}.items()
    )
    return f"Digest {quoted}, qop={qop}, nc=00000001, algorithm={credentials['algorithm']}"


def _response(credentials: Mapping[str, str], request: str, content: bytes, counters: str) -> str:
    """Return the parameter `response`; `request` is its method and target, `counters` begins with the nonce."""

    def digest(text: str | bytes) -> str:
        held = text.encode() if isinstance(text, str) else text
        return hashlib.new(_HASHES[credentials["algorithm"]], held, usedforsecurity=False).hexdigest()

    secret = digest(f"{credentials['username']}:{credentials['realm']}:{credentials['password']}")
    covered = f"{request}:{digest(content)}" if credentials.get("qop") == "auth-int" else request
    return digest(f"{secret}:{counters}:{digest(covered)}")


def _escaped(text: str) -> str:
    """Return the content of a quoted string (RFC 9110, 5.6.4)."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
