"""Jobs in processes of their own: the same results, and the same faults, as one after the other."""

import os
from functools import partial

import pytest
from typewright.base.errors import Diagnostic, Location, SpecError
from typewright.base.processes import run_in_processes


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def fail(message: str) -> tuple[int, int]:
    raise SpecError([Diagnostic("E301", message, location=Location("a.yaml", 3, 4))])


def die() -> tuple[int, int]:
    os._exit(7)


def without_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typewright.base.processes.threading.active_count", lambda: 1)
    monkeypatch.setattr("typewright.base.processes.os.cpu_count", lambda: 2)


@pytest.mark.parametrize("worth_it", [True, False])
def test_results_come_in_the_order_of_the_jobs(worth_it: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    without_threads(monkeypatch)
    results = run_in_processes([partial(square, number) for number in range(4)], worth_it=worth_it)
    assert [value for value, _ in results] == [0, 1, 4, 9]
    assert len({process for _, process in results}) == (4 if worth_it and hasattr(os, "fork") else 1)


@pytest.mark.parametrize("place", [0, 1])
def test_a_fault_keeps_its_diagnostics(place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    without_threads(monkeypatch)
    jobs = [partial(square, 1), partial(square, 2)]
    jobs.insert(place, partial(fail, "no good"))
    with pytest.raises(SpecError) as caught:
        run_in_processes(jobs, worth_it=True)
    assert caught.value.diagnostics == (Diagnostic("E301", "no good", location=Location("a.yaml", 3, 4)),)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_child_that_dies_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    without_threads(monkeypatch)
    with pytest.raises(RuntimeError, match="ended with 7"):
        run_in_processes([partial(square, 1), die], worth_it=True)
