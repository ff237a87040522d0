"""Presence of properties: those that a caller may omit, and those that are sent nevertheless."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from typewright.ir import ABSENT, Absent, Field, ListOf, Literal, Model, Presence, Ref, TypeExpr, not_null, unfold
from typewright.targets.typescript.options import TypeScriptOptions


class PresenceRules(Struct, frozen=True):
    """The rules of one package."""

    models: Mapping[str, Model]
    defaults_are_optional: bool
    """Whether a required property with a default is optional: its own or that of its type, unless it is an array."""
    constants_are_optional: bool
    """Whether a required property of a constant is optional."""

    @classmethod
    def of(cls, models: Mapping[str, Model], options: TypeScriptOptions) -> PresenceRules:
        """Return the rules of a package with these options."""
        return cls(
            models=models,
            defaults_are_optional=options.optional_by_default,
            constants_are_optional=options.optional_constants,
        )

    def is_optional(self, field: Field) -> bool:
        """Return whether a caller may omit `field`."""
        return not self.is_expected(field) or self.constant_of(field) is not None

    def is_expected(self, field: Field) -> bool:
        """Return whether `field` is always present on the wire."""
        if not field.required:
            return False
        if self.constant_of(field) is not None:
            return True
        is_list = isinstance(not_null(unfold(field.type, self.models)), ListOf)
        return is_list or not (self.defaults_are_optional and self._has_default(field.type))

    def constant_of(self, field: Field) -> Literal | None:
        """Return the constant that is sent for a `field` that a caller omits; None for any other."""
        default = field.annotations.default
        if field.presence is Presence.SENT and not isinstance(default, Absent):
            return Literal(default, field.pointer)
        if not (self.constants_are_optional and field.required):
            return None
        constant = unfold(field.type, self.models)
        return constant if isinstance(constant, Literal) and not isinstance(constant.value, list | dict) else None

    def _has_default(self, type_: TypeExpr) -> bool:
        inner = not_null(type_)
        if type_.annotations.default is not ABSENT or inner.annotations.default is not ABSENT:
            return True
        return isinstance(inner, Ref) and self.models[inner.id].annotations.default is not ABSENT
