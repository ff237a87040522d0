"""The calls of pages, made against a mock of the description: their environment and their outcomes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from urllib.parse import urlsplit

from msgspec import Struct, field

from typewright.client import Client
from typewright.ir import Server
from typewright.mock.requests import Exchange
from typewright.prove.report import Failure
from typewright.prove.subjects import Sample

CALL_HEADER = "typewright-call"
"""The header of a request with the number of its call, which the runner of the calls adds."""
LIMIT_SECONDS = 20
"""The time limit of a call."""
_CREDENTIAL = "mock-credential"
_NO_SERVER = "https://api.example.com"
"""The placeholder of pages for the server if the description has none."""


class Outcome(Struct, frozen=True, kw_only=True):
    """The outcome of a call: `error` is None if the code ran to its end, else the message that ended it.

    Line and column count from 1; a column of 0 is unknown.
    """

    number: int
    error: str | None = None
    line: int = 1
    column: int = 0


class CallEnvironment(Struct, frozen=True, kw_only=True):
    """The environment of calls: environment variables, and the hosts whose requests are redirected to the mock."""

    environment: Mapping[str, str]
    hosts: tuple[str, ...]
    port: int


def call_environment(client: Client, calls: Sequence[Sample], port: int) -> CallEnvironment:
    """Return the environment of the calls: credentials by their environment variables, and the described servers."""
    prefix = client.environment_prefix
    named = re.compile(rf"\b{re.escape(prefix)}_[A-Z0-9_]+\b")
    token_urls = [scheme.token_url for scheme in client.security.schemes if scheme.token_url]
    environment = {}
    for name in dict.fromkeys(name for call in calls for name in named.findall(call.block.code)):
        environment[name] = token_urls[0] if name.endswith("TOKEN_URL") and token_urls else _CREDENTIAL
    servers = [server for method in client.methods.values() for server in method.servers]
    urls = [_filled(server) for server in (*client.servers, *servers)]
    environment.pop(f"{prefix}_DEBUG", None)
    if not urls or not _is_absolute(urls[0]):
        environment[f"{prefix}_SERVER_URL"] = f"http://127.0.0.1:{port}"
    if any(_NO_SERVER in call.block.code for call in calls):
        urls.append(_NO_SERVER)
    hosts = (urlsplit(url).hostname or "" for url in (*urls, *token_urls))
    return CallEnvironment(environment=environment, hosts=tuple(dict.fromkeys(filter(None, hosts))), port=port)


def _is_absolute(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))


def _filled(server: Server) -> str:
    """Return the URL of a server with the defaults of its variables."""
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return url


class CallRecord(Struct):
    """The exchanges of each call, as the mock has recorded them."""

    _exchanges: dict[int, list[Exchange]] = field(default_factory=dict)

    def take(self, exchange: Exchange) -> None:
        """Record an exchange of the mock."""
        number = exchange.request.header(CALL_HEADER) or ""
        if number.isdecimal():
            self._exchanges.setdefault(int(number), []).append(exchange)

    def faults(self, outcome: Outcome) -> Iterator[str]:
        """Yield the faults of a call: those of its requests, else the raised exception, else that nothing was sent."""
        exchanges = self._exchanges.get(outcome.number, [])
        refused = [exchange for exchange in exchanges if exchange.faults]
        for exchange in refused:
            reasons = "; ".join(fault.text() for fault in exchange.faults)
            yield f"the server refuses {exchange.request.method} {exchange.request.path}: {reasons}"
        if refused:
            return
        if outcome.error is not None:
            yield outcome.error
        elif not exchanges:
            yield "nothing is sent"


def runnable(
    client: Client,
    calls: Iterable[Sample],
    unsent_methods: Set[str] = frozenset(),
    bodiless_methods: Set[str] = frozenset(),
    unsatisfiable: Iterable[Failure] = (),
) -> tuple[list[Sample], Counter[str]]:
    """Return the calls that can be made, and how many can't be for each reason.

    `unsent_methods` are the HTTP methods that the platform of the language does not send, and `bodiless_methods` those
    that it sends without a body only, so that a body that is required cannot be sent. `unsatisfiable` are the values on
    pages for which no valid one is known: calls that pass one would be refused.
    """
    lines_found = {(failure.page, failure.line) for failure in unsatisfiable}
    chosen: list[Sample] = []
    reasons: Counter[str] = Counter()
    for call in calls:
        method = None if call.method is None else client.methods.get(call.method.operation.id)
        if method is None:
            reasons["the client has no such method"] += 1
        elif method.answers and not method.successes:
            reasons["the description has no success for it"] += 1
        elif method.http_method in unsent_methods:
            reasons[f"the platform sends no {method.http_method}"] += 1
        elif method.body is not None and method.body.required and method.http_method in bodiless_methods:
            reasons[f"the platform sends no {method.http_method} with a body"] += 1
        elif any((call.block.page, line) in lines_found for line in call.block.lines):
            reasons["no value is known that the schema of an argument admits"] += 1
        else:
            chosen.append(call)
    return chosen, reasons
