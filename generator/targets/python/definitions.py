"""Models → the classes and aliases of one module."""

from __future__ import annotations

from dataclasses import dataclass

from generator.config import TargetConfig
from generator.ir import (
    ABSENT,
    AliasModel,
    EnumModel,
    Field,
    FileModel,
    Model,
    Note,
    Nullable,
    ObjectModel,
    ScalarKind,
    UnionModel,
)
from generator.naming.names import Names, Package
from generator.surface import Surface
from generator.targets.python.annotations import Annotator, usable_default
from generator.targets.python.docstrings import field_docstring, model_docstring
from generator.targets.python.placement import Key
from generator.targets.python.quoting import string_literal, value_literal
from generator.targets.python.scope import Scope
from generator.targets.python.views import DefinitionView, FieldView
from generator.targets.python.words import attributes, members

INDENT = "    "


@dataclass(frozen=True, slots=True)
class Definer:
    """Writes the definitions of one module, in the order in which they are asked for."""

    surface: Surface
    names: Names
    target: TargetConfig
    scope: Scope

    def define(self, key: Key) -> DefinitionView:
        """Return the definition of a type; from then on, it is defined."""
        package, id_ = key
        model = self.surface.models[id_]
        name = self.scope.placement.names[key]
        match model:
            case ObjectModel():
                view = self._object(model, name, package, key)
            case EnumModel():
                view = self._enumeration(model, name)
            case FileModel():
                view = self._class(f"{name}({self.scope.runtime('FileUpload')})", model, ())
            case UnionModel(members=types):
                writer = self._annotator(package)
                texts = list(dict.fromkeys(map(writer.annotation, types)))
                view = self._alias(name, _joined(texts, self.scope), model)
            case AliasModel(type=type_):
                view = self._alias(name, self._annotator(package).annotation(type_), model)
        self.scope.defined.add(key)
        return view

    def _annotator(self, package: Package) -> Annotator:
        return Annotator(self.surface.models, self.names, self.scope, package)

    def _object(self, model: ObjectModel, name: str, package: Package, key: Key) -> DefinitionView:
        self.scope.defined.add(key)
        writer = self._annotator(package)
        named = attribute_names(model, self.scope)
        fields = tuple(
            FieldView(self._field(each, attribute, writer), field_docstring(each, INDENT))
            for each, attribute in zip(model.fields, named, strict=True)
        )
        self.scope.take_forward()
        return self._class(f"{name}({self.scope.runtime('Model')})", model, fields)

    def _class(self, head: str, model: Model, fields: tuple[FieldView, ...]) -> DefinitionView:
        docstring = model_docstring(model, INDENT)
        decorator = self._deprecation(model.note)
        return DefinitionView(True, decorator, f"class {head}:", docstring, fields, not (fields or docstring), "")

    def _deprecation(self, note: Note) -> str:
        if not note.deprecated:
            return ""
        return f"@{self.scope.name('typing_extensions', 'deprecated')}({_deprecation_message(note)})"

    def _field(self, field: Field, attribute: str, writer: Annotator) -> str:
        """Return the declaration of a field."""
        note, default = field.note, ""
        if field.required:
            text = writer.annotation(field.type)
        elif note.default is not ABSENT and usable_default(field.type, note.default, self.surface.models):
            text, default = writer.annotation(field.type), f" = {self._default(field, value_literal(note.default))}"
        else:
            text, default = writer.omissible(field.type), f" = {self.scope.runtime('UNSET')}"
        options = []
        if attribute != field.name:
            options.append(f"alias={string_literal(field.name)}")
        if note.deprecated:
            options.append(f"deprecated={_deprecation_message(note)}")
        if options:
            pydantic_field = self.scope.name("pydantic", "Field")
            text = f"{self.scope.typing('Annotated')}[{text}, {pydantic_field}({', '.join(options)})]"
        return f"{attribute}: {writer.quoted(text)}{default}"

    def _default(self, field: Field, literal: str) -> str:
        """Return a default as an expression; that of an enumeration's class is one of its members."""
        type_ = field.type.of if isinstance(field.type, Nullable) else field.type
        model = self.surface.models.get(getattr(type_, "id", ""))
        if self.target.enum_format == "enum" and isinstance(model, EnumModel) and literal != "None":
            return literal
        return literal

    def _enumeration(self, model: EnumModel, name: str) -> DefinitionView:
        values = [each.value for each in model.values]
        scope = self.scope
        if self.target.enum_format == "enum" and model.kind in (ScalarKind.STRING, ScalarKind.INTEGER):
            basis = scope.builtin("str" if model.kind is ScalarKind.STRING else "int")
            named = members([each.name or str(each.value) for each in model.values])
            fields = tuple(
                FieldView(f"{member} = {value_literal(value)}", "") for member, value in zip(named, values, strict=True)
            )
            return self._class(f"{name}({basis}, {scope.name('enum', 'Enum')})", model, fields)
        literals = [value for value in values if isinstance(value, str | int)]
        if len(literals) < len(values):
            rule = f"{scope.runtime('OneOfValues')}({', '.join(map(value_literal, values))})"
            return self._alias(name, f"{scope.typing('Annotated')}[{scope.typing('Any')}, {rule}]", model)
        text = f"{scope.typing('Literal')}[{', '.join(map(value_literal, literals))}]"
        if model.kind is not ScalarKind.STRING:
            text = f"{scope.typing('Annotated')}[{text}, {scope.runtime('Exactly')}()]"
        return self._alias(name, text, model)

    def _alias(self, name: str, text: str, model: Model) -> DefinitionView:
        """Return an alias; one that names what is not defined yet is given a type of its own, as a circle needs."""
        scope = self.scope
        if scope.take_forward():
            kind = scope.name("typing_extensions", "TypeAliasType")
            declaration = f"{name} = {kind}({string_literal(name)}, {string_literal(text)})"
        else:
            declaration = f"{name}: {scope.typing('TypeAlias')} = {text}"
        return DefinitionView(False, "", "", model_docstring(model), (), False, declaration)


def attribute_names(model: ObjectModel, scope: Scope) -> list[str]:
    """Return the attributes of an object's fields, in their order."""
    return attributes(((each.name, each.preferred_name) for each in model.fields), scope.class_names)


def _joined(texts: list[str], scope: Scope) -> str:
    anything = scope.typing("Any")
    return anything if anything in texts else " | ".join(texts)


def _deprecation_message(note: Note) -> str:
    return string_literal(note.deprecation_message or "deprecated")
