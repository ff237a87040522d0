"""Linting of descriptions: rules about quality, besides the checks of `openapi`."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from typewright.base.errors import Diagnostic, Severity
from typewright.base.limits import recursion_limit_raised
from typewright.ir import Api
from typewright.lint.registry import RULES
from typewright.lint.rule import Finding, Rule
from typewright.lint.rules.coverage import Coverage, coverage
from typewright.lint.subject import Subject
from typewright.openapi.document import Document

_SEVERITIES = list(Severity)
_REPORTED_BEFORE = {"invalid-default": "W322", "invalid-example": "W501"}
"""Rules whose findings reading or generation can have reported before, with the codes of those diagnostics."""


class Report(Struct, frozen=True):
    """The result of linting: diagnostics, most severe first, and the coverage by descriptions and examples."""

    diagnostics: tuple[Diagnostic, ...]
    coverage: tuple[Coverage, ...]

    @property
    def counts(self) -> dict[str, int]:
        """The number of findings of each code or rule, in alphabetical order."""
        codes = [diagnostic.code for diagnostic in self.diagnostics]
        return {code: codes.count(code) for code in sorted(set(codes))}


@recursion_limit_raised()
def lint(document: Document, api: Api, known: Collection[Diagnostic], skip: Collection[str] = ()) -> Report:
    """Return the findings of all rules together with `known`, the diagnostics of reading and lowering.

    `skip` has the names of rules and the codes to leave out.
    """
    subject = Subject(document, api)
    diagnostics = {diagnostic: None for diagnostic in known if diagnostic.code not in skip}
    reported = {(diagnostic.code, diagnostic.pointer) for diagnostic in known}
    for rule in RULES.values():
        if rule.name not in skip:
            diagnostics.update(
                (_diagnostic(rule, finding, document), None)
                for finding in rule.find(subject)
                if (_REPORTED_BEFORE.get(rule.name), finding.pointer) not in reported
            )
    return Report(tuple(sorted(diagnostics, key=_sort_key)), coverage(subject))


def _diagnostic(rule: Rule, finding: Finding, document: Document) -> Diagnostic:
    location = document.location(finding.pointer, at_key=finding.at_key)
    return Diagnostic(
        code=rule.name,
        message=finding.message,
        severity=rule.severity,
        location=location,
        pointer=finding.pointer,
        help=finding.help or rule.help,
    )


def _sort_key(diagnostic: Diagnostic) -> tuple[int, str, int, int, str]:
    where = diagnostic.location
    position = (where.file, where.line, where.column) if where is not None else ("", 0, 0)
    return _SEVERITIES.index(diagnostic.severity), *position, diagnostic.code
