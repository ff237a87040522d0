"""Place, payload and configuration → what is generated, and the harmless counterpart that it is held against."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from typewright.base.errors import TypewrightError
from typewright.config.options import Config, DocsConfig, ExamplesConfig, NamingConfig, target_for
from typewright.openapi.path_templates import is_well_formed, template_variables
from typewright.pipeline import build
from typewright.rendering import environment
from typewright.targets.finding import DefaultOptions, languages

from tests.hostile.payloads import PAYLOADS
from tests.hostile.places import places, with_text
from tests.planned_files import with_known

HARMLESS = "Harmless marker"
FLAVOURS = ("pydantic", "dataclass", "pydantic", "typeddict", "pydantic", "msgspec", "pydantic", "pydantic")
"""The flavour that is ours comes most often, the others are printed by a library that takes its time."""
DIALECTS = ("github", "mkdocs", "docusaurus", "mintlify")


@dataclass(frozen=True, slots=True)
class Combination:
    """A payload in a place, under one of the configurations."""

    place: str
    payload: str
    """The name of the payload."""
    flavour: str
    dialect: str
    plain: bool
    """Whether pages and examples are those of the reference."""

    def __str__(self) -> str:
        return f"{self.payload} in {self.place} ({self.flavour}, {self.dialect}{', reference' if self.plain else ''})"


def combinations() -> Iterator[Combination]:
    """Yield every payload in every place, the configurations in turn such that each meets each payload."""
    kinds = list(product(FLAVOURS, DIALECTS, (False, True)))
    for row, place in enumerate(places()):
        for column, payload in enumerate(PAYLOADS):
            yield Combination(place, payload, *kinds[(7 * column + 5 * row) % len(kinds)])


def configuration(flavour: str, dialect: str, *, plain: bool) -> Config:
    """Return the configuration of a combination without a description; nothing is laid out, which takes long."""
    docs = DocsConfig(
        dialect=dialect,  # type: ignore[arg-type]
        constraints=not plain,
        const_types=not plain,
        tables="padded" if plain else "compact",
    )
    examples = ExamplesConfig(style="reference" if plain else "valid", optional="always")
    naming = NamingConfig(scheme="symmetric" if plain else "first-come")
    base = Config(formatter="none", docs=docs, examples=examples, naming=naming)
    targets = tuple(
        with_known(
            target_for(language, base, DefaultOptions()),
            models=flavour,
            package="acme",
            enum_format="enum" if plain and flavour == "pydantic" else "union",
            docs={"usage": "reference" if plain else "runnable"},
        )
        for language in languages()
    )
    return replace(base, targets=targets)


Files = Mapping[str, str]


class RefusedError(Exception):
    """The description was refused with diagnostics, and nothing came of it."""


def made(text: str, chosen: Sequence[str], flavour: str, dialect: str, *, plain: bool) -> Files:
    """Return the files that come of the description with `text` in the chosen places. Raises RefusedError."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder, "spec.json")
        spec.write_text(json.dumps(with_text(text, *chosen)))
        config = replace(configuration(flavour, dialect, plain=plain), spec=spec, root=Path(folder))
        try:
            tree = build(config).tree
        except TypewrightError as fault:
            raise RefusedError("; ".join(each.message for each in fault.diagnostics)) from fault
        return {path: content.decode() for path, content in tree.items()}


@cache
def usual(place: str, text: str, flavour: str, dialect: str, plain: bool) -> Files:
    """Return what comes of a harmless text in a place, nothing where it is refused."""
    try:
        return made(text, [place], flavour, dialect, plain=plain)
    except RefusedError:
        return {}


def usual_tree(asked: Combination) -> Files:
    """Return what comes of the description as it is."""
    return usual("", "", asked.flavour, asked.dialect, asked.plain)


def harmless_tree(asked: Combination) -> Files:
    """Return what comes of a harmless text in the place of a combination."""
    return usual(asked.place, _harmless(asked), asked.flavour, asked.dialect, asked.plain)


def _harmless(asked: Combination) -> str:
    """Return a harmless text; one for a path has as many parameters as the payload, and like it may be no template."""
    payload = PAYLOADS[asked.payload]
    if asked.place != "path":
        return HARMLESS
    if not is_well_formed(payload):
        return f"{HARMLESS}{{"
    count = len(set(template_variables(payload)))
    return "/".join((HARMLESS, *(f"{{word{number}}}" for number in range(count))))


def hostile(asked: Combination) -> Files:
    """Return the files that come of a combination. Raises RefusedError."""
    return made(PAYLOADS[asked.payload], [asked.place], asked.flavour, asked.dialect, plain=asked.plain)


@pytest.fixture(scope="module")
def templates_once() -> Iterator[None]:
    """Compile the templates once for all builds of a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(environment, "environment", cache(environment.environment))
        yield
