"""Every example of real descriptions holds, and both styles agree wherever the reference's value is right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from typewright.base.limits import recursion_limit_raised
from typewright.cli.shell import typewright
from typewright.config.options import ExamplesConfig, ExampleStyle, NamingConfig, TargetConfig
from typewright.examples.build import Examples
from typewright.examples.invalid import invalid_examples
from typewright.examples.models_with_examples import models_with_examples
from typewright.examples.replacement import with_valid_examples
from typewright.examples.values import to_wire
from typewright.ir import Api
from typewright.ir.walking import recursive_aliases
from typewright.naming import assign
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.schemas.validation import sample_validator
from typewright.surface import surface
from typewright.targets.typescript.display import Display
from typewright.targets.typescript.language import LANGUAGE

pytestmark = pytest.mark.corpus

SMALL = ("specs/museum.yaml", "specs/webhook-example-3.1.yaml", "specs/uspto.yaml", "specs/tictactoe-3.1.yaml")
BIG = (
    *("orq/openapi.yaml", "specs/github-api.json", "specs/stripe-2023-09.yaml", "specs/openai.yaml"),
    *("specs/discord.json", "specs/telegram-bot.json", "specs/train-travel.yaml", "specs/petstore-swagger-io.yaml"),
)


@pytest.mark.parametrize("spec", [*SMALL, *(pytest.param(each, marks=pytest.mark.nightly) for each in BIG)])
def test_every_example_holds(corpus: Path, spec: str, tsc: Path, tmp_path: Path) -> None:
    options = ["--spec", str(corpus / "corpus" / spec), "--out", str(tmp_path / "out"), "--tsc", str(tsc)]
    printed = CliRunner().invoke(typewright, ["prove", "--format", "json", *options])
    proof: dict[str, Any] = json.loads(printed.stdout)
    assert proof["failures"] == proof["skipped"] == proof["unsatisfiable"] == []
    python, typescript = proof["counts"]["python"], proof["counts"]["typescript"]
    assert python["found"] == python["parsed"] >= python["checked"] == python["run"] > 0
    assert typescript["found"] == typescript["parsed"] >= typescript["compiled"] > 0


def pages(api: Api, style: ExampleStyle) -> dict[str, Any]:
    """Return the value on each type's page by the type's id; types that were made for methods are left out."""
    methods = surface(api, NamingConfig())
    names = assign(methods, NamingConfig(), LANGUAGE)
    paths = TargetConfig(language="typescript", package="p").paths
    display = Display(methods, names, paths, recursive=recursive_aliases(methods.models))
    examples = Examples(
        methods, names, ExamplesConfig(style=style), display.shown, models_with_examples(methods.models)
    )
    made = {symbol.id: to_wire(examples.page(symbol)) for symbol in names.symbols.values()}
    return {methods.models[id_].pointer: value for id_, value in made.items() if "?" not in id_}


@pytest.mark.parametrize(
    "spec",
    [
        "specs/museum.yaml",
        "specs/telegram-bot.json",
        *(pytest.param(each, marks=pytest.mark.nightly) for each in BIG if "telegram" not in each),
    ],
)
@recursion_limit_raised()
def test_both_styles_agree_where_the_reference_is_right(
    corpus: Path, spec: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A value is right that its schema admits; what descriptions say beyond that is left aside."""
    monkeypatch.setattr("typewright.examples.sampling.scalars.fitting_text", lambda text, *_: text)
    monkeypatch.setattr("typewright.examples.sampling.scalars.fitting_number", lambda number, _: number)
    api, _ = lower(load_document(corpus / "corpus" / spec))
    validator = sample_validator(api)
    reference = pages(api, "reference")
    valid = pages(with_valid_examples(api, invalid_examples(api)), "valid")
    right = {pointer: value for pointer, value in reference.items() if validator.is_valid(pointer, value)}
    assert {pointer: valid[pointer] for pointer in right} == right
    assert [pointer for pointer, value in valid.items() if not validator.is_valid(pointer, value)] == []
