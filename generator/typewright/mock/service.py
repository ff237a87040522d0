"""The mock of an API as a function from a request to the checked exchange, without sockets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from typewright.base.json_value import JsonObject, JsonValue
from typewright.client import Client, ClientMethod
from typewright.client.answers import Answer
from typewright.client.media_kinds import MediaKind
from typewright.client.paging import PagingInput
from typewright.examples.build import Examples
from typewright.ir import ABSENT, Absent, ParameterLocation
from typewright.mock.answers import chosen_answer, described_statuses
from typewright.mock.bodies import Body, body_of
from typewright.mock.contents import Contents
from typewright.mock.credentials import CHALLENGE, is_challenged, query_keys, security_fault, token_response
from typewright.mock.paging import PAGE_MARK, Pages
from typewright.mock.parameters import ParameterChecks
from typewright.mock.preferences import preferences_of
from typewright.mock.reading import Reader
from typewright.mock.requests import Exchange, Fault, Request, Response
from typewright.mock.routing import Routed, Router
from typewright.schemas.validation import schema_validator

_PROBLEM = "application/problem+json"
_WITHOUT_CONTENT = frozenset({204, 205, 304})
_CROSS_ORIGIN = (("access-control-allow-origin", "*"), ("access-control-expose-headers", "*"))
"""The headers that allow pages of a browser to read responses (WHATWG Fetch, 3.3.3)."""


@dataclass(slots=True)
class Mock:
    """Answers requests for an API. `examples` are those of a target, and are valid."""

    client: Client
    examples: Examples
    _router: Router = field(init=False)
    _contents: Contents = field(init=False)
    _reader: Reader = field(init=False)

    def __post_init__(self) -> None:
        api = self.examples.surface.api
        self._router = Router(self.client)
        self._contents = Contents(api, self.examples)
        self._reader = Reader(self.examples.models, schema_validator(api))

    def exchange(self, request: Request) -> Exchange:
        """Return the exchange for a request: the response and the faults."""
        if request.method == "OPTIONS" and request.header("access-control-request-method") is not None:
            return Exchange(request=request, response=_preflight(request))
        routed = self._router.find(request.method, request.path, request.query)
        if isinstance(routed, Routed):
            return self._operation(request, routed)
        token = token_response(request, self.client)
        if token is not None:
            return Exchange(request=request, response=token)
        if routed:
            fault = Fault("method", f"the path has {', '.join(sorted(routed))}")
            headers = (("allow", ", ".join(sorted(routed))),)
            return _refused(request, 405, (fault,), None, headers)
        return _refused(request, 404, (Fault("path", "the description has no such path"),), None)

    def _operation(self, request: Request, routed: Routed) -> Exchange:
        method = routed.method
        label = method.operation_id or f"{method.http_method} {method.path}"
        security = security_fault(request, self.client, method)
        if security is not None:
            is_first = is_challenged(request, self.client, method)
            headers = (("www-authenticate", CHALLENGE),) if is_first else ()
            return _refused(request, 401, () if is_first else (security,), label, headers)
        checks, faults = self._checks(request, routed)
        body = body_of(request, method, self._reader)
        if faults or body.faults:
            return _refused(request, 400, (*faults, *body.faults), label)
        response = self._response(request, method, checks, body)
        if isinstance(response, Fault):
            return _refused(request, 400, (response,), label)
        return Exchange(request=request, response=response, operation=label)

    def _checks(self, request: Request, routed: Routed) -> tuple[ParameterChecks, tuple[Fault, ...]]:
        """Return the parameters of a request and their faults; of several readings of its path, those of a valid one.

        Without a valid reading of the path, the likeliest one counts.
        """
        keys, found = query_keys(self.client) | {PAGE_MARK}, []
        for texts in routed.splits:
            checks = ParameterChecks(self._reader, request, texts)
            faults = tuple(checks.faults(routed.method, keys))
            if not any(fault.where.startswith(f"{ParameterLocation.PATH.value} ") for fault in faults):
                return checks, faults
            found.append((checks, faults))
        return found[0]

    def _response(
        self, request: Request, method: ClientMethod, checks: ParameterChecks, body: Body
    ) -> Response | Fault:
        preferences = preferences_of(request)
        choice = method.stream_choice
        stream = ABSENT if choice is None else _given(choice.name, checks, body, is_in_body=choice.origin == "body")
        chosen = chosen_answer(method, preferences, stream)
        if chosen is None and preferences.code is None:
            return Response(status=200, headers=_CROSS_ORIGIN)
        if chosen is None:
            message = f"no answer {preferences.code} is described; there is {described_statuses(method.answers)}"
            return Fault("header Prefer", message, method.pointer)
        answer = chosen.answer
        headers = (*_CROSS_ORIGIN, *self._contents.headers(answer))
        if request.method == "HEAD" or chosen.status in _WITHOUT_CONTENT:
            return Response(status=chosen.status, headers=headers)
        value = self._contents.value(method, answer, preferences.example)
        if method.paging is not None and answer.kind is MediaKind.JSON and not answer.is_error:
            value = self._page(request, method, answer, value, checks, body)
        return Response(status=chosen.status, headers=headers, pieces=self._contents.pieces(method, answer, value))

    def _page(
        self,
        request: Request,
        method: ClientMethod,
        answer: Answer,
        value: JsonValue,
        checks: ParameterChecks,
        body: Body,
    ) -> JsonValue:
        """Return the requested page of results."""
        pointer = answer.media.type.pointer if answer.media is not None and answer.media.type is not None else None
        if method.paging is None:
            return value
        item = method.paging.item
        pages = Pages(
            method.paging,
            request,
            given=lambda input_: _given_input(input_, checks, body),
            is_valid=lambda page: pointer is None or self._reader.validator.is_valid(pointer, page),
            item=lambda: ABSENT if item is None else self._contents.sample(method, item),
        )
        return pages.page(value)


def _given_input(input_: PagingInput, checks: ParameterChecks, body: Body) -> JsonValue | Absent:
    return _given(input_.name, checks, body, is_in_body=input_.is_in_body)


def _given(name: str, checks: ParameterChecks, body: Body, *, is_in_body: bool) -> JsonValue | Absent:
    """Return the value that a request passes under a name on the wire, in its body or as a parameter."""
    if is_in_body:
        return body.value.get(name, ABSENT) if isinstance(body.value, dict) else ABSENT
    values: Mapping[tuple[ParameterLocation, str], JsonValue] = checks.values
    return next((value for (_, key), value in values.items() if key == name), ABSENT)


def _refused(
    request: Request,
    status: int,
    faults: tuple[Fault, ...],
    operation: str | None,
    headers: tuple[tuple[str, str], ...] = (),
) -> Exchange:
    """Return an exchange whose response reports the faults of the request (RFC 9457)."""
    titles = {401: "The request is not signed", 404: "There is no such path", 405: "The path has no such method"}
    problem: JsonObject = {
        "type": "about:blank",
        "title": titles.get(status, "The request is not as described"),
        "status": status,
        "detail": "; ".join(fault.text() for fault in faults),
        "errors": [fault.entry() for fault in faults],
    }
    body = b"" if request.method == "HEAD" else json.dumps(problem, ensure_ascii=False).encode("utf-8", "replace")
    sent = (*_CROSS_ORIGIN, *headers, ("content-type", _PROBLEM))
    response = Response(status=status, headers=sent, pieces=(body,))
    return Exchange(request=request, response=response, operation=operation, faults=faults)


def _preflight(request: Request) -> Response:
    """Return the response that allows a page of a browser to send any request (WHATWG Fetch, 4.8)."""
    asked = request.header("access-control-request-headers") or "*"
    headers = (("access-control-allow-methods", "*"), ("access-control-allow-headers", asked))
    return Response(status=204, headers=(*_CROSS_ORIGIN[:1], *headers))
