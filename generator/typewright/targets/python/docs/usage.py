"""Usage examples of Python types: code that imports a generated class and creates a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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

Written = tuple[str, Expression]
"""The annotation of a variable, empty for none, and its value."""


@dataclass(frozen=True, slots=True)
class Usages:
    """Writes the examples of a target's types."""

    display: Display
    target: PythonOptions
    placement: Placement
    examples: Examples
    attributes: FieldAttributes
    samples: PageSamples | None = None
    """The values of all pages if they are sampled before; None if each page samples its own."""

    def of(self, symbol: Symbol, model: Model) -> str:
        """Return code that creates a value of a type, by its class for objects and files, else with an annotation."""
        ref = Ref(symbol.id, model.pointer, by_reference=model.shared)
        if isinstance(model, UnionModel):
            member = self.examples.shown_member(model, symbol.package)
            return self._code(lambda code: (code.type(symbol), self._member(code, member, symbol.package)))
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

    def member(self, type_: TypeExpr, owner: Package) -> str:
        """Return code that creates a value of a member of a union."""

        def write(code: Constructors) -> Written:
            """Return the annotation and the value of one member of a union."""
            return code.annotation(type_, owner), self._member(code, type_, owner)

        return self._code(write, qualified=True)

    def _member(self, code: Constructors, type_: TypeExpr, owner: Package) -> Expression:
        if isinstance(type_, StreamOf):
            value: ExampleValue = Items((self.examples.member(type_.item, owner),))
        else:
            value = self.examples.member(type_, owner)
        return code.expression(value, type_, owner)

    def _is_enum_class(self, model: Model) -> bool:
        return isinstance(model, EnumModel) and self.target.enum_format == "enum"

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
