"""The implementation of `typewright mock`: serve a description until it is interrupted."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from typewright.base.errors import Diagnostic, UsageError
from typewright.base.limits import recursion_limit_raised
from typewright.cli.described import Described, described, with_shown_examples
from typewright.cli.invocation import Invocation
from typewright.cli.messages import print_diagnostics
from typewright.cli.output import echo
from typewright.mock.credentials import query_keys
from typewright.mock.records import log_line, terminal_lines
from typewright.mock.requests import Exchange
from typewright.mock.routing import base_path, with_defaults
from typewright.mock.server import HOST, listening_socket, serve
from typewright.mock.service import Mock
from typewright.targets.faults import faults_of
from typewright.targets.finding import target_named
from typewright.targets.mocking import mock_of


@recursion_limit_raised()
def run_mock(invocation: Invocation, port: int, log: Path | None, *, quiet: bool) -> None:
    """Serve the description until the process is interrupted. Raises UsageError or SpecError."""
    of = described(invocation)
    print_diagnostics(of.diagnostics)
    mock = _mock(with_shown_examples(of))
    with _log_file(log) as file, contextlib.closing(listening_socket(port)) as listening:
        address = f"http://{HOST}:{listening.getsockname()[1]}"
        server = mock.client.servers[0] if mock.client.servers else None
        base = "" if server is None else base_path(with_defaults(server))
        echo(f"{of.api.title} is served at {address}{base if '{' not in base else ''}")
        echo("end with Ctrl-C; 'Prefer: code=404' asks for another answer", err=True)
        record = Recorder(query_keys(mock.client), file, is_quiet=quiet)
        serve(mock, listening, record)
        echo(f"{record.requests:,} requests, {record.refused:,} refused", err=True)


def _mock(of: Described) -> Mock:
    options = of.config.targets[0]
    target, project = target_named(options.language), of.project(options)
    with faults_of(target):
        return mock_of(project, target.shown(project))


@contextlib.contextmanager
def _log_file(log: Path | None) -> Iterator[TextIO | None]:
    if log is None:
        yield None
        return
    try:
        file = log.open("a", encoding="utf-8")
    except OSError as fault:
        message = f"cannot write '{log.as_posix()}': {(fault.strerror or str(fault)).lower()}"
        raise UsageError([Diagnostic("E006", message, help="name another file with '--log'")]) from fault
    with file:
        yield file


class Recorder:
    """Writes each exchange to stderr and to the log, and counts them."""

    def __init__(self, keys: frozenset[str], file: TextIO | None, *, is_quiet: bool) -> None:
        self._keys = keys
        self._file = file
        self._is_quiet = is_quiet
        self.requests = 0
        self.refused = 0

    def __call__(self, exchange: Exchange) -> None:
        """Record an exchange."""
        self.requests += 1
        self.refused += bool(exchange.faults)
        if exchange.faults or not self._is_quiet:
            echo(terminal_lines(exchange, self._keys), err=True)
        if self._file is not None:
            self._file.write(f"{log_line(exchange, self._keys)}\n")
            self._file.flush()
