"""An example broken in any of thirty ways is found: `prove` names its page, its line, its schema, and the spec's line.

All of them are broken in one generated tree at once, each in a block of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from typewright.cli import run
from typewright.cli.shell import typewright

from .proof_of_pets import line_of, pets

pytestmark = pytest.mark.xdist_group("prove")

PY, TS = "python/docs/models", "typescript/docs/models/components"
PY_CALLS, TS_CALLS = "python/docs/sdks/cases/README.md", "typescript/docs/sdks/cases/README.md"
SCHEMAS = "#/components/schemas"


@dataclass(frozen=True)
class Mutation:
    """`old` becomes `new` once, behind `after`; the failure is expected at the line of `at` (that of the change)."""

    name: str
    page: str
    old: str
    new: str
    pointer: str
    after: str = ""
    at: str | None = None


def put(name: str, language: str) -> str:
    """The marker of an operation's section."""
    return f'language="{language}" operationID="put{name}"'


MUTATIONS = (
    Mutation("wrong-enum-member", f"{PY}/ant.md", 'kind="', 'kind="x', f"{SCHEMAS}/Ant/properties/kind"),
    Mutation("out-of-bounds", f"{PY}/bee.md", "age=", "age=9", f"{SCHEMAS}/Bee/properties/age"),
    Mutation("missing-required", f"{PY}/cow.md", '    pet_code="', '    # pet_code="', f"{SCHEMAS}/Cow", at="value = "),
    Mutation("unknown-import", f"{PY}/dog.md", "import Dog", "import Nobody, Dog", f"{SCHEMAS}/Dog"),
    Mutation("unbalanced-bracket", f"{PY}/elk.md", "owner=Owner(", "owner=Owner((", f"{SCHEMAS}/Elk", at="value = "),
    Mutation("misspelt-field", f"{PY}/fox.md", "weight=", "wieght=", f"{SCHEMAS}/Fox"),
    Mutation("wrong-type", f"{PY}/gnu.md", "age=", "age=(1, 2) or ", f"{SCHEMAS}/Gnu/properties/age"),
    Mutation("no-format", f"{PY}/owner.md", 'email="', 'email="@', f"{SCHEMAS}/Owner/properties/email"),
    Mutation("unbound-value", f"{PY}/mood.md", "value: Mood", "valve: Mood", f"{SCHEMAS}/Mood", at="from "),
    Mutation(
        "wire-name-as-argument", PY_CALLS, "pet_code=", "petCode=", "#/paths/~1Ant~1{case_id}/put", put("Ant", "python")
    ),
    Mutation(
        "wrong-enum-of-parameter",
        PY_CALLS,
        'sort="',
        'sort="x',
        "#/paths/~1Bee~1{case_id}/put/parameters/1/schema",
        put("Bee", "python"),
    ),
    Mutation("misspelt-key", PY_CALLS, '"email"', '"e_mail"', f"{SCHEMAS}/Cow/properties/owner", put("Cow", "python")),
    Mutation("misspelt-method", PY_CALLS, "put_dog(", "put_dgo(", "", put("Dog", "python"), at="from "),
    Mutation(
        "parameter-out-of-bounds",
        PY_CALLS,
        "case_id=",
        "case_id=9",
        "#/paths/~1Elk~1{case_id}/put/parameters/0/schema",
        put("Elk", "python"),
    ),
    Mutation(
        "argument-left-out",
        PY_CALLS,
        'pet_code="QTM-30", ',
        "",
        "#/paths/~1Fox~1{case_id}/put",
        put("Fox", "python"),
        at="    res = ",
    ),
    Mutation(
        "not-unique", "python/examples/putant.py", "tags=[", 'tags=["a", "a"] or [', f"{SCHEMAS}/Ant/properties/tags"
    ),
    Mutation("no-e-mail", "python/examples/putbee.py", 'email="', 'email="@', f"{SCHEMAS}/Owner/properties/email"),
    Mutation("ts-wrong-enum-member", f"{TS}/ant.md", 'kind: "', 'kind: "x', f"{SCHEMAS}/Ant/properties/kind"),
    Mutation("ts-out-of-bounds", f"{TS}/bee.md", "age: ", "age: 9", f"{SCHEMAS}/Bee/properties/age"),
    Mutation(
        "ts-missing-required", f"{TS}/cow.md", '  petCode: "', '  // petCode: "', f"{SCHEMAS}/Cow", at="let value"
    ),
    Mutation("ts-unknown-import", f"{TS}/dog.md", "import { Dog", "import { Nobody, Dog", f"{SCHEMAS}/Dog"),
    Mutation("ts-unbalanced-bracket", f"{TS}/elk.md", "owner: {", "owner: {{", f"{SCHEMAS}/Elk"),
    Mutation("ts-misspelt-field", f"{TS}/fox.md", "weight: ", "wieght: ", f"{SCHEMAS}/Fox"),
    Mutation("ts-wire-name", f"{TS}/gnu.md", "petCode: ", "pet_code: ", f"{SCHEMAS}/Gnu/properties/pet_code"),
    Mutation("ts-wrong-list-of-values", f"{TS}/mood.md", '"calm"', '"clam"', f"{SCHEMAS}/Mood", after="## Values"),
    Mutation("ts-member-of-union", f"{TS}/anything.md", "number = ", "number = 9", f"{SCHEMAS}/Anything/oneOf/1"),
    Mutation(
        "ts-misspelt-parameter",
        TS_CALLS,
        "caseId: ",
        "caseID: ",
        "#/paths/~1Ant~1{case_id}/put",
        put("Ant", "typescript"),
    ),
    Mutation(
        "ts-too-long",
        TS_CALLS,
        'name: "',
        f'name: "{"x" * 40}',
        f"{SCHEMAS}/Bee/properties/name",
        put("Bee", "typescript"),
    ),
    Mutation("ts-misspelt-method", TS_CALLS, "putCow(", "putCwo(", "", put("Cow", "typescript"), at="import { Pets"),
    Mutation(
        "ts-pattern",
        TS_CALLS,
        'petCode: "',
        'petCode: "1',
        f"{SCHEMAS}/Elk/properties/pet_code",
        put("Elk", "typescript"),
    ),
    Mutation("ts-no-date", "typescript/examples/putant.ts", 'born: "', 'born: "the ', f"{SCHEMAS}/Ant/properties/born"),
)
"""Each in a block of its own."""


def mutated(text: str, mutation: Mutation) -> tuple[str, int]:
    """Return the text of a page with a mutation, and the line from 1 that its failure is expected at."""
    start = text.index(mutation.after)
    offset = text.index(mutation.old, start)
    changed = text[:offset] + mutation.new + text[offset + len(mutation.old) :]
    expected = offset if mutation.at is None else changed.index(mutation.at, start)
    return changed, changed.count("\n", 0, expected) + 1


def proof(*options: str) -> dict[str, Any]:
    """What `prove` prints as JSON."""
    printed = CliRunner().invoke(typewright, ["prove", "--format", "json", *options])
    found: dict[str, Any] = json.loads(printed.stdout)
    return found


Proved = tuple[dict[str, Any], dict[str, Any], dict[str, int]]


@pytest.fixture(scope="module")
def proved(tmp_path_factory: pytest.TempPathFactory, tsc: Path) -> Proved:
    """The proofs of the tree as generated and as broken, and the line of each mutation by its name."""
    folder = tmp_path_factory.mktemp("pets")
    spec, out = folder / "pets.yaml", folder / "out"
    spec.write_text(pets())
    options = ["--spec", str(spec), "--out", str(out)]
    assert run(["generate", *options, "--package", "pets"]) == 0
    options += ["--package", "pets", "--tsc", str(tsc)]
    before = proof(*options)
    lines = {}
    for mutation in MUTATIONS:
        page = out / mutation.page
        text, line = mutated(page.read_text(), mutation)
        page.write_text(text)
        lines[mutation.name] = line
    return before, proof(*options), lines


def test_nothing_fails_before(proved: Proved) -> None:
    before, _, _ = proved
    assert before["failures"] == before["skipped"] == before["unsatisfiable"] == []
    python, typescript = before["counts"]["python"], before["counts"]["typescript"]
    assert python["found"] == python["parsed"] > python["checked"] == python["run"] > 0
    assert typescript["found"] == typescript["parsed"] == typescript["compiled"] > 0
    assert python["called"] > 0
    assert typescript["called"] > 0


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.name)
def test_a_broken_example_is_found(proved: Proved, mutation: Mutation) -> None:
    _, after, lines = proved
    found = [
        each for each in after["failures"] if (each["page"], each["line"]) == (mutation.page, lines[mutation.name])
    ]
    on_page = [each for each in after["failures"] if each["page"] == mutation.page]
    assert found, f"nothing at line {lines[mutation.name]}: {json.dumps(on_page, indent=1)}"
    if mutation.pointer:
        told = [(each["schema"], each["location"].rsplit(":", 2)[1]) for each in found]
        assert (mutation.pointer, str(line_of(mutation.pointer))) in told


def test_nothing_else_is_found(proved: Proved) -> None:
    _, after, _ = proved
    broken = {mutation.page for mutation in MUTATIONS}
    assert {each["page"] for each in after["failures"]} == broken
    assert len(MUTATIONS) == sum(each["failed"] for each in after["counts"].values())
