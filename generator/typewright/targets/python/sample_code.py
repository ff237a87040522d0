"""One value of an operation as a Python module."""

from __future__ import annotations

from typewright.analysis.recursion import recursive_aliases
from typewright.config.options import TargetConfig
from typewright.ir import Api, ObjectModel, Ref, not_null
from typewright.naming import Ledger, assign
from typewright.surface import surface
from typewright.targets.calls.samples import Sample, sample
from typewright.targets.python.code_layout import WIDTH, statement
from typewright.targets.python.constructors import Constructors, FieldAttributes
from typewright.targets.python.display import Display
from typewright.targets.python.language import language
from typewright.targets.python.models.package import package_folder
from typewright.targets.python.placement import Placement, place


def python_sample(api: Api, target: TargetConfig, ledger: Ledger, asked: str, status: str | None) -> tuple[Sample, str]:
    """Return the sample of an operation, and code that makes its value. Raises UsageError."""
    methods = surface(api, target.naming)
    names = assign(methods, target.naming, language(api, target), ledger)
    display = Display(methods, names, target.paths, recursive_aliases(methods.models))
    found = sample(methods, names, target, display.shown, asked, status)
    return found, _code(found, display, place(methods, names, target), target, qualified=False)


def _code(found: Sample, display: Display, placement: Placement, target: TargetConfig, *, qualified: bool) -> str:
    code = Constructors(display, placement, target, FieldAttributes(placement.class_names), qualified)
    expression = code.expression(found.value, found.type, found.package)
    bare = not_null(found.type)
    is_object = isinstance(bare, Ref) and isinstance(display.surface.models[bare.id], ObjectModel)
    head = f"{found.name} = " if is_object else f"{found.name}: {code.annotation(found.type, found.package)} = "
    if code.is_ambiguous:
        return _code(found, display, placement, target, qualified=True)
    imported = code.imports(package_folder(target))
    made = statement(head if len(head) < WIDTH else f"{found.name} = ", expression)
    return f"{imported}\n\n{made}" if imported else made
