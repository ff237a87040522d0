"""The packages of the types that operations use directly, and the names of their roles."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.ir import Ref, not_null
from typewright.ir.walking import references
from typewright.naming.names import Names, Package, package_below
from typewright.surface import Root, RootKind

ROLE_NAMES = {
    RootKind.REQUEST: "Request",
    RootKind.RESPONSES: "Response",
    RootKind.RESULT: "ResponseResult",
    RootKind.ENVELOPE: "Response",
    RootKind.GLOBALS: "Globals",
    RootKind.SECURITY: "Security",
}
"""The name of a type that exists only for an operation, after the name of the operation, by its kind of root."""
_IN_RESPONSE = {RootKind.RESPONSE, RootKind.ERROR}


def shared_component(root: Root) -> str | None:
    """Return the pointer of the shared parameter, body or response that defines the type of a root, None without."""
    operation = root.operation
    if operation is None:
        return None
    if root.kind is RootKind.PARAMETER:
        return next((parameter.shared for parameter in operation.parameters if parameter.name == root.name), None)
    if root.kind is RootKind.BODY:
        return operation.body.shared if operation.body else None
    if root.kind in _IN_RESPONSE:
        return next((response.shared for response in operation.responses if response.status == root.status), None)
    return None


def root_package(root: Root) -> Package:
    """Return the package of the type of a root."""
    type_ = not_null(root.type)
    if root.kind is RootKind.ERROR:
        return Package.ERRORS
    if (isinstance(type_, Ref) and type_.by_reference) or root.operation is None or shared_component(root):
        return Package.SHARED
    if root.operation.kind == "webhook":
        return Package.WEBHOOKS
    return Package.CALLBACKS if root.operation.kind == "callback" else Package.OPERATIONS


def root_keys(root: Root, names: Names) -> Iterator[tuple[Package, str]]:
    """Yield the keys of the named types in the type of a root, which may be a list or a map of them."""
    owner = root_package(root)
    for ref in references(root.type):
        is_root = ref is not_null(root.type)
        package = owner if is_root else package_below(ref, owner, shared_errors=names.children_of_errors_are_shared)
        keys = (package, ref.id), (Package.SHARED, ref.id)
        yield from [key for key in keys if key in names.symbols][:1]
