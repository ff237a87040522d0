"""TypeScript: declarations of all types, a markdown page for each, pages of methods, and example scripts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import Config, TargetConfig
from generator.examples.build import Examples
from generator.ir import Api
from generator.naming import Ledger, assign
from generator.surface import surface
from generator.targets import Planned
from generator.targets.recursion import recursive_aliases
from generator.targets.typescript.declarations import declarations
from generator.targets.typescript.display import Display
from generator.targets.typescript.docs_models import ModelPages
from generator.targets.typescript.language import LANGUAGE
from generator.targets.typescript.scripts import Scripts
from generator.targets.typescript.sdk_calls import Calls
from generator.targets.typescript.sdk_pages import MethodPages


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
