"""Example values as Python expressions for the flavours of models other than pydantic.

Their types are in one module, dates and members of enumerations are the JSON values, and objects only have declared
properties. Typed dictionaries have the names of the wire; msgspec structs leave out their tag property.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from typewright.analysis.kinds import Kinds
from typewright.analysis.tagging import tags_of
from typewright.base.json_value import JsonValue
from typewright.examples.values import ExampleValue, Fields
from typewright.ir import TypeExpr, UnionModel, not_null
from typewright.naming.names import Package
from typewright.targets.contract import Project
from typewright.targets.python.code_layout import Bracketed, Expression
from typewright.targets.python.constructors import Constructors, FieldAttributes, json_expression
from typewright.targets.python.display import Display, is_day, is_moment
from typewright.targets.python.language import MODELS
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Key, Placement, placement_of
from typewright.targets.python.quoting import string_literal

USED_IN_CLASSES = {"msgspec": frozenset({"field"})}
"""The names that declarations of fields call, by flavour; no attribute can have such a name."""


def field_attributes(project: Project[PythonOptions]) -> FieldAttributes:
    """Return the attribute names of the models of a project."""
    flavour, avoided = project.options.models, project.once(placement_of).class_names
    return FieldAttributes(
        avoided=avoided | USED_IN_CLASSES[flavour] if flavour in USED_IN_CLASSES else avoided,
        of_wire=flavour == "typeddict",
        omitted=project.once(_tag_properties) if flavour == "msgspec" else frozenset(),
    )


def _tag_properties(project: Project[PythonOptions]) -> frozenset[tuple[str, str]]:
    """Return the properties, by the id of their object, that discriminate the members of unions."""
    kinds = Kinds(project.surface.models)
    found = set()
    for model in project.surface.models.values():
        tags = tags_of(model, kinds) if isinstance(model, UnionModel) else None
        if (
            tags is not None
            and isinstance(model, UnionModel)
            and tags.certain
            and len(tags.members) == len(model.members)
        ):
            for member, _ in tags.members:
                found |= {(object_.id, tags.property) for object_ in kinds.objects(member) or ()}
    return frozenset(found)


def constructors(
    *, display: Display, placement: Placement, target: PythonOptions, attributes: FieldAttributes, qualified: bool
) -> Constructors:
    """Return the writer of the expressions of a piece of code in the flavour of `target` (see Constructors)."""
    kind = Constructors if target.models == "pydantic" else FlavouredConstructors
    return kind(display=display, placement=placement, target=target, attributes=attributes, qualified=qualified)


class FlavouredConstructors(Constructors):
    """Writes expressions in a flavour other than pydantic."""

    def annotation(self, type_: TypeExpr, owner: Package) -> str:
        """Return the annotation of a type; date-times and dates are strings."""
        bare = not_null(type_)
        return "str" if is_moment(bare) or is_day(bare) else Constructors.annotation(self, type_, owner)

    def expression(self, value: ExampleValue, type_: TypeExpr, owner: Package) -> Expression:
        """Return an expression that creates a value of `type_`."""
        if not isinstance(value, Fields):
            return Constructors.expression(self, value, type_, owner)
        bare, _, package = self.display.bare(type_, owner)
        key = self._key(bare, value.model.id, package)
        arguments = tuple(self._members(value, key))
        if all(name.isidentifier() and not keyword.iskeyword(name) for name, _ in arguments):
            return Bracketed(f"{self._type(key)}(", tuple((f"{name}=", written) for name, written in arguments), ")")
        entries = tuple((f"{string_literal(name)}: ", written) for name, written in arguments)
        return Bracketed(f"{self._type(key)}(", (("", Bracketed("{", entries, "}")),), ")")

    def _members(self, value: Fields, key: Key) -> Iterator[tuple[str, Expression]]:
        names = self.attributes.of(value.model, (member.field for member in value.members))
        for member, name in zip(value.members, names, strict=True):
            is_shown = member.field.required or not member.redundant
            if is_shown and (value.model.id, member.field.name) not in self.attributes.omitted:
                yield name, self.expression(member.value, member.field.type, key[0])

    def _file(self, key: Key) -> Expression:
        name = "fileName" if self.attributes.of_wire else "file_name"
        return Bracketed(f"{self._type(key)}(", ((f"{name}=", '"example.file"'), ("content=", 'b"content"')), ")")

    def _plain(self, value: JsonValue, bare: TypeExpr, owner: Package) -> Expression:
        return json_expression(value)

    def _moment(self, text: str) -> Expression:
        return string_literal(text)

    def _type(self, key: Key) -> str:
        name = self.placement.names_in_one_module[key]
        self.used.add((MODELS, name))
        return f"{MODELS}.{name}" if self.qualified else name
