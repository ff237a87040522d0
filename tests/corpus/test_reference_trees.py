"""The pages of real descriptions are those of the reference, under the options of its `gen.yaml`.

Pages that are known to differ: `models/utils/retryconfig.md`, which every Python reference has word for word and which
is in our own words here; values from large dictionaries, and in calls from what the reference keeps between runs.
"""

import importlib.util
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from typewright.cli.commands.init import command
from typewright.cli.configuration import configuration
from typewright.cli.invocation import Invocation
from typewright.pipeline import build

pytestmark = pytest.mark.corpus
RETRIES = "models/utils/retryconfig.md"


@pytest.fixture
def parity(corpus: Path) -> ModuleType:
    """The tool that compares pages with the facts of the reference's."""
    spec = importlib.util.spec_from_file_location("parity", corpus / "tools" / "parity.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tree(spec: Path, gen: Path, folder: Path, parity: ModuleType, language: str) -> dict[str, dict[str, object]]:
    """Return the facts of all pages as `init --from` and `generate` make them."""
    config = folder / "typewright.yaml"
    arguments = ["--from", str(gen), "--spec", str(spec), "--config", str(config)]
    command.main(arguments, standalone_mode=False)
    chosen = configuration(Invocation(config=config))
    targets = tuple(replace(each, parts=("docs",)) for each in chosen.targets if each.language == language)
    made = build(replace(chosen, targets=targets)).tree
    pages = {path.removeprefix(f"{language}/docs/"): content.decode() for path, content in made.items()}
    return {
        path: parity.facts(path, text)
        for path, text in pages.items()
        if path.split("/")[0] in ("models", "errors", "sdks")
    }


def score(want: dict[str, dict[str, object]], have: dict[str, dict[str, object]], parity: ModuleType) -> Counter[str]:
    """Return how many pages agree in what."""
    found: Counter[str] = Counter()
    for path, page in want.items():
        if path in have:
            found["found"] += 1
            found.update(name for name, same in parity.compare(page, have[path]).items() if same)
    return found


TREES = [
    ("typescript", "orq/openapi.yaml", "orq/gen-typescript.yaml", (2271, 10)),
    ("typescript", "cribl/spec.yaml", "cribl/gen.yaml", (1671, 11)),
    ("typescript", "lambdadb/spec.yaml", "lambdadb/gen.yaml", (49, 1)),
    ("python", "orq/openapi-python.yaml", "orq/gen-python.yaml", (2403, 10)),
    ("python", "agentset/spec.yaml", "agentset/gen.yaml", (177, 4)),
]
"""Language, description, settings, and how many pages of types and of methods are the same to the byte, at least."""


@pytest.mark.parametrize("known", TREES, ids=lambda known: f"{known[0]}-{known[1].partition('/')[0]}")
def test_pages_are_those_of_the_reference(
    known: tuple[str, str, str, tuple[int, int]], corpus: Path, parity: ModuleType, tmp_path: Path
) -> None:
    language, spec, gen, counts = known
    folder = corpus / "corpus"
    have = tree(folder / spec, folder / gen, tmp_path, parity, language)
    want = parity.load(str((folder / spec).parent / f"{language}-docs.facts.json.gz"))
    assert have.keys() >= want.keys()
    for is_method, identical in zip((False, True), counts, strict=True):
        pages = {path: page for path, page in want.items() if path.startswith("sdks/") is is_method and path != RETRIES}
        found = score(pages, have, parity)
        assert found.pop("identical") >= identical
        assert found == dict.fromkeys(("found", "title", "text", "fields", "layout"), len(pages))


CLOSE = {
    "py-cribl-mgmt": (40, 40, 40, 40, 40, 0),
    "py-deck": (60, 60, 60, 60, 60, 0),
    "py-egain": (362, 362, 362, 360, 362, 0),
    "py-glean": (537, 537, 537, 535, 535, 1),
    "py-meitner-2025": (922, 922, 922, 922, 922, 0),
    "py-squadcast": (1054, 1054, 1054, 1053, 1053, 2),
    "ts-authlete": (303, 303, 303, 301, 301, 0),
    "ts-openrouter-mid": (438, 438, 438, 438, 438, 0),
    "ts-plex": (913, 913, 912, 909, 908, 9),
    "ts-train-travel": (61, 61, 61, 60, 60, 0),
    "ts-vercel": (2365, 2365, 2365, 2336, 2335, 42),
    "ts-woopsocial": (85, 85, 85, 85, 85, 0),
}
"""How many pages of types agree in path, title, text, fields and layout at least, and how many are too many at most."""
METHODS = {
    "py-cribl-mgmt": (3, 3, 3, 3, 3, 0),
    "py-deck": (8, 8, 8, 8, 8, 0),
    "py-egain": (20, 20, 20, 18, 18, 0),
    "py-glean": (27, 27, 27, 25, 24, 0),
    "py-meitner-2025": (8, 8, 8, 8, 8, 0),
    "py-squadcast": (86, 86, 86, 83, 82, 1),
    "ts-authlete": (23, 23, 23, 22, 21, 0),
    "ts-openrouter-mid": (12, 12, 12, 12, 0, 0),
    "ts-plex": (31, 31, 31, 31, 30, 0),
    "ts-train-travel": (4, 4, 4, 3, 3, 0),
    "ts-vercel": (20, 20, 20, 19, 18, 0),
    "ts-woopsocial": (6, 6, 6, 6, 6, 0),
}
"""The same of pages of methods."""
IDENTICAL = {"ts-vercel": 1371}
"""How many are the same to the byte at least, where code shows what an option does: types from their own modules."""


@pytest.mark.parametrize("name", CLOSE)
def test_pages_are_close_to_those_of_the_reference(name: str, corpus: Path, parity: ModuleType, tmp_path: Path) -> None:
    folder = corpus / "corpus" / "trees" / name
    spec = next(path for path in folder.iterdir() if path.stem == "spec")
    language = {"py": "python", "ts": "typescript"}[name[:2]]
    have = tree(spec, folder / "gen.yaml", tmp_path, parity, language)
    facts = parity.load(str(folder / "docs.facts.json.gz"))
    for is_method, (*least, most) in ((False, CLOSE[name]), (True, METHODS[name])):
        made, want = (
            {p: x for p, x in pages.items() if p.startswith("sdks/") is is_method and p != RETRIES}
            for pages in (have, facts)
        )
        found = score(want, made, parity)
        reached = [found[what] for what in ("found", "title", "text", "fields", "layout")]
        assert all(now >= before for now, before in zip(reached, least, strict=True)), (reached, least)
        assert found["identical"] >= (0 if is_method else IDENTICAL.get(name, 0))
        assert len(made.keys() - want.keys()) <= most
