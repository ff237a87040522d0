"""The client of an API in no language: what both pages and generated clients are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from typewright.client.arguments import Argument, argument_of
from typewright.client.clashes import Clash
from typewright.client.groups import Group, client_class, groups
from typewright.client.member_names import member_names
from typewright.client.methods import ClientMethod, client_method
from typewright.client.retries import RetryPolicy, client_retries
from typewright.client.security import ClientSecurity, client_security
from typewright.client.webhooks import Webhook, WebhookSignature, callbacks_of, webhook_signature, webhooks_of
from typewright.ir import Server
from typewright.naming.ledger import Ledger
from typewright.naming.names import Members
from typewright.surface import Surface
from typewright.surface.extensions import whole_number_of

_USUAL_MEMBERS = Members()


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Everything that a client does."""

    title: str
    version: str
    class_name: str
    """The class of the client, in Pascal case."""
    environment_prefix: str
    """What names of environment variables begin with, up to their `_`: as configured, else the class in capitals."""
    groups: tuple[Group, ...]
    """In the order of their first method; the one with the empty path, if any, has the methods of the client itself."""
    methods: Mapping[str, ClientMethod]
    """All methods by the ids of their operations (canonical pointers), in document order; each is followed by those
    that send its body in another media type, whose ids have a `?word` at their end."""
    servers: tuple[Server, ...]
    globals: tuple[Argument, ...]
    """The parameters that are given once, for the client; all of them may be left out."""
    security: ClientSecurity
    retries: RetryPolicy | None
    """What holds for operations without a rule of their own; None: calls are not sent again."""
    timeout_ms: int | None
    webhooks: tuple[Webhook, ...]
    callbacks: tuple[Webhook, ...]
    webhook_signature: WebhookSignature | None
    clashes: tuple[Clash, ...]
    """The methods and groups that could not have the names that they ask for."""

    @property
    def incoming(self) -> tuple[Webhook, ...]:
        """The calls that the API makes: webhooks, and behind them callbacks."""
        return (*self.webhooks, *self.callbacks)

    def signature_of(self, webhook: Webhook) -> WebhookSignature | None:
        """Return how a call is signed, as far as clients can verify it; of callbacks the description says nothing."""
        signature = self.webhook_signature
        return None if webhook.owner or signature is None or signature.scheme is None else signature

    @property
    def root(self) -> Group:
        """The group of the client itself: the one with the empty path, else one without methods."""
        usual = Group(
            path=(), access=(), class_name=self.class_name, title=self.class_name, description=None, methods=()
        )
        return next((group for group in self.groups if not group.path), usual)


def build_client(
    surface: Surface,
    ledger: Ledger,
    members: Members = _USUAL_MEMBERS,
    *,
    sdk_class: str | None = None,
    environment_prefix: str | None = None,
) -> Client:
    """Return the client of an API, whose methods and groups are called by the conventions of `members`.

    `sdk_class` and `environment_prefix` are what the user's configuration says, None where it says nothing. Classes of
    groups, and names of methods and groups, that `ledger` has from the last run stay; all are recorded in it.
    """
    api, models = surface.api, surface.models
    class_name = client_class(api, sdk_class, members)
    paths = [method for method in surface.methods if method.operation.kind == "path"]
    names = member_names([method.operation for method in paths], members, ledger)
    methods = {method.operation.id: client_method(method, surface, names) for method in paths}
    return Client(
        title=api.title,
        version=api.version,
        class_name=class_name,
        environment_prefix=environment_prefix or class_name.upper(),
        groups=groups(api, methods.values(), class_name, ledger, names, members.reserved_classes),
        methods=methods,
        servers=api.servers,
        globals=tuple(argument_of(parameter, models) for parameter in api.global_parameters),
        security=client_security(surface),
        retries=client_retries(api),
        timeout_ms=whole_number_of(api.extensions.get("x-speakeasy-timeout")),
        webhooks=webhooks_of(api, models),
        callbacks=callbacks_of(api, models),
        webhook_signature=webhook_signature(api),
        clashes=names.clashes,
    )
