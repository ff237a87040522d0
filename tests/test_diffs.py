"""The golden pairs: every folder of `tests/diffs` is an old and a new description, and the verdict on the change.

`expected.json` was written by hand, from the rules in `docs/diff.md`: each change with its code, its place, whether it
breaks code, and the version part that all of them together ask to raise. `why` says what the pair is there for.
"""

import json
from pathlib import Path

import pytest
from typewright.changes import Change
from typewright.cli.comparing import compared

PAIRS = Path(__file__).parent / "diffs"
EVERY_PAIR = pytest.mark.parametrize(
    "pair", sorted(path for path in PAIRS.glob("*") if path.is_dir()), ids=lambda path: path.name
)


def summary(change: Change) -> dict[str, object]:
    return {
        "code": change.code,
        "symbol": change.symbol,
        "method": change.method,
        "name": change.name,
        "direction": change.direction,
        "breaking": change.is_breaking,
    }


def in_order(changes: list[dict[str, object]]) -> list[dict[str, object]]:
    return sorted(changes, key=lambda each: json.dumps(each, sort_keys=True))


@EVERY_PAIR
def test_the_verdict_on_a_pair(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pair)
    expected = json.loads((pair / "expected.json").read_text())
    changes = compared("old.yaml", "new.yaml", None).changes
    assert in_order([summary(change) for change in changes.all]) == in_order(expected["changes"])
    assert changes.bump.word == expected["bump"]


@EVERY_PAIR
def test_a_description_does_not_differ_from_itself(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pair)
    for name in ("old.yaml", "new.yaml"):
        assert compared(name, name, None).changes.all == ()


def test_there_are_enough_pairs() -> None:
    assert len([path for path in PAIRS.glob("*") if (path / "expected.json").is_file()]) >= 40
