"""A text that is composed by its entries has the value that it has as a whole, however it is edited."""

import marshal
import random
from pathlib import Path

import pytest
from typewright.openapi.files import yaml_entries
from typewright.openapi.files.lines import Lines
from typewright.openapi.files.yaml12 import Composer
from typewright.openapi.files.yaml_entries import Entries, composed_by_entries, entries_kept

ROOT = Path(__file__).parent.parent
FOUND = [path.read_text() for path in sorted(ROOT.rglob("spec.yaml")) if path.stat().st_size < 40_000]
TEXTS = [text for text in FOUND if Entries().compose(Lines("", text)) is not None]
PIECES = [*"'\"#|>[}\n\r\t%\x85é", ": ", "- ", "&a ", "*a", "? ", "---", "<<: "]


def edited(text: str, rng: random.Random) -> str:
    """Remove a line, repeat it, move it, indent it otherwise, or write something into it."""
    lines = text.split("\n")
    number = rng.randrange(len(lines))
    line = lines[number]
    match rng.randrange(5):
        case 0:
            del lines[number]
        case 1:
            lines.insert(rng.randrange(len(lines)), line)
        case 2:
            lines[number] = " " * rng.randrange(9) + line.lstrip()
        case 3:
            lines[number] = f"{line}: {rng.randrange(99)}" if rng.random() < 0.5 else f"{line.rstrip(':')} x"
        case _:
            at = rng.randrange(len(line) + 1)
            lines[number] = line[:at] + rng.choice(PIECES) + line[at:]
    return "\n".join(lines)


def hold(text: str, entries: Entries) -> bool:
    """Hold the value by entries against that of the whole text; return whether there is one."""
    value = entries.compose(Lines("spec.yaml", text))
    if value is None:
        return False
    composer = Composer(Lines("spec.yaml", text))
    whole = composer.compose()
    assert not composer.diagnostics, text
    assert marshal.dumps(value, 2) == marshal.dumps(whole, 2), text
    return True


def run(rng: random.Random, edits: int) -> int:
    entries, text, held = Entries(), rng.choice(TEXTS), 0
    for _ in range(edits):
        changed = edited(text, rng)
        if hold(changed, entries):
            held += 1
            text = changed
    return held


@pytest.mark.parametrize("seed", range(60))
def test_entries_have_the_value_of_the_text(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)  # noqa: S311 - edits, no secrets
    monkeypatch.setattr(yaml_entries, "_WHOLE", rng.choice([0, 40, 400]))
    assert run(rng, 25) > 2, "hardly a text was composed by entries, so nothing was shown"


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(100, 1100))
def test_entries_of_many_texts_have_their_values(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)  # noqa: S311
    monkeypatch.setattr(yaml_entries, "_WHOLE", rng.choice([0, 40, 400]))
    run(rng, 50)


def test_what_is_unchanged_is_not_composed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_entries, "_WHOLE", 0)
    entries, composed = Entries(), list[str]()
    whole = Composer.compose
    monkeypatch.setattr(Composer, "compose", lambda composer: composed.append(composer.lines.text) or whole(composer))
    text = "a:\n  b: 1\n  c:\n    d: x\n    e: y\nf: 2\n"
    assert entries.compose(Lines("", text)) == {"a": {"b": 1, "c": {"d": "x", "e": "y"}}, "f": 2}
    composed.clear()
    assert entries.compose(Lines("", text.replace("e: y", "e: z"))) == {
        "a": {"b": 1, "c": {"d": "x", "e": "z"}},
        "f": 2,
    }
    assert composed == ["    e: z\n"]


def test_only_the_entries_of_the_last_text_are_held() -> None:
    entries = Entries()
    for number in range(20):
        entries.compose(Lines("", f"a: {number}\nb: 1\n"))
    assert list(entries.values[""].values()) == [b'{"a":19}', b'{"b":1}']


def test_the_entries_of_a_file_that_is_no_longer_read_are_not_held() -> None:
    entries = Entries()
    for file in ("a.yaml", "b.yaml"):
        with entries_kept(entries):
            assert composed_by_entries(Lines(file, "a: 1\n")) == {"a": 1}
    assert composed_by_entries(Lines("c.yaml", "a: 1\n")) is None
    assert list(entries.values) == ["b.yaml"]
