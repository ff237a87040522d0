"""One example script for each operation that takes a request: the request as a typed value, ready to be compiled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from typewright.config.options import TargetConfig
from typewright.examples.values import Bytes, Choice, Entries, ExampleValue, Fields, Items, Member, Plain, Upload
from typewright.ir import Field, MapOf, ObjectModel, Presence, Scalar, ScalarKind, TypeExpr
from typewright.naming.names import Names, Package
from typewright.naming.operations import operation_name
from typewright.pages.page import Page
from typewright.surface import Method, Surface
from typewright.targets.typescript.client.calls import Calls
from typewright.targets.typescript.literals import declaration
from typewright.targets.typescript.models.comments import comment_on_operation
from typewright.targets.typescript.models.placement import Module, Placement, place
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.models.views import ScriptView
from typewright.targets.typescript.stems import file_stem
from typewright.targets.typescript.words import ADDITIONAL

FOLDER = "examples"


@dataclass(frozen=True, slots=True)
class Scripts:
    """Makes the example scripts of one target. `calls` says what is passed to a method."""

    surface: Surface
    names: Names
    target: TargetConfig
    calls: Calls

    def pages(self) -> Iterator[Page]:
        """Yield a script for each operation on a path whose call passes something, in document order."""
        placement = place(self.surface, self.names, self.target.paths)
        methods = [each for each in self.surface.methods if each.operation.kind == "path"]
        wishes = {each.operation.id: file_stem(operation_name(each.operation)) for each in methods}
        stems = self.names.ledger.names(f"module:{FOLDER}", wishes)
        for method in methods:
            value = self.calls.argument(method)
            if value is None or method.request is None:
                continue
            module = Module(FOLDER, stems[method.operation.id])
            view = self._script(method, method.request, value, placement, module)
            yield Page(module.path, "typescript/declarations/script.ts.jinja", view, "typescript")

    def _script(
        self, method: Method, request: TypeExpr, value: ExampleValue, placement: Placement, module: Module
    ) -> ScriptView:
        types = TypeText(self.surface.models, self.names, placement, module, self.target.package)
        shown = types.of(request, Package.OPERATIONS)
        double = self.target.docs.quotes == "double"
        code = declaration("export const", "request", shown, compilable(value), double=double)
        imports = types.import_lines()
        return ScriptView(comment_on_operation(method.operation), bool(imports), imports, code)


def compilable(value: ExampleValue) -> ExampleValue:
    """Return an example as the compiler wants it.

    Dates are dates and defaults are left out inside unions, too; properties that a model doesn't name are where its
    type has them, or nowhere; a file is one with its bytes in it.
    """
    match value:
        case Choice(value=inner):
            return compilable(inner)
        case Items(items=items):
            return Items(tuple(map(compilable, items)))
        case Entries():
            return _entries(value.entries)
        case Upload(model=model):
            return _file(model.pointer)
        case Fields(model=model, members=members):
            known = tuple(replace(each, value=compilable(each.value)) for each in members)
            if not value.further or model.additional is None:
                return Fields(model, known)
            type_ = MapOf(model.additional, model.additional.pointer)
            further = Field(ADDITIONAL, type_, Presence.OPTIONAL, type_.pointer)
            whole = replace(model, fields=(*model.fields, further))
            return Fields(whole, (*known, Member(further, _entries(value.further))))
    return value


def _entries(entries: tuple[tuple[str, ExampleValue], ...]) -> Entries:
    return Entries(tuple((key, compilable(each)) for key, each in entries))


def _file(pointer: str) -> Fields:
    """Return a file with a name and contents."""
    text = Scalar(ScalarKind.STRING, pointer)
    name, content = (Field(each, text, Presence.REQUIRED, pointer) for each in ("file_name", "content"))
    model = ObjectModel(f"{pointer}?example", pointer, (name, content))
    return Fields(model, (Member(name, Plain("example.file")), Member(content, Bytes("example"))))
