"""A value of an operation as a Python module."""

from __future__ import annotations

from typewright.examples.operation_value import OperationValue
from typewright.ir import ObjectModel, Ref, not_null
from typewright.targets.contract import Project
from typewright.targets.python.code_layout import WIDTH, statement
from typewright.targets.python.constructors import Constructors, FieldAttributes
from typewright.targets.python.display import display_of
from typewright.targets.python.models.package import package_folder
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import placement_of


def value_code(project: Project[PythonOptions], shown: OperationValue, *, qualified: bool = False) -> str:
    """Return code that creates a value, with qualified types where two have the same name."""
    placement = project.once(placement_of)
    attributes = FieldAttributes(placement.class_names)
    code = Constructors(
        display=project.once(display_of),
        placement=placement,
        target=project.options,
        attributes=attributes,
        qualified=qualified,
    )
    expression = code.expression(shown.value, shown.type, shown.package)
    bare = not_null(shown.type)
    is_object = isinstance(bare, Ref) and isinstance(project.models[bare.id], ObjectModel)
    head = f"{shown.name} = " if is_object else f"{shown.name}: {code.annotation(shown.type, shown.package)} = "
    if code.is_ambiguous:
        return value_code(project, shown, qualified=True)
    imported = code.imports(package_folder(project.options))
    made = statement(head if len(head) < WIDTH else f"{shown.name} = ", expression)
    return f"{imported}\n\n{made}" if imported else made
