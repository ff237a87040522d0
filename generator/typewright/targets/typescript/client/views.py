"""The views of the templates of the TypeScript client: finished strings and booleans."""

from __future__ import annotations

from msgspec import Struct


class FunctionView(Struct, frozen=True):
    """The module of a standalone function: the operation as a constant, and the call of the engine.

    Signatures are finished, from the name to the type of what is returned.
    """

    imports: tuple[str, ...]
    constants: tuple[str, ...]
    operation: str
    comment: str
    overloads: tuple[str, ...]
    signature: str
    statements: tuple[str, ...]


class WebhookView(Struct, frozen=True):
    """The function of a webhook."""

    comment: str
    name: str
    parameters: tuple[str, ...]
    returns: str
    statement: str


class WebhooksView(Struct, frozen=True):
    """The module of webhooks, with its exports of the runtime."""

    imports: tuple[str, ...]
    exports: tuple[str, ...]
    constants: tuple[str, ...]
    functions: tuple[WebhookView, ...]


class ClassMethodView(Struct, frozen=True):
    """A method of a group's class: it calls the function that does the same."""

    comment: str
    overloads: tuple[str, ...]
    signature: str
    call: str


class AccessorView(Struct, frozen=True):
    """A group that is an attribute of another one, or of the client."""

    comment: str
    name: str
    class_name: str


class GroupView(Struct, frozen=True):
    """The module of a group's class."""

    imports: tuple[str, ...]
    comment: str
    class_name: str
    core: str
    accessors: tuple[AccessorView, ...]
    methods: tuple[ClassMethodView, ...]


class OptionView(Struct, frozen=True):
    """An option of the client: its comment and its declaration."""

    comment: str
    text: str


class CoreView(Struct, frozen=True):
    """The module of the small client, which functions take; `base`, its options and modules are of the runtime."""

    base: str
    base_options: str
    modules: str
    imports: tuple[str, ...]
    options: tuple[OptionView, ...]
    description: str
    client: str
    core: str
    modules_argument: str


class ClientView(Struct, frozen=True):
    """The module of the client's class, with the core that it extends, and the local names that it uses."""

    comment: str
    class_name: str
    core: str
    options: str
    debug_log: str
    promise: str
    request: str
    custom_request: str
    accessors: tuple[AccessorView, ...]
    methods: tuple[ClassMethodView, ...]
    imports: tuple[str, ...]


class LinesView(Struct, frozen=True):
    """A module of export statements."""

    lines: tuple[str, ...]
