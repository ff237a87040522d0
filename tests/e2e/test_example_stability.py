"""Examples stay as they are when something else changes in the description."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typewright.cli import run
from typewright.prove.blocks import blocks

from .proof_of_pets import pets

EXTRA_PATH = """\
  /zoo:
    get:
      operationId: zoo
      tags: [Zoo]
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Zoo"}}}}
"""
EXTRA_SCHEMA = """\
    Zoo:
      type: object
      required: [town, keepers]
      properties:
        town: {type: string}
        keepers: {type: array, items: {type: object, required: [id], properties: {id: {type: string}}}}
"""


def examples(folder: Path, spec: str) -> dict[tuple[str, str, str], str]:
    """Return the code of all blocks by page, heading and the line above.

    README and USAGE of a package are left out: they show the first operations, whichever these are.
    """
    folder.mkdir()
    (folder / "pets.yaml").write_text(spec)
    assert (
        run(["generate", "--spec", str(folder / "pets.yaml"), "--out", str(folder / "out"), "--package", "pets"]) == 0
    )
    pages = sorted((folder / "out").glob("*/docs/**/*.md"))
    return {
        (page.relative_to(folder).as_posix(), block.heading, block.above): block.code
        for page in pages
        for block in blocks(page.name, page.read_text())
    }


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], str]:
    return examples(tmp_path_factory.mktemp("stable") / "before", pets())


CHANGES = {
    "an operation before all others": lambda spec: spec.replace("paths:\n", f"paths:\n{EXTRA_PATH}") + EXTRA_SCHEMA,
    "an operation behind all others": lambda spec: (
        spec.replace("components:", f"{EXTRA_PATH}components:") + EXTRA_SCHEMA
    ),
    "an optional field in each schema": lambda spec: spec.replace(
        "        kind: ", "        nick: {type: string, maxLength: 3},\n        kind: "
    ),
    "texts": lambda spec: spec.replace("description: It.", "description: Something else."),
    "schemas in another order": lambda spec: re.sub(
        r"(    Mood: .*\n)((?s:.*)\Z)", lambda found: found[2] + found[1], spec
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_examples_stay(tmp_path: Path, before: dict[tuple[str, str, str], str], change: str) -> None:
    changed = CHANGES[change](pets())
    assert changed != pets()
    after = examples(tmp_path / "after", changed)
    kept = {key: after.get(key) for key in before}
    assert kept == before
