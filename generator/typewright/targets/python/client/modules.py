"""The modules of groups, and their views."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from typewright.client import ClientMethod, Group
from typewright.client.operations import GroupPath
from typewright.naming.ledger import Ledger
from typewright.naming.names import Package
from typewright.naming.words import snake
from typewright.targets.python.client.annotations import ClientAnnotations
from typewright.targets.python.client.class_forms import ClassForm
from typewright.targets.python.client.methods import Methods
from typewright.targets.python.client.operations import Operations
from typewright.targets.python.client.scope import ClientScope
from typewright.targets.python.client.signatures import Signatures
from typewright.targets.python.client.views import (
    GroupClassView,
    GroupView,
    OperationView,
    ResponseFormView,
    ResponsesView,
    SubgroupView,
    WrappedMethodView,
)
from typewright.targets.python.models.context import Context
from typewright.targets.python.quoting import docstring, string_literal
from typewright.targets.python.words import attribute

CLIENT_MODULE = "sdk"
RESPONSES = "_responses"
OWN_METHODS = "_methods"
"""The module of the methods of the client itself, in no group."""
OWN_MODULES = frozenset({CLIENT_MODULE, "models", "errors", "dicts", "utils", "hooks", "types", "typing"})
"""The modules of every package, whose names no group's module has."""
_INDENT = "    "


def module_names(groups: Sequence[Group], ledger: Ledger, taken: frozenset[str]) -> dict[GroupPath, str]:
    """Return the module of each group, named after its class; the client's own group is in `CLIENT_MODULE`.

    Names that `ledger` has from the last run are kept.
    """
    preferred_names = {}
    for group in groups:
        if group.path:
            stem = attribute(snake(group.class_name) or "group")
            preferred_names[".".join(group.path)] = f"{stem}_" if stem in OWN_MODULES | taken else stem
    stay = ledger.names("client-module", preferred_names, OWN_MODULES | taken)
    return {group.path: stay[".".join(group.path)] if group.path else CLIENT_MODULE for group in groups}


class GroupModules(Struct, frozen=True):
    """Writes the modules of a client's groups."""

    context: Context
    signatures: Signatures
    exceptions: Mapping[tuple[Package, str], str]
    error_module: str
    default_error: str
    groups: tuple[Group, ...]
    names: Mapping[GroupPath, str]
    call: Callable[[ClientMethod], str]
    """Returns the call on a method's page."""
    forms: tuple[ClassForm, ...]
    """The forms of each group's class."""

    def scope(self, group: Group, dots: str = ".") -> ClientScope:
        """Return the names that the class of a group binds, without imports so far."""
        names = {method.name for method in group.methods}
        names |= {f"{name}_async" for name in names}
        names |= {child.access[-1] for child in self.children(group)}
        return ClientScope(frozenset(names | {f"{form.prefix}{group.class_name}" for form in self.forms}), dots)

    def children(self, group: Group) -> tuple[Group, ...]:
        """Return the groups that are attributes of a group."""
        return tuple(child for child in self.groups if child.path and child.path[:-1] == group.path)

    def _methods(self, scope: ClientScope) -> Methods:
        """Return the writer of a module's methods."""
        annotations = ClientAnnotations(self.context, scope)
        return Methods(
            annotations=annotations,
            signatures=self.signatures,
            operations=Operations(annotations, self.signatures, self.exceptions),
            error_module=self.error_module,
            default_error=self.default_error,
            call=self.call,
        )

    def _table(self, method: ClientMethod, methods: Methods) -> OperationView:
        results = (methods.result(method, is_async=False), methods.result(method, is_async=True))
        return methods.operations.view(method, _constant(method), results)

    def _class(self, group: Group, form: ClassForm, methods: Methods) -> GroupClassView:
        """Return a class of a group."""
        return GroupClassView(
            name=f"{form.prefix}{group.class_name}",
            docstring=docstring(_words(group), _INDENT),
            groups=self.subgroups(group, methods.annotations.scope, form),
            methods=tuple(view for method in group.methods for view in methods.views(method, _constant(method), form)),
        )

    def subgroups(self, group: Group, scope: ClientScope, form: ClassForm) -> tuple[SubgroupView, ...]:
        """Return the groups that are attributes of a class of a group."""
        return tuple(self._subgroup(child, scope, form) for child in self.children(group))

    def _subgroup(self, group: Group, scope: ClientScope, form: ClassForm) -> SubgroupView:
        scope.name("functools", "cached_property")
        name = f"{form.prefix}{group.class_name}"
        type_ = scope.name(f"{scope.dots}{self.names[group.path]}", name, checked=True)
        return self._subgroup_view(group, type_, name)

    def _subgroup_view(self, group: Group, type_: str, class_name: str) -> SubgroupView:
        return SubgroupView(
            attribute=group.access[-1],
            type=type_,
            class_name=class_name,
            module=self.names[group.path],
            docstring=docstring(_words(group), _INDENT * 2),
        )

    def own_methods(self, group: Group) -> Group:
        """Return the client's own methods as a group that needs only an engine; the client's class extends it."""
        description = f"The methods of `{group.class_name}` that are in no group."
        return replace(group, path=(OWN_METHODS,), class_name=f"{group.class_name}Methods", description=description)

    def view(self, group: Group) -> GroupView:
        """Return the module of a group."""
        scope = self.scope(group)
        scope.runtime("group", "Group")
        methods = self._methods(scope)
        classes = tuple(self._class(group, form, methods) for form in self.forms)
        operations = tuple(self._table(method, methods) for method in group.methods)
        imports, checked = scope.lines()
        return GroupView(
            docstring=docstring(_words(group)),
            imports=imports,
            checked_imports=checked,
            operations=operations,
            classes=classes,
            names_deprecated=scope.names_deprecated,
        )

    def responses(self, group: Group) -> ResponsesView:
        """Return the module of a group's raw and streaming responses."""
        methods = group if group.path else self.own_methods(group)
        names = [f"{form.prefix}{methods.class_name}" for form in self.forms] if group.methods else []
        scope = ClientScope(frozenset(names), "..")
        engine = scope.runtime("engine", "Engine")
        stem = self.names[group.path] if group.path else OWN_METHODS
        for name in names:
            scope.named(f"..{stem}", name)
        forms = tuple(
            self._form(group, scope, form, suffix=suffix, mode=mode)
            for form in self.forms
            for suffix, mode in (("WithRawResponse", "raw"), ("WithStreamingResponse", "streaming"))
        )
        imports, _ = scope.lines()
        text = docstring(f"The methods of `{group.class_name}`, with their raw answers.")
        return ResponsesView(
            docstring=text,
            imports=imports,
            engine=engine,
            forms=forms,
            names_deprecated=any(method.deprecation is not None for method in group.methods),
        )

    def _form(self, group: Group, scope: ClientScope, form: ClassForm, *, suffix: str, mode: str) -> ResponseFormView:
        methods = [wrapped for method in group.methods for wrapped in _wrapped(method, scope, form, mode)]
        children = self.children(group)
        if children:
            scope.name("functools", "cached_property")
        names = [
            scope.name(f".{self.names[child.path]}", f"{form.prefix}{child.class_name}{suffix}") for child in children
        ]
        what = "returns the answer beside its parsed content"
        if mode == "streaming":
            what = "is a context manager around an answer that is not read yet"
        return ResponseFormView(
            class_name=f"{form.prefix}{group.class_name}{suffix}",
            methods_class=f"{form.prefix}{(group if group.path else self.own_methods(group)).class_name}",
            docstring=docstring(f"The methods of `{group.class_name}`; each {what}.", _INDENT),
            mode=string_literal(mode),
            has_methods=bool(methods),
            methods=tuple(methods),
            groups=tuple(self._subgroup_view(child, name, name) for child, name in zip(children, names, strict=True)),
        )


def _wrapped(method: ClientMethod, scope: ClientScope, form: ClassForm, mode: str) -> Iterator[WrappedMethodView]:
    for is_async in form.modes:
        wrapper = scope.runtime("raw", f"{mode}_async" if is_async else mode)
        yield WrappedMethodView(f"{method.name}{form.suffix if is_async else ''}", wrapper)


def _constant(method: ClientMethod) -> str:
    """Return the name of the constant that describes a method's operation."""
    return f"_{method.name.strip('_').upper()}"


def _words(group: Group) -> str:
    """Return the docstring of a group."""
    path = ".".join(group.access) or group.title
    return (group.description or "").strip() or f"The methods of `{path}`."
