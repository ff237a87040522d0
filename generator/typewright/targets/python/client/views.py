"""What the templates of the Python client see: finished strings and booleans."""

from __future__ import annotations

from msgspec import Struct


class SignatureView(Struct, frozen=True):
    """The parameters of a method, each as `name: type = default`, and the return type."""

    has_parameters: bool
    parameters: tuple[str, ...]
    returns: str


class MethodView(Struct, frozen=True):
    """One method: its signature, its overloads, and the call of the engine."""

    head: str
    """`def name`, or `async def name`."""
    is_deprecated: bool
    decorator: str
    """The decorator of a deprecated method."""
    overloads: tuple[SignatureView, ...]
    signature: SignatureView
    docstring: str
    call: str
    """The method of the engine, awaited or not."""
    operation: str
    """The constant that describes the operation."""
    arguments: str
    """A dictionary from the names of the arguments to their values."""
    options: str


class OperationView(Struct, frozen=True):
    """The constant that describes an operation to the engine: its name, its annotation and the expression."""

    name: str
    annotation: str
    expression: str


class SubgroupView(Struct, frozen=True):
    """A group that is an attribute of another one, or of the client."""

    attribute: str
    type: str
    """What annotations call the class. It has another name where a group is called like its class."""
    class_name: str
    module: str
    docstring: str


class GroupClassView(Struct, frozen=True):
    """A class of a group's methods, synchronous, asynchronous or both."""

    name: str
    docstring: str
    groups: tuple[SubgroupView, ...]
    methods: tuple[MethodView, ...]


class GroupView(Struct, frozen=True):
    """The module of a group of methods; `checked_imports` are for type checkers alone."""

    docstring: str
    imports: tuple[str, ...]
    checked_imports: tuple[str, ...]
    operations: tuple[OperationView, ...]
    classes: tuple[GroupClassView, ...]
    names_deprecated: bool = False
    """Whether the module names something deprecated without using it itself."""


class ClientClassView(Struct, frozen=True):
    """A class of the client. `options` are arguments of its `ClientOptions`, `transports` the others of its base."""

    name: str
    bases: str
    docstring: str
    parameters: tuple[str, ...]
    init_docstring: str
    options: tuple[str, ...]
    transports: tuple[str, ...]
    groups: tuple[SubgroupView, ...]


class ClientView(Struct, frozen=True):
    """The module of the client's classes; `description` is the constant with the facts of the client."""

    docstring: str
    imports: tuple[str, ...]
    checked_imports: tuple[str, ...]
    description: str
    classes: tuple[ClientClassView, ...]


class WrappedMethodView(Struct, frozen=True):
    """A method with a raw or streaming response, and the function of the runtime that types it for type checkers."""

    name: str
    wrapper: str


class ResponseFormView(Struct, frozen=True):
    """A group's class whose methods, those of `methods_class`, return raw or streaming responses.

    `mode` is a string literal.
    """

    class_name: str
    methods_class: str
    docstring: str
    mode: str
    has_methods: bool
    methods: tuple[WrappedMethodView, ...]
    groups: tuple[SubgroupView, ...]


class ResponsesView(Struct, frozen=True):
    """The module of a group's raw and streaming responses."""

    docstring: str
    imports: tuple[str, ...]
    engine: str
    """What the module calls the runtime's engine."""
    forms: tuple[ResponseFormView, ...]
    names_deprecated: bool = False
    """Whether the module names something deprecated without using it itself."""


class RuntimeErrors(Struct, frozen=True):
    """The names of the runtime's error classes in a module, where a class of the client can have the same name."""

    base: str
    status: str
    invalid_response: str
    no_response: str


class BaseErrorsView(Struct, frozen=True):
    """The module of the errors that every client has: the names of its classes."""

    docstring: str
    imports: tuple[str, ...]
    bases: RuntimeErrors
    """What the classes extend, by the names that the module has for it."""
    classes: str
    """The runtime's class that holds the classes."""
    base: str
    status: str
    invalid_response: str
    no_response: str


class WebhookView(Struct, frozen=True):
    """The function of a webhook, and the constant with the type of its content, if it has one."""

    has_constant: bool
    constant: str
    expression: str
    name: str
    parameters: tuple[str, ...]
    returns: str
    docstring: str
    statements: tuple[str, ...]


class WebhooksView(Struct, frozen=True):
    """The module of webhooks; `names` are its exports, as string literals."""

    docstring: str
    imports: tuple[str, ...]
    names: tuple[str, ...]
    functions: tuple[WebhookView, ...]


class HooksView(Struct, frozen=True):
    """The module of the user's own hooks."""

    docstring: str


class UtilityView(Struct, frozen=True):
    """A name of `utils`, plain and quoted, and the module of the client's runtime that has it."""

    name: str
    module: str
    quoted_name: str
    quoted_module: str


class UtilitiesView(Struct, frozen=True):
    """A module of exports that are not models; each of `exports` is loaded on first use."""

    docstring: str
    exports: tuple[UtilityView, ...] = ()
