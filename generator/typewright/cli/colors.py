"""Colours on the terminal: whether they are used, and the colours of diagnostics."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

import click

CHOICES = ("auto", "always", "never")
_HEAD = re.compile(r"^((?:.+:\d+:\d+: )?)(error|warning|note)(\[[^\]\n]+\])", re.MULTILINE)
_COLORS = {"error": "red", "warning": "yellow", "note": "cyan"}


def wanted_color(choice: str, environment: Mapping[str, str] = os.environ) -> bool | None:
    """Return whether output has colours by the option `--color`; None if that depends on the stream.

    Without the option, NO_COLOR (no-color.org) turns colours off and FORCE_COLOR on, with any non-empty value.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    return True if environment.get("FORCE_COLOR") else None


def colored_diagnostics(text: str) -> str:
    """Return rendered diagnostics with the location of each in bold, and its severity and code in colour."""

    def colored(head: re.Match[str]) -> str:
        """Return the head of a diagnostic in its colours."""
        location, severity, code = head.groups()
        return click.style(location, bold=True) * bool(location) + click.style(
            severity + code, fg=_COLORS[severity], bold=True
        )

    return _HEAD.sub(colored, text)
