"""The table of rules as markdown, for `docs/diff.md`."""

from __future__ import annotations

from typewright.changes.rules import Verdict, every_rule

_ALL_OTHERS = "any other"


def rules_table() -> str:
    """Return a row for every rule: subject, kind, the assessments of requests and responses, and the bump otherwise."""
    rows = ["| what | change | sent | received | otherwise |", "|---|---|---|---|---|"]
    for subject, kind, rule in every_rule():
        what = _ALL_OTHERS if subject is None else subject.value
        received = "the same" if rule.request == rule.response else _verdict(rule.response)
        otherwise = "" if rule.request[0] and rule.response[0] else rule.bump.word
        cells = (what, kind.value, _verdict(rule.request), received, otherwise)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _verdict(verdict: Verdict) -> str:
    breaks, reason = verdict
    return f"**breaks**: {reason}" if breaks else reason
