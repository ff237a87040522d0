"""The kinds of inputs that are tried, each a function of a number, so that every one can be tried again."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from typewright.base.errors import TypewrightError
from typewright.base.limits import recursion_limit_raised
from typewright.config.options import Config
from typewright.lint import lint
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.pipeline import Build

from tests.fuzz import seeds
from tests.fuzz.configurations import drawn
from tests.fuzz.mutating import garbled, mutant
from tests.fuzz.structural import structural_mutant
from tests.fuzz.trying import Outcome, build_of, python_is_sound, tried

ROOT = Path(__file__).parents[2]
PARALLEL_SEEDS = 1_000_003
"""Tells the dice of the configuration from those of the mutation."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One kind of input. `content` gives the bytes of a number and the name of the file that holds them."""

    content: Callable[[int], tuple[bytes, str]]
    linted: bool = False

    def __call__(self, number: int) -> Outcome:
        content, name = self.content(number)
        if self.linted:
            return tried(partial(lint_of, content, name), lambda result, folder: None)
        return tried(partial(build_of, content, configuration(number), name), python_is_sound)

    def compiled(self, number: int, tsc: Path, folder: Path) -> list[str]:
        """Return what the TypeScript compiler says against the declarations of an input, where it generates."""
        content, name = self.content(number)
        config = configuration(number)
        targets = tuple(target for target in config.targets if target.language == "typescript")
        try:
            result = build_of(content, replace(config, targets=targets), name)
        except TypewrightError:
            return []
        for path, text in result.tree.items():
            if path.startswith("typescript/") and not path.endswith(".md"):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(text)
        command = ["node", str(tsc), "--project", str(folder / "typescript"), "--noEmit", "--skipLibCheck"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        return [f"{number}: {line}" for line in run.stdout.splitlines() if "error" in line]


@cache
def configuration(number: int) -> Config:
    """Return the configuration under which an input is tried."""
    return drawn(random.Random(number + PARALLEL_SEEDS))  # noqa: S311 - the same every time


def lint_of(content: bytes, name: str) -> Build:
    """Lint a description."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder, name)
        spec.write_bytes(content)
        document = load_document(spec)
        with recursion_limit_raised():
            api, found = lower(document)
        lint(document, api, found)
    return None  # type: ignore[return-value]


@contextmanager
def _room() -> Iterator[None]:
    """Let mutations nest values as deep as they come."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(50_000)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def acts_of(kind: str, number: int) -> list[str]:
    """Return the names of what was done to make an input."""
    return ["garble"] if kind == "text" else _mutated(number, of_real=kind == "real")[1].split("+")


@_room()
def _mutant(number: int, *, of_real: bool) -> tuple[bytes, str]:
    return json.dumps(_mutated(number, of_real=of_real)[0]).encode(), "spec.json"


@_room()
def _mutated(number: int, *, of_real: bool) -> tuple[Any, str]:
    dice = random.Random(number)  # noqa: S311 - the same every time
    _, seed = dice.choice(seeds.real() if of_real else seeds.own())
    value: Any = seeds.piece(seed, dice) if of_real else seed
    return mutant(value, number)


@_room()
def _structural(number: int) -> tuple[bytes, str]:
    dice = random.Random(number)  # noqa: S311 - the same every time
    return json.dumps(structural_mutant(dice.choice(seeds.own())[1], number)[0]).encode(), "spec.json"


def _text(number: int) -> tuple[bytes, str]:
    dice = random.Random(number)  # noqa: S311 - the same every time
    return garbled(dice.choice(seeds.texts()), number), dice.choice(("spec.yaml", "spec.yaml", "spec.json"))


def preload() -> None:
    """Import what a build needs, so that no child has to."""
    seed = (ROOT / "spec/openapi.yaml").read_bytes()
    for number in range(12):
        build_of(seed, configuration(number))


TRIALS = {
    "own": Trial(partial(_mutant, of_real=False)),
    "real": Trial(partial(_mutant, of_real=True)),
    "lint": Trial(partial(_mutant, of_real=False), linted=True),
    "text": Trial(_text),
    "structural": Trial(_structural),
}
"""Every kind by its name."""
