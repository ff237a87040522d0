"""The types that the runtime checks the arguments of methods against."""

from __future__ import annotations

from msgspec import Struct

from typewright.ir import NO_CONSTRAINTS, ListOf, Scalar, ScalarKind, TypeExpr, not_null, unfold
from typewright.naming.names import Package
from typewright.targets.python.client.annotations import ClientAnnotations
from typewright.targets.python.models.annotations import CHECKED_FORMATS, Annotator
from typewright.targets.python.models.validation_modes import ValidationMode
from typewright.targets.python.placement import Key

_OWNER: Key = (Package.OPERATIONS, "")
"""The place of types inside of an operation, which no declaration contains."""


class ModuleNames(Struct, frozen=True):
    """The names that types can use in a module of the client."""

    annotations: ClientAnnotations

    def name(self, module: str, name: str) -> str:
        """Return the local name of a name of a module."""
        return self.annotations.scope.name(module, name)

    def builtin(self, name: str) -> str:
        """Return the local name of a builtin."""
        return self.annotations.scope.builtin(name)

    def typing(self, name: str) -> str:
        """Return the local name of a name of `typing`."""
        return self.annotations.scope.typing(name)

    def runtime(self, name: str) -> str:
        """Return the local name of a name of the models' runtime."""
        return self.annotations.scope.name(f"{self.annotations.scope.dots}_runtime", name)

    def type(self, key: Key) -> str:
        """Return the local name of a type of the package."""
        return self.annotations.model(key)

    def take_forward_reference(self) -> bool:
        """Return False: the types of a call are looked up when it is made."""
        return False


class ArgumentTypes(Annotator, frozen=True):
    """Writes the types of arguments with all that the description demands of their values."""

    @property
    def validation_mode(self) -> ValidationMode:
        """The validation mode of requests."""
        return ValidationMode(self.context.target.validation or "strict")

    @property
    def is_credential(self) -> bool:
        """Whether an argument is part of a credential, which none is."""
        return False

    def thunk(self, type_: TypeExpr) -> str:
        """Return the code of a function that returns a type at run time."""
        return f"lambda: {self.annotation(type_)}"

    def is_any_text(self, type_: TypeExpr) -> bool:
        """Return whether a parameter of a type may have any text on the wire, which needs no check."""
        bare = not_null(unfold(type_, self.context.models))
        if self.context.unexpressed.of_type(bare) is not True:
            return False
        match bare:
            case ListOf(item=item, prefix=prefix, constraints=constraints):
                return constraints == NO_CONSTRAINTS and all(map(self.is_any_text, (*prefix, item)))
            case Scalar(kind=ScalarKind.STRING, format=format_, constraints=constraints):
                return constraints == NO_CONSTRAINTS and format_ not in CHECKED_FORMATS
        return isinstance(bare, Scalar) and bare.kind is ScalarKind.ANY


def argument_types(annotations: ClientAnnotations) -> ArgumentTypes:
    """Return the writer of the types of arguments for a module of the client."""
    return ArgumentTypes(context=annotations.context, scope=ModuleNames(annotations), key=_OWNER)
