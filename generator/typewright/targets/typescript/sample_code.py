"""One value of an operation as a TypeScript module."""

from __future__ import annotations

from typewright.analysis.recursion import recursive_aliases
from typewright.config.options import TargetConfig
from typewright.ir import Api
from typewright.naming import Ledger, assign
from typewright.surface import surface
from typewright.targets.calls.samples import Sample, sample
from typewright.targets.typescript.display import Display
from typewright.targets.typescript.language import LANGUAGE
from typewright.targets.typescript.literals import declaration
from typewright.targets.typescript.models.placement import Module, place
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.scripts import FOLDER, compilable


def typescript_sample(
    api: Api, target: TargetConfig, ledger: Ledger, asked: str, status: str | None
) -> tuple[Sample, str]:
    """Return the sample of an operation, and code that declares its value. Raises UsageError."""
    methods = surface(api, target.naming)
    names = assign(methods, target.naming, LANGUAGE, ledger)
    display = Display(methods, names, target.paths, recursive=recursive_aliases(methods.models))
    found = sample(methods, names, target, display.shown, asked, status)
    placement = place(methods, names, target.paths)
    types = TypeText(methods.models, names, placement, Module(FOLDER, found.name), target.package)
    shown = types.of(found.type, found.package)
    double = target.docs.quotes == "double"
    code = declaration("export const", found.name, shown, compilable(found.value), double=double)
    imported = "".join(f"{line}\n" for line in types.import_lines())
    return found, f"{imported}\n{code}" if imported else code
