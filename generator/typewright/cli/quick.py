"""The answer of `generate` and `check` if nothing has changed, from digests alone and without heavy imports."""

from __future__ import annotations

import time
from collections.abc import Sequence

from typewright.base.errors import ExitCode
from typewright.cli.invocation import parse
from typewright.cli.message_format import closing_line
from typewright.writing.staleness import up_to_date_file_count
from typewright.writing.written import Written


def answer_quickly(arguments: Sequence[str]) -> int | None:
    """Print the closing line and return the exit code if the tree is up to date; None if a full run is necessary."""
    started = time.perf_counter()
    if not arguments or arguments[0] not in {"generate", "check"}:
        return None
    quiet = not _QUIET.isdisjoint(arguments)
    rest, form = _without_form([argument for argument in arguments[1:] if argument not in _WITHOUT_EFFECT])
    files = unchanged_file_count(rest) if form == "text" or arguments[0] == "check" else None
    if files is None:
        return None
    if not quiet:
        print(_UP_TO_DATE if form == "json" else closing_line(Written(0, files, 0), time.perf_counter() - started))
    return ExitCode.CLEAN


def unchanged_file_count(options: Sequence[str]) -> int | None:
    """Return the number of files in the tree of a run with `options` if that is up to date; None if it must run."""
    invocation = parse(options)
    if invocation is None or (invocation.config is not None and invocation.is_from_options):
        return None
    try:
        return up_to_date_file_count(invocation.inputs())
    except OSError:
        return None


_QUIET = frozenset({"-q", "--quiet"})
_WITHOUT_EFFECT = _QUIET | {"-v", "--verbose", "--diff"}
"""Options that have no effect if nothing is written, or that only determine whether a line is printed."""
_FORMS = ("text", "json", "github")
_UP_TO_DATE = """{
  "up_to_date": true,
  "files": [],
  "changed": {},
  "mend": null
}"""
"""The output of `check --format json` without differences; see `typewright.cli.check_report`."""


def _without_form(arguments: Sequence[str]) -> tuple[list[str], str]:
    """Return the arguments of `check` without its `--format`, and the format; click reports an invalid one."""
    rest = list(arguments)
    for index, word in enumerate(rest):
        name, equals, value = word.partition("=")
        if name == "--format":
            value = value if equals else next(iter(rest[index + 1 :]), "")
            if value in _FORMS:
                del rest[index : index + (1 if equals else 2)]
                return rest, value
    return rest, "text"
