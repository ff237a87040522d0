"""The configurations under which inputs are tried: every flavour of models, dialect of pages and scheme of names."""

from __future__ import annotations

import random
from dataclasses import replace

from typewright.config.options import Config, DocsConfig, ExamplesConfig, NamingConfig, target_for
from typewright.targets.finding import DefaultOptions, languages

from tests.planned_files import with_known

FLAVOURS = ("pydantic", "dataclass", "typeddict", "msgspec")
DIALECTS = ("github", "mkdocs", "docusaurus", "mintlify")


def drawn(dice: random.Random) -> Config:
    """Return a configuration of all targets, drawn with `dice`; nothing is laid out, which takes the longest."""
    docs = DocsConfig(
        dialect=dice.choice(DIALECTS),
        constraints=dice.choice((None, True, False)),
        tables=dice.choice((None, "compact")),
    )
    naming = NamingConfig(scheme=dice.choice(("first-come", "symmetric")), shared_errors=dice.random() < 0.3)
    examples = ExamplesConfig(
        style=dice.choice(("valid", "reference")), optional=dice.choice(("with-example", "always"))
    )
    base = Config(formatter="none", docs=docs, naming=naming, examples=examples)
    targets = tuple(
        with_known(
            target_for(language, base, DefaultOptions()),
            models=dice.choice(FLAVOURS),
            enum_format=dice.choice(("union", "enum")),
            validation=dice.choice((None, "strict", "lenient")),
            open_enums=dice.random() < 0.3,
            flatten_requests=dice.random() < 0.7,
            max_method_params=dice.choice((0, 4)),
            docs={"usage": dice.choice(("runnable", "enums", "reference"))},
        )
        for language in languages()
    )
    return replace(base, targets=targets)
