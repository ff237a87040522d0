"""Generated functions for webhooks and callbacks: what is genuine is parsed, everything else is refused."""

from __future__ import annotations

import hashlib
import hmac
import json
import subprocess
import time
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from typewright.cli import run

from tests.python_packages import import_package
from tests.type_checkers import checked

CASES = Path(__file__).parent.parent / "cases"
KEY = b"0123456789abcdef0123456789abcdef"
SECRET = f"whsec_{b64encode(KEY).decode()}"
SHARED = "s3cret"
DOG = b'{"name": "Laika", "size": "huge", "leftAt": "2021-04-12T10:00:00Z"}'
COUNTS = b'[{"steps": 3}]'


def standard(body: bytes, *, age: float = 0, key: bytes = KEY) -> dict[str, str]:
    """Return the headers of a message by Standard Webhooks, version 1."""
    at = str(int(time.time() - age))
    signature = b64encode(hmac.new(key, f"msg_1.{at}.".encode() + body, hashlib.sha256).digest()).decode()
    return {"Webhook-Id": "msg_1", "Webhook-Timestamp": at, "Webhook-Signature": f"v1,{signature}"}


def with_hmac(body: bytes, key: bytes = SHARED.encode()) -> dict[str, str]:
    """Return the headers of a message of the case with an HMAC."""
    return {"X-Kennel-Signature": hmac.new(key, body, hashlib.sha512).hexdigest()}


def generated(case: str, folder: Path, package: str, target: str) -> Path:
    """Generate the client of a golden case's description below `folder`, and return the target's folder."""
    options = ["--spec", str(CASES / case / "spec.yaml"), "--out", str(folder), "--target", target]
    assert run(["generate", *options, "--package", package, "--quiet"]) == 0
    return folder / target


@pytest.fixture
def verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module of webhooks that are signed by Standard Webhooks."""
    monkeypatch.chdir(tmp_path)
    return import_package(
        "kennel_standard", generated("webhooks-are-verified", tmp_path, "kennel_standard", "python")
    ).webhooks


@pytest.fixture
def signed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module of webhooks that are signed by an HMAC in a header."""
    monkeypatch.chdir(tmp_path)
    return import_package("kennel_hmac", generated("webhooks-with-an-hmac", tmp_path, "kennel_hmac", "python")).webhooks


def test_genuine_messages_are_typed(verified: Any) -> None:
    dog = verified.dog_born(DOG, standard(DOG), secret=SECRET)
    assert (type(dog).__name__, dog.name, dog.size) == ("Dog", "Laika", "huge")
    left = verified.dog_left(DOG.decode(), standard(DOG), secret=SECRET)
    assert left.left_at.year == 2021
    assert verified.ping(b"", standard(b""), secret=SECRET) is None


@pytest.mark.parametrize(
    "headers",
    [
        standard(DOG, key=b"other"),
        standard(DOG + b" "),
        standard(DOG, age=900),
        standard(DOG, age=-900),
        {},
    ],
)
def test_messages_of_others_are_refused(verified: Any, headers: dict[str, str]) -> None:
    for function in (verified.dog_born, verified.dog_left, verified.ping):
        with pytest.raises(verified.WebhookVerificationError):
            function(DOG, headers, secret=SECRET)


def test_genuine_messages_may_be_of_another_shape(verified: Any) -> None:
    for body in (b'{"name": 5}', b"[]", b"no JSON", b""):
        with pytest.raises(ValueError, match="validation error"):
            verified.dog_born(body, standard(body), secret=SECRET)


def test_an_hmac_of_the_body_is_checked_as_described(signed: Any) -> None:
    (count,) = signed.counted(COUNTS, with_hmac(COUNTS), secret=SHARED)
    assert count.steps == 3
    assert signed.barked("wau", with_hmac(b"wau"), secret=SHARED) == "wau"
    assert signed.fed(b"food=bone", with_hmac(b"food=bone"), secret=SHARED) == b"food=bone"
    for headers in (
        with_hmac(COUNTS, b"other"),
        {"X-Kennel-Signature": hmac.new(SHARED.encode(), COUNTS, "sha256").hexdigest()},
    ):
        with pytest.raises(signed.WebhookVerificationError):
            signed.counted(COUNTS, headers, secret=SHARED)


def test_callbacks_are_verified_by_what_the_caller_has(signed: Any) -> None:
    body = b'{"steps": 7}'
    assert signed.walk_returned(body, {}).steps == 7
    verifier = signed.HMACSignature("mine", header="x-mine")
    assert signed.walk_returned(body, {"X-Mine": hmac.new(b"mine", body, "sha256").hexdigest()}, verifier=verifier)
    with pytest.raises(signed.WebhookVerificationError):
        signed.walk_returned(body, {}, verifier=verifier)


@pytest.mark.parametrize("case", ["webhooks-are-verified", "webhooks-with-an-hmac"])
def test_the_module_is_typed(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = generated(case, tmp_path, "kennel", "python")
    output = checked("mypy", folder, ["kennel"])
    assert output.returncode == 0, output.stdout


def test_packages_without_webhooks_have_no_such_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for target in ("python", "typescript"):
        folder = generated("readme", tmp_path, "kennel", target)
        assert [path for path in folder.rglob("*webhooks*") if "docs" not in path.parts] == []


NODE = """
import assert from "node:assert/strict";
import { barked, counted, fed, walkReturned } from "hmac/webhooks.js";
import { dogBorn, dogLeft, ping, WebhookVerificationError } from "standard/webhooks.js";

const { genuine, refused, signed } = JSON.parse(process.argv[2]);
const secret = process.argv[3];
const dog = await dogBorn(genuine.dog, { secret });
assert.deepEqual([dog.name, dog.size], ["Laika", "huge"]);
assert.equal((await dogLeft(genuine.dog, { secret })).leftAt.getUTCFullYear(), 2021);
assert.equal(await ping(genuine.ping, { secret }), undefined);
for (const request of refused)
  for (const call of [dogBorn, dogLeft, ping])
    await assert.rejects(call(request, { secret }), (error) => WebhookVerificationError.is(error));
await assert.rejects(dogBorn(genuine.dog, { secret: "" }), (error) => WebhookVerificationError.is(error));
await assert.rejects(dogBorn(genuine.number, { secret, validation: "strict" }), /does not fit/);
assert.equal((await dogBorn(genuine.number, { secret })).name, 5);
await assert.rejects(dogBorn(genuine.text, { secret }), /is not JSON/);
assert.equal((await counted(signed.counts, { secret: "s3cret" }))[0].steps, 3);
assert.equal(await barked(signed.text, { secret: "s3cret" }), "wau");
assert.equal(new TextDecoder().decode(await fed(signed.text, { secret: "s3cret" })), "wau");
await assert.rejects(counted(signed.counts, { secret: "other" }), (error) => WebhookVerificationError.is(error));
assert.equal((await walkReturned({ headers: {}, body: '{"steps": 7}' })).steps, 7);
"""


def test_functions_of_node(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tsc: Path) -> None:
    monkeypatch.chdir(tmp_path)
    modules = tmp_path / "node_modules"
    modules.mkdir()
    for case, package in (("webhooks-are-verified", "standard"), ("webhooks-with-an-hmac", "hmac")):
        folder = generated(case, tmp_path / package, package, "typescript")
        done = subprocess.run(
            ["node", str(tsc), "--project", str(folder / "tsconfig.json"), "--noUnusedLocals"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout == ""
        (modules / package).symlink_to(folder)
    (tmp_path / "use.mjs").write_text(NODE)

    def request(body: bytes, headers: dict[str, str]) -> dict[str, Any]:
        return {"body": body.decode(), "headers": headers}

    number, text = b'{"name": 5}', b"no JSON"
    requests = {
        "genuine": {
            "dog": request(DOG, standard(DOG)),
            "ping": request(b"", standard(b"")),
            "number": request(number, standard(number)),
            "text": request(text, standard(text)),
        },
        "refused": [
            request(DOG, headers)
            for headers in (standard(DOG, key=b"other"), standard(DOG + b" "), standard(DOG, age=900), {})
        ],
        "signed": {"counts": request(COUNTS, with_hmac(COUNTS)), "text": request(b"wau", with_hmac(b"wau"))},
    }
    command = ["node", "use.mjs", json.dumps(requests), SECRET]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
