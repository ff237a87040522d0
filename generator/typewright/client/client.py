"""The client of an API, independent of any target language; pages and generated clients are made from it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from typewright.base.recording import Recorded
from typewright.client.arguments import Argument, argument_of
from typewright.client.environment import variable_prefix
from typewright.client.groups import Group, client_class, groups
from typewright.client.member_names import member_names
from typewright.client.methods import ClientMethod, client_method
from typewright.client.name_collisions import NameCollision
from typewright.client.retries import RetryPolicy, client_retries
from typewright.client.security import ClientSecurity, client_security
from typewright.client.webhooks import Webhook, WebhookSignature, callbacks_of, webhook_signature, webhooks_of
from typewright.ir import Server
from typewright.naming.ledger import Ledger
from typewright.naming.names import Members
from typewright.surface import Surface
from typewright.surface.extensions import whole_number_of

_USUAL_MEMBERS = Members()


class Client(Recorded, Struct, frozen=True, kw_only=True):
    """Everything that a client does.

    As a target gets it, `groups`, `methods`, `webhooks` and `callbacks` are recorded tables, and all files depend on
    the other fields (`facts`).
    """

    title: str
    version: str
    class_name: str
    """The name of the client class, in Pascal case."""
    environment_prefix: str
    """The prefix of environment variables, up to their `_`: the configured one, else the class name in ASCII
    capitals."""
    groups: tuple[Group, ...]
    """The groups in the order of their first methods; the methods of the client itself are in the group with the empty
    path."""
    methods: Mapping[str, ClientMethod]
    """All methods by the ids of their operations (canonical pointers), in document order. Each is followed by its
    variants for other media types of the body, whose ids end in `?word`."""
    servers: tuple[Server, ...]
    globals: tuple[Argument, ...]
    """The parameters that are given once, to the client; all of them are optional."""
    security: ClientSecurity
    retries: RetryPolicy | None
    """The retry policy of operations without one of their own; None if calls are not retried."""
    timeout_ms: int | None
    webhooks: tuple[Webhook, ...]
    callbacks: tuple[Webhook, ...]
    webhook_signature: WebhookSignature | None
    collisions: tuple[NameCollision, ...]
    """The methods and groups without their preferred names."""

    @property
    def facts(self) -> tuple[object, ...]:
        """What the client is apart from its methods, groups, webhooks and callbacks."""
        return (
            *(self.title, self.version, self.class_name, self.environment_prefix, self.servers, self.globals),
            *(self.security, self.retries, self.timeout_ms, self.webhook_signature),
        )

    @property
    def incoming(self) -> tuple[Webhook, ...]:
        """The calls that the API makes: webhooks, followed by callbacks."""
        return (*self.webhooks, *self.callbacks)

    def signature_of(self, webhook: Webhook) -> WebhookSignature | None:
        """Return the signature of an incoming call, if clients can verify it; descriptions state none for callbacks."""
        signature = self.webhook_signature
        return None if webhook.owner or signature is None or signature.scheme is None else signature

    @property
    def root(self) -> Group:
        """The group of the client itself: the one with the empty path, or a new one without methods."""
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
    """Return the client of an API; `members` has the naming conventions of a language.

    `sdk_class` and `environment_prefix` are those of the configuration, or None. Classes of groups, and names of
    methods and groups, that `ledger` has from the last run are kept; all are recorded in it.
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
        environment_prefix=variable_prefix(environment_prefix, class_name),
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
        collisions=names.collisions,
    )
