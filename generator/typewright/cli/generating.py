"""A writing run, as `generate` makes it once and `watch` repeatedly."""

from __future__ import annotations

import time

from typewright.base.errors import ExitCode
from typewright.base.printing import visible
from typewright.cli.invocation import Invocation
from typewright.cli.message_format import closing_line
from typewright.cli.messages import print_diagnostics
from typewright.cli.running import built, lock_for, remember_run
from typewright.cli.saying import say
from typewright.writing.os_errors import os_errors_reported
from typewright.writing.owned_files import verified_files
from typewright.writing.write import write_tree


def generate(invocation: Invocation, *, overwrite: bool = False, refresh: bool = False) -> int:
    """Write what `invocation` asks for, and say in one line what was done; return the exit code.

    `overwrite` gives up files of others; `refresh` takes URLs as they are now.
    Raises UsageError or SpecError where the user has to mend something.
    """
    started = time.perf_counter()
    run = built(invocation, refresh=refresh)
    build, inputs, previous = run.build, run.inputs, run.previous
    print_diagnostics(build.diagnostics)
    lock = lock_for(build, inputs)
    root, lock_path = build.config.output, inputs.lock_path
    with os_errors_reported("read", root, "mend the cause, then run 'typewright generate' again"):
        known = verified_files(root, lock_path, previous, run.ignore)
    result = write_tree(build.tree, root, lock_path, previous, lock, overwrite=overwrite, known=known)
    remember_run(run, lock)
    if previous is not None and previous.files and previous.output != lock.output:
        say(f"the output folder has changed; the files of the last run stay in '{visible(previous.output)}'")
    say(closing_line(result, time.perf_counter() - started))
    return ExitCode.CLEAN
