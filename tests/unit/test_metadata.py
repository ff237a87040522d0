"""What `pyproject.toml` and `package.json` say of a package, from the configuration."""

import json
import sys
from pathlib import Path

import pytest
from typewright.base.errors import ExitCode
from typewright.cli import run

SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: "https://example.com"}]
paths: {/pets: {get: {operationId: listPets, responses: {"204": {description: None.}}}}}
"""
CONFIG = """\
spec: openapi.yaml
version: "2.1.0"
metadata:
  description: Pets, "all" of them.
  license: Apache-2.0 OR MIT
  authors: [Jane Doe <jane@example.com>, Acme]
  keywords: [pets, animals]
  homepage: https://example.com
  repository: https://github.com/acme/pets
targets:
  python: {package: pets, version: "2.2.0"}
  typescript: {package: pets}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "typewright.yaml").write_text(CONFIG)
    assert run(["generate"]) == ExitCode.CLEAN
    return tmp_path / "generated"


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Python 3.10 reads no TOML")
def test_a_wheel_says_what_the_configuration_does(project: Path) -> None:
    import tomllib  # noqa: PLC0415 - new in Python 3.11

    said = tomllib.loads((project / "python/pyproject.toml").read_text())["project"]
    assert said["version"] == "2.2.0"
    assert said["description"] == 'Pets, "all" of them.'
    assert said["readme"] == "README.md"
    assert said["license"] == "Apache-2.0 OR MIT"
    assert said["authors"] == [{"name": "Jane Doe", "email": "jane@example.com"}, {"name": "Acme"}]
    assert said["keywords"] == ["pets", "animals"]
    assert said["urls"] == {"Homepage": "https://example.com", "Repository": "https://github.com/acme/pets"}


def test_an_npm_package_says_what_the_configuration_does(project: Path) -> None:
    said = json.loads((project / "typescript/package.json").read_text())
    assert said["version"] == "2.1.0"
    assert said["description"] == 'Pets, "all" of them.'
    assert said["license"] == "Apache-2.0 OR MIT"
    assert (said["author"], said["contributors"]) == ("Jane Doe <jane@example.com>", ["Acme"])
    assert said["keywords"] == ["pets", "animals"]
    assert said["homepage"] == "https://example.com"
    assert said["repository"] == {"type": "git", "url": "git+https://github.com/acme/pets.git"}


@pytest.mark.parametrize(
    "line", ["version: 1.2", 'version: "one"', "metadata: {repository: here}", 'metadata: {authors: ["a <b>"]}']
)
def test_what_is_none_is_refused(project: Path, line: str) -> None:
    Path("typewright.yaml").write_text(f"spec: openapi.yaml\n{line}\ntargets: {{python: {{}}}}\n")
    assert run(["check"]) == ExitCode.USAGE
