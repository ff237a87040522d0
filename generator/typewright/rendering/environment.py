"""Rendering of pages by one Jinja environment, strict about undefined names; the user's templates come first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from typewright.base.errors import Diagnostic, Location, UsageError
from typewright.pages.page import Page, Planned, RawFile, RuntimeFile
from typewright.rendering.blocks import refuse_unknown_blocks
from typewright.rendering.runtime_files import runtime_text
from typewright.rendering.template_folder import find_templates

if TYPE_CHECKING:
    from jinja2 import Environment, Template, TemplateError

BUILTIN = "builtin"
"""The prefix by which a template of the user refers to a built-in one."""


class Rendered(Struct, frozen=True):
    """A planned file with its text; `view` is the dotted name of the view's class, empty without a template."""

    file: Planned
    text: str
    view: str = ""


def environment(user_templates: Path | None, target_templates: Path | None = None) -> Environment:
    """Return the environment in which all templates of one run are compiled, each once.

    Templates of the user precede those of a target of another package, and these the built-in ones. The environment of
    only the built-in templates is reused within a process, since they do not change.
    """
    if user_templates is None and target_templates is None:
        return _our_environment()
    return _environment(user_templates, target_templates)


@cache
def _our_environment() -> Environment:
    return _environment(None, None)


def _environment(user_templates: Path | None, target_templates: Path | None) -> Environment:
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined  # noqa: PLC0415

    from typewright.rendering.compiled_templates import (  # noqa: PLC0415 - it needs Jinja
        OPTIONS,
        CompiledTemplates,
        TemplateEnvironment,
    )

    folder = find_templates()
    ours = FileSystemLoader([folder] if target_templates is None else [target_templates, folder])
    loaders = [ours, PrefixLoader({BUILTIN: ours})]
    if user_templates is not None:
        loaders.insert(0, FileSystemLoader(user_templates))
    return TemplateEnvironment(
        loader=ChoiceLoader(loaders),
        undefined=StrictUndefined,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=CompiledTemplates(folder),
        **OPTIONS,
    )


def render(
    planned: Iterable[Planned],
    user_templates: Path | None,
    target_templates: Path | None = None,
    is_known: Callable[[Page, object], bool] = lambda _page, _view: False,
) -> Iterator[Rendered]:
    """Yield each planned file with its text, in order; `target_templates` are those of a target of another package.

    A page is left out where `is_known` says of it and its view that its text is known. Raises UsageError for a fault
    in a template of the user's.
    """
    texts: _Texts | None = None
    for file in planned:
        if isinstance(file, RuntimeFile):
            yield Rendered(file, runtime_text(file, (user_templates, target_templates)))
            continue
        if isinstance(file, RawFile):
            yield Rendered(file, file.make_text())
            continue
        view = file.make_view()
        if is_known(file, view):
            continue
        texts = texts or _Texts(user_templates, target_templates)  # a run that is up to date never gets here
        yield Rendered(file, texts.of(file, view), f"{type(view).__module__}.{type(view).__qualname__}")


def render_parts(
    pages: Iterable[Page], user_templates: Path | None, target_templates: Path | None = None
) -> Iterator[tuple[Page, Iterator[str]]]:
    """Yield each page with the parts of its text, which are made one after the other; else like `render`."""
    texts = _Texts(user_templates, target_templates)
    for page in pages:
        yield page, texts.parts(page, page.make_view())


class _Texts:
    """Makes the texts of pages by their templates, each of which is loaded and checked once."""

    def __init__(self, user_templates: Path | None, target_templates: Path | None) -> None:
        from jinja2 import TemplateError  # noqa: PLC0415 - see `_environment`

        self._user_templates, self._fault = user_templates, TemplateError
        self._environment = environment(user_templates, target_templates)
        self._templates: dict[str, Template] = {}

    def of(self, page: Page, view: object) -> str:
        """Return the text of a page. Raises UsageError for a fault in a template of the user's."""
        try:
            return self._template(page.template).render(view=view)
        except self._fault as fault:
            raise _explained(fault, page, self._user_templates) from fault

    def parts(self, page: Page, view: object) -> Iterator[str]:
        """Yield the parts of the text of a page. Raises UsageError for a fault in a template of the user's."""
        try:
            yield from self._template(page.template).generate(view=view)
        except self._fault as fault:
            raise _explained(fault, page, self._user_templates) from fault

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            if self._user_templates is not None:
                refuse_unknown_blocks(self._environment, name, self._user_templates)
            self._templates[name] = self._environment.get_template(name)
        return self._templates[name]


def _explained(fault: TemplateError, page: Page, user_templates: Path | None) -> Exception:
    """Return a fault as a UsageError if it occurred in one of the user's templates, else unchanged."""
    location = _location(fault)
    if user_templates is None or location is None or not Path(location.file).is_relative_to(user_templates):
        return fault
    message = f"the template fails on '{page.path}': {fault.message or type(fault).__name__}"
    return UsageError(
        [Diagnostic("E010", message, location=location, help="mend the template, or remove it to use ours")]
    )


def _location(fault: TemplateError) -> Location | None:
    """Return the innermost template line in the traceback of a fault, or the line that a syntax error names."""
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415

    if isinstance(fault, TemplateSyntaxError):
        return None if fault.filename is None else Location(fault.filename, fault.lineno, 1)
    location, frame = None, fault.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename.endswith(".jinja"):
            location = Location(frame.tb_frame.f_code.co_filename, frame.tb_lineno, 1)
        frame = frame.tb_next
    return location
