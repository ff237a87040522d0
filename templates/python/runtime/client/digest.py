"""HTTP digest authentication (RFC 7616)."""

from __future__ import annotations

import hashlib
import os
import re
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .security import Scheme, Values

if TYPE_CHECKING:
    from .draft import Draft
    from .protocols import HTTPResponse
    from .signing import SigningContext
    from .transport import Flow

_PARAMETER = re.compile(r'(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))')
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
            draft.signed_headers["Authorization"] = authorization(
                draft.method, draft.signed_url(), values, challenge
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
            if "nonce" in parameters and challenge.algorithm in _ALGORITHMS:
                found.append(challenge)
    order = list(_ALGORITHMS)
    return min(
        found, key=lambda challenge: order.index(challenge.algorithm), default=None
    )


def authorization(
    method: str,
    url: str,
    values: Values,
    challenge: Challenge,
    cnonce: str | None = None,
) -> str:
    """Return the value of `Authorization` (RFC 7616, section 3.4)."""
    parameters = challenge.parameters
    algorithm = parameters.get("algorithm", "MD5")
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    cnonce = cnonce or os.urandom(8).hex()
    number = f"{next(challenge.counts):08x}"
    realm, nonce = parameters.get("realm", ""), parameters["nonce"]

    def digest(text: str) -> str:
        return hashlib.new(
            _ALGORITHMS[challenge.algorithm], text.encode(), usedforsecurity=False
        ).hexdigest()

    secret = digest(f"{values['username']}:{realm}:{values['password']}")
    if algorithm.upper().endswith("-SESS"):
        secret = digest(f"{secret}:{nonce}:{cnonce}")
    request = digest(f"{method}:{target}")
    has_qop = "auth" in [item.strip() for item in parameters.get("qop", "").split(",")]
    middle = f"{number}:{cnonce}:auth:" if has_qop else ""
    fields = [
        f'username="{_quoted(values["username"])}"',
        f'realm="{_quoted(realm)}"',
        f'nonce="{_quoted(nonce)}"',
        f'uri="{target}"',
        f'response="{digest(f"{secret}:{nonce}:{middle}{request}")}"',
    ]
    if "algorithm" in parameters:
        fields.append(f"algorithm={algorithm}")
    if has_qop:
        fields += ["qop=auth", f"nc={number}", f'cnonce="{cnonce}"']
    if "opaque" in parameters:
        fields.append(f'opaque="{_quoted(parameters["opaque"])}"')
    return "Digest " + ", ".join(fields)


def _quoted(text: str) -> str:
    """Escape what ends a quoted string."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
