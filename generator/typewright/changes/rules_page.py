"""The rules as a markdown table for `docs/diff.md`."""

from __future__ import annotations

from typewright.changes.rules import Assessment, all_rules

_ALL_OTHERS = "any other"


def rules_table() -> str:
    """Return the table with a row for each rule: subject, kind, both assessments, and the bump if nothing breaks."""
    rows = ["| what | change | sent | received | otherwise |", "|---|---|---|---|---|"]
    for subject, kind, rule in all_rules():
        what = _ALL_OTHERS if subject is None else subject.value
        received = "the same" if rule.request == rule.response else _assessment_text(rule.response)
        otherwise = "" if rule.request[0] and rule.response[0] else rule.bump.word
        cells = (what, kind.value, _assessment_text(rule.request), received, otherwise)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _assessment_text(assessment: Assessment) -> str:
    is_breaking, reason = assessment
    return f"**breaks**: {reason}" if is_breaking else reason
