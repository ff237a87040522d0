"""Validators of schemas that are kept for the next build, as long as all that they refer to is the same."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from typewright.base.last_build import Values, values_kept
from typewright.openapi.description import describe
from typewright.openapi.document import load_document
from typewright.schemas.validation import SchemaValidator, schema_validator

PET, TAG = "#/components/schemas/Pet", "#/components/schemas/Tag"


class Builds:
    """Validators of builds of one process, and the schemas that they compile."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path, self.compiled, self._values = folder / "openapi.yaml", list[str](), Values()
        original = SchemaValidator.compile

        def counted(validator: SchemaValidator, pointers: Any) -> None:
            named = list(pointers)
            self.compiled += named
            original(validator, named)

        monkeypatch.setattr(SchemaValidator, "compile", counted)

    def verdicts(self, tag: dict[str, Any]) -> tuple[bool, bool, str]:
        """Return whether values are valid in the next build, and the digest of a schema."""
        pet = {"type": "object", "properties": {"tag": {"$ref": TAG}}}
        root = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}}
        root["components"] = {"schemas": {"Pet": pet, "Tag": tag, "Other": {"type": "string"}}}
        self.path.write_text(yaml.safe_dump(root))
        self.compiled.clear()
        with values_kept(self._values):
            validator = schema_validator(describe(load_document(self.path)).api)
            validator.prepare([PET, "#/components/schemas/Other"])
            other = validator.is_valid("#/components/schemas/Other", 1), validator.digest("#/components/schemas/Other")
            assert not other[0]
            assert other[1]
            return validator.is_valid(PET, {"tag": "a"}), validator.is_valid(TAG, 1), validator.digest(PET)


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builds:
    return Builds(tmp_path, monkeypatch)


def test_a_schema_is_compiled_again_only_if_it_or_what_it_refers_to_has_changed(builds: Builds) -> None:
    text, number = {"type": "string"}, {"type": "integer"}
    first = builds.verdicts(text)
    assert first[:2] == (True, False)
    builds.verdicts(text)
    assert set(builds.compiled) == {PET, "#/components/schemas/Other"}, "these were compiled together"
    assert builds.verdicts(text) == first
    assert not builds.compiled
    assert builds.verdicts(number)[:2] == (False, True)
    assert set(builds.compiled) == {PET, TAG}
    assert builds.verdicts(text) == first


def test_digests_differ_with_what_a_schema_refers_to(builds: Builds) -> None:
    assert builds.verdicts({"type": "string"})[2] != builds.verdicts({"type": "integer"})[2]


def test_when_many_schemas_have_been_compiled_alone_the_others_are_compiled_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"S{number}" for number in range(200)]
    pointers = [f"#/components/schemas/{name}" for name in names]
    root = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}}
    root["components"] = {"schemas": {name: {"const": name} for name in names}}
    builds = Builds(tmp_path, monkeypatch)
    builds.path.write_text(yaml.safe_dump(root))
    values: Values = {}
    with values_kept(values):
        validator = schema_validator(describe(load_document(builds.path)).api)
        validator.prepare(pointers)
        validator.digest_prepared()
        builds.compiled.clear()
        validator = schema_validator(describe(load_document(builds.path)).api)
        validator.prepare(pointers)
        assert not builds.compiled
        for name, pointer in zip(names, pointers, strict=True):
            assert validator.is_valid(pointer, name)
            assert not validator.is_valid(pointer, "another")
    assert builds.compiled == [*pointers[:32], *pointers]
