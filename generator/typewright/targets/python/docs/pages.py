"""The markdown pages of the Python target: one for each type, one for each group of methods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from typewright.analysis.recursion import recursive_aliases
from typewright.config.options import TargetConfig
from typewright.examples.build import Examples
from typewright.examples.order import page_order
from typewright.ir import EnumModel, ObjectModel, StreamOf, UnionModel
from typewright.naming.names import Names, Symbol
from typewright.pages.page import Page
from typewright.surface import Surface
from typewright.targets.python.client.arguments import Arguments
from typewright.targets.python.client.calls import Calls
from typewright.targets.python.client.construction import ClientOptions
from typewright.targets.python.client.signatures import Signatures
from typewright.targets.python.constructors import FieldAttributes
from typewright.targets.python.display import Display
from typewright.targets.python.docs.client_pages import ClientPages
from typewright.targets.python.docs.fields import FieldRows
from typewright.targets.python.docs.methods import MethodPages
from typewright.targets.python.docs.models import ModelPages
from typewright.targets.python.docs.usage import Usages
from typewright.targets.python.placement import place


def python_docs(surface: Surface, names: Names, target: TargetConfig) -> Iterator[Page]:
    """Yield all pages below `docs/` for the types and methods of `surface` under `names`."""
    display = Display(surface, names, target.paths, recursive_aliases(surface.models))
    symmetric = target.naming.scheme == "symmetric"
    rows = FieldRows(surface, display, symmetric, target.docs.shows_constraints)
    examples = Examples(surface, names, target.examples, display.shown, defaults_are_optional=symmetric)
    draw_pages(examples, page_order(surface, names))
    made = examples
    if symmetric and target.docs.usage == "runnable":
        made = Examples(surface, names, target.examples, display.shown)  # a class takes what its schema requires
    placement = place(surface, names, target)
    usages = Usages(display, target, placement, made, FieldAttributes(placement.class_names))
    yield from ModelPages(surface, names, target.docs, display, rows, usages).pages()
    yield from ClientPages(surface, target.docs, rows).pages()
    signatures = Signatures(surface, target, rows)
    options = ClientOptions(surface, target, display, rows)
    calls = Calls(surface, target, display, Arguments(surface, examples, signatures), options)
    yield from MethodPages(surface, names, target, display, rows, signatures, calls).pages()


def draw_pages(examples: Examples, order: Iterable[Symbol]) -> None:
    """Draw the values of all model pages in their order: what several of them share belongs to the first."""
    for symbol in order:
        match examples.models[symbol.id]:
            case ObjectModel() | EnumModel():
                examples.page(symbol)
            case UnionModel(members=members):
                for member in members:
                    if not isinstance(member, StreamOf):
                        examples.member(member, symbol.package)
