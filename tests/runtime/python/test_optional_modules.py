"""Forms, digest authentication, webhooks, spans: what only some packages bring along."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from runtime.client.bodies import BytesBody
from runtime.client.digest import Challenge, authorization, best_challenge
from runtime.client.errors import SigningError
from runtime.client.forms import FormBody, FormField
from runtime.client.json_path import found
from runtime.client.multipart import MultipartBody, Part
from runtime.client.redaction import redacted_body, redacted_headers, redacted_url
from runtime.client.webhooks import HMACSignature, StandardWebhooks, WebhookVerificationError, parse_webhook

from tests.runtime.python.loopback import LoopbackServer, Received, Reply, json_reply

Json = dict[str, Any]


def test_importing_a_package_loads_neither_pydantic_nor_the_http_library(acme_folder: Path) -> None:
    code = (
        "import sys; from acme_photos import AcmePhotos; print('dataclasses' in sys.modules); AcmePhotos('k').albums;"
        "print([name for name in ('pydantic', 'httpx2', 'asyncio', 'anyio', 'logging', 'ssl') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=acme_folder, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "[]"]


def test_forms_write_members_as_their_encoding_says() -> None:
    body = FormBody(lambda: Json, {"c": FormField(explode=False), "d": FormField(style="deepObject")})
    payload = body.written(
        {"a": "x y&", "b": [1, 2], "c": [1, 2], "d": {"k": True}, "e": {"k": 1}, "f": None}, {"g": 1}
    )
    expected = b"a=x%20y%26&b=1&b=2&c=1,2&d%5Bk%5D=true&e=%7B%22k%22%3A1%7D&g=1"
    assert payload.content == expected
    assert payload.headers == {"Content-Type": "application/x-www-form-urlencoded"}


def test_parts_repeat_or_carry_a_suffix() -> None:
    def text(body: MultipartBody, value: Json) -> str:
        content = body.written(value, {}).sync_content()
        return b"".join(content).decode() if not isinstance(content, bytes) else content.decode()

    repeated = text(MultipartBody(lambda: Json), {"a": [1, {"k": 2}], "b": b"\x01", "c": None})
    assert repeated.count('name="a"\r\n') == 2
    assert 'Content-Type: application/json\r\n\r\n{"k":2}\r\n' in repeated
    assert 'name="b"; filename="file"\r\nContent-Type: application/octet-stream\r\n\r\n\x01' in repeated
    suffixed = MultipartBody(lambda: Json, {"b": Part("text/csv", headers={"X-A": "1"})}, array_suffix="[]")
    assert 'name="a[]"\r\n\r\n1' in text(suffixed, {"a": [1]})
    assert 'name="b"\r\nContent-Type: text/csv\r\nX-A: 1\r\n\r\nx' in text(suffixed, {"b": "x"})
    whole = MultipartBody(lambda: Json, {"a": Part("application/json", is_whole=True)})
    assert "application/json\r\n\r\n[1,2]" in text(whole, {"a": [1, 2]})


def test_an_asynchronous_file_is_refused() -> None:
    class AsyncFile:
        async def read(self, size: int) -> bytes:
            return b""

    with pytest.raises(ValueError, match="in a thread"):
        BytesBody().written(AsyncFile(), {})


# RFC 7616, section 3.9.1
def test_digests_are_those_of_the_standard() -> None:
    fields = [
        'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, '
        'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
        'Basic realm="x", Digest realm="http-auth@example.org", qop="auth", algorithm=SHA-256, '
        'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"',
        'Digest realm="x", qop="unknown", algorithm=SHA-512-256, nonce="n"',
    ]
    best = best_challenge(fields)
    assert best is not None
    assert best.algorithm == "SHA-256"
    values = {"username": "Mufasa", "password": "Circle of Life"}
    cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    header = authorization("GET", "http://x/dir/index.html", values, best, cnonce)
    assert 'response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"' in header
    md5 = best_challenge(fields[:1])
    assert isinstance(md5, Challenge)
    header = authorization("GET", "http://x/dir/index.html", values, md5, cnonce)
    assert 'response="8ca523f5e9506fed4657c9700eebdbec"' in header


# RFC 7616, section 3.9.2, with erratum 4897
def test_a_digest_hides_the_name_of_the_user_where_the_server_asks_for_that() -> None:
    field = (
        'Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, userhash=true, '
        'nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS"'
    )
    challenge = best_challenge([field])
    assert challenge is not None
    values = {"username": "J\u00e4s\u00f8n Doe", "password": "Secret, or not?"}
    cnonce = "NTg6RKcb9boFIAS3KrFK9BGeh+niz/sm"
    header = authorization("GET", "http://api.example.org/doe.json", values, challenge, cnonce)
    assert 'username="793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b"' in header
    assert "userhash=true" in header


# RFC 7616, section 3.4.3
def test_a_digest_covers_the_content_where_nothing_less_is_offered() -> None:
    challenge = Challenge({"realm": "r", "nonce": "n", "qop": "auth-int"})
    values = {"username": "u", "password": "p"}
    header = authorization("POST", "http://x/a", values, challenge, "c", content=b"{}")

    def md5(text: bytes) -> str:
        return hashlib.md5(text, usedforsecurity=False).hexdigest()

    request = md5(f"POST:/a:{md5(b'{}')}".encode())
    expected = md5(f"{md5(b'u:r:p')}:n:00000001:c:auth-int:{request}".encode())
    assert f'response="{expected}", qop=auth-int' in header
    with pytest.raises(SigningError, match="from memory"):
        authorization("POST", "http://x/a", values, challenge, "c", content=None)


def digest_client(server: LoopbackServer) -> Any:
    """Return a client of `acme_photos` whose calls have digests."""
    runtime = "acme_photos._runtime.client."
    description = import_module("acme_photos.sdk")._DESCRIPTION
    digest = import_module(runtime + "digest").Digest(field="login")
    description = description._replace(security_schemes={"Login": digest}, security=({"Login": ()},))
    options = import_module(runtime + "options")
    return import_module(runtime + "base_client").BaseClient(
        description,
        options.ClientOptions(
            security={"login": {"username": "u", "password": "p"}},
            server=options.ServerChoice(server_url=server.url),
        ),
    )


@pytest.mark.usefixtures("acme")
def test_a_digest_is_sent_once_it_is_asked_for(server: LoopbackServer) -> None:
    def answer(request: Received) -> Reply:
        if request.headers.get("authorization", "").startswith("Digest "):
            return json_reply({})
        return Reply(401, {"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'})

    server.answers(answer)
    with digest_client(server) as client:
        client.request("GET", "/a?b=1")
        client.request("GET", "/a")
    assert len(server.received) == 3
    assert 'uri="/a?b=1"' in server.received[1].headers["authorization"]
    assert "nc=00000002" in server.received[2].headers["authorization"]


@pytest.mark.usefixtures("acme")
def test_a_nonce_that_several_calls_get_at_once_is_counted_once(server: LoopbackServer) -> None:
    seen: set[str] = set()
    unsigned = threading.Barrier(4)

    def answer(request: Received) -> Reply:
        number = request.headers.get("authorization", "").partition("nc=")[2][:8]
        if not number:
            unsigned.wait()
        if not number or number in seen:
            return Reply(401, {"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'})
        seen.add(number)
        return json_reply({})

    server.answers(answer)
    with digest_client(server) as client, ThreadPoolExecutor(4) as executor:
        answers = list(executor.map(lambda _: client.request("GET", "/a").status_code, range(4)))
    assert answers == [200] * 4
    assert seen == {f"{number:08x}" for number in range(1, 5)}


SECRET = "whsec_" + base64.b64encode(b"key").decode()


def standard(body: bytes, at: float, secret: bytes = b"key") -> dict[str, str]:
    content = f"m1.{int(at)}.".encode() + body
    signature = base64.b64encode(hmac.new(secret, content, hashlib.sha256).digest()).decode()
    return {"Webhook-Id": "m1", "Webhook-Timestamp": str(int(at)), "Webhook-Signature": f"v1a,x v1,{signature}"}


def test_webhooks_are_verified_and_parsed() -> None:
    verifier = StandardWebhooks(SECRET)
    assert "key" not in repr(verifier)
    assert SECRET not in repr(verifier)
    body = b'{"a":1}'
    assert parse_webhook(body, standard(body, time.time()), lambda: Json, verifier) == {"a": 1}
    both = StandardWebhooks(("whsec_b3RoZXI=", SECRET))
    assert parse_webhook(body.decode(), standard(body, time.time()), lambda: Json, both) == {"a": 1}


@pytest.mark.parametrize(
    "headers",
    [
        standard(b'{"a":2}', time.time()),
        standard(b'{"a":1}', time.time() - 900),
        standard(b'{"a":1}', time.time(), b"other"),
        {},
        {**standard(b'{"a":1}', time.time()), "Webhook-Timestamp": "²"},
    ],
)
def test_webhooks_that_are_not_genuine(headers: dict[str, str]) -> None:
    with pytest.raises(WebhookVerificationError):
        parse_webhook(b'{"a":1}', headers, lambda: Json, StandardWebhooks(SECRET))


@pytest.mark.parametrize("secret", ["", "whsec_", ("",)])
def test_a_missing_secret_verifies_nothing(secret: str | tuple[str, ...]) -> None:
    with pytest.raises(WebhookVerificationError, match="the secret is missing"):
        parse_webhook(b'{"a":1}', standard(b'{"a":1}', time.time(), b""), lambda: Json, StandardWebhooks(secret))
    digest = hmac.new(b"", b"{}", "sha256").hexdigest()
    with pytest.raises(WebhookVerificationError, match="the secret is missing"):
        HMACSignature("", header="x-s").verify(b"{}", {"x-s": digest})


def test_webhooks_with_a_plain_hmac() -> None:
    digest = hmac.new(b"s", b"{}", "sha256").hexdigest()
    verifier = HMACSignature("s", header="X-Signature", prefix="sha256=")
    assert parse_webhook(b"{}", {"x-signature": f"sha256={digest}"}, lambda: Json, verifier) == {}
    with pytest.raises(WebhookVerificationError):
        verifier.verify(b"{} ", {"x-signature": f"sha256={digest}"})
    both = HMACSignature(("other", "s"), header="X-Signature", prefix="sha256=")
    both.verify(b"{}", {"x-signature": f"sha256={digest}"})


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> Callable[[], tuple[Any, ...]]:
    """Record spans of OpenTelemetry; the function returns those that have ended."""
    pytest.importorskip("opentelemetry.sdk")
    from opentelemetry import trace  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor  # noqa: PLC0415
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter  # noqa: PLC0415

    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)  # a global provider would trace all later tests
    return exporter.get_finished_spans


def traced_client(acme: ModuleType, url: str) -> Any:
    """Return a client whose calls have spans."""
    client = acme.AcmePhotos("s3cret", server_url=url)
    open_telemetry = import_module("acme_photos._runtime.client.telemetry").open_telemetry
    client._engine.shared.tracing = open_telemetry(client._engine.description)
    return client


def test_calls_have_spans(acme: ModuleType, server: LoopbackServer, spans: Callable[[], tuple[Any, ...]]) -> None:
    server.answers(json_reply({"id": "a", "title": "t"}), Reply(404, {}, [b"s3cret"], length=6))
    with traced_client(acme, server.url) as client:
        client.albums.get(id="a")
        for call in (lambda: client.albums.get(id="a"), lambda: client.request("GET", "/free?token=s3cret")):
            with pytest.raises(acme.errors.APIError):
                call()
        with pytest.raises(acme.errors.NoResponseError):
            client.albums.get(id="a", server_url="http://127.0.0.1:1")
    found = [(span.name, dict(span.attributes or {}), span.status.is_ok) for span in spans()]
    assert [name for name, _, _ in found] == ["GET /albums/{id}", "GET /albums/{id}", "GET", "GET /albums/{id}"]
    assert [attributes.get("error.type") for _, attributes, _ in found] == [None, "404", "404", "ConnectError"]
    assert [is_ok for _, _, is_ok in found] == [True, False, False, False]
    assert found[0][1]["http.response.status_code"] == 200
    assert found[0][1]["url.full"] == f"{server.url}/albums/a"
    assert "s3cret" not in str([(found, span.status.description, span.events) for span in spans()])
    trace_id = f"{spans()[0].get_span_context().trace_id:032x}"
    assert server.received[0].headers["traceparent"].split("-")[1] == trace_id


@pytest.mark.usefixtures("spans")
@pytest.mark.parametrize("is_page", [False, True], ids=["redirect", "page"])
def test_no_trace_goes_on_at_another_origin(acme: ModuleType, server: LoopbackServer, *, is_page: bool) -> None:
    other = LoopbackServer()
    album = {"id": "a", "title": "t"}
    elsewhere = f"{other.url}/albums/a"
    try:
        other.answers(json_reply({"albums": [album]} if is_page else album))
        with traced_client(acme, server.url) as client:
            if is_page:
                server.answers(json_reply({"albums": [album], "next_cursor": elsewhere}))
                page = client.albums.list()
                page._rule = import_module("acme_photos._runtime.client.paging").URLPaging(next_url="$.next_cursor")
                page.next()
            else:
                server.answers(Reply(307, {"Location": elsewhere}))
                client.albums.get(id="a")
    finally:
        other.stop()
    assert "traceparent" in server.received[0].headers
    assert set(other.received[0].headers) - {"host", "connection", "accept-encoding"} == {"accept", "user-agent"}


def test_calls_load_open_telemetry_only_for_programs_that_use_it(acme_folder: Path, server: LoopbackServer) -> None:
    server.answers(json_reply({"id": "a", "title": "t"}), json_reply({"id": "a", "title": "t"}))
    pytest.importorskip("opentelemetry.sdk")
    code = (
        "import sys; from acme_photos import AcmePhotos; client = AcmePhotos('k', server_url=sys.argv[1]);"
        "from acme_photos._runtime.client.telemetry import open_telemetry;"
        "client._engine.shared.tracing = open_telemetry(client._engine.description);"
        "client.albums.get(id='a'); client.close(); print('opentelemetry.trace' in sys.modules)"
    )
    command = [sys.executable, "-c", code, server.url]
    provider = {**os.environ, "OTEL_PYTHON_TRACER_PROVIDER": "default_tracer_provider"}
    for environment, expected in ((None, "False"), (provider, "True")):
        run = subprocess.run(command, cwd=acme_folder, env=environment, capture_output=True, text=True, check=True)
        assert run.stdout.strip() == expected


def test_paths_into_json() -> None:
    value = {"a": [{"b": 1}, {"b": 2}], "c d": None}
    assert found("$.a[-1].b", value) == 2
    assert found("$['a'][0]['b']", value) == 1
    assert found("a[5].b", value) is None
    assert found("$.c d.x", value) is None
    with pytest.raises(ValueError, match="no member"):
        found("$.a[?(@.b)]", value)


def test_credentials_are_redacted_by_name_and_place() -> None:
    assert redacted_url("https://u:p@h/x?api_key=1&page=2&k=3#f", ["k"]) == "https://h/x?api_key=***&page=2&k=***"
    body = '{"name": "n", "client_secret": "s\\"x", "nested": {"token": 5, "tokens_used": "a"}}'
    hidden = redacted_body(body)
    assert 's\\"x' not in hidden
    assert '"name": "n"' in hidden
    assert redacted_body("grant_type=password&password=p") == "grant_type=password&password=***"


def test_whatever_a_name_of_credentials_holds_is_redacted() -> None:
    value = {"tokens": ["s3cret"], "credentials": {"user": "s3cret"}, "accessKey": "s3cret", "monkey": "seen", "n": 1}
    hidden = {"tokens": "***", "credentials": "***", "accessKey": "***", "monkey": "seen", "n": 1}
    assert json.loads(redacted_body(json.dumps([value]))) == [hidden]
    cut = redacted_body(json.dumps({"a": [1], "password": "s3cret"})[:-4])
    assert cut == '{"a": [1], "password": "***"'
    assert redacted_body(json.dumps({"a": [1], "tokens": ["s3cret", "s3cret"]})[:-4]) == '{"a": [1], "tokens": "***"'
    assert redacted_body('{"a":' * 100_000).startswith('{"a":{"a":')


def test_urls_in_header_fields_are_redacted() -> None:
    fields = [("location", "https://h/x?access_token=s3cret&page=2"), ("link", '<https://h/?sig=s3cret>; rel="next"')]
    assert redacted_headers(fields) == {
        "location": "https://h/x?access_token=***&page=2",
        "link": '<https://h/?sig=***>; rel="next"',
    }


def test_the_type_of_bytes_whose_description_has_a_range(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    writer = BytesBody("image/*")
    for value, media_type in (
        (tmp_path / "a.png", "image/png"),
        (tmp_path / "a.txt", "application/octet-stream"),
        (b"x", "application/octet-stream"),
    ):
        if isinstance(value, Path):
            value.write_bytes(b"x")
        assert writer.written(value, {}).headers["Content-Type"] == media_type
