"""What `diff` and openapi-diff call breaking, of the pairs of schemas of `tests/constraint_pairs.py`.

Run `python -m bench.diff_peer` in a folder where `npm install openapi-diff` was run. The peer reads OpenAPI 3.0, so it
refuses pairs with keywords of 3.1. Prints a markdown table of the pairs where the two disagree.
"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from tests.constraint_pairs import PAIRS
from tests.properties.test_diff_oracle import changes, differences

_PROGRAM = Path(__file__).with_suffix(".mjs")


class Row(NamedTuple):
    """A change of a schema in one direction, and the verdicts: ours, and that of the values."""

    name: str
    change: str
    direction: str
    breaks: bool
    values_refused: bool
    old: Any
    new: Any


def rows() -> list[Row]:
    """Return all pairs, tightened and loosened, sent and received."""
    found = []
    for name, pair in PAIRS.items():
        for change, old, new in (("tightened", pair.loose, pair.strict), ("loosened", pair.strict, pair.loose)):
            refused, _ = differences(old, new, name)
            for sent in (True, False):
                breaks = bool(changes(old, new, sent=sent, as_component=False).breaking)
                direction = "sent" if sent else "received"
                whole = (_description(schema, sent=sent) for schema in (old, new))
                found.append(Row(name, change, direction, breaks, refused, *whole))
    return found


def _description(schema: Any, *, sent: bool) -> Any:
    value = {"type": "object", "required": ["value"], "properties": {"value": schema}}
    content = {"application/json": {"schema": value}}
    body = {"requestBody": {"required": True, "content": content}} if sent else {}
    answer = {"204": {"description": "Done."}} if sent else {"200": {"description": "Done.", "content": content}}
    paths = {"/p": {"post": {"operationId": "send", **body, "responses": answer}}}
    return {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": paths}


def main() -> None:
    """Print how often the two agree, and where they do not."""
    listed = rows()
    text = json.dumps([{"old": row.old, "new": row.new} for row in listed])
    run = subprocess.run(["node", str(_PROGRAM)], input=text, capture_output=True, text=True, check=True)
    assessments: list[str] = json.loads(run.stdout)
    agree = Counter(
        "refused" if assessment == "refused" else "agree" if (assessment == "breaks") == row.breaks else "differ"
        for row, assessment in zip(listed, assessments, strict=True)
    )
    print(f"{len(listed)} changes: {dict(agree)}\n")
    print("| schema | change | direction | values refused | typewright | openapi-diff |\n|---|---|---|---|---|---|")
    for row, assessment in zip(listed, assessments, strict=True):
        if assessment != "refused" and (assessment == "breaks") != row.breaks:
            ours = "breaks" if row.breaks else "told"
            refused = "yes" if row.values_refused else "no"
            print(f"| {row.name} | {row.change} | {row.direction} | {refused} | {ours} | {assessment} |")


if __name__ == "__main__":
    main()
