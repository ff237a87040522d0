"""The markdown pages of the TypeScript target, and the calls that they show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from msgspec.structs import replace

from typewright.base.recorded_steps import RecordedSteps
from typewright.client import ClientMethod
from typewright.examples.page_samples import PageSamples
from typewright.examples.values import ExampleValue
from typewright.ir import element_of
from typewright.ir.walking import model_types
from typewright.pages.page import Page
from typewright.targets.contract import Project
from typewright.targets.typescript.client.callables import function_names
from typewright.targets.typescript.client.calls import Calls
from typewright.targets.typescript.client.paging import paged_operations
from typewright.targets.typescript.display import DAY_PAGE, display_of, is_day
from typewright.targets.typescript.docs.methods import MethodPages
from typewright.targets.typescript.docs.models import ModelPages
from typewright.targets.typescript.docs.views import DayPage
from typewright.targets.typescript.models.placement import placement_of
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.users import users_of


def typescript_docs(project: Project[TypeScriptOptions]) -> Iterator[Page]:
    """Yield all pages below `docs/`."""
    surface, options = project.surface, project.options
    display, calls = project.once(display_of), project.once(calls_of)
    placement = project.once(placement_of)
    declared = replace(display, declared_names=placement.names)
    samples = project.once(_samples)
    methods = MethodPages(project, options, display, calls)
    yield from ModelPages(
        surface=surface,
        order=project.page_order,
        target=options,
        display=display,
        declared=declared,
        samples=samples,
        placement=placement,
        users=users_of(project, display.page, methods.addresses()) if options.docs.is_plain else {},
        added=project.added if options.docs.is_plain else {},
    ).pages()
    if display.links_days and _has_days(project):
        yield Page(f"docs/{DAY_PAGE}", "typescript/docs/rfcdate.md.jinja", DayPage, "markdown")
    for page in methods.pages():
        yield replace(page, make_view=partial(_view_after, samples, page.make_view))


def _has_days(project: Project[TypeScriptOptions]) -> bool:
    """Return whether a type has a date without a time."""
    return any(is_day(element_of(type_)) for model in project.models.values() for type_ in model_types(model))


def _view_after(samples: PageSamples, make_view: Callable[[], object]) -> object:
    """Return a view whose values are sampled after those of all pages of types."""
    samples.sample()
    return make_view()


def _samples(project: Project[TypeScriptOptions]) -> PageSamples:
    """Return the values of all pages of types; those of calls are sampled after them."""
    examples = project.once(calls_of).examples
    return PageSamples(examples, lambda: project.page_order)


def calls_of(project: Project[TypeScriptOptions]) -> Calls:
    """Return the calls that pages show, with the values that these share."""
    return _calls(project, compiled=False)


def script_calls_of(project: Project[TypeScriptOptions]) -> Calls:
    """Return the calls whose values scripts contain: those of the pages if these are always valid."""
    is_valid = project.options.examples.style == "valid"
    return project.once(calls_of) if is_valid else _calls(project, compiled=True)


def method_links(project: Project[TypeScriptOptions]) -> dict[str, str]:
    """Return the locations of methods in pages, relative to the package's folder, by their operation ids."""
    if "docs" not in project.options.parts:
        return {}
    pages = MethodPages(project, project.options, project.once(display_of), project.once(calls_of))
    return pages.links()


def _calls(project: Project[TypeScriptOptions], *, compiled: bool) -> Calls:
    examples = project.new_examples(
        project.once(display_of).shown,
        defaults_are_optional=project.options.optional_by_default,
        has_answers_as_given=project.options.answers == "declared",
        compiled=compiled,
    )
    calls = Calls(
        surface=project.surface,
        client=project.client,
        target=project.options,
        examples=examples,
        functions=project.once(function_names),
        paged=project.once(paged_operations),
    )

    methods = project.client.methods

    def plan() -> dict[str, Callable[[], ExampleValue | None]]:
        """Return what samples each argument; where there are pages of types, their values are sampled before."""
        if "docs" in project.options.parts and not compiled:
            project.once(_samples).sample()
        return {id_: partial(_argument, calls, methods, id_) for id_ in methods}

    name = "values of scripts" if compiled else "values of calls"
    return replace(calls, sampled=RecordedSteps(examples.shared, name, plan, examples.digests.of_argument))


def _argument(calls: Calls, methods: Mapping[str, ClientMethod], id_: str) -> ExampleValue | None:
    """Return the argument of the call of an operation, sampled now."""
    return calls.new_argument(methods[id_].source)


def calls_by_operation(project: Project[TypeScriptOptions]) -> dict[str, str]:
    """Return the calls that pages show, by the ids of their operations."""
    calls = project.once(calls_of)
    project.once(_samples).sample()  # before the values of calls, as on pages
    pages = MethodPages(project, project.options, project.once(display_of), calls)
    return pages.calls_by_operation()
