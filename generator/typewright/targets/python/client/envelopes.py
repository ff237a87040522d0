"""The envelopes of answers as code: what puts a result into the object that a call returns."""

from __future__ import annotations

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.ir import Field, Media, ObjectModel, TypeExpr
from typewright.targets.python.client.annotations import ClientAnnotations
from typewright.targets.python.quoting import string_literal
from typewright.targets.python.words import attributes

_CLASSES = {"headers": "HeadersEnvelope", "facts": "FactsEnvelope", "http": "HTTPEnvelope"}
"""The classes of the runtime by the form of the envelope."""


class Envelopes(Struct, frozen=True):
    """Writes the envelopes of a method's answers."""

    annotations: ClientAnnotations
    method: ClientMethod

    def argument(self, media: Media | None = None) -> str:
        """Return the envelope of an answer in a media type, or without content, as a further argument."""
        result = self.method.result
        if not result.is_enveloped or result.envelope is None:
            return ""
        parts = [self._thunk(result.envelope)]
        if result.form == "http":
            parts += (self._thunk(field.type) for field in self._fields() if field.name == "httpMeta")
        attribute = "" if media is None else self.content_attribute(result.content_fields.get(media.pointer, ""))
        if result.form != "headers" and attribute:
            parts.append(string_literal(attribute))
        if result.form != "headers" and result.has_headers:
            parts.append("has_headers=True")
        return f", envelope={self._class()}({', '.join(parts)})"

    def content_attribute(self, name: str) -> str:
        """Return the attribute of the envelope with the content in the field `name`; empty without such a field."""
        fields = self._fields()
        avoided = self.annotations.context.placement.class_names
        named = attributes(((field.name, field.preferred_name) for field in fields), avoided)
        return next((own for field, own in zip(fields, named, strict=True) if field.name == name), "")

    def _fields(self) -> tuple[Field, ...]:
        envelope = self.method.result.envelope
        model = None if envelope is None else self.annotations.context.models[envelope.id]
        return model.fields if isinstance(model, ObjectModel) else ()

    def _class(self) -> str:
        return self.annotations.scope.runtime("envelopes", _CLASSES[self.method.result.form])

    def _thunk(self, type_: TypeExpr) -> str:
        return f"lambda: {self.annotations.result(type_)}"
