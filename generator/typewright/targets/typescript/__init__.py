"""TypeScript: declarations of all types, a markdown page for each, pages of methods, and example scripts."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.analysis.recursion import recursive_aliases
from typewright.config.options import Config, TargetConfig
from typewright.examples.build import Examples
from typewright.ir import Api
from typewright.naming import Ledger, assign
from typewright.pages.page import Planned
from typewright.surface import surface
from typewright.targets.typescript.client.calls import Calls
from typewright.targets.typescript.display import Display
from typewright.targets.typescript.docs.methods import MethodPages
from typewright.targets.typescript.docs.models import ModelPages
from typewright.targets.typescript.language import LANGUAGE
from typewright.targets.typescript.models.declarations import declarations
from typewright.targets.typescript.scripts import Scripts


def plan(api: Api, config: Config, target: TargetConfig, ledger: Ledger | None = None) -> Iterator[Planned]:
    """Yield the files of the TypeScript target; names that `ledger` has stay, and all are recorded in it."""
    del config
    methods = surface(api, target.naming)
    names = assign(methods, target.naming, LANGUAGE, ledger)
    display = Display(
        methods, names, target.paths, target.docs.const_types, recursive=recursive_aliases(methods.models)
    )
    symmetric = target.naming.scheme == "symmetric"
    examples = Examples(methods, names, target.examples, display.shown, defaults_are_optional=symmetric)
    calls = Calls(methods, target, examples)
    if "docs" in target.parts:
        yield from ModelPages(methods, names, target, display, examples).pages()
        yield from MethodPages(methods, names, target, display, calls).pages()
    if "models" in target.parts:
        yield from declarations(methods, names, target)
    if "examples" in target.parts:
        yield from Scripts(methods, names, target, calls).pages()
