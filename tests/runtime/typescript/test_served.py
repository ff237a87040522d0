"""The table of served cases, played by the runtime itself: operations as generated code describes them."""

import base64
import json
import select
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.served.answers import bytes_of
from tests.served.judging import is_same_json
from tests.served.server import Server
from tests.served.table import case_id, description, runtime_cases

HERE = Path(__file__).parent
CASE_SECONDS = 90


def for_urls(case: dict[str, Any]) -> dict[str, Any]:
    """Return a case whose queries are as `fetch` writes them: it escapes apostrophes (WHATWG URL, 1.3)."""
    exchanges = []
    for exchange in case["exchanges"]:
        request = exchange["see"].get("request")
        if isinstance(request, str) and "?" in request:
            path, _, query = request.partition("?")
            request = path + "?" + query.replace("'", "%27")
        exchanges.append({**exchange, "see": {**exchange["see"], **({"request": request} if request else {})}})
    return {**case, "exchanges": exchanges}


CASES = [for_urls(case) for case in runtime_cases()]


class Player:
    """A process of node that plays cases."""

    def __init__(self, node: str, folder: Path, descriptions: Path) -> None:
        command = [node, str(HERE / "served.mjs"), str(folder), str(descriptions)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def play(self, case: dict[str, Any]) -> dict[str, Any]:
        """Return what came of the calls of a case."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(case) + "\n")
        self._process.stdin.flush()
        readable, _, _ = select.select([self._process.stdout], [], [], CASE_SECONDS)
        assert readable, "no report came"
        report: dict[str, Any] = json.loads(self._process.stdout.readline())
        return report

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture(scope="module")
def player(server: Server, node: str, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Player]:
    documents = {
        name: server.placed(yaml.safe_load(description(name))) for name in ("openapi.yaml", "openapi-3.2.yaml")
    }
    path = tmp_path_factory.mktemp("served") / "descriptions.json"
    path.write_text(json.dumps(documents, default=str))
    playing = Player(node, built, path)
    yield playing
    playing.close()


@pytest.mark.xdist_group("served-typescript")
@pytest.mark.parametrize("case", CASES, ids=case_id)
def test_case(server: Server, player: Player, case: dict[str, Any]) -> None:
    if case["case"] == "a body that is no gzip though it says so":
        pytest.skip("in Node 20, such a body sometimes neither fails nor ends, whatever its reader does")
    with server.play(case) as play:
        report = player.play(server.placed(case))
    assert "fault" not in report, report["fault"]
    assert play.findings == []
    result = case["result"]
    for outcome in report["outcomes"]:
        assert differences(result, outcome) == []
    least, most = result.get("elapsed", (0, 60))
    assert least <= report["elapsed"] <= most
    for words in result.get("warns", ()):
        assert any(words in warning for warning in report["warnings"])


def differences(result: dict[str, Any], outcome: dict[str, Any]) -> list[str]:
    """Return what a call gave otherwise than the table says."""
    found = [
        f"{key}: {outcome.get(key)!r}, not {result.get(key)!r}"
        for key in ("value", "events", "items", "pages")
        if not is_same_json(without_null(outcome.get(key)), without_null(result.get(key)))
    ]
    if "bytes" in result and base64.b64decode(outcome.get("bytes", "?")) != bytes_of(result["bytes"]):
        found.append(f"bytes: {outcome.get('bytes', '')[:100]!r}")
    for name, value in result.get("headers", {}).items():
        if outcome.get("headers", {}).get(name) != value:
            found.append(f"header {name}: {outcome.get('headers')!r}")
    return found + error_differences(result.get("error"), outcome.get("error"))


def without_null(value: Any) -> Any:
    """Leave out null members: an optional property that is null is as good as absent."""
    if isinstance(value, dict):
        return {name: without_null(member) for name, member in value.items() if member is not None}
    return [without_null(item) for item in value] if isinstance(value, list) else value


def error_differences(expected: dict[str, Any] | None, error: dict[str, Any] | None) -> list[str]:
    """Return what an error is otherwise than the table says."""
    if expected is None or error is None:
        return [] if expected is error else [f"error: {error!r}, not {expected!r}"]
    kinds = [expected["kind"]] if isinstance(expected["kind"], str) else [*expected["kind"]]
    found = [] if error["kind"] in kinds else [f"kind: {error!r}"]
    found += [
        f"{key}: {error.get(key)!r}, not {expected[key]!r}"
        for key in ("status", "schema", "body")
        if key in expected and error.get(key) != expected[key]
    ]
    if "data" in expected and not is_same_json(error.get("data"), expected["data"]):
        found.append(f"data: {error.get('data')!r}")
    found += [
        f"header {name}" for name, value in expected.get("headers", {}).items() if error["headers"].get(name) != value
    ]
    if len(error.get("body") or "") > expected.get("body_at_most", 1 << 30):
        found.append("the body is too long")
    if len(error["message"]) > expected.get("message_at_most", 1 << 30):
        found.append("the message is too long")
    found += [f"does not say {words}" for words in expected.get("says", ()) if words not in error["message"]]
    return found + [f"says {words}" for words in expected.get("says_not", ()) if words in error["all"]]
