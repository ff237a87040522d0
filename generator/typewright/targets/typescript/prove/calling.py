"""The calls of TypeScript pages: compiled with the package, run against the mock by one process of node."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from typewright.prove.calls import CALL_HEADER, LIMIT_SECONDS, CallEnvironment, Outcome
from typewright.prove.subjects import Sample

_RUNNER = Path(__file__).parent / "call_runner.mjs"
_OPENED = re.compile(r'\b(?:openAsBlob|readFileSync|createReadStream)\("((?:[^"\\]|\\.)+)"')
_CONTENT = "example content\n"
_STARTED = re.compile(r"^run\(\);[ \t]*$", re.MULTILINE)


def awaited(code: str) -> str:
    """Return the code of a call with its function awaited, so that importing the module waits for the call."""
    *_, last = _STARTED.finditer(code) if _STARTED.search(code) else (None,)
    return code if last is None else f"{code[: last.start()]}await {code[last.start() :]}"


def call_outcomes(
    calls: Sequence[Sample], around: CallEnvironment, *, folder: Path, files: Mapping[int, Path]
) -> Iterator[Outcome]:
    """Yield the outcome of each call, by its index.

    `files` are the compiled ones below `folder`, by the identity of the sample. Raises RuntimeError if node fails.
    """
    workplace = folder / "files"
    workplace.mkdir()
    for path in (path for call in calls for path in _OPENED.findall(call.block.code)):
        if not path.startswith("/") and ".." not in PurePosixPath(path).parts:
            (workplace / path).parent.mkdir(parents=True, exist_ok=True)
            (workplace / path).write_text(_CONTENT, encoding="utf-8")
    pending = {number: str(files[id(call)]) for number, call in enumerate(calls)}
    while pending:
        outcomes = list(_run(pending, around, folder))
        if not outcomes:
            raise RuntimeError("node ended before the first call")
        for outcome in outcomes:
            pending.pop(outcome.number, None)
            yield outcome


def _run(pending: Mapping[int, str], around: CallEnvironment, folder: Path) -> Iterator[Outcome]:
    """Run calls in one process, which ends early if one takes too long, or ends it; yield the outcomes so far."""
    plan = {
        "calls": list(pending.items()),
        "environment": dict(around.environment),
        "hosts": around.hosts,
        "port": around.port,
        "header": CALL_HEADER,
        "seconds": LIMIT_SECONDS,
    }
    written = folder / "calls.json"
    written.write_text(json.dumps(plan), encoding="utf-8")
    run = subprocess.run(
        [shutil.which("node") or "node", "--enable-source-maps", str(_RUNNER), str(written)],
        cwd=folder / "files",
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60 + LIMIT_SECONDS * len(pending),
    )
    reports = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    yield from (Outcome(**line) for line in reports)
    if run.returncode or len(reports) < len(pending):
        unanswered = [number for number in pending if number not in {line["number"] for line in reports}]
        if unanswered and not (reports and str(reports[-1]["error"]).startswith("it takes more than")):
            reason = run.stderr.strip().splitlines()[-1:] or [f"node ended with {run.returncode}"]
            yield Outcome(number=unanswered[0], error=reason[0])


def _environment() -> dict[str, str]:
    """Return the environment of this process without proxies and without options of node."""
    left_out = ("_proxy", "node_options", "node_path")
    return {name: value for name, value in os.environ.items() if not name.lower().endswith(left_out)}
