"""The line on the terminal: only there, only when it takes long, and gone at the end."""

import io

import pytest
from typewright.base.progress import silent, with_progress
from typewright.cli import progress_line


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time in seconds, to be set by the test."""
    now = [0.0]
    monkeypatch.setattr(progress_line.time, "monotonic", lambda: now[0])
    return now


def test_a_quick_run_draws_nothing(clock: list[float]) -> None:
    terminal = Terminal()
    with progress_line.progress(terminal) as report:
        clock[0] = 0.9
        report("rendering", 50, 100)
    assert terminal.getvalue() == ""


def test_a_slow_run_draws_a_bar_and_wipes_it(clock: list[float]) -> None:
    terminal = Terminal()
    with progress_line.progress(terminal) as report:
        clock[0] = 1.5
        report("rendering", 600, 1200)
        clock[0] = 2.0
        report("formatting", 0, 0)
    first, second, wiped, end = terminal.getvalue().split("\r")[1:]
    assert first == "rendering [############............] 600 of 1,200"
    assert second == "formatting …".ljust(len(first))
    assert (wiped.strip(), end) == ("", "")


def test_a_faulty_run_wipes_the_line_too(clock: list[float]) -> None:
    terminal = Terminal()

    def fail() -> None:
        with progress_line.progress(terminal) as report:
            clock[0] = 1.5
            report("reading", 0, 0)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert terminal.getvalue().endswith("\r")


def test_a_pipe_gets_nothing(clock: list[float]) -> None:
    pipe = io.StringIO()
    with progress_line.progress(pipe) as report:
        clock[0] = 5
        report("rendering", 1, 2)
    assert (pipe.getvalue(), report) == ("", silent)


def test_counting_passes_everything_on() -> None:
    reports: list[tuple[str, int, int]] = []
    assert list(with_progress(range(120), "rendering", 120, lambda *report: reports.append(report))) == list(range(120))
    assert reports == [("rendering", 0, 120), ("rendering", 50, 120), ("rendering", 100, 120)]
