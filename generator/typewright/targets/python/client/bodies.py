"""The body of an operation, as a row of its table: its arguments, and its serialization."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.client.bodies import BodyAlternative, BodyProperty
from typewright.client.media_kinds import MediaKind
from typewright.client.signatures import Origin
from typewright.ir import ListOf, Scalar, ScalarKind, TypeExpr, not_null, unfold
from typewright.ir.media_types import OCTETS, concrete_type, is_range, with_concrete_type
from typewright.surface.parts import FORM, JSON
from typewright.targets.python.client.annotations import ClientAnnotations
from typewright.targets.python.client.argument_types import ArgumentTypes
from typewright.targets.python.client.signatures import CONTENT_TYPE, Argument, Signatures
from typewright.targets.python.quoting import string_literal
from typewright.targets.python.words import attributes

_TEXTS = frozenset({MediaKind.TEXT, MediaKind.XML})


def body_choices(method: ClientMethod) -> tuple[BodyAlternative, ...]:
    """Return the media types in which a method can send its body: the first, and others for the same type."""
    return () if method.body is None else method.body.choices


class Bodies(Struct, frozen=True):
    """Writes the bodies of one module's operations."""

    annotations: ClientAnnotations
    signatures: Signatures
    types: ArgumentTypes

    def row(self, method: ClientMethod) -> Iterator[str]:
        """Yield the keyword of a method's body; nothing without a body."""
        if method.body is None or method.source.body is None or method.source.body.type is None:
            return
        type_ = method.source.body.type
        writers = ", ".join(self._writer(body, type_) for body in body_choices(method))
        parts = [f"({writers},)", *self._arguments(method)]
        if method.body.chosen_types:
            parts.append(f"media_type_argument={string_literal(CONTENT_TYPE)}")
        if not method.body.required:
            parts.append("required=False")
        yield f"body={self._runtime('bodies', 'Body')}({', '.join(parts)})"

    def _runtime(self, module: str, name: str) -> str:
        return self.annotations.scope.runtime(module, name)

    def _arguments(self, method: ClientMethod) -> Iterator[str]:
        """Yield the arguments of the body: one that is the whole body, or one for each of its members."""
        arguments = self.signatures.arguments(method)
        fields = {argument.keyword: argument for argument in arguments if argument.origin is Origin.BODY_FIELD}
        if not fields:
            request = self.signatures.request_object(method, self.annotations.context.placement.class_names)
            if request is not None:
                yield f"argument={string_literal(request.body or request.keyword)}"
                return
            whole = [argument.keyword for argument in arguments if argument.origin in (Origin.BODY, Origin.REQUEST)]
            yield from (f"argument={string_literal(keyword)}" for keyword in whole)
            return
        names = ", ".join(map(string_literal, fields))
        yield f"fields=({names}{',' if len(fields) == 1 else ''})"
        pairs = zip(fields, self._attributes(method, list(fields.values())), strict=True)
        other = [f"{string_literal(key)}: {string_literal(own)}" for key, own in pairs if key != own]
        if other:
            yield f"attributes={{{', '.join(other)}}}"
        nullable = [key for key, argument in fields.items() if self._can_be_null(argument)]
        if nullable:
            yield f"nullable=({', '.join(map(string_literal, nullable))},)"

    def _can_be_null(self, argument: Argument) -> bool:
        """Return whether None stands for null, and does not leave the argument out."""
        type_ = argument.field.type
        bare = unfold(type_, self.annotations.context.models)
        has_null = isinstance(bare, Scalar) and bare.kind in (ScalarKind.NULL, ScalarKind.ANY)
        return type_ is not not_null(type_) or (has_null and argument.field.required)

    def _attributes(self, method: ClientMethod, arguments: Sequence[Argument]) -> list[str]:
        """Return the attributes of the body's class for its arguments."""
        body_fields = self.signatures.body_fields(method) or ()
        class_names = self.annotations.context.placement.class_names
        own = attributes(((field.name, field.preferred_name) for field in body_fields), class_names)
        by_field = {id(field): name for field, name in zip(body_fields, own, strict=True)}
        return [by_field[id(argument.field)] for argument in arguments]

    def _writer(self, body: BodyAlternative, type_: TypeExpr) -> str:
        """Return the writer of a body in a media type."""
        media_type = string_literal(body.media_type)
        match body.kind:
            case MediaKind.JSON:
                parts = [self.types.thunk(type_), *([] if body.media_type == JSON else [media_type])]
                return f"{self._runtime('bodies', 'JSONBody')}({', '.join(parts)})"
            case MediaKind.JSON_LINES if isinstance(not_null(type_), ListOf):
                return f"{self._runtime('bodies', 'JSONLinesBody')}({self.types.thunk(type_)}, {media_type})"
            case MediaKind.MULTIPART if body.item is not None:
                return self._sequence(body, body.item, type_)
            case MediaKind.MULTIPART:
                rows = {property_.name: self._part(property_) for property_ in body.properties}
                usual = "multipart/form-data"
                last = ', array_suffix="[]"' if self.signatures.target.multipart_arrays == "brackets" else ""
                return self._of_members("multipart", "MultipartBody", type_, rows, body.media_type, usual, last)
            case MediaKind.FORM:
                rows = {property_.name: self._form_field(property_) for property_ in body.properties}
                return self._of_members("forms", "FormBody", type_, rows, body.media_type, FORM)
        writer, usual = ("TextBody", "text/plain") if body.kind in _TEXTS else ("BytesBody", OCTETS)
        concrete = concrete_type(body.media_type)
        fallback = f", {string_literal(concrete)}" if is_range(body.media_type) and concrete != usual else ""
        return f"{self._runtime('bodies', writer)}({media_type}{fallback})"

    def _sequence(self, body: BodyAlternative, item: BodyProperty, type_: TypeExpr) -> str:
        """Return the writer of an array whose items are parts without names."""
        part = f"{self._runtime('multipart', 'Part')}()"
        rows = [self._part(position) or part for position in body.prefix]
        first = f"({', '.join(rows)}{',' if len(rows) == 1 else ''})"
        parts = [self.types.thunk(type_), first, self._part(item) or part, string_literal(body.media_type)]
        return f"{self._runtime('multipart', 'MultipartSequence')}({', '.join(parts)})"

    def _of_members(
        self,
        module: str,
        writer: str,
        type_: TypeExpr,
        rows: Mapping[str, str],
        media_type: str,
        usual: str,
        last: str = "",
    ) -> str:
        """Return the writer of an object by members; `rows` describe them, empty ones are left out."""
        shown = ", ".join(f"{string_literal(name)}: {row}" for name, row in rows.items() if row)
        own = "" if media_type == usual else f", media_type={string_literal(media_type)}"
        return f"{self._runtime(module, writer)}({self.types.thunk(type_)}, {{{shown}}}{own}{last})"

    def _part(self, member: BodyProperty) -> str:
        """Return the serialization of a part of a multipart body; an empty text for the default one."""
        parts = []
        is_json = member.content_type == JSON and not member.is_file and not member.is_mixed
        if member.has_content_type or is_json:
            parts.append(string_literal(with_concrete_type(member.content_type)))
        if member.is_file:
            parts.append("is_file=True")
        headers = [(header.name, header.value) for header in member.headers if header.value is not None]
        if headers:
            pairs = ", ".join(f"{string_literal(name)}: {string_literal(value)}" for name, value in headers)
            parts.append(f"headers={{{pairs}}}")
        if member.style is not None:
            parts.append(f"style={string_literal(member.style.name)}")
            parts += [] if member.style.explode else ["explode=False"]
        return f"{self._runtime('multipart', 'Part')}({', '.join(parts)})" if parts else ""

    def _form_field(self, member: BodyProperty) -> str:
        """Return the serialization of a member of a form; an empty text for the default one."""
        parts = []
        if member.style is None:
            parts.append(f"media_type={string_literal(member.content_type)}")
        else:
            parts += [f"style={string_literal(member.style.name)}"] if member.style.name != "form" else []
            parts += [] if member.style.explode else ["explode=False"]
        if member.allow_reserved:
            parts.append("allow_reserved=True")
        # An object without a row is written as JSON, its usual content type (OpenAPI 3.1, 4.8.15.1).
        is_usual = not parts and not self.annotations.has_objects(member.field.type)
        return "" if is_usual else f"{self._runtime('forms', 'FormField')}({', '.join(parts)})"
