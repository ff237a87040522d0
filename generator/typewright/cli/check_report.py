"""The reports of `typewright check`: text with a diff, JSON, or annotations of a GitHub workflow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from typewright.base.printing import annotation, json_text
from typewright.cli.checking import Check
from typewright.cli.message_format import in_workspace, listed
from typewright.writing.causes import Cause, ExplainedDrift
from typewright.writing.compare import State, unified_diff

SHOWN_FILES = 20
SHOWN_LINES = 100
"""The number of lines and files that are printed without `--diff`."""
ANNOTATED = 50
"""The number of files with annotations; GitHub shows fewer for each step."""

_WORDS = {
    Cause.SPEC: "the description changed",
    Cause.CONFIGURATION: "the configuration changed",
    Cause.TEMPLATE: "a template changed",
    Cause.GENERATOR: "another version of typewright",
    Cause.FORMATTER: "another formatter",
    Cause.NAMES: "the lock let go of names",
    Cause.EDITED: "edited by hand",
    Cause.DELETED: "deleted",
    Cause.NO_LOCK: "there is no lock that knows it",
    Cause.LIBRARY: "a library that takes part is another one",
}

_AWAY = "move such files out of the output folder, or list them in .typewrightignore"


def text_report(check: Check, whole: bool) -> str:
    """Return the diff, the files with their causes, what has changed, and the command that fixes it."""
    return "\n".join(_text(check, whole=whole))


def _text(check: Check, *, whole: bool) -> Iterator[str]:
    count = len(check.build.tree)
    if not check.files:
        missing = f", but the lock {check.lock_path.name} is missing" if check.previous is None else ""
        yield f"{count:,} files are as they should be{missing}"
        if missing:
            yield f"run '{check.mend}' to mend it"
        return
    yield from _diff(check, whole=whole)
    yield ""
    lines = [f"{_state(file)}: {_path(check, file)}{_causes_text(file)}" for file in check.files]
    yield from listed(lines, len(lines) if whole else SHOWN_FILES)
    summary = list(_summary(check))
    yield from ["", *summary] if summary else []
    yield _advice(check)


def _advice(check: Check) -> str:
    if not check.has_only_foreign_files:
        return f"run '{check.mend}' to mend it"
    again = check.mend.replace(" generate", " check", 1)
    return f"no run has made {_it(len(check.files))}: {_AWAY}, then '{again}'"


def _it(count: int) -> str:
    return "it" if count == 1 else "them"


def _diff(check: Check, *, whole: bool) -> Iterator[str]:
    drifts = [file.drift for file in check.files]
    lines = unified_diff(drifts, check.build.tree, check.build.config.output)
    if whole:
        yield from lines
        return
    shown = list(islice(lines, SHOWN_LINES + 1))
    yield from shown[:SHOWN_LINES]
    if len(shown) > SHOWN_LINES:
        yield "… (the whole diff: typewright check --diff)"


def _summary(check: Check) -> Iterator[str]:
    """Yield how many files are stale for which reason, and the changed inputs."""
    counts = Counter(cause for file in check.files for cause in file.causes)
    for cause, count in counts.most_common():
        details = ", ".join(check.changed.get(cause, ()))
        yield f"{count:,} {'file' if count == 1 else 'files'}: {_WORDS[cause]}{f' ({details})' if details else ''}"


def _state(explained: ExplainedDrift) -> str:
    return explained.drift.state.value


def _path(check: Check, explained: ExplainedDrift) -> str:
    return (check.build.config.output / explained.drift.path).as_posix()


def _causes_text(explained: ExplainedDrift) -> str:
    """Return the causes that the state does not imply."""
    causes = [cause.value for cause in explained.causes if cause.value != explained.drift.state.value]
    return f" ({' or '.join(causes)})" if causes else ""


def json_report(check: Check, whole: bool) -> str:
    """Return the result as JSON; `docs/regenerating.md` lists the members. `whole` is ignored."""
    del whole
    files = [
        {"path": _path(check, file), "state": _state(file), "causes": [cause.value for cause in file.causes]}
        for file in check.files
    ]
    result = {
        "up_to_date": not files and check.previous is not None,
        "files": files,
        "changed": {cause.value: list(details) for cause, details in check.changed.items()},
        "mend": None if check.has_only_foreign_files or (not files and check.previous is not None) else check.mend,
    }
    return json_text(result)


def github_report(check: Check, whole: bool) -> str:
    """Return an annotation for each file, at most `ANNOTATED` without `whole`, and what has changed."""
    lines = [_annotation(check, file) for file in (check.files if whole else check.files[:ANNOTATED])]
    more = len(check.files) - len(lines)
    if not check.files:
        return text_report(check, whole=False)
    files = "1 file is" if len(check.files) == 1 else f"{len(check.files):,} files are"
    words = "; ".join([*_summary(check), _advice(check)]) + (f" ({more:,} not listed)" if more else "")
    lines.append(annotation("error", [("title", f"{files} not what {_they(len(check.files))} should be")], words))
    return "\n".join(lines)


def _they(count: int) -> str:
    return "it" if count == 1 else "they"


def _annotation(check: Check, explained: ExplainedDrift) -> str:
    properties = [("file", in_workspace(_path(check, explained))), ("title", f"{_state(explained)}")]
    if explained.drift.state is State.UNKNOWN:
        return annotation("warning", properties, f"no run has made it: {_AWAY}")
    causes = " or ".join(_WORDS[cause] for cause in explained.causes)
    return annotation("error", properties, f"{causes}; run '{check.mend}'")


REPORTS: dict[str, Callable[[Check, bool], str]] = {
    "text": text_report,
    "json": json_report,
    "github": github_report,
}
