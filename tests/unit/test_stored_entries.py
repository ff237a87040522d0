"""Values of YAML entries that the last run has composed: when they are used, and when none of them is believed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typewright.base.digest import digest
from typewright.cli.checking import checked
from typewright.cli.invocation import Invocation
from typewright.cli.running import generate
from typewright.openapi.files import yaml_entries
from typewright.openapi.files.yaml12 import Composer

SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {}
components:
  schemas:
    Pet: {type: object, description: A pet.}
    Toy: {type: object, description: A toy.}
"""


@pytest.fixture
def invocation(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Invocation:
    """A project that was generated twice, and whose description was edited then."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(yaml_entries, "_WHOLE", 0)
    Path("typewright.yaml").write_text("spec: openapi.yaml\nformatter: none\ntargets: {typescript: {}}\n")
    made = Invocation(quiet=True)
    for text in (SPEC, f"# a comment\n{SPEC}"):
        Path("openapi.yaml").write_text(text)
        generate(made)
    Path("openapi.yaml").write_text(SPEC.replace("A pet.", "Who lives here."))
    return made


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are composed."""
    texts: list[str] = []
    whole = Composer.compose
    monkeypatch.setattr(Composer, "compose", lambda composer: texts.append(composer.lines.text) or whole(composer))
    return texts


def described(texts: list[str]) -> list[str]:
    """Return those of the texts that are of the description."""
    return [text for text in texts if "typescript" not in text]


def test_what_the_last_run_has_composed_is_not_composed_again(invocation: Invocation, composed: list[str]) -> None:
    generate(invocation)
    assert described(composed) == ["    Pet: {type: object, description: Who lives here.}\n"]
    assert "Who lives here." in Path("generated/typescript/docs/models/components/pet.md").read_text()


def test_a_gate_believes_nothing(invocation: Invocation, composed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert checked(invocation).files
    assert described(composed) == [Path("openapi.yaml").read_text()]


def test_the_option_believes_nothing(invocation: Invocation, composed: list[str]) -> None:
    generate(invocation._replace(uses_cache=False))
    assert described(composed) == [Path("openapi.yaml").read_text()]


def test_another_version_believes_nothing(
    invocation: Invocation, composed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yaml.__version__", "0.0")
    generate(invocation)
    assert len(described(composed)) > 1


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def turned(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def holding(text: bytes) -> Callable[[bytes], bytes]:
    """Return what returns entries whose digest is right, and which say something else."""
    return lambda content: b"%b %b\n%b" % (content.partition(b" ")[0], digest(text).encode(), text)


def with_values(value: bytes) -> Callable[[bytes], bytes]:
    """Return what returns the entries with another value for each."""

    def changed(content: bytes) -> bytes:
        keys = [part[:32] for part in content.split(b'"') if len(part) == 32]
        return holding(b'{"openapi.yaml":{%b}}' % b",".join(b'"%b":%b' % (key, value) for key in keys))(content)

    return changed


NESTED = b'{"a":' * 5_000 + b"1" + b"}" * 5_000


@pytest.mark.parametrize(
    "damage",
    [cut, turned, holding(b""), holding(b"[1]"), holding(b'{"openapi.yaml":{"a":1}}'), lambda _: b"", lambda _: b"\xff"]
    + [with_values(value) for value in (b"1", b"[]", b"null", NESTED)],
)
def test_damaged_entries_are_as_good_as_none(
    invocation: Invocation, cache: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = next(cache.rglob("*.entries"))
    path.write_bytes(damage(path.read_bytes()))
    generate(invocation)
    generate(invocation._replace(uses_cache=False))
    assert not checked(invocation).files
    assert "Who lives here." in Path("generated/typescript/docs/models/components/pet.md").read_text()
