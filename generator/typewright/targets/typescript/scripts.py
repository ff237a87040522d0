"""Example scripts: one for each operation that takes a request, which declares the request as a typed value."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from typewright.examples.fitting import has_shape
from typewright.examples.values import Bytes, Choice, Entries, ExampleValue, Fields, Items, Member, Plain, Upload
from typewright.ir import Field, MapOf, ObjectModel, Presence, Scalar, ScalarKind, TypeExpr
from typewright.naming.names import Package
from typewright.naming.operations import operation_name
from typewright.pages.page import Page
from typewright.surface import Method
from typewright.targets.contract import Project
from typewright.targets.typescript.client.calls import Calls
from typewright.targets.typescript.docs.pages import script_calls_of
from typewright.targets.typescript.literals import LiteralStyle, declaration
from typewright.targets.typescript.models.comments import comment_on_operation
from typewright.targets.typescript.models.placement import Module, Placement, placement_of
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.models.views import ScriptView
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.stems import file_stem
from typewright.targets.typescript.words import ADDITIONAL, Spelling

FOLDER = "examples"
NO_VALUE = "// No value is known that the schema of this request admits."


class Scripts(Struct, frozen=True):
    """Creates the example scripts of a target. `calls` returns the arguments of methods."""

    project: Project[TypeScriptOptions]
    calls: Calls

    def pages(self) -> Iterator[Page]:
        """Yield a script for each operation on a path whose call passes something, in document order."""
        placement = self.project.once(placement_of)
        methods = self.project.surface.called_methods
        preferred_names = {method.operation.id: file_stem(operation_name(method.operation)) for method in methods}
        stems = self.project.names.ledger.names(f"module:{FOLDER}", preferred_names)
        for method in methods:
            if method.request is not None and self.calls.has_argument(method):
                module = Module(FOLDER, stems[method.operation.id])
                yield Page(
                    path=module.path,
                    template="typescript/declarations/script.ts.jinja",
                    make_view=partial(self._script, method, method.request, placement, module),
                    language="typescript",
                    inputs=(method.operation.id, module),
                )

    def _script(self, method: Method, request: TypeExpr, placement: Placement, module: Module) -> ScriptView:
        project = self.project
        project.note_methods([method.operation.id])
        value = self.calls.argument(method)
        if value is None:
            raise LookupError(f"a call without an argument has no script: {method.operation.id}")
        types = TypeText(
            models=project.models,
            names=project.names,
            placement=placement,
            module=module,
            package=project.options.package,
            int64=project.options.int64,
        )
        shown = types.of(request, Package.OPERATIONS)
        style = LiteralStyle.of(project.options, project.models)
        if has_shape(value, request, project.models):
            code = declaration("export const request", shown, compilable(value, style.spelling), style)
        else:
            code = f"{NO_VALUE}\nexport const request: {shown} | undefined = undefined;"
        imports = types.import_lines()
        return ScriptView(comment_on_operation(method.operation), bool(imports), imports, code)


def typescript_scripts(project: Project[TypeScriptOptions]) -> Iterator[Page]:
    """Yield all pages below `examples/`; their values are those of pages if these are valid."""
    yield from Scripts(project, project.once(script_calls_of)).pages()


def compilable(value: ExampleValue, spelling: Spelling) -> ExampleValue:
    """Return an example that compiles.

    Dates are dates and defaults are omitted inside unions, too; properties that a model does not declare are moved to
    the member of its type for them, or dropped; a file is a `File` with its content.
    """
    match value:
        case Choice(value=inner):
            return compilable(inner, spelling)
        case Items(items=items):
            return Items(tuple(compilable(item, spelling) for item in items))
        case Entries():
            return _entries(value.entries, spelling)
        case Upload(model=model):
            return _file(model.pointer)
        case Fields(model=model, members=members):
            known = tuple(replace(member, value=compilable(member.value, spelling)) for member in members)
            if not value.further or model.additional is None:
                return Fields(model, known)
            if not spelling.has_additional_properties(model):
                return Fields(model, known, _entries(value.further, spelling).entries)
            type_ = MapOf(model.additional, model.additional.pointer)
            further = Field(ADDITIONAL, type_, Presence.OPTIONAL, type_.pointer)
            whole = replace(model, fields=(*model.fields, further), additional=None)
            return Fields(whole, (*known, Member(further, _entries(value.further, spelling))))
    return value


def _entries(entries: tuple[tuple[str, ExampleValue], ...], spelling: Spelling) -> Entries:
    return Entries(tuple((key, compilable(entry, spelling)) for key, entry in entries))


def _file(pointer: str) -> Fields:
    """Return a file with a name and content."""
    text = Scalar(ScalarKind.STRING, pointer)
    name, content = (Field(name, text, Presence.REQUIRED, pointer) for name in ("file_name", "content"))
    model = ObjectModel(f"{pointer}?example", pointer, (name, content))
    return Fields(model, (Member(name, Plain("example.file")), Member(content, Bytes("example"))))
