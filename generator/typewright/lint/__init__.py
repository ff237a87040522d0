"""Linting of descriptions: rules beyond those that prevent generation."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from typewright.base.errors import Diagnostic, Severity
from typewright.base.limits import recursion_limit_raised
from typewright.ir import Api
from typewright.lint.registry import RULES
from typewright.lint.rule import Finding, Rule
from typewright.lint.rules.coverage import Coverage, coverage
from typewright.lint.subject import Subject
from typewright.openapi.document import Document

_SEVERITIES = list(Severity)
_SAID_BEFORE = {"invalid-default": "W322", "invalid-example": "W501"}
"""Rules whose findings reading or generation may have reported already, with their codes."""


@dataclass(frozen=True, slots=True)
class Report:
    """The result of linting: diagnostics, most severe first, and the coverage of documentation."""

    diagnostics: tuple[Diagnostic, ...]
    coverage: tuple[Coverage, ...]

    @property
    def counts(self) -> dict[str, int]:
        """The number of findings of each code or rule, in alphabetical order."""
        codes = [diagnostic.code for diagnostic in self.diagnostics]
        return {code: codes.count(code) for code in sorted(set(codes))}


@recursion_limit_raised()
def lint(document: Document, api: Api, known: Collection[Diagnostic], skip: Collection[str] = ()) -> Report:
    """Return the findings of all rules except `skip`, with the diagnostics of reading and lowering (`known`).

    `skip` contains names of rules and codes.
    """
    subject = Subject(document, api)
    found = {diagnostic: None for diagnostic in known if diagnostic.code not in skip}
    told = {(diagnostic.code, diagnostic.pointer) for diagnostic in known}
    for rule in RULES.values():
        if rule.name not in skip:
            found.update(
                (_diagnostic(rule, finding, document), None)
                for finding in rule.look(subject)
                if (_SAID_BEFORE.get(rule.name), finding.pointer) not in told
            )
    return Report(tuple(sorted(found, key=_place)), coverage(subject))


def _diagnostic(rule: Rule, found: Finding, document: Document) -> Diagnostic:
    location = document.location(found.pointer, key=found.key)
    return Diagnostic(
        code=rule.name,
        message=found.message,
        severity=rule.severity,
        location=location,
        pointer=found.pointer,
        help=found.help or rule.help,
    )


def _place(diagnostic: Diagnostic) -> tuple[int, str, int, int, str]:
    where = diagnostic.location
    position = (where.file, where.line, where.column) if where is not None else ("", 0, 0)
    return _SEVERITIES.index(diagnostic.severity), *position, diagnostic.code
