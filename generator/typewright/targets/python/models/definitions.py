"""Models → the classes and aliases of a module."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from msgspec import Struct, field

from typewright.analysis.tagging import Tags, tags_of
from typewright.base.json_value import JsonValue
from typewright.client.answers import is_streamed, result_members
from typewright.ir import (
    ABSENT,
    AliasModel,
    Annotations,
    EnumModel,
    Field,
    FileModel,
    Model,
    ObjectModel,
    Presence,
    Scalar,
    ScalarKind,
    UnionModel,
    not_null,
)
from typewright.surface.parts import is_envelope
from typewright.surface.security import is_credential
from typewright.targets.python.models.annotations import Annotator, Parts
from typewright.targets.python.models.context import Context
from typewright.targets.python.models.default_values import is_usable_default
from typewright.targets.python.models.docstrings import field_docstring, model_docstring
from typewright.targets.python.models.nullability import is_nullable_type
from typewright.targets.python.models.scope import Scope
from typewright.targets.python.models.validation_modes import ValidationMode
from typewright.targets.python.models.views import DefinitionView, ExtraView, FieldView
from typewright.targets.python.placement import INPUT, Key, Module
from typewright.targets.python.quoting import docstring, string_literal, value_literal
from typewright.targets.python.words import attribute, attributes, members

INDENT = "    "
_SHOWN_PARTS = frozenset({"username", "clientID", "tokenURL"})
"""The parts of credentials that are no secrets."""


class _Base(NamedTuple):
    """The common part of the request form and the response form of an object: a class, and the attributes in it."""

    name: str
    attributes: frozenset[str]


def _is_secret(field_: Field, model: ObjectModel) -> bool:
    """Return whether a field is a credential, or hidden where people read it (OpenAPI, format `password`)."""
    bare = not_null(field_.type)
    if not isinstance(bare, Scalar):
        return False
    return bare.format == "password" or (is_credential(model) and field_.name not in _SHOWN_PARTS)


class DefinitionWriter(Struct, frozen=True):
    """Writes the definitions of a module, in the order of the calls."""

    context: Context
    scope: Scope
    values: list[str] = field(default_factory=list)
    """The definitions of the values of recursive aliases, for the end of the module."""
    _bases: dict[Key, _Base] = field(default_factory=dict)

    def define(self, key: Key) -> tuple[DefinitionView, ...]:
        """Return the definition of a type, after the common base of its two forms if it has one.

        The type is defined from then on.
        """
        base = self._common_base(key)
        view = self._definition(key)
        self.scope.defined.add(key)
        return (view,) if base is None else (base, view)

    def exception(self, key: Key) -> tuple[DefinitionView, ...]:
        """Return the exception whose data is of a type; None if no exception has it."""
        name = self.scope.placement.exceptions.get(key)
        if name is None:
            return ()
        scope, model, own = self.scope, self.context.models[key[1]], self.scope.placement.names[key]
        errors = self.scope.placement.errors
        data = scope.name(".._runtime.client.errors", "DataError")
        origin = Module(errors.folder, errors.module).seen_from(scope.module)
        head = f"class {name}({scope.name(origin, errors.base)}, {data}[{own}]):"
        view = DefinitionView(
            is_class=True,
            decorator="",
            head=head,
            docstring=model_docstring(model, INDENT),
            declarations=(f"data_type = {own}",),
            fields=(),
            extra=(),
            text="",
        )
        return (view,)

    def _definition(self, key: Key) -> DefinitionView:
        model = self.context.models[key[1]]
        name = self.scope.placement.names[key]
        writer = Annotator(self.context, self.scope, key)
        match model:
            case ObjectModel():
                return self._object(model, name, writer)
            case EnumModel():
                return self._enumeration(model, name, writer)
            case FileModel():
                return self._class(f"{name}({self.scope.runtime('FileUpload')})", model)
            case UnionModel():
                return self._alias(name, self._union(model, writer), model)
            case AliasModel(type=type_):
                return self._alias(name, writer.annotation(type_), model)

    def _common_base(self, key: Key) -> DefinitionView | None:
        """Return a class with the fields that both forms of an object declare alike, before the first of them."""
        package, id_ = key
        other = (package, id_.removesuffix(INPUT) if id_.endswith(INPUT) else id_ + INPUT)
        mine, theirs = self.context.models[id_], self.context.models.get(other[1])
        if key in self._bases or not isinstance(mine, ObjectModel) or not isinstance(theirs, ObjectModel):
            return None
        if other not in self.scope.placement.names:
            return None
        fields = self._fields(mine, Annotator(self.context, self.scope, key))
        others = self._fields(theirs, Annotator(self.context, self.scope, other))
        common = {attribute: view for attribute, view in fields.items() if others.get(attribute) == view}
        if not common:
            return None
        name = f"_{self.scope.placement.names[min(key, other, key=lambda candidate: len(candidate[1]))]}Base"
        self._bases[key] = self._bases[other] = _Base(name, frozenset(common))
        head = f"class {name}({self.scope.runtime('Model')}):"
        words = docstring("What is sent and what is received have this in common.")
        return DefinitionView(
            is_class=True,
            decorator="",
            head=head,
            docstring=words,
            declarations=(),
            fields=tuple(common.values()),
            extra=(),
            text="",
        )

    def _fields(self, model: ObjectModel, writer: Annotator) -> dict[str, FieldView]:
        """Return the declarations of an object's fields by attribute."""
        named = attribute_names(model, self.scope)
        holds_stream = self._has_streamed_result(model)
        return {
            attribute: FieldView(self._streamed_result(field_, attribute), "")
            if holds_stream and self._is_streamed(field_)
            else FieldView(
                self._field(field_, attribute, writer, is_secret=_is_secret(field_, model)),
                field_docstring(field_, INDENT),
            )
            for field_, attribute in zip(model.fields, named, strict=True)
        }

    def _has_streamed_result(self, model: ObjectModel) -> bool:
        """Return whether a model is an envelope around a stream, whose type depends on the kind of call."""
        return is_envelope(model.id) and any(map(self._is_streamed, model.fields))

    def _is_streamed(self, field: Field) -> bool:
        """Return whether the content that a field of an envelope has can be a stream."""
        models = self.context.models
        return any(is_streamed(member, models) for member in result_members(field.type, models))

    def _streamed_result(self, field: Field, attribute: str) -> str:
        name = self.scope.runtime("ResultT")
        if field.required:
            return f"{attribute}: {name}"
        return f"{attribute}: {self.scope.typing('Optional')}[{name}] = None"

    def _object(self, model: ObjectModel, name: str, writer: Annotator) -> DefinitionView:
        common = self._bases.get(writer.key, _Base("", frozenset()))
        declared = self._fields(model, writer)
        fields = tuple(view for attribute, view in declared.items() if attribute not in common.attributes)
        extra = self._extra(model, writer, declared)
        strict, closed = writer.validation_mode is ValidationMode.STRICT, model.closed and not _has_patterns(model)
        left_out = self.context.unexpressed.of_one_direction(model, closed=closed)
        forbids = closed and left_out is True
        admits_others = model.additional is not None or _has_patterns(model)
        rules = {
            "__open__": "True" if admits_others else "",
            "__closed__": "True" if forbids and writer.validation_mode is ValidationMode.BOTH else "",
            "__one_way__": writer.assertion(left_out, model.pointer, "one-way"),
            "__asserts__": writer.assertion(self.context.unexpressed.of_model(model), model.pointer),
            "__sent__": _sent_attributes(model, declared),
        }
        declared_rules = tuple(
            f"{name}: {self.scope.typing('ClassVar')} = {rule}" for name, rule in rules.items() if rule
        )
        base = self.scope.runtime("ResponseModel") if not strict else common.name or self.scope.runtime("Model")
        if common.name and not strict:
            base = f"{common.name}, {base}"
        if self._has_streamed_result(model):
            base = f"{base}, {self.scope.typing('Generic')}[{self.scope.runtime('ResultT')}]"
        options = ', extra="forbid"' if forbids and strict else ""
        if is_credential(model):
            options += ", hide_input_in_errors=True"
        return self._class(f"{name}({base}{options})", model, fields, declared_rules, extra)

    def _extra(self, model: ObjectModel, writer: Annotator, attributes: Collection[str]) -> tuple[ExtraView, ...]:
        """Return the declaration of additional properties, if they have a type."""
        additional, scope = model.additional, self.scope
        anything = isinstance(additional, Scalar) and additional.kind is ScalarKind.ANY
        if additional is None or anything or _has_patterns(model):
            return ()
        text = writer.annotation(additional)
        annotation = writer.quoted(f"{scope.builtin('dict')}[{scope.builtin('str')}, {text}]")
        name = "additional_properties"
        while name in attributes:
            name += "_"
        return (ExtraView(annotation, name, scope.builtin("property"), scope.typing("TYPE_CHECKING")),)

    def _class(
        self,
        head: str,
        model: Model,
        fields: tuple[FieldView, ...] = (),
        declarations: tuple[str, ...] = (),
        extra: tuple[ExtraView, ...] = (),
    ) -> DefinitionView:
        return DefinitionView(
            is_class=True,
            decorator=self._deprecation(model.annotations),
            head=f"class {head}:",
            docstring=model_docstring(model, INDENT),
            declarations=declarations,
            fields=fields,
            extra=extra,
            text="",
        )

    def _deprecation(self, annotations: Annotations) -> str:
        """Return the decorator of a deprecated class; `Model` issues the warning, as reading does not use the class."""
        if not annotations.deprecated:
            return ""
        return (
            f"@{self.scope.name('typing_extensions', 'deprecated')}({_deprecation_message(annotations)}, category=None)"
        )

    def _field(self, field: Field, attribute: str, writer: Annotator, *, is_secret: bool) -> str:
        """Return the declaration of a field. The value of a secret is left out of what `repr` shows."""
        annotations, default = field.annotations, ""
        if field.required:
            parts = writer.parts(field.type)
        elif annotations.default is not ABSENT and is_usable_default(
            field.type, annotations.default, self.context.models
        ):
            is_null = annotations.default is None
            parts = Parts(writer.optional_nullable(field.type)) if is_null else writer.parts(field.type)
            default = f" = {self._default(field, annotations.default, writer)}"
        else:
            parts = writer.optional(field.type)
            nullable = is_nullable_type(field.type, self.context.models)
            default = f" = {self.scope.runtime('UNSET')}" if nullable else " = None"
        options = []
        if attribute != field.name:
            options.append(f"alias={string_literal(field.name)}")
        if annotations.deprecated:
            options.append(f"deprecated={_deprecation_message(annotations)}")
        if is_secret:
            options.append("repr=False")
        text = writer.written(Parts(parts.text, (*options, *parts.arguments), parts.rules))
        return f"{attribute}: {writer.quoted(text)}{default}"

    def _default(self, field: Field, value: JsonValue, writer: Annotator) -> str:
        """Return a default as an expression: a member if it is of an enumeration class."""
        key = self.context.key_of(not_null(field.type), writer.key)
        if value is None or key is None or not self.context.is_enum_class(key):
            return value_literal(value)
        model = self.context.models[key[1]]
        values = [value.value for value in model.values] if isinstance(model, EnumModel) else []
        enum_class = self.scope.type(key)
        if self.scope.take_forward_reference() or not isinstance(model, EnumModel):
            return self.scope.runtime("UNSET")
        return f"{enum_class}.{_member_names(model)[values.index(value)]}"

    def _enumeration(self, model: EnumModel, name: str, writer: Annotator) -> DefinitionView:
        values = [value.value for value in model.values]
        scope = self.scope
        if self.context.is_enum_class(writer.key) and model.kind in (ScalarKind.STRING, ScalarKind.INTEGER):
            basis = scope.builtin("str" if model.kind is ScalarKind.STRING else "int")
            fields = tuple(
                FieldView(f"{member} = {value_literal(value)}", "")
                for member, value in zip(_member_names(model), values, strict=True)
            )
            return self._class(f"{name}({basis}, {scope.name('enum', 'Enum')})", model, fields)
        is_open = model.open or not (model.closed or writer.validation_mode is ValidationMode.STRICT)
        if not all(isinstance(value, str | int) for value in values):
            rules = [] if is_open else [f"{scope.runtime('OneOfValues')}({', '.join(map(value_literal, values))})"]
            basis = scope.builtin("float") if model.kind is ScalarKind.NUMBER else scope.typing("Any")
            text = writer.ruled(basis, rules)
        else:
            text = self._literals(model, values, writer, is_open=is_open)
        rule = writer.assertion(self.context.unexpressed.of_model(model), model.pointer)
        return self._alias(name, writer.ruled(text, [rule] if rule else []), model)

    def _literals(self, model: EnumModel, values: list[JsonValue], writer: Annotator, *, is_open: bool) -> str:
        scope = self.scope
        text = f"{scope.typing('Literal')}[{', '.join(map(value_literal, values))}]"
        kinds = {ScalarKind.STRING: "UnrecognizedStr", ScalarKind.INTEGER: "UnrecognizedInt"}
        if not is_open:
            return text
        other = scope.runtime(kinds.get(model.kind, "Unrecognized"))
        rule = f"{scope.runtime('Open')}(always=True)" if model.open else writer.open_rule(writer.key)
        return writer.ruled(f"{text} | {other}", [rule])

    def _union(self, model: UnionModel, writer: Annotator) -> str:
        """Return the annotation of a union: tagged if its members have tags, else matched by trial."""
        scope = self.scope
        texts = writer.alternatives(model.members)
        rules = []
        tags = tags_of(model, self.context.kinds) if len(texts) > 1 else None
        is_open = writer.validation_mode is not ValidationMode.STRICT and len(texts) > 1
        if tags is not None:
            rules.append(self._tagged(tags, writer))
        elif is_open:
            rules.append(writer.open_rule(writer.key))
        if is_open:
            texts.append(scope.runtime("Unrecognized"))
        rule = writer.assertion(self.context.unexpressed.of_model(model), model.pointer)
        return writer.ruled(" | ".join(texts), [*rules, rule] if rule else rules)

    def _tagged(self, tags: Tags, writer: Annotator) -> str:
        """Return the rule that distinguishes the members of a union by a property."""
        named = [(writer.annotation(member), values) for member, values in tags.members]
        pairs = [f"{string_literal(value)}: {text}" for text, values in named for value in values]
        arguments = [string_literal(tags.property), f"{{{', '.join(pairs)}}}"]
        if (own := attribute(tags.property)) != tags.property:
            arguments.append(f"attribute={string_literal(own)}")
        if tags.default is not None:
            arguments.append(f"default={writer.annotation(tags.default)}")
        if not tags.certain:
            arguments.append("certain=False")
        if writer.validation_mode is ValidationMode.LENIENT:
            arguments.append("always=True")
        return f"{self.scope.runtime('Tagged')}({', '.join(arguments)})"

    def _alias(self, name: str, text: str, model: Model) -> DefinitionView:
        """Return an alias; a recursive one is a type of its own, whose value is defined after the late imports.

        pydantic resolves a bare string in the namespace of the caller, too; `Deferred` does not.
        """
        scope = self.scope
        if scope.take_forward_reference():
            kind = scope.name("typing_extensions", "TypeAliasType")
            value = f"_{name}Value"
            deferred = f"{scope.runtime('Deferred')}[{string_literal(value)}]"
            declaration = f"{name} = {kind}({string_literal(name)}, {deferred})"
            self.values.append(f"{value}: {scope.typing('TypeAlias')} = {text}")
        else:
            declaration = f"{name}: {scope.typing('TypeAlias')} = {text}"
        return DefinitionView(
            is_class=False,
            decorator="",
            head="",
            docstring=model_docstring(model),
            declarations=(),
            fields=(),
            extra=(),
            text=declaration,
        )


def attribute_names(model: ObjectModel, scope: Scope) -> list[str]:
    """Return the attributes of an object's fields, in order."""
    return attributes(((field_.name, field_.preferred_name) for field_ in model.fields), scope.class_names)


def _has_patterns(model: ObjectModel) -> bool:
    """Return whether undeclared names can match a pattern, so that a class cannot be closed to them."""
    return isinstance(model.schema, dict) and "patternProperties" in model.schema


def _sent_attributes(model: ObjectModel, attributes: Iterable[str]) -> str:
    """Return a tuple of the attributes whose defaults are sent; empty if there are none."""
    fields = zip(model.fields, attributes, strict=False)
    sent = [string_literal(attribute) for field, attribute in fields if field.presence is Presence.SENT]
    return f"({', '.join(sent)},)" if sent else ""


def _member_names(model: EnumModel) -> list[str]:
    return members([value.name or str(value.value) for value in model.values])


def _deprecation_message(annotations: Annotations) -> str:
    return string_literal(annotations.deprecation_message or "deprecated")
