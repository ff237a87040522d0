"""Cases that a target is known to fail, with reasons: `known_gaps/TARGET.yaml`. One that passes has to be taken out."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.served.table import FOLDER, case_id


def known_gaps(cases: list[dict[str, Any]], target: str) -> list[Any]:
    """Return the cases as parameters of a test, with their names; a known gap is expected to fail."""
    reasons = yaml.safe_load((FOLDER / f"known_gaps/{target}.yaml").read_text(encoding="utf-8")) or {}
    if unknown := reasons.keys() - {case_id(case) for case in cases}:
        raise ValueError(f"there are no such cases: {sorted(unknown)}")
    return [pytest.param(case, id=case_id(case), marks=_expected_failure(reasons.get(case_id(case)))) for case in cases]


def _expected_failure(reason: str | None) -> list[pytest.MarkDecorator]:
    return [] if reason is None else [pytest.mark.xfail(reason=reason, strict=True)]
