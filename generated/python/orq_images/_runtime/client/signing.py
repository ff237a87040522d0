# Typewright's runtime, copied as it is; its digest is d50a289ecd15641e.
"""Choosing the security alternative of a call, and signing its requests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .errors import SigningError
from .wire_values import is_absent, is_object

if TYPE_CHECKING:
    from .description import ClientDescription, Requirement
    from .draft import Draft
    from .protocols import HTTPResponse
    from .security import Scheme
    from .transport import Flow, Transport

Selected = tuple[tuple["Scheme", Any, tuple[str, ...]], ...]
"""The schemes of an alternative, with what was given for each and the scopes that are needed."""


class MissingCredentialError(SigningError):
    """No alternative is satisfied. Its text says what is missing and which variable was read."""


@dataclass
class SigningState:
    """The state of security schemes between calls. It is shared by all copies of a client.

    Attributes:
        tokens: Tokens and challenges, by the scheme's own keys.
        locks: One lock for each key that is being renewed.

    """

    tokens: dict[Any, Any] = field(default_factory=dict[Any, Any])
    locks: dict[Any, Any] = field(default_factory=dict[Any, Any])


@dataclass(frozen=True)
class SigningContext:
    """The context in which a scheme requests a token.

    Attributes:
        transport: Sends requests.
        state: What is remembered between calls.
        server_url: The URL of the server, which relative URLs begin at.
        deadline: When the attempt ends, in monotonic seconds.

    """

    transport: Transport
    state: SigningState
    server_url: str
    deadline: float


def selected_schemes(
    description: ClientDescription,
    alternatives: Sequence[Requirement],
    credentials: Mapping[str, Any],
    security: Any,
) -> Selected:
    """Return the schemes of the first alternative of which all credentials are given.

    An empty alternative holds if no other does. A function counts as given.

    Raises:
        MissingCredentialError: No alternative is satisfied.

    """
    if not alternatives:
        return ()
    missing: list[str] = []
    for alternative in alternatives:
        chosen: list[tuple[Scheme, Any, tuple[str, ...]]] = []
        for name, scopes in alternative.items():
            scheme = description.security_schemes[name]
            given = _given(scheme, name, credentials, security)
            if not callable(given) and not scheme.is_complete(scheme.found(given)):
                missing.append(_described(name, scheme))
                break
            chosen.append((scheme, given, tuple(scopes)))
        else:
            if chosen:
                return tuple(chosen)
    if any(not alternative for alternative in alternatives):
        return ()
    raise MissingCredentialError(" or ".join(dict.fromkeys(missing)))


def _given(
    scheme: Scheme, name: str, credentials: Mapping[str, Any], security: Any
) -> Any:
    """Return what the caller gave for a scheme, or None."""
    given = credentials.get(name)
    if is_absent(given) and not is_absent(security) and not scheme.field:
        given = security
    elif is_absent(given) and not is_absent(security):
        given = (
            security.get(scheme.field)
            if is_object(security)
            else getattr(security, scheme.field, None)
        )
    return None if is_absent(given) else given


def _described(name: str, scheme: Scheme) -> str:
    """Return the name of a credential and where it was looked for."""
    variables = " and ".join(
        variable for part, variable in scheme.env.items() if part in scheme.parts
    )
    words = f"`{scheme.field or name}`"
    return f"{words} (environment: {variables})" if variables else words


def sign(draft: Draft, selected: Selected, context: SigningContext) -> Flow[None]:
    """Add all credentials to a request.

    Raises:
        MissingCredentialError: A function returned nothing.
        SigningError: A credential would break the request apart.

    """
    for scheme, given, scopes in selected:
        values = yield from resolved_values(scheme, given, context)
        yield from scheme.sign(draft, values, scopes, context)
        for text in (*draft.signed_headers.values(), *draft.signed_cookies.values()):
            if "\n" in text or "\r" in text or "\0" in text:
                raise SigningError(
                    f"the credential `{scheme.field}` contains a line break or a null character"
                )


def resolved_values(
    scheme: Scheme, given: Any, context: SigningContext
) -> Flow[dict[str, str]]:
    """Return the parts of a credential. A function, for a part or for all, is called."""
    if callable(given):
        given = yield context.transport.resolve(given())
    values: dict[str, str] = {}
    for part, value in scheme.found(given).items():
        text = value
        if callable(value):
            text = scheme.text(part, (yield context.transport.resolve(value())))
        if text != "":
            values[part] = text
    if not scheme.is_complete(values):
        raise MissingCredentialError(_described(scheme.field, scheme))
    return values


def is_renewed(
    response: HTTPResponse, selected: Selected, context: SigningContext
) -> Flow[bool]:
    """Return whether a request that was answered 401 is worth signing and sending once more."""
    renewed = False
    for scheme, given, scopes in selected:
        values = yield from resolved_values(scheme, given, context)
        renewed = scheme.is_renewed(response, values, scopes, context) or renewed
    return renewed
