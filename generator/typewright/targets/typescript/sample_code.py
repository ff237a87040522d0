"""A value of an operation as a TypeScript module."""

from __future__ import annotations

from typewright.examples.operation_value import OperationValue
from typewright.targets.contract import Project
from typewright.targets.typescript.literals import LiteralStyle, declaration
from typewright.targets.typescript.models.placement import Module, placement_of
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.scripts import FOLDER, compilable


def value_code(project: Project[TypeScriptOptions], shown: OperationValue) -> str:
    """Return code that declares a value."""
    module = Module(FOLDER, shown.name)
    types = TypeText(
        models=project.models,
        names=project.names,
        placement=project.once(placement_of),
        module=module,
        package=project.options.package,
        int64=project.options.int64,
    )
    annotation = types.of(shown.type, shown.package)
    style = LiteralStyle.of(project.options, project.models)
    code = declaration(f"export const {shown.name}", annotation, compilable(shown.value, style.spelling), style)
    imported = "".join(f"{line}\n" for line in types.import_lines())
    return f"{imported}\n{code}" if imported else code
