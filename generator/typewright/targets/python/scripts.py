"""Example scripts: one for each operation that takes a request, which creates the request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from msgspec import Struct

from typewright.base.random_stream import prepare_streams
from typewright.base.recorded_steps import RecordedSteps
from typewright.examples.build import Examples
from typewright.examples.fitting import has_shape
from typewright.examples.values import ExampleValue
from typewright.ir import ABSENT, FileModel, ObjectModel, Ref, TypeExpr, not_null
from typewright.ir.walking import model_types, reachable, references
from typewright.naming.names import Package
from typewright.naming.operations import operation_name
from typewright.pages.page import Page
from typewright.surface import Method, Surface
from typewright.targets.contract import Project
from typewright.targets.python.code_layout import WIDTH, imports, statement
from typewright.targets.python.constructors import Constructors, FieldAttributes
from typewright.targets.python.display import Display, display_of
from typewright.targets.python.flavoured_code import constructors, field_attributes
from typewright.targets.python.models.docstrings import operation_docstring
from typewright.targets.python.models.package import package_folder
from typewright.targets.python.models.taken_packages import IMPORTED, STANDARD_LIBRARY
from typewright.targets.python.models.views import ScriptView
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Placement, placement_of
from typewright.targets.python.words import module_stem

FOLDER = "examples"
NO_VALUE = "# No value is known that the schema of this request admits."


class _Shown(Struct, frozen=True):
    """The expression that a script prints, and its imports besides those of the request.

    `offered` are exports of the package besides its types.
    """

    expression: str
    standard: str = ""
    library: str = ""
    offered: tuple[str, ...] = ()


_TABLE = "values of scripts"
_SHOWN = {
    "pydantic": _Shown("request.model_dump_json(indent=2)"),
    "dataclass": _Shown("json.dumps(to_dict(request), indent=2)", standard="import json", offered=("to_dict",)),
    "typeddict": _Shown("json.dumps(request, indent=2)", standard="import json"),
    "msgspec": _Shown("msgspec.json.format(msgspec.json.encode(request), indent=2).decode()", library="import msgspec"),
}
"""The expression that prints a request as JSON, by flavour of the models."""


def _imports(code: Constructors, shown: _Shown, package: str) -> str:
    """Return the import statements of a script: the standard library's, other packages', and those of `package`."""
    standard, own = code.import_blocks(package)
    offered = [imports(package, shown.offered)] if shown.offered else []
    blocks = ([*filter(None, [shown.standard]), *standard], [*filter(None, [shown.library])], [*offered, *own])
    return "\n\n".join("\n".join(block) for block in blocks if block)


class Scripts(Struct, frozen=True):
    """Creates the example scripts of a target."""

    surface: Surface
    target: PythonOptions
    display: Display
    values: Mapping[str, ExampleValue]
    """What is sent, by the ids of the operations."""
    placement: Placement
    stems: dict[str, str]
    attributes: FieldAttributes

    def pages(self) -> Iterator[Page]:
        """Yield a script for each operation on a path that takes a request, in document order."""
        for method in self.surface.methods:
            if method.operation.id in self.stems and method.request is not None:
                path = f"{FOLDER}/{self.stems[method.operation.id]}.py"
                yield Page(
                    path=path,
                    template="python/script.py.jinja",
                    make_view=partial(self._script, method, method.request),
                    language="python",
                    inputs=method if self.target.models == "pydantic" else None,
                )

    def _script(self, method: Method, request: TypeExpr, *, qualified: bool = False) -> ScriptView:
        code = constructors(
            display=self.display,
            placement=self.placement,
            target=self.target,
            attributes=self.attributes,
            qualified=qualified,
        )
        value = self.values[method.operation.id]
        is_known = has_shape(value, request, self.surface.models)
        expression = code.expression(value, request, Package.OPERATIONS) if is_known else "None"
        bare = not_null(request)
        is_object = is_known and isinstance(bare, Ref) and isinstance(self.surface.models[bare.id], ObjectModel)
        annotation = "" if is_object else code.annotation(request, Package.OPERATIONS)
        head = "request = " if is_object else f"request: {annotation}{'' if is_known else ' | None'} = "
        if code.is_ambiguous:
            return self._script(method, request, qualified=True)
        shown = _SHOWN[self.target.models] if is_object and not self._has_files(request) else _Shown("request")
        return ScriptView(
            docstring=operation_docstring(method.operation),
            imports=_imports(code, shown, package_folder(self.target)),
            statement=("" if is_known else f"{NO_VALUE}\n")
            + statement(head if len(head) < WIDTH else "request = ", expression),
            shown=shown.expression,
        )

    def _has_files(self, request: TypeExpr) -> bool:
        """Return whether a request has files in it, so that it cannot be JSON."""
        models = self.surface.models

        def used(id_: str) -> Iterator[str]:
            """Return the ids of the types that a type refers to."""
            return (ref.id for type_ in model_types(models[id_]) for ref in references(type_))

        reached = reachable((ref.id for ref in references(request)), used)
        return any(isinstance(models[id_], FileModel) for id_ in reached)


def _values(project: Project[PythonOptions]) -> Mapping[str, ExampleValue]:
    """Return what is sent by each method on a path that takes a request, by the id of its operation."""
    examples = project.new_examples(project.once(display_of).shown, compiled=True)
    taking = {method.operation.id: method for method in project.surface.called_methods if method.request is not None}
    methods = project.recorder.mapping("methods with scripts", taking)

    def plan() -> dict[str, Callable[[], ExampleValue]]:
        """Return what samples the values, in document order."""
        if _TABLE not in project.recorder.earlier.steps:
            prepare_streams(operation_name(method.operation) for method in taking.values())
        return {id_: partial(_value, examples, methods, id_) for id_ in taking}

    return RecordedSteps(examples.shared, _TABLE, plan, examples.digests.of)


def _value(examples: Examples, methods: Mapping[str, Method], id_: str) -> ExampleValue:
    """Return the value that is sent: the media type's example where it is the whole request, else a sampled one."""
    method = methods[id_]
    body, request = method.body, method.request
    if request is None:
        raise LookupError(f"an operation without a request sends nothing: {id_}")
    if method.request_is_body and body is not None and body.example is not ABSENT:
        return examples.authored(body.example, request, Package.OPERATIONS)
    return examples.call(request, operation_name(method.operation), Package.OPERATIONS)


def _script_stem(name: str, project: Project[PythonOptions]) -> str:
    """Return the module name of a script. Python looks for all imports in a script's own folder first."""
    stem = module_stem(name)
    package = package_folder(project.options).partition("/")[0]
    return f"{stem}_" if stem in STANDARD_LIBRARY | IMPORTED or stem == package else stem


def python_scripts(project: Project[PythonOptions]) -> Iterator[Page]:
    """Yield all pages below `examples/`."""
    display = project.once(display_of)
    preferred_names = {
        method.operation.id: _script_stem(operation_name(method.operation), project)
        for method in project.surface.called_methods
    }
    stems = project.names.ledger.names(f"module:{FOLDER}", preferred_names)
    yield from Scripts(
        surface=project.surface,
        target=project.options,
        display=display,
        values=_values(project),
        placement=project.once(placement_of),
        stems=stems,
        attributes=field_attributes(project),
    ).pages()
