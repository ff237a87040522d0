"""Bounds of sizes that no machine reaches: readers hold them in 64 bits."""

from pathlib import Path

import pytest
from typewright.ir import ObjectModel, Scalar
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower


@pytest.mark.parametrize("size", [2**63 - 1, 2**63, 2**64 - 1, 2**64, 10**30])
def test_a_size_fits_64_bits(size: int, tmp_path: Path) -> None:
    spec = tmp_path / "api.yaml"
    spec.write_text(
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents: {schemas: {A: {type: object, "
        f"properties: {{v: {{type: string, minLength: {size}, maxLength: {size}}}}}}}}}}}\n"
    )
    api, _ = lower(load_document(spec))
    model = api.models["#/components/schemas/A"]
    assert isinstance(model, ObjectModel)
    type_ = model.fields[0].type
    assert isinstance(type_, Scalar)
    assert type_.constraints.min_length == 2**63 - 1
    assert type_.constraints.max_length == (size if size < 2**63 else None)
