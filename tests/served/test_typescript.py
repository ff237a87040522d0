"""The served cases with generated TypeScript clients, under node."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.served.gaps import known_gaps
from tests.served.outcomes import outcome_differences
from tests.served.server import Server
from tests.served.table import cases, description
from tests.served.typescript_packages import TypeScriptPlayer, compiled_package


def for_urls(case: dict[str, Any]) -> dict[str, Any]:
    """Return a case whose queries are as `fetch` writes them: it escapes apostrophes (WHATWG URL, 1.3)."""
    exchanges = [{**exchange, "see": _for_urls(exchange["see"])} for exchange in case["exchanges"]]
    return {**case, "exchanges": exchanges}


def _for_urls(see: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(see.get("request"), str):
        return see
    path, mark, query = see["request"].partition("?")
    return {**see, "request": path + mark + query.replace("'", "%27")}


CASES = [for_urls(case) for case in cases()]
PlayerOf = Callable[[str], TypeScriptPlayer]
pytestmark = pytest.mark.xdist_group("served-typescript")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture(scope="module")
def player_of(server: Server, tsc: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlayerOf]:
    """Makes what plays the cases of a description; once, if its client can be made at all."""
    made: dict[str, TypeScriptPlayer | str] = {}

    def player(name: str) -> TypeScriptPlayer:
        if name not in made:
            made[name] = f"the client of {name} was not made (the first of its cases says why)"
            package = compiled_package(server.placed(description(name)), tmp_path_factory.mktemp("served"), tsc)
            made[name] = TypeScriptPlayer({name: package})
        playing = made[name]
        assert isinstance(playing, TypeScriptPlayer), playing
        return playing

    yield player
    for playing in made.values():
        if isinstance(playing, TypeScriptPlayer):
            playing.close()


@pytest.mark.parametrize("case", known_gaps(CASES, "typescript"))
def test_typescript(case: dict[str, Any], server: Server, player_of: PlayerOf) -> None:
    if case["case"] == "a body that is no gzip though it says so":
        pytest.skip("in Node 20, such a body sometimes neither fails nor ends, whatever its reader does")
    player = player_of(case["description"])
    with server.play(case) as play:
        outcomes = player.outcomes_of(server.placed(case))
    found = [text for outcome in outcomes for text in outcome_differences(server.placed(case), outcome)]
    assert play.findings + found == []
