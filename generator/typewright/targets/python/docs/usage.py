"""Usage examples of Python types: code that imports a generated class and creates a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from typewright.examples.build import Examples
from typewright.examples.page_samples import PageSamples
from typewright.examples.values import ExampleValue, Items, Plain
from typewright.ir import EnumModel, FileModel, Model, ObjectModel, Ref, ScalarKind, StreamOf, TypeExpr, UnionModel
from typewright.naming.names import Package, Symbol
from typewright.targets.python.code_layout import WIDTH, Expression, statement
from typewright.targets.python.constructors import Constructors, FieldAttributes
from typewright.targets.python.display import Display
from typewright.targets.python.flavoured_code import constructors
from typewright.targets.python.models.package import package_folder
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Placement


class UnionValues(Struct, frozen=True):
    """The values on the page of a union; of a member that is a stream, those of an item."""

    shown: int
    """The number of the member that the page shows first."""
    first: ExampleValue
    members: tuple[ExampleValue, ...]


def union_values(examples: Examples, key: tuple[Package, str]) -> UnionValues:
    """Return the values on the page of the union that `key` identifies, sampled now. Raises TypeError if it is none."""
    owner, id_ = key
    model = examples.models[id_]
    if not isinstance(model, UnionModel):
        raise TypeError(f"{id_} is no union")
    shown = examples.shown_member(model, owner)
    first = _sampled(examples, shown, owner)
    number = next(number for number, member in enumerate(model.members) if member is shown)
    return UnionValues(number, first, tuple(_sampled(examples, member, owner) for member in model.members))


def _sampled(examples: Examples, member: TypeExpr, owner: Package) -> ExampleValue:
    if isinstance(member, StreamOf):
        return Items((examples.member(member.item, owner),))
    return examples.member(member, owner)


Written = tuple[str, Expression]
"""The annotation of a variable, empty for none, and its value."""


class Usages(Struct, frozen=True):
    """Writes the examples of a target's types."""

    display: Display
    target: PythonOptions
    placement: Placement
    examples: Examples
    attributes: FieldAttributes
    samples: PageSamples | None = None
    """The values of all pages if they are sampled before; None if each page samples its own."""
    unions: Mapping[tuple[Package, str], UnionValues] = field(default_factory=dict)
    """The values on the pages of unions, where `samples` has those of the others."""

    def of(self, symbol: Symbol, model: Model) -> str:
        """Return code that creates a value of a type, by its class for objects and files, else with an annotation."""
        ref = Ref(symbol.id, model.pointer, by_reference=model.shared)
        if isinstance(model, UnionModel):
            values = self.union(symbol, model)
            member = model.members[values.shown]
            return self._code(lambda code: (code.type(symbol), code.expression(values.first, member, symbol.package)))
        value = self.value(symbol)
        has_class = isinstance(model, ObjectModel | FileModel) or self._is_enum_class(model)

        def write(code: Constructors) -> Written:
            """Return the type and the constructor of the value on a type's own page."""
            return "" if has_class else code.type(symbol), code.expression(value, ref, symbol.package)

        return self._code(write)

    def value(self, symbol: Symbol) -> ExampleValue:
        """Return the value that the page of an object, an enumeration or a file shows."""
        return self.examples.page(symbol) if self.samples is None else self.samples.of(symbol)[0]

    def first_value(self, symbol: Symbol, model: EnumModel) -> str:
        """Return code with the first value of an enumeration, as in newer versions of the reference."""
        code = constructors(
            display=self.display,
            placement=self.placement,
            target=self.target,
            attributes=self.attributes,
            qualified=False,
        )
        ref = Ref(symbol.id, model.pointer, by_reference=model.shared)
        head = "value = " if self._is_enum_class(model) else f"value: {code.type(symbol)} = "
        first = code.expression(Plain(model.values[0].value), ref, symbol.package)
        lines = [code.imports(package_folder(self.target)), "", statement(head, first)]
        if model.open:
            kind = "Int" if model.kind is ScalarKind.INTEGER else "Str"
            lines += ["", f"# Open enum: unrecognized values are captured as Unrecognized{kind}"]
        return "\n".join(lines)

    def union(self, symbol: Symbol, model: UnionModel) -> UnionValues:
        """Return the values that the page of a union shows."""
        if self.samples is None:
            return union_values(self.examples, (symbol.package, symbol.id))
        return self.unions[symbol.package, symbol.id]

    def member(self, type_: TypeExpr, value: ExampleValue, owner: Package) -> str:
        """Return code that creates `value`, which is of a member of a union."""

        def write(code: Constructors) -> Written:
            """Return the annotation and the value of one member of a union."""
            return code.annotation(type_, owner), code.expression(value, type_, owner)

        return self._code(write, qualified=True)

    def _is_enum_class(self, model: Model) -> bool:
        return isinstance(model, EnumModel) and model.has_form("enum", default=self.target.enum_format)

    def _code(self, write: Callable[[Constructors], Written], *, qualified: bool = False) -> str:
        """Return the imports and the statement, with qualified types where two have the same name."""
        code = constructors(
            display=self.display,
            placement=self.placement,
            target=self.target,
            attributes=self.attributes,
            qualified=qualified,
        )
        annotation, expression = write(code)
        if code.is_ambiguous:
            return self._code(write, qualified=True)
        head = f"value: {annotation} = " if annotation else "value = "
        if len(head) >= WIDTH:
            head = "value = "
        imported = code.imports(package_folder(self.target))
        return "\n\n".join(part for part in (imported, statement(head, expression)) if part)
