"""OAuth2 flows that need no browser: client credentials and password (RFC 6749, sections 4.3, 4.4 and 6)."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from .errors import SigningError
from .security import Scheme, Values
from .wire_values import is_object

if TYPE_CHECKING:
    from .draft import Draft
    from .protocols import HTTPRequest, HTTPResponse
    from .signing import SigningContext
    from .transport import Flow

_EARLY_SECONDS = 60.0
"""The seconds before its expiry at which a token is renewed; one that lasts less than twice that, at its half."""

_LIFETIME_SECONDS = 3600.0
"""The lifetime in seconds of a token without `expires_in`."""


class TokenError(SigningError):
    """A token endpoint gave no token."""


class Token(NamedTuple):
    """An access token.

    Attributes:
        text: The token.
        asked_at: When it was asked for, in monotonic seconds.
        renewed_at: When to get another one, in monotonic seconds.
        refresh: The token that another one is got with; empty without one.
        is_refreshed: Whether it was got with such a token itself.

    """

    text: str
    asked_at: float
    renewed_at: float
    refresh: str = ""
    is_refreshed: bool = False

    def __repr__(self) -> str:
        """Leave out the tokens."""
        return f"Token(asked_at={self.asked_at!r}, renewed_at={self.renewed_at!r})"


class _TokenEndpoint(Scheme):
    """A flow whose tokens come from an endpoint and are kept until they end.

    Attributes:
        token_url: The endpoint; a relative one begins at the server's URL.
        refresh_url: The endpoint for refresh tokens; the same one if it is empty.
        scopes: The scopes that are asked for where an operation names none.
        client_in_header: Whether client id and secret go into `Authorization` instead of the body.
        additional: Parts of the credential that the endpoint takes as parameters of its own, with their names there.

    """

    optional_parts: ClassVar[tuple[str, ...]] = ("token_url", "scopes")

    def __init__(
        self,
        *,
        token_url: str,
        refresh_url: str = "",
        scopes: tuple[str, ...] = (),
        client_in_header: bool = False,
        additional: Mapping[str, str] | None = None,
        field: str = "",
        env: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(field=field, env=env)
        self.token_url = token_url
        self.refresh_url = refresh_url
        self.scopes = scopes
        self.client_in_header = client_in_header
        self.additional = additional or {}

    def all_parts(self) -> tuple[str, ...]:
        """Return the names of the parts that a credential can have; the endpoint takes some as parameters."""
        return (*super().all_parts(), *self.additional)

    def form(self, values: Values) -> dict[str, str]:
        """Return the parameters of the token request, without scopes and client."""
        raise TypeError(f"{type(self).__name__} asks for nothing")

    def sign(
        self,
        draft: Draft,
        values: Values,
        scopes: tuple[str, ...],
        context: SigningContext,
    ) -> Flow[None]:
        """Add a token, which is requested first if none is cached. Concurrent calls share one request."""
        key = self._key(values, scopes, context)
        tokens = context.state.tokens
        token = tokens.get(key)
        now = time.monotonic()
        if token is None or now >= token.renewed_at:
            request = self._request(self._grant(values, scopes), values, context)
            lock = yield context.transport.locked(
                context.state.locks, key, request, context.deadline
            )
            try:
                token = tokens.get(key)
                if token is None or (
                    time.monotonic() >= token.renewed_at and token.asked_at < now
                ):
                    token = tokens[key] = yield from self._renewed(
                        token, values, scopes, context
                    )
            finally:
                lock.release()
        draft.signed_headers["Authorization"] = f"Bearer {token.text}"

    def is_renewed(
        self,
        response: HTTPResponse,
        values: Values,
        scopes: tuple[str, ...],
        context: SigningContext,
    ) -> bool:
        """Discard the token that was refused, and return whether to request another.

        Its refresh token is kept, unless it came from a refresh itself.
        """
        key = self._key(values, scopes, context)
        token = context.state.tokens.get(key)
        sent = response.request.headers
        if (
            token is not None
            and "authorization" in sent
            and sent["authorization"] == f"Bearer {token.text}"
        ):
            if token.refresh and not token.is_refreshed:
                context.state.tokens[key] = token._replace(renewed_at=0.0)
            else:
                context.state.tokens.pop(key, None)
        return True

    def _key(
        self, values: Values, scopes: tuple[str, ...], context: SigningContext
    ) -> tuple[Any, ...]:
        import hashlib

        secrets = "\0".join(
            values.get(part, "")
            for part in ("client_secret", "username", "password", *self.additional)
        )
        digest = hashlib.sha256(secrets.encode()).hexdigest()
        return (
            self._url(values, context),
            values.get("client_id", ""),
            digest,
            self._scopes(values, scopes),
        )

    def _url(self, values: Values, context: SigningContext) -> str:
        from urllib.parse import urljoin

        url = values.get("token_url") or self.token_url
        return url if "://" in url else urljoin(f"{context.server_url}/", url)

    def _scopes(self, values: Values, scopes: tuple[str, ...]) -> str:
        return values.get("scopes") or " ".join(scopes or self.scopes)

    def _refresh_url(self, values: Values, context: SigningContext) -> str:
        """Return where a token is refreshed: a described endpoint does not belong to a token URL that was given."""
        if not self.refresh_url or values.get("token_url"):
            return self._url(values, context)
        return self._url({"token_url": self.refresh_url}, context)

    def _renewed(
        self,
        held: Token | None,
        values: Values,
        scopes: tuple[str, ...],
        context: SigningContext,
    ) -> Flow[Token]:
        """Request a new token, first by refreshing the one held. Raise `TokenError` if the endpoint gives none."""
        if held is not None and held.refresh:
            form = {"grant_type": "refresh_token", "refresh_token": held.refresh}
            form |= self._additional(values)
            url = self._refresh_url(values, context)
            try:
                token = yield from self._fetched(
                    self._request(form, values, context, url), context
                )
            except TokenError:
                pass  # it has ended, too
            else:
                refresh = token.refresh or held.refresh
                return token._replace(refresh=refresh, is_refreshed=True)
        request = self._request(self._grant(values, scopes), values, context)
        return (yield from self._fetched(request, context))

    def _fetched(self, request: HTTPRequest, context: SigningContext) -> Flow[Token]:
        """Return the token that a request is answered with. Raise `TokenError` if there is none."""
        transport = context.transport
        began = time.monotonic()
        response: HTTPResponse = yield transport.send(request, context.deadline)
        transport.library.bound_stream(response, context.deadline, 1024 * 1024)
        try:
            yield transport.read(response, context.deadline)
        finally:
            yield transport.close(response)
        return _token(response, began)

    def _additional(self, values: Values) -> dict[str, str]:
        """Return the parts of the credential that the endpoint takes as parameters of its own."""
        return {
            name: values[part]
            for part, name in self.additional.items()
            if part in values
        }

    def _grant(self, values: Values, scopes: tuple[str, ...]) -> dict[str, str]:
        """Return the parameters of the flow's own token request, without the client."""
        form = {**self.form(values), **self._additional(values)}
        if scope := self._scopes(values, scopes):
            form["scope"] = scope
        return form

    def _request(
        self,
        parameters: dict[str, str],
        values: Values,
        context: SigningContext,
        url: str = "",
    ) -> HTTPRequest:
        """Return the request with the parameters of a grant and the client; without a URL to the token endpoint."""
        from urllib.parse import urlencode

        form = dict(parameters)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "application/json",
        }
        if "client_id" in values:
            if not self.client_in_header:
                form.update(
                    {
                        part: values[part]
                        for part in ("client_id", "client_secret")
                        if part in values
                    }
                )
            else:
                headers["Authorization"] = client_authorization(values)
        seconds = max(context.deadline - time.monotonic(), 0.001)
        limits = {
            "connect": min(seconds, 5.0),
            "read": seconds,
            "write": seconds,
            "pool": min(seconds, 10.0),
        }
        request: HTTPRequest = context.transport.client.build_request(
            "POST",
            url or self._url(values, context),
            headers=headers,
            content=urlencode(form).encode(),
            extensions={"timeout": limits},
        )
        return request


def client_authorization(values: Values) -> str:
    """Return the `Authorization` of a client (RFC 6749, section 2.3.1)."""
    from base64 import b64encode
    from urllib.parse import quote_plus

    pair = f"{quote_plus(values['client_id'])}:{quote_plus(values.get('client_secret', ''))}"
    return f"Basic {b64encode(pair.encode()).decode()}"


def _token(response: HTTPResponse, began: float) -> Token:
    """Return the token of an answer. The text of the error never holds the answer's content."""
    import json

    try:
        content = json.loads(response.content)
    except ValueError:
        content = None
    text = content.get("access_token") if is_object(content) else None
    if (
        response.status_code >= 400
        or not isinstance(text, str)
        or not is_object(content)
    ):
        code = content.get("error") if is_object(content) else None
        reason = f" ({code})" if isinstance(code, str) else ""
        raise TokenError(
            f"the token endpoint answered {response.status_code}{reason} and gave no token"
        )
    lifetime = _lifetime(content.get("expires_in"))
    refresh = content.get("refresh_token")
    return Token(
        text=text,
        asked_at=began,
        renewed_at=began + lifetime - min(_EARLY_SECONDS, lifetime / 2),
        refresh=refresh if isinstance(refresh, str) else "",
    )


def _lifetime(expires_in: Any) -> float:
    """Return how many seconds a token lasts, of which some endpoints say it as a text, or not at all."""
    try:
        return float(expires_in)
    except (TypeError, ValueError):
        return _LIFETIME_SECONDS


class ClientCredentials(_TokenEndpoint):
    """The flow `clientCredentials`."""

    parts = ("client_id", "client_secret")

    def form(self, values: Values) -> dict[str, str]:
        """Return the parameters of the token request."""
        return {"grant_type": "client_credentials"}


class Password(_TokenEndpoint):
    """The flow `password`. The client is named if it is given."""

    parts = ("username", "password")
    optional_parts = ("client_id", "client_secret", "token_url", "scopes")

    def form(self, values: Values) -> dict[str, str]:
        """Return the parameters of the token request."""
        return {
            "grant_type": "password",
            "username": values["username"],
            "password": values["password"],
        }
