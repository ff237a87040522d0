"""The markdown pages of the Python target: one for each type, one for each group of methods."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain

from typewright.client import ClientMethod
from typewright.examples.build import Examples
from typewright.examples.order import page_order
from typewright.examples.page_samples import PageSamples, sample_pages
from typewright.pages.page import Page
from typewright.targets.contract import Project
from typewright.targets.python.client.arguments import Arguments
from typewright.targets.python.client.calls import Calls
from typewright.targets.python.client.construction import ClientOptions
from typewright.targets.python.client.signatures import signatures_of
from typewright.targets.python.display import display_of
from typewright.targets.python.docs.client_pages import ClientPages
from typewright.targets.python.docs.fields import FieldRows
from typewright.targets.python.docs.methods import MethodPages
from typewright.targets.python.docs.models import ModelPages
from typewright.targets.python.docs.usage import Usages
from typewright.targets.python.flavoured_code import field_attributes
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import placement_of
from typewright.targets.users import users_of


def python_docs(project: Project[PythonOptions]) -> Iterator[Page]:
    """Yield all pages below `docs/`. The values of all model pages are sampled before the first page is made."""
    surface, names, options = project.surface, project.names, project.options
    display, placement, rows = project.once(display_of), project.once(placement_of), project.once(_rows)
    samples = project.once(_samples)
    examples = made = samples.examples
    if options.optional_by_default and options.docs.usage == "runnable":
        made = project.new_examples(display.shown)  # a class takes what its schema requires
    usages = Usages(
        display=display,
        target=options,
        placement=placement,
        examples=made,
        attributes=field_attributes(project),
        samples=samples if made is examples else None,
    )
    methods = _method_pages(project, examples)
    models = ModelPages(
        surface=surface,
        names=names,
        docs=options.docs,
        display=display,
        fields=rows,
        usages=usages,
        users=users_of(project, display.page, methods.addresses()) if options.docs.is_plain else {},
        added=project.added if options.docs.is_plain else {},
    )
    for page in chain(models.pages(), ClientPages(surface, options.docs, rows).pages(), methods.pages()):
        yield replace(page, make_view=partial(_view_after, samples.sample, page.make_view))


def calls_by_operation(project: Project[PythonOptions]) -> dict[str, str]:
    """Return the calls that pages show, by the ids of their operations."""
    examples = _examples(project)
    sample_pages(examples, page_order(project.surface, project.names))
    return _method_pages(project, examples).calls_by_operation()


def page_calls(project: Project[PythonOptions]) -> Callable[[ClientMethod], str]:
    """Return the writer of the call of a method with the values that its page shows."""
    samples = project.once(_samples)
    calls = _calls(project, samples.examples)

    def call(method: ClientMethod) -> str:
        """Return the lines of the call; the values of all pages of types are sampled before it."""
        samples.sample()
        return "\n".join(calls.code(method).call)

    return call


def _samples(project: Project[PythonOptions]) -> PageSamples:
    """Return the values of all pages of types; those of calls are sampled after them."""
    return PageSamples(_examples(project), lambda: page_order(project.surface, project.names), project.recorder)


def _examples(project: Project[PythonOptions]) -> Examples:
    shown = project.once(display_of).shown
    return project.new_examples(shown, defaults_are_optional=project.options.optional_by_default)


def _rows(project: Project[PythonOptions]) -> FieldRows:
    display, docs = project.once(display_of), project.options.docs
    return FieldRows(
        surface=project.surface,
        is_plain=project.options.docs.is_plain,
        display=display,
        defaults_are_optional=project.options.optional_by_default,
        shows_constraints=docs.shows_constraints,
        inherited=docs.inherited_descriptions,
    )


def calls_of(project: Project[PythonOptions]) -> Calls:
    """Return the writer of the calls of guides, which can be run: their values are valid, and not shared with pages."""
    shown = project.once(display_of).shown
    optional = project.options.optional_by_default
    return _calls(project, project.new_examples(shown, defaults_are_optional=optional, compiled=True))


def method_links(project: Project[PythonOptions]) -> dict[str, str]:
    """Return the locations of methods in pages, relative to the package's folder, by the ids of their operations."""
    if "docs" not in project.options.parts:
        return {}
    return _method_pages(project, _examples(project)).links()


def _calls(project: Project[PythonOptions], examples: Examples) -> Calls:
    """Return the writer of calls with values of `examples`."""
    display = project.once(display_of)
    return Calls(
        client=project.client,
        target=project.options,
        display=display,
        arguments=Arguments(project.surface, examples, project.once(signatures_of)),
        options=ClientOptions(project.surface, project.client, display),
    )


def _method_pages(project: Project[PythonOptions], examples: Examples) -> MethodPages:
    """Return the writer of the pages of methods; their calls show values of `examples`, after those of model pages."""
    return MethodPages(
        project=project,
        target=project.options,
        display=project.once(display_of),
        rows=project.once(_rows),
        signatures=project.once(signatures_of),
        calls=_calls(project, examples),
    )


def _view_after(step: Callable[[], None], make_view: Callable[[], object]) -> object:
    step()
    return make_view()
