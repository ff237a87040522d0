"""Example scripts: one for each operation that takes a request, which creates the request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from typewright.examples.build import Examples
from typewright.examples.fitting import fits
from typewright.examples.values import ExampleValue
from typewright.ir import ABSENT, FileModel, ObjectModel, Ref, TypeExpr, not_null
from typewright.ir.walking import model_types, reachable, references
from typewright.naming.names import Package
from typewright.naming.operations import operation_name
from typewright.pages.page import Page
from typewright.surface import Method, Surface
from typewright.targets.contract import Project
from typewright.targets.python.code_layout import WIDTH, statement
from typewright.targets.python.constructors import Constructors, FieldAttributes
from typewright.targets.python.display import Display, display_of
from typewright.targets.python.models.docstrings import operation_docstring
from typewright.targets.python.models.package import package_folder
from typewright.targets.python.models.views import ScriptView
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Placement, place
from typewright.targets.python.words import module_stem

FOLDER = "examples"
NO_VALUE = "# No value is known that the schema of this request admits."


@dataclass(frozen=True, slots=True)
class Scripts:
    """Creates the example scripts of a target."""

    surface: Surface
    target: PythonOptions
    display: Display
    examples: Examples
    placement: Placement
    stems: dict[str, str]

    def pages(self) -> Iterator[Page]:
        """Yield a script for each operation on a path that takes a request, in document order."""
        for method in self.surface.methods:
            if method.operation.id in self.stems and method.request is not None:
                path = f"{FOLDER}/{self.stems[method.operation.id]}.py"
                make_view = partial(self._script, method, method.request)
                yield Page(path, "python/script.py.jinja", make_view, "python")

    def _script(self, method: Method, request: TypeExpr, *, qualified: bool = False) -> ScriptView:
        attributes = FieldAttributes(self.placement.class_names)
        code = Constructors(
            display=self.display,
            placement=self.placement,
            target=self.target,
            attributes=attributes,
            qualified=qualified,
        )
        value = self._value(method, request)
        is_known = fits(value, request, self.surface.models)
        expression = code.expression(value, request, Package.OPERATIONS) if is_known else "None"
        bare = not_null(request)
        is_object = is_known and isinstance(bare, Ref) and isinstance(self.surface.models[bare.id], ObjectModel)
        annotation = "" if is_object else code.annotation(request, Package.OPERATIONS)
        head = "request = " if is_object else f"request: {annotation}{'' if is_known else ' | None'} = "
        if code.is_ambiguous:
            return self._script(method, request, qualified=True)
        return ScriptView(
            docstring=operation_docstring(method.operation),
            imports=code.imports(package_folder(self.target)),
            statement=("" if is_known else f"{NO_VALUE}\n")
            + statement(head if len(head) < WIDTH else "request = ", expression),
            is_json=is_object and not self._holds_files(request),
        )

    def _holds_files(self, request: TypeExpr) -> bool:
        """Return whether a request has files in it, so that it is no JSON."""
        models = self.surface.models

        def used(id_: str) -> Iterator[str]:
            """Return the ids of the types that a type refers to."""
            return (ref.id for type_ in model_types(models[id_]) for ref in references(type_))

        reached = reachable((ref.id for ref in references(request)), used)
        return any(isinstance(models[id_], FileModel) for id_ in reached)

    def _value(self, method: Method, request: TypeExpr) -> ExampleValue:
        """Return the value that is sent: the media type's example where it is the whole request, else a sampled one."""
        body = method.body
        if method.request_is_body and body is not None and body.example is not ABSENT:
            return self.examples.authored(body.example, request, Package.OPERATIONS)
        return self.examples.call(request, operation_name(method.operation), Package.OPERATIONS)


def python_scripts(project: Project[PythonOptions]) -> Iterator[Page]:
    """Yield all pages below `examples/`."""
    display = project.once(display_of)
    wishes = {
        method.operation.id: module_stem(operation_name(method.operation))
        for method in project.surface.methods
        if method.operation.kind == "path"
    }
    stems = project.names.ledger.names(f"module:{FOLDER}", wishes)
    yield from Scripts(
        surface=project.surface,
        target=project.options,
        display=display,
        examples=project.new_examples(display.shown, compiled=True),
        placement=project.once(place),
        stems=stems,
    ).pages()
