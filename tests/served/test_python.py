"""The served cases with generated Python clients, synchronous and asynchronous."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.python_packages import import_package
from tests.served.gaps import known_gaps
from tests.served.generating import generate
from tests.served.outcomes import outcome_differences
from tests.served.python_calls import outcomes_of
from tests.served.python_client import PythonClient
from tests.served.server import Server
from tests.served.table import cases, description

CASES = cases()
FORMS: dict[str, dict[str, object]] = {
    "": {},
    "whole": {"flatten_requests": False},
    "flat": {"flat_events": True},
    "split": {"async_mode": "split"},
}
"""The options of the packages by the prefix of their names."""
PackageOf = Callable[[str], PythonClient]
pytestmark = pytest.mark.xdist_group("served-python")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture(scope="module")
def package_of(server: Server, tmp_path_factory: pytest.TempPathFactory) -> PackageOf:
    """Makes the client of a description for the ports that the server listens on; once, if it can be made at all."""
    made: dict[str, PythonClient | str] = {}

    def package(name: str) -> PythonClient:
        if name not in made:
            made[name] = f"the client of {name} was not made (the first of its cases says why)"
            form, _, file = name.rpartition(":")
            text = server.placed(description(file))
            made[name] = make_client(text, tmp_path_factory.mktemp("served"), name, **FORMS[form])
        client = made[name]
        assert isinstance(client, PythonClient), client
        return client

    return package


def make_client(text: str, folder: Path, name: str, **options: object) -> PythonClient:
    package = f"served_api_{sum(map(ord, name))}"
    generate(text, folder, "python", package=package, parts=["models", "client"], **options)
    import_package(package, folder / "python")
    return PythonClient(package)


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("case", known_gaps(CASES, "python"))
def test_python(
    case: dict[str, Any], is_async: bool, server: Server, package_of: Callable[[str], PythonClient]
) -> None:
    package = package_of(case["description"])
    with server.play(case) as play:
        outcomes = outcomes_of(package, server.placed(case), is_async=is_async)
    found = [text for outcome in outcomes for text in outcome_differences(server.placed(case), outcome)]
    assert play.findings + found == []


EVENTS = [case for case in CASES if all("data" in event for event in case["result"].get("events") or [{}])]


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("case", known_gaps(EVENTS, "python"))
def test_flat_events(case: dict[str, Any], is_async: bool, server: Server, package_of: PackageOf) -> None:
    """Streams give the data of their events with `flat_events: true`."""
    package = package_of(f"flat:{case['description']}")
    flat = {**case, "result": {**case["result"], "events": [event["data"] for event in case["result"]["events"]]}}
    with server.play(flat) as play:
        outcomes = outcomes_of(package, server.placed(flat), is_async=is_async)
    found = [text for outcome in outcomes for text in outcome_differences(server.placed(flat), outcome)]
    assert play.findings + found == []


WHOLE = [case for case in CASES if "arguments" in case or case["operation"].startswith(("search", "chat"))]


@pytest.mark.parametrize("case", known_gaps(WHOLE, "python"))
def test_requests_as_one_object(
    case: dict[str, Any], server: Server, package_of: Callable[[str], PythonClient]
) -> None:
    """Calls take the request as one object with `flatten_requests: false`, and send the same."""
    package = package_of(f"whole:{case['description']}")
    with server.play(case) as play:
        outcomes = outcomes_of(package, server.placed(case), is_async=False)
    found = [text for outcome in outcomes for text in outcome_differences(server.placed(case), outcome)]
    assert play.findings + found == []


SPLIT = [case for case in CASES if case["operation"].startswith(("search", "chat", "listBy", "root"))]


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("case", known_gaps(SPLIT, "python"))
def test_classes_for_each_kind_of_call(
    case: dict[str, Any], is_async: bool, server: Server, package_of: PackageOf
) -> None:
    """Clients have classes of their own for asynchronous calls with `async_mode: split`."""
    package = package_of(f"split:{case['description']}")
    with server.play(case) as play:
        outcomes = outcomes_of(package, server.placed(case), is_async=is_async)
    found = [text for outcome in outcomes for text in outcome_differences(server.placed(case), outcome)]
    assert play.findings + found == []


def test_a_client_of_one_kind_has_no_calls_of_the_other(package_of: PackageOf) -> None:
    package = package_of("split:openapi.yaml")
    kinds = {
        package.client_class: ("request", "close", "__enter__"),
        package.async_client_class: ("request", "aclose", "__aenter__"),
    }
    for kind, members in kinds.items():
        assert all(hasattr(kind, name) for name in members)
        assert not [name for name in dir(kind) if name.endswith("_async")]
    assert not hasattr(package.client_class, "aclose")
    assert not hasattr(package.async_client_class, "close")
