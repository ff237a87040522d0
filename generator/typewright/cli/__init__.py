"""The command line: options → configuration → pipeline → exit code. The only package that prints."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext

_ONE_BUILD = frozenset({"generate", "check"})
"""The commands that build once and end."""
_INTERRUPTED = 130
"""The exit status of shells for a program that Ctrl-C ended."""


def main() -> None:
    """Run `typewright` with the arguments of this process, and end the process with its exit code."""
    raise SystemExit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run `typewright` with `arguments`; return the exit code (see `typewright.base.errors.ExitCode`).

    Ctrl-C ends it with a message at any time, also while modules are imported.
    """
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return _INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    from typewright.cli.quick import answer_quickly

    code = answer_quickly(arguments)
    if code is not None:
        return code
    from typewright.base.limits import collect_rarely, freeze_heap, gc_paused

    collect_rarely()
    # what one build leaves is freed sooner by the end of the process than by a scan of all that is alive
    with gc_paused() if not _ONE_BUILD.isdisjoint(arguments[:1]) else nullcontext():
        from typewright.cli.shell import run_command

        try:
            return run_command(arguments)
        finally:
            freeze_heap()
