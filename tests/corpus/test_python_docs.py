"""The Python pages of real descriptions: like the reference under the options of its `gen.yaml`, and code that runs.

Pages that are known to differ: `models/utils/retryconfig.md`, which every reference tree has word for word and which
is in our own words here; calls with values from large dictionaries, or from what the reference keeps between runs.
"""

import importlib.util
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from generator.cli.configuration import configuration
from generator.cli.invocation import Invocation
from generator.cli.verbs.init import command
from generator.pipeline import build
from tests.python_documents import failing_blocks, generated

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


def tree(spec: Path, gen: Path, folder: Path, parity: ModuleType) -> dict[str, dict[str, object]]:
    """Return the facts of all pages as `init --from` and `generate` make them."""
    config = folder / "typewright.yaml"
    arguments = ["--from", str(gen), "--spec", str(spec), "--config", str(config)]
    command.main(arguments, standalone_mode=False)
    chosen = configuration(Invocation(config=config))
    targets = tuple(replace(target, parts=("docs",)) for target in chosen.targets)
    made = build(replace(chosen, targets=targets)).tree
    pages = {path.removeprefix("python/docs/"): content.decode() for path, content in made.items()}
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


@pytest.mark.parametrize(
    ("name", "spec", "gen", "calls"),
    [("orq", "openapi-python.yaml", "gen-python.yaml", 10), ("agentset", "spec.yaml", "gen.yaml", 4)],
)
def test_pages_are_those_of_the_reference(
    name: str, spec: str, gen: str, calls: int, corpus: Path, parity: ModuleType, tmp_path: Path
) -> None:
    folder = corpus / "corpus" / name
    have = tree(folder / spec, folder / gen, tmp_path, parity)
    want = parity.load(str(folder / "python-docs.facts.json.gz"))
    assert have.keys() == want.keys()
    types = {path: page for path, page in want.items() if not path.startswith("sdks/") and path != RETRIES}
    assert score(types, have, parity) == dict.fromkeys(
        ("found", "title", "text", "fields", "layout", "identical"), len(types)
    )
    methods = {path: page for path, page in want.items() if path.startswith("sdks/")}
    found = score(methods, have, parity)
    assert found.pop("identical") >= calls
    assert found == dict.fromkeys(("found", "title", "text", "fields", "layout"), len(methods))


@pytest.mark.parametrize("spec", ["orq/openapi-python.yaml", "agentset/spec.yaml", "specs/train-travel.yaml"])
def test_all_code_of_a_new_project_runs(spec: str, corpus: Path, tmp_path: Path) -> None:
    found = generated(corpus / "corpus" / spec, tmp_path, f"corpus_{spec.split('/', maxsplit=1)[0]}")
    assert failing_blocks(found, tmp_path) == []
