"""HTTP digest authentication (RFC 7616)."""

from __future__ import annotations

import hashlib
import os
import re
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .errors import SigningError
from .security import Scheme, Values

if TYPE_CHECKING:
    from .draft import Draft
    from .protocols import HTTPResponse
    from .signing import SigningContext
    from .transport import Flow

_PARAMETER = re.compile(r'(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))')
_STREAM = (
    "the server wants a digest of the content (qop=auth-int), which a file or a stream has not: "
    "send the content from memory"
)
_ESCAPED = re.compile(r"\\(.)")
_ALGORITHMS = {"SHA-512-256": "sha512_256", "SHA-256": "sha256", "MD5": "md5"}


class Challenge:
    """The challenge of a server, and how often it was answered.

    Attributes:
        parameters: The parameters of `WWW-Authenticate`.
        counts: The numbers of its answers, one after the other: a server refuses a number that it has seen.

    """

    def __init__(self, parameters: dict[str, str]) -> None:
        self.parameters = parameters
        self.counts = count(1)

    @property
    def algorithm(self) -> str:
        """The algorithm, without `-sess`."""
        return self.parameters.get("algorithm", "MD5").upper().removesuffix("-SESS")

    @property
    def quality(self) -> str:
        """What a digest covers: `auth`, `auth-int` with the content if nothing less will do; empty in RFC 2069."""
        offered = [item.strip() for item in self.parameters.get("qop", "").split(",")]
        return next((name for name in ("auth", "auth-int") if name in offered), "")

    def digest(self, content: str | bytes) -> str:
        """Return a digest in hexadecimal digits."""
        held = content.encode() if isinstance(content, str) else content
        name = _ALGORITHMS[self.algorithm]
        return hashlib.new(name, held, usedforsecurity=False).hexdigest()


class Digest(Scheme):
    """A user name and a password, of which only digests are sent, once a server has asked for them."""

    parts = ("username", "password")
    is_for_one_target = True

    def sign(
        self,
        draft: Draft,
        values: Values,
        scopes: tuple[str, ...],
        context: SigningContext,
    ) -> Flow[None]:
        """Answer the challenge that is held; without one, send nothing and wait for it."""
        challenge = context.state.tokens.get(
            (context.server_url, values["username"], "digest")
        )
        if challenge is not None:
            content = b"" if draft.payload is None else draft.payload.in_memory()
            draft.signed_headers["Authorization"] = authorization(
                draft.method, draft.signed_url(), values, challenge, content=content
            )
        return
        yield

    def is_renewed(
        self,
        response: HTTPResponse,
        values: Values,
        scopes: tuple[str, ...],
        context: SigningContext,
    ) -> bool:
        """Store the challenge of an answer, and return whether to sign again: not if it refuses the password.

        A nonce that is held already keeps its count: another call may have got it, too.
        """
        fields = response.headers.multi_items()
        challenge = best_challenge(
            [value for name, value in fields if name.lower() == "www-authenticate"]
        )
        if challenge is None:
            return False
        nonce = challenge.parameters["nonce"]
        key = (context.server_url, values["username"], "digest")
        held = context.state.tokens.setdefault(key, challenge)
        if held.parameters["nonce"] != nonce:
            context.state.tokens[key] = challenge
        sent = response.request.headers
        was_answered = (
            "authorization" in sent
            and f'nonce="{_quoted(nonce)}"' in sent["authorization"]
        )
        is_stale = challenge.parameters.get("stale", "").lower() == "true"
        return is_stale or not was_answered


def best_challenge(fields: list[str]) -> Challenge | None:
    """Return the challenge with the strongest supported algorithm, from the values of `WWW-Authenticate`."""
    found: list[Challenge] = []
    for field in fields:
        for part in re.split(r"(?i)(?:^|,)\s*(?=digest\s)", field):
            if not part.lower().startswith("digest"):
                continue
            parameters = {
                name.lower(): _ESCAPED.sub(r"\1", quoted) or plain
                for name, quoted, plain in _PARAMETER.findall(part[6:])
            }
            challenge = Challenge(parameters)
            if "nonce" in parameters and _is_supported(challenge):
                found.append(challenge)
    order = list(_ALGORITHMS)
    return min(
        found, key=lambda challenge: order.index(challenge.algorithm), default=None
    )


def _is_supported(challenge: Challenge) -> bool:
    """Return whether a challenge can be answered: with its algorithm, in this build of Python, and what is covered."""
    if challenge.parameters.get("qop") and not challenge.quality:
        return False
    return _ALGORITHMS.get(challenge.algorithm) in hashlib.algorithms_available


def authorization(
    method: str,
    url: str,
    values: Values,
    challenge: Challenge,
    cnonce: str | None = None,
    *,
    content: bytes | None = b"",
) -> str:
    """Return the value of `Authorization` (RFC 7616, section 3.4) for a request; `content` is None for a stream.

    Raises:
        SigningError: The server wants a digest of content that is a stream.

    """
    parameters, digest = challenge.parameters, challenge.digest
    algorithm = parameters.get("algorithm", "MD5")
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    cnonce = cnonce or os.urandom(8).hex()
    number = f"{next(challenge.counts):08x}"
    realm, nonce = parameters.get("realm", ""), parameters["nonce"]
    secret = digest(f"{values['username']}:{realm}:{values['password']}")
    if algorithm.upper().endswith("-SESS"):
        secret = digest(f"{secret}:{nonce}:{cnonce}")
    request, quality = f"{method}:{target}", challenge.quality
    if quality == "auth-int":
        if content is None:
            raise SigningError(_STREAM)
        request += f":{digest(content)}"
    middle = f"{number}:{cnonce}:{quality}:" if quality else ""
    fields = [
        *_user(values["username"], challenge),
        f'realm="{_quoted(realm)}"',
        f'nonce="{_quoted(nonce)}"',
        f'uri="{target}"',
        f'response="{digest(f"{secret}:{nonce}:{middle}{digest(request)}")}"',
    ]
    if "algorithm" in parameters:
        fields.append(f"algorithm={algorithm}")
    if quality:
        fields += [f"qop={quality}", f"nc={number}", f'cnonce="{cnonce}"']
    if "opaque" in parameters:
        fields.append(f'opaque="{_quoted(parameters["opaque"])}"')
    return "Digest " + ", ".join(fields)


def _user(name: str, challenge: Challenge) -> list[str]:
    """Return the parameters that name the user, in a digest where the server wants that (section 3.4.4)."""
    if challenge.parameters.get("userhash", "").lower() != "true":
        return [f'username="{_quoted(name)}"']
    user = challenge.digest(f"{name}:{challenge.parameters.get('realm', '')}")
    return [f'username="{user}"', "userhash=true"]


def _quoted(text: str) -> str:
    """Escape what ends a quoted string."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
