"""The names of exceptions for error types, and of the models with their data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from typewright.client.groups import client_class
from typewright.ir import Ref, not_null, unfold
from typewright.naming.names import Package
from typewright.surface import RootKind
from typewright.targets.contract import Project
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.words import module_stem

Key: TypeAlias = tuple[Package, str]


def has_client(options: PythonOptions) -> bool:
    """Whether the package has a client, which requires pydantic models."""
    return "client" in options.parts and options.models == "pydantic"


def error_keys(project: Project[PythonOptions]) -> tuple[Key, ...]:
    """Return the types of error responses in document order; none where the package has no client."""
    if not has_client(project.options):
        return ()
    found: dict[Key, None] = {}
    for root in project.surface.roots:
        bare = not_null(unfold(root.type, project.models)) if root.kind is RootKind.ERROR else None
        if isinstance(bare, Ref):
            symbol = project.names.of(bare, Package.ERRORS)
            found[symbol.package, symbol.id] = None
    return tuple(found)


def exception_names(
    errors: Iterable[Key], names: Mapping[Key, str], folders: Mapping[Package, str]
) -> tuple[dict[Key, str], dict[Key, str]]:
    """Return the names of exceptions by the type of their data, and the names of these types.

    A schema that is an error alone gives its name to the exception, and its model gets `Data` behind it; a schema
    that is used as a model too keeps its name, and the exception gets `Error` behind it.
    """
    taken: dict[str, set[str]] = {}
    for (package, _), name in names.items():
        taken.setdefault(folders[package], set()).add(name)
    exceptions: dict[Key, str] = {}
    renamed: dict[Key, str] = {}
    for key in errors:
        folder, name = taken[folders[key[0]]], names[key]
        if key[0] is Package.ERRORS:
            exceptions[key], renamed[key] = name, _free(f"{name}Data", folder)
            folder.add(renamed[key])
        else:
            exceptions[key] = _free(f"{name}Error", folder)
            folder.add(exceptions[key])
    return exceptions, renamed


def _free(name: str, taken: set[str]) -> str:
    """Return a name, with a number appended where it is in use."""
    return next(candidate for candidate in _candidates(name) if candidate not in taken)


def _candidates(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}{number}"
        number += 1


@dataclass(frozen=True, slots=True)
class ClientErrors:
    """The errors of every client, and the module that declares them."""

    is_generated: bool
    """Whether the package has a client."""
    folder: str
    module: str
    base: str
    status: str
    """The error of an answer that is no success and has no shape of its own."""
    invalid_response: str
    no_response: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all classes; none where there is no client."""
        if not self.is_generated:
            return ()
        return self.base, self.status, self.invalid_response, self.no_response


def client_errors(project: Project[PythonOptions], folder: str, names: Mapping[Key, str]) -> ClientErrors:
    """Return the errors of the client, with names that no type has."""
    taken = set(names.values())
    client = client_class(project.api, project.options.sdk_class)
    wishes = (f"{client}Error", project.options.default_error_name, "ResponseValidationError", "NoResponseError")
    base, status, invalid_response, no_response = (_free(name, taken) for name in wishes)
    module = module_stem(base)
    return ClientErrors(
        is_generated=has_client(project.options),
        folder=folder,
        module=module,
        base=base,
        status=status,
        invalid_response=invalid_response,
        no_response=no_response,
    )
