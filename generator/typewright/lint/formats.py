"""Output formats of a report: text, JSON, GitHub annotations, and SARIF for code scanning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote

from typewright import __version__
from typewright.base.errors import SHOWN_IN_FULL, Diagnostic, Severity, render
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.printing import annotation, json_text, visible
from typewright.lint import Report
from typewright.lint.registry import RULES
from typewright.lint.rules.coverage import Coverage

SourceLine = Callable[[str, int], "str | None"]
Format = Callable[[Report, SourceLine], str]

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(report: Report, source_line: SourceLine, *, notes: bool = False, whole: bool = False) -> str:
    """Return errors and warnings, the number of findings of each code, the coverage, and a summary.

    The first diagnostics are shown in full (one of each code before the second one of a code; all with `whole`), the
    others on one line each. Notes are listed with `notes`; otherwise they are only counted.
    """
    shown = [diagnostic for diagnostic in report.diagnostics if notes or diagnostic.severity is not Severity.NOTE]
    chosen = _representative_indexes(shown, len(shown) if whole else SHOWN_IN_FULL)
    shown_in_full = [finding for index, finding in enumerate(shown) if index in chosen]
    others = [finding for index, finding in enumerate(shown) if index not in chosen]
    blocks = [render(shown_in_full, source_line, limit=len(shown_in_full))] if shown_in_full else []
    if others:
        blocks += ["\n".join(map(_line, others)), _counts_text(report)]
    if report.coverage:
        blocks.append(_table(report.coverage))
    blocks.append(_summary(report))
    return "\n\n".join(blocks)


def as_json(report: Report, source_line: SourceLine) -> str:
    """Return the report as a JSON object."""
    members: JsonObject = {
        "version": 1,
        "counts": dict(report.counts),
        "coverage": [
            {
                "kind": item.kind,
                "described": item.described,
                "toDescribe": item.to_describe,
                "exemplified": item.exemplified,
                "toExemplify": item.to_exemplify,
            }
            for item in report.coverage
        ],
        "findings": [_members(diagnostic) for diagnostic in report.diagnostics],
    }
    return json_text(members, indent=1)


def as_github(report: Report, source_line: SourceLine) -> str:
    """Return a workflow command with an annotation for each finding (GitHub Actions, "Workflow commands")."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    lines = []
    for diagnostic in report.diagnostics:
        where = diagnostic.location
        location = [("file", where.file), ("line", str(where.line)), ("col", str(where.column))] if where else []
        text = diagnostic.message if diagnostic.help is None else f"{diagnostic.message}\n{diagnostic.help}"
        lines.append(annotation(levels[diagnostic.severity], [*location, ("title", diagnostic.code)], text))
    return "\n".join(lines)


def as_sarif(report: Report, source_line: SourceLine) -> str:
    """Return a SARIF 2.1.0 log with one run."""
    codes = sorted({diagnostic.code for diagnostic in report.diagnostics})
    driver: JsonObject = {"name": "typewright", "version": __version__, "rules": [_rule(code) for code in codes]}
    results: list[JsonValue] = [_result(diagnostic, codes) for diagnostic in report.diagnostics]
    run: JsonObject = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json_text({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, indent=1)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}
)
"""The function for each value of `--format`."""


def _representative_indexes(diagnostics: list[Diagnostic], count: int) -> set[int]:
    """Return the indexes of up to `count` diagnostics: the first of each code, then others in order."""
    firsts = {finding.code: index for index, finding in reversed(list(enumerate(diagnostics)))}
    ranked = [*sorted(firsts.values()), *range(len(diagnostics))]
    return set(list(dict.fromkeys(ranked))[:count])


def _counts_text(report: Report) -> str:
    """Return the number of findings of each code, most frequent first."""
    rows = sorted(report.counts.items(), key=lambda row: (-row[1], row[0]))
    width = max(len(f"{count:,}") for _, count in rows)
    return "\n".join(f"{count:>{width},}  {code}" for code, count in rows)


def _line(diagnostic: Diagnostic) -> str:
    location = "" if diagnostic.location is None else f"{visible(str(diagnostic.location))}: "
    return f"{location}{diagnostic.severity.value}[{diagnostic.code}]: {visible(diagnostic.message)}"


def _table(coverage: tuple[Coverage, ...]) -> str:
    rows = [("", "described", "with example")]
    rows += [
        (
            finding.kind,
            _share_text(finding.described, finding.to_describe),
            _share_text(finding.exemplified, finding.to_exemplify),
        )
        for finding in coverage
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _share_text(part: int, total: int) -> str:
    """Return a share as text, with its percentage rounded down, so that only the whole is 100 %."""
    return "–" if not total else f"{part:,} of {total:,}  {100 * part // total} %"


def _summary(report: Report) -> str:
    severities = [diagnostic.severity for diagnostic in report.diagnostics]
    counted = [(severities.count(severity), severity.value) for severity in Severity]
    text = [f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in counted if count]
    return ", ".join(text) or "nothing found"


def _members(diagnostic: Diagnostic) -> JsonObject:
    where = diagnostic.location
    location: JsonObject = {}
    if where is not None:
        location = {"file": where.file, "line": where.line, "column": where.column, "length": where.length}
    members: JsonObject = {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
    }
    return {**members, **location, "pointer": diagnostic.pointer, "help": diagnostic.help}


def _rule(code: str) -> JsonObject:
    rule = RULES.get(code)
    if rule is None:
        return {"id": code}
    title: JsonObject = {"text": rule.title}
    return {"id": code, "shortDescription": title, "help": {"text": rule.help}}


def _result(diagnostic: Diagnostic, codes: list[str]) -> JsonObject:
    text = diagnostic.message if diagnostic.help is None else f"{diagnostic.message}; {diagnostic.help}"
    result: JsonObject = {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": diagnostic.severity.value,
        "message": {"text": visible(text)},
    }
    where = diagnostic.location
    if where is not None:
        region: JsonObject = {
            "startLine": where.line,
            "startColumn": where.column,
            "endColumn": where.column + where.length,
        }
        location: JsonObject = {"artifactLocation": {"uri": quote(where.file)}, "region": region}
        result["locations"] = [{"physicalLocation": location}]
    return result
