"""The names of exceptions for error types, and of the models with their data."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from typewright.client.error_classes import Key, base_error_name, error_keys, free_name
from typewright.client.groups import client_class
from typewright.targets.contract import Project
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.words import module_stem

_LATER_BASES = ("ConnectionFailedError", "ErrorClasses", "InvalidResponseError")
"""The classes of the runtime that the module of a client's errors uses after it has declared the first two errors."""


def raised_types(project: Project[PythonOptions]) -> tuple[Key, ...]:
    """Return the types of error responses in document order; empty if the package has no client."""
    return error_keys(project.surface, project.names) if project.options.has_client else ()


class ClientErrors(Struct, frozen=True):
    """The errors of every client, and the module that declares them."""

    is_generated: bool
    """Whether the package has a client."""
    folder: str
    module: str
    base: str
    status: str
    """The error of an unsuccessful response without a described type."""
    invalid_response: str
    no_response: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all classes; empty without a client."""
        if not self.is_generated:
            return ()
        return self.base, self.status, self.invalid_response, self.no_response


def client_errors(project: Project[PythonOptions], folder: str, names: Mapping[Key, str]) -> ClientErrors:
    """Return the errors of the client, with names that no type has."""
    taken = {*names.values(), *_LATER_BASES}
    others: list[str] = []
    for name in (project.options.default_error_name, "ResponseValidationError", "NoResponseError"):
        others.append(free_name(name, {*taken, *others}))
    status, invalid_response, no_response = others
    client = client_class(project.api, project.options.sdk_class)
    base = base_error_name(
        project.options.base_error_name or f"{client}Error", client, {*taken, *others, "StatusError"}
    )
    module = module_stem(base)
    return ClientErrors(
        is_generated=project.options.has_client,
        folder=folder,
        module=module,
        base=base,
        status=status,
        invalid_response=invalid_response,
        no_response=no_response,
    )
