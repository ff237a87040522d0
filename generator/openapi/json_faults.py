"""The standard library's complaints about JSON text, said so that a user can mend the file."""

from __future__ import annotations

import json

from generator.errors import Diagnostic
from generator.openapi.lines import Lines, Span


def json_fault(fault: json.JSONDecodeError, lines: Lines) -> Diagnostic:
    """Return the diagnostic for what the JSON parser refused."""
    span = Span(fault.pos, fault.pos + 1)
    return lines.diagnostic("E107", fault.msg, span)
