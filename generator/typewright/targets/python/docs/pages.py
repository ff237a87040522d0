"""The markdown pages of the Python target: one for each type, one for each group of methods."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from functools import partial
from itertools import chain

from msgspec.structs import replace

from typewright.base.recorded_steps import RecordedSteps
from typewright.base.recording import Recorded
from typewright.base.value_digest import value_digest
from typewright.client import ClientMethod
from typewright.examples.build import Examples
from typewright.examples.page_samples import PageSamples
from typewright.ir import UnionModel
from typewright.naming.names import Package
from typewright.pages.page import Page
from typewright.pages.users import Key
from typewright.surface.envelopes import error_ids
from typewright.targets.contract import Project
from typewright.targets.python.client.arguments import Arguments, PassedArgument
from typewright.targets.python.client.calls import Calls
from typewright.targets.python.client.construction import ClientOptions
from typewright.targets.python.client.signatures import signatures_of
from typewright.targets.python.display import display_of
from typewright.targets.python.docs.client_pages import ClientPages
from typewright.targets.python.docs.fields import FieldRows
from typewright.targets.python.docs.methods import MethodPages
from typewright.targets.python.docs.models import ModelPages
from typewright.targets.python.docs.usage import UnionValues, Usages, union_values
from typewright.targets.python.flavoured_code import field_attributes
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import placement_of
from typewright.targets.users import users_of


def python_docs(project: Project[PythonOptions]) -> Iterator[Page]:
    """Yield all pages below `docs/`. The values of all model pages are sampled before the first page is made."""
    surface, options = project.surface, project.options
    display, placement, rows = project.once(display_of), project.once(placement_of), project.once(_rows)
    samples = project.once(_samples)
    examples = made = samples.examples
    if options.optional_by_default and options.docs.usage == "runnable":
        made = project.new_examples(display.shown)  # constructors require the properties that schemas require
    usages = Usages(
        display=display,
        target=options,
        placement=placement,
        examples=made,
        attributes=field_attributes(project),
        samples=samples if made is examples else None,
        unions=project.once(_union_values),
    )
    methods = _method_pages(project)
    models = ModelPages(
        surface=surface,
        order=project.page_order,
        docs=options.docs,
        display=display,
        fields=rows,
        usages=usages,
        users=users_of(project, display.page, methods.addresses()) if options.docs.is_plain else {},
        errors=_enveloped_errors(project),
        added=project.added if options.docs.is_plain else {},
    )
    yield from chain(models.pages(), ClientPages(surface, options.docs, rows).pages(), methods.pages())


def _enveloped_errors(project: Project[PythonOptions]) -> Set[Key]:
    """Return the errors whose pages show the response as a field."""
    is_flat = project.options.response_format == "flat"
    return frozenset() if is_flat else {(Package.ERRORS, id_) for id_ in error_ids(project.surface.roots)}


def calls_by_operation(project: Project[PythonOptions]) -> dict[str, str]:
    """Return the calls that pages show, by the ids of their operations."""
    return _method_pages(project).calls_by_operation()


class PageCalls(Recorded):
    """Writes the call of a method with the values that its page shows."""

    def __init__(self, calls: Calls) -> None:
        """Create it for the calls of the pages of a project."""
        self._calls = calls

    def __call__(self, method: ClientMethod) -> str:
        """Return the lines of the call of a method."""
        return "\n".join(self._calls.code(method).call)


def page_calls(project: Project[PythonOptions]) -> PageCalls:
    """Return what writes the call of a method with the values that its page shows."""
    return PageCalls(project.once(_page_calls))


def _page_calls(project: Project[PythonOptions]) -> Calls:
    """Return the calls of pages: their values are sampled after those of all pages of types, in document order."""
    samples = project.once(_samples)
    calls = _calls(project, samples.examples)

    methods, digests = project.client.methods, samples.examples.digests

    def plan() -> dict[str, Callable[[], tuple[PassedArgument, ...]]]:
        """Return what samples the arguments of each call."""
        project.once(_union_values).take()
        return {id_: partial(_arguments, calls, methods, id_) for id_ in methods}

    def digest(arguments: tuple[PassedArgument, ...]) -> str:
        """Return the digest of the arguments of one call."""
        return value_digest([(passed.argument, digests.of(passed.value)) for passed in arguments])

    table = RecordedSteps(samples.examples.shared, "values of calls", plan, digest)
    return replace(calls, arguments=replace(calls.arguments, sampled=table))


def _arguments(calls: Calls, methods: Mapping[str, ClientMethod], id_: str) -> tuple[PassedArgument, ...]:
    """Return the arguments of the call of an operation, sampled now."""
    return tuple(calls.arguments.new(methods[id_]))


def _union_values(project: Project[PythonOptions]) -> RecordedSteps[Key, UnionValues]:
    """Return the values on the pages of unions, sampled after the first ones of all pages; none where none is shown."""
    samples, models = project.once(_samples), project.models
    examples = samples.examples

    def plan() -> dict[Key, Callable[[], UnionValues]]:
        """Return what samples the values of each union, in the order of the pages."""
        samples.sample()
        if project.options.docs.usage != "runnable":
            return {}
        keys = [(symbol.package, symbol.id) for symbol in project.page_order]
        return {key: partial(union_values, examples, key) for key in keys if isinstance(models[key[1]], UnionModel)}

    def digest(found: UnionValues) -> str:
        """Return the digest of the values of a union."""
        return value_digest((found.shown, examples.digests.of(found.first), examples.digests.of_all(found.members)))

    return RecordedSteps(examples.shared, "values of unions", plan, digest)


def _samples(project: Project[PythonOptions]) -> PageSamples:
    """Return the values of all pages of types; those of calls are sampled after them."""
    return PageSamples(_examples(project), lambda: project.page_order)


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
    examples = project.new_examples(shown, defaults_are_optional=optional, compiled=True)
    return replace(_calls(project, examples), is_brief=True)


def method_links(project: Project[PythonOptions]) -> dict[str, str]:
    """Return the locations of methods in pages, relative to the package's folder, by the ids of their operations."""
    if "docs" not in project.options.parts:
        return {}
    return _method_pages(project).links()


def _calls(project: Project[PythonOptions], examples: Examples) -> Calls:
    """Return the writer of calls with values of `examples`."""
    display = project.once(display_of)
    return Calls(
        client=project.client,
        target=project.options,
        display=display,
        arguments=Arguments(project.surface, examples, project.once(signatures_of)),
        options=ClientOptions(project.surface, project.client, display, examples),
        is_brief=project.options.docs.is_plain,
    )


def _method_pages(project: Project[PythonOptions]) -> MethodPages:
    """Return what makes the pages of methods."""
    return MethodPages(
        project=project,
        target=project.options,
        display=project.once(display_of),
        rows=project.once(_rows),
        signatures=project.once(signatures_of),
        calls=project.once(_page_calls),
    )
