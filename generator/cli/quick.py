"""The answer to `generate` and `check` where nothing changed, from digests alone and without a heavy import."""

from __future__ import annotations

import time
from collections.abc import Sequence

from generator.cli.invocation import parse
from generator.cli.wording import closing_line
from generator.errors import ExitCode
from generator.writing.current import current_files
from generator.writing.write import Written


def answer_quickly(arguments: Sequence[str]) -> int | None:
    """Print the closing line and return the exit code where the tree is up to date; None where it takes a real run."""
    started = time.perf_counter()
    if not arguments or arguments[0] not in {"generate", "check"}:
        return None
    invocation = parse([argument for argument in arguments[1:] if argument != "--diff"])
    if invocation is None or (invocation.config is not None and invocation.by_options):
        return None
    try:
        files = current_files(invocation.asked())
    except OSError:
        return None
    if files is None:
        return None
    print(closing_line(Written(0, files, 0), time.perf_counter() - started))
    return ExitCode.CLEAN
