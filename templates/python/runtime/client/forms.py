"""Bodies of the type `application/x-www-form-urlencoded` (OpenAPI 3.2, "Encoding Object")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from . import parameter_styles as styles
from .bodies import BodyWriter, Payload, TypeThunk
from .wire_values import is_absent, is_object, json_text, wire_value


@dataclass(eq=False, repr=False)
class FormField:
    """How a member of a form is written, as its `encoding` says.

    Attributes:
        style: As for query parameters.
        explode: Whether members of arrays and objects stand apart.
        allow_reserved: Whether reserved characters are sent as they are.
        media_type: The type of a member that is written whole; it goes before `style`.

    """

    style: str = field(default="form", kw_only=True)
    explode: bool = field(default=True, kw_only=True)
    allow_reserved: bool = field(default=False, kw_only=True)
    media_type: str | None = field(default=None, kw_only=True)


@dataclass(eq=False, repr=False)
class FormBody(BodyWriter):
    """A form. Arrays repeat their names, and objects are written as JSON, where no `FormField` says otherwise."""

    type: TypeThunk
    fields: Mapping[str, FormField] = field(default_factory=dict[str, FormField])
    media_type: str = field(default="application/x-www-form-urlencoded", kw_only=True)

    def written(self, value: Any, extra: Mapping[str, Any]) -> Payload:
        """Return the members of an object as pairs."""
        from .codec import plain_value

        members = plain_value(self.type, value)
        if not is_object(members):
            raise ValueError("a form is made of an object")
        pairs = [
            pair
            for name, member in {**members, **extra}.items()
            if not is_absent(member)
            for pair in self._pairs(str(name), member)
        ]
        content = "&".join(f"{name}={text}" for name, text in pairs)
        return Payload(content.encode(), self.media_type)

    def _pairs(self, wire: str, member: Any) -> list[tuple[str, str]]:
        encoding = self.fields.get(wire)
        name = styles.escaped(wire)
        if encoding is None:
            if is_object(member):
                return [(name, styles.escaped(json_text(member)))]
            return styles.form(
                name,
                wire_value(member),
                style="form",
                explode=True,
                escape=styles.escaped,
            )
        escape = styles.escaped_for_query if encoding.allow_reserved else styles.escaped
        if encoding.media_type is not None and encoding.media_type != "text/plain":
            return [(name, escape(json_text(member)))]
        if encoding.style == "deepObject":
            return styles.deep_object(name, wire_value(member), escape=escape)
        return styles.form(
            name,
            wire_value(member),
            style=encoding.style,
            explode=encoding.explode,
            escape=escape,
        )
