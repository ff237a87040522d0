"""What a documentation site has of the user's own is written once."""

from pathlib import Path

import pytest
from typewright.cli import run

SPEC = """\
openapi: 3.1.0
info: {title: "Pets {and} 'more'", version: "1"}
paths:
  /pets: {get: {operationId: listPets, responses: {"204": {description: Done.}}}}
"""
CONFIG = """\
spec: openapi.yaml
docs: {dialect: docusaurus, edit_url: "https://example.com/edit"}
metadata: {documentation: "https://docs.example.com/pets"}
targets: {typescript: {package: pets, parts: [docs]}}
"""


def test_colours_and_configuration_are_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "typewright.yaml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    assert run(["generate"]) == 0
    folder = tmp_path / "generated/typescript"
    theme, site = folder / "docs/stylesheets/theme.css", folder / "docusaurus.config.js"
    made = site.read_text()
    assert "title: \"Pets {and} 'more'\"" in made
    assert 'baseUrl: "/pets/"' in made
    assert 'editUrl: "https://example.com/edit/"' in made
    theme.write_text("body { color: red }\n")
    site.write_text("module.exports = {};\n")
    (tmp_path / "openapi.yaml").write_text(SPEC.replace("/pets:", "/animals:"))
    assert run(["generate"]) == 0
    assert (theme.read_text(), site.read_text()) == ("body { color: red }\n", "module.exports = {};\n")
    assert run(["check"]) == 0
