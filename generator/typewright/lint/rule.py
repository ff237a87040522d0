"""The data types of rules and findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from typewright.base.errors import Severity
from typewright.lint.subject import Subject


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found at the place `pointer`: a sentence about it; `help` where the rule's own is too general.

    `key` says that it is the key at the place that matters, not the value.
    """

    pointer: str
    message: str
    help: str | None = None
    key: bool = False


Look: TypeAlias = Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `typewright lint`; `name` is its stable identifier, for `--skip` and baselines."""

    name: str
    severity: Severity
    title: str
    help: str
    look: Look
