"""TypeScript with payloads in it, under the real compiler: many trees in one program, each a package of its own."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.hostile.making import RefusedError, made, templates_once
from tests.hostile.payloads import PAYLOADS
from tests.hostile.places import places

__all__ = ["templates_once"]

pytestmark = [pytest.mark.usefixtures("templates_once"), pytest.mark.xdist_group("hostile")]
SAMPLE = ["double quotes thrice", "comment end", "template literal", "prototype", "line separator", "keyword"]


def hold(pairs: Iterable[tuple[str, str]], folder: Path, tsc: Path) -> int:
    """Compile the trees of places and payloads at once; return how many there were."""
    count = 0
    for number, (place, payload) in enumerate(pairs):
        try:
            files = made(place, PAYLOADS[payload], "pydantic", "github", plain=False)
        except RefusedError:
            continue
        count += 1
        for path, text in files.items():
            if path.startswith("typescript/") and path.endswith((".ts", ".json")):
                written = folder / f"{number:03}" / path
                written.parent.mkdir(parents=True, exist_ok=True)
                written.write_text(_numbered(path, text, number), encoding="utf-8")
    options = {
        "strict": True,
        "noEmit": True,
        "target": "es2022",
        "module": "nodenext",
        "types": [],
        "skipLibCheck": True,
    }
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "include": ["*/typescript/**/*.ts"]}))
    command = ["node", str(tsc), "-p", str(folder), "--pretty", "false"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert run.stdout.splitlines()[:20] == []
    assert run.returncode == 0, run.stderr
    return count


def _numbered(path: str, text: str, number: int) -> str:
    """Return a file of the package `number`; the compiler takes packages of one name and version for one.

    The package is not built: its exports, by which its examples import it, lead to the sources.
    """
    if not path.endswith("/package.json"):
        return text
    exports = re.sub(r"\./dist/([^\"]*)\.(d\.ts|js)", r"./\1.ts", json.dumps(json.loads(text)["exports"]))
    return json.dumps(json.loads(text) | {"version": f"0.0.{number}", "exports": json.loads(exports)})


def test_a_sample_of_declarations_compiles(tmp_path: Path, tsc: Path) -> None:
    pairs = [(place, payload) for place in ("property: name", "enum: value") for payload in SAMPLE]
    assert hold(pairs, tmp_path, tsc) == len(pairs)


@pytest.mark.nightly
@pytest.mark.parametrize("payload", PAYLOADS)
def test_declarations_compile_whatever_is_in_them(payload: str, tmp_path: Path, tsc: Path) -> None:
    assert hold(((place, payload) for place in places()), tmp_path, tsc) > len(places()) // 2
