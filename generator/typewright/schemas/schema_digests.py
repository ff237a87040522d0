"""Digests of schemas with all that they refer to: of what decides whether a value is valid."""

from __future__ import annotations

from collections.abc import Sequence

from typewright.base.value_digest import value_digest
from typewright.ir.walking import strongly_connected_components
from typewright.schemas.validation import SchemaValidator


class SchemaDigests:
    """The digests of the schemas of one validator, by their canonical pointers."""

    def __init__(self, validator: SchemaValidator) -> None:
        """Create it without digests."""
        self._validator = validator
        self._known: dict[str, str] = {}

    def of(self, pointer: str) -> str:
        """Return the digest of a schema. Schemas that refer to each other have the same one."""
        if pointer not in self._known:
            for component in strongly_connected_components([pointer], self._unknown_references):
                own = sorted((member, self._validator.schema(member)) for member in component)
                others = {ref for member in component for ref in self._validator.references(member)}
                below = [(ref, self._known[ref]) for ref in sorted(others.difference(component))]
                self._known.update(dict.fromkeys(component, value_digest((own, below))))
        return self._known[pointer]

    def _unknown_references(self, pointer: str) -> Sequence[str]:
        return [reference for reference in self._validator.references(pointer) if reference not in self._known]
