"""Real descriptions under `diff`: none differs from itself."""

import json
from pathlib import Path

import pytest
from typewright.cli.comparing import compared

pytestmark = pytest.mark.corpus


def test_no_description_differs_from_itself(corpus: Path) -> None:
    descriptions = sorted((corpus / "corpus/specs").iterdir())
    assert descriptions
    found = {path.name: compared(str(path), str(path), None).changes.all for path in descriptions}
    assert {name: [change.message for change in changes] for name, changes in found.items() if changes} == {}


def test_no_description_differs_from_itself_written_as_json_in_another_order(corpus: Path, tmp_path: Path) -> None:
    """The order of properties, schemas and paths says nothing."""
    for path in sorted((corpus / "corpus/specs").glob("*.json")):
        reordered = tmp_path / path.name
        reordered.write_text(json.dumps(json.loads(path.read_text()), sort_keys=True))
        changes = compared(str(path), str(reordered), None).changes.all
        assert [change.message for change in changes if change.is_breaking] == [], path.name
