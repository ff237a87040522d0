"""`docs/configuration.md` says what `typewright.config.options` declares; `make update-golden` writes it anew."""

import re
import typing
from pathlib import Path

import pytest
from typewright.config import options as config
from typewright.config.reading import options_of
from typewright.targets.finding import languages, target_named

PAGE = Path(__file__).parent.parent.parent / "docs/configuration.md"
SECTIONS = {
    section.__name__: section
    for section in (
        *(config.Config, config.FilterConfig, config.TargetConfig, config.Paths),
        *(config.NamingConfig, config.ExamplesConfig, config.DocsConfig, config.MetadataConfig),
        *(target_named(language).Options for language in languages()),
        *(type(target_named(language).Options().docs) for language in languages()),
    )
}
HEADINGS = {
    config.FilterConfig: "which-operations",
    config.TargetConfig: "a-target",
    config.Paths: "paths",
    config.NamingConfig: "naming",
    config.ExamplesConfig: "examples",
    config.DocsConfig: "docs",
    config.MetadataConfig: "metadata",
}
"""The heading above the options of a section, as an anchor."""
TABLE = re.compile(r"(<!-- options of (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def shown(hint: object) -> str:
    """Return a type as a reader of YAML would say it."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return shown(arguments[0])
    if origin is typing.Literal:
        return ", ".join(f"`{argument}`" for argument in arguments)
    if origin is tuple:
        kind = shown(arguments[0])
        return kind if kind.startswith("[") else f"list of {kind}{'s' * kind.isalpha()}"
    if arguments:
        return " or ".join(shown(argument) for argument in arguments if argument not in {type(None), ...})
    section = next(
        (anchor for kind, anchor in HEADINGS.items() if isinstance(hint, type) and issubclass(hint, kind)), ""
    )
    if section:
        return f"[see below](#{section})"
    return {str: "text", bool: "`true`, `false`", int: "number", Path: "path"}[typing.cast(type, hint)]


def default(section: type, name: str) -> str:
    value = getattr(section(), name)
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value}`" if isinstance(value, str | int | Path) and value not in {"", Path()} else ""


def is_own(section: type, name: str) -> bool:
    """Whether an option is not as in the class that the section extends."""
    inherited = options_of(section.__mro__[1])
    return name not in inherited or shown(options_of(section)[name]) != shown(inherited[name])


def table(section: type) -> str:
    rows = [
        f"| `{name}` | {shown(hint)} | {default(section, name)} | {hint.__metadata__[-1]} |\n"
        for name, hint in options_of(section).items()
        if is_own(section, name)
    ]
    return "| option | value | without it | what it does |\n|---|---|---|---|\n" + "".join(rows)


def test_the_page_shows_every_option(request: pytest.FixtureRequest) -> None:
    text = PAGE.read_text()
    current = TABLE.sub(lambda match: match[1] + table(SECTIONS[match[2]]) + match[3], text)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(current)
    assert PAGE.read_text() == current, "run 'make update-golden'"
    assert {found[1] for found in TABLE.findall(text)} == set(SECTIONS)
