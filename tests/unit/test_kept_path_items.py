"""Path items that are not lowered again, and that the API is the one that is lowered from nothing."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from typewright.base.last_build import Values, values_kept
from typewright.base.value_digest import value_digest
from typewright.openapi.description import Description, describe
from typewright.openapi.document import load_document
from typewright.openapi.lower import operations
from typewright.openapi.lower.operations import OperationLowerer

REF = {"$ref": "#/components/schemas/Pet"}


def answer(schema: dict[str, Any], media: str = "application/json") -> dict[str, Any]:
    return {"responses": {"200": {"description": "", "content": {media: {"schema": schema}}}}}


def document(pet: dict[str, Any] | None = None, **paths: Any) -> dict[str, Any]:
    found = {
        "/pets": {"get": answer({"type": "object", "properties": {"pet": REF}})},
        "/tags": {"get": answer({"type": "object", "properties": {"tag": {"type": "string"}}})},
    }
    merged = {"allOf": [REF, {"properties": {"size": {"oneOf": [{"type": "string"}, {"type": "integer"}]}}}]}
    schemas = {"Pet": pet or {"type": "object", "properties": {"name": {"type": "string"}}}, "Dog": merged}
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": found | {f"/{name}": item for name, item in paths.items()},
        "components": {"schemas": schemas},
    }


class Lowering:
    """Describes documents in one process, and counts the operations that are lowered."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path, self.values, self.lowered = folder / "openapi.yaml", Values(), 0
        original = OperationLowerer._operation

        def counted(*arguments: Any) -> Any:
            self.lowered += 1
            return original(*arguments)

        monkeypatch.setattr(operations.OperationLowerer, "_operation", counted)

    def of(self, root: dict[str, Any]) -> int:
        """Describe a document as the next build does; return how many operations were lowered for that."""
        self.path.write_text(yaml.safe_dump(root, sort_keys=False))
        cold = describe(load_document(self.path))
        self.lowered = 0
        with values_kept(self.values):
            warm = describe(load_document(self.path))
        assert _contents(warm) == _contents(cold)
        return self.lowered


def _contents(description: Description) -> tuple[object, ...]:
    api = description.api
    parts = (list(api.models), list(api.models.values()), api.operations, api.webhooks, api.tags, api.decoded_pointers)
    return value_digest(parts), description.diagnostics


@pytest.fixture
def lowering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lowering:
    return Lowering(tmp_path, monkeypatch)


def test_only_path_items_that_have_changed_or_refer_to_what_has_are_lowered(lowering: Lowering) -> None:
    assert lowering.of(document()) == 2
    assert lowering.of(document()) == 0
    assert lowering.of(document({"type": "string"})) == 1
    assert lowering.of(document()) == 1
    assert lowering.of(document(dogs={"get": answer({"$ref": "#/components/schemas/Dog"})})) == 1


def test_one_that_is_gone_and_comes_back_is_lowered_again(lowering: Lowering) -> None:
    dogs = {"get": answer({"$ref": "#/components/schemas/Dog"})}
    assert [lowering.of(document(dogs=dogs)), lowering.of(document()), lowering.of(document(dogs=dogs))] == [3, 0, 1]


def test_what_is_reported_is_reported_again(lowering: Lowering) -> None:
    odd = {"get": {**answer({"type": "string"}), "summary": ["a list"]}}
    assert [lowering.of(document(odd=odd)) for _ in range(3)] == [3, 1, 1]


def test_what_two_items_report_is_reported_when_the_first_is_gone(lowering: Lowering) -> None:
    pet = {"type": "object", "required": True, "properties": {"a": {"type": "integer"}}}
    merged = {"get": answer({"allOf": [REF, {"properties": {"b": {"type": "integer"}}}]})}
    lowering.of(document(pet, one=merged, two=merged))
    lowering.of(document(pet, two=merged))
    lowering.of(document(pet))


def test_nothing_is_kept_beside_texts_that_are_decoded(lowering: Lowering) -> None:
    event = {"properties": {"data": {"type": "string", "contentMediaType": "application/json", "contentSchema": REF}}}
    stream = {"get": answer(event, "text/event-stream")}
    assert lowering.of(document(stream=stream)) == 3
    assert lowering.of(document(stream=stream)) >= 1
    assert lowering.of(document()) >= 0


def test_a_document_that_is_wrong_leaves_nothing_behind(lowering: Lowering) -> None:
    lowering.of(document())
    lowering.of(document(wrong={"get": answer({"$ref": "#/components/schemas/Missing"})}))
    assert lowering.of(document()) == 0
