"""The data types of rules and findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct

from typewright.base.errors import Severity
from typewright.lint.subject import Subject


class Finding(Struct, frozen=True):
    """A finding of a rule about the value at `pointer`, or about its key if `at_key`.

    `help` replaces the general help of the rule.
    """

    pointer: str
    message: str
    help: str | None = None
    at_key: bool = False


RuleFunction: TypeAlias = Callable[[Subject], Iterator[Finding]]


class Rule(Struct, frozen=True):
    """A rule of `typewright lint`. `name` is its stable identifier for `--skip` and baselines."""

    name: str
    severity: Severity
    title: str
    help: str
    find: RuleFunction
