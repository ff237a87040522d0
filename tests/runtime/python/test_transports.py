"""What lies between a client and its server: certificates of both sides, authorities, proxies."""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import httpx2
import pytest

from tests.runtime.python.loopback import LoopbackServer, json_reply

ALBUM = {"id": "a1", "title": "Sea"}
CALL = """
import sys
from acme_photos import AcmePhotos
with AcmePhotos("k", server_url=sys.argv[1]) as client:
    print(client.albums.get(id="a").title)
"""
ASYNC_CALL = """
import asyncio, sys
from acme_photos import AcmePhotos
async def main():
    async with AcmePhotos("k", server_url=sys.argv[1]) as client:
        print((await client.albums.get_async(id="a")).title)
asyncio.run(main())
"""
with_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


def make_certificate(folder: Path, name: str) -> Path:
    """Return a file with a key and a certificate that signs itself, for 127.0.0.1."""
    path = folder / f"{name}.pem"
    names = ["-subj", f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names]
    subprocess.run([*command, "-keyout", f"{path}.key", "-out", path], check=True, capture_output=True)
    path.write_text(path.read_text() + Path(f"{path}.key").read_text())
    return path


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The certificates of a server and of a client."""
    folder = tmp_path_factory.mktemp("certificates")
    return make_certificate(folder, "server"), make_certificate(folder, "client")


@pytest.fixture
def strict_server(certificates: tuple[Path, Path]) -> Iterator[LoopbackServer]:
    """A server that asks for the client's certificate."""
    own, expected = certificates
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=expected)
    tls.load_cert_chain(own)
    tls.verify_mode = ssl.CERT_REQUIRED
    running = LoopbackServer(tls)
    yield running
    running.stop()


@with_openssl
def test_mutual_tls(acme: ModuleType, strict_server: LoopbackServer, certificates: tuple[Path, Path]) -> None:
    authority, own = certificates
    strict_server.answers(json_reply(ALBUM))
    context = ssl.create_default_context(cafile=authority)
    with httpx2.Client(verify=context) as http:
        client = acme.AcmePhotos("k", server_url=strict_server.url, client=http)
        with pytest.raises(acme.errors.NoResponseError):
            client.albums.get(id="a")
    assert strict_server.received == []
    context.load_cert_chain(own)
    with httpx2.Client(verify=context) as http:
        client = acme.AcmePhotos("k", server_url=strict_server.url, client=http)
        assert client.albums.get(id="a").title == "Sea"


@with_openssl
@pytest.mark.parametrize("program", [CALL, ASYNC_CALL], ids=["sync", "async"])
@pytest.mark.parametrize(("authority", "code"), [("server", 0), ("client", 1)])
def test_authorities_come_from_the_environment(
    acme_folder: Path, certificates: tuple[Path, Path], authority: str, code: int, program: str
) -> None:
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificates[0])
    server = LoopbackServer(tls)
    server.answers(json_reply(ALBUM))
    trusted = certificates[0] if authority == "server" else certificates[1]
    environment = {**os.environ, "SSL_CERT_FILE": str(trusted)}
    command = [sys.executable, "-c", program, server.url]
    done = subprocess.run(command, cwd=acme_folder, env=environment, capture_output=True, text=True, check=False)
    server.stop()
    assert done.returncode == code, done.stderr
    assert done.stdout.strip() == ("Sea" if code == 0 else "")


def test_authorities_are_loaded_for_tls_alone(
    acme: ModuleType, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> ssl.SSLContext:
        raise LookupError("authorities are loaded")

    library = import_module("acme_photos._runtime.client.httpx2_library")
    monkeypatch.setattr(httpx2, "create_ssl_context", refuse)
    library._ssl_context.cache_clear()
    server.answers(json_reply(ALBUM))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        assert client.albums.get(id="a").title == "Sea"
        with pytest.raises(LookupError):
            client.albums.get(id="a", server_url=server.url.replace("http", "https"))
    library._ssl_context.cache_clear()


@pytest.mark.parametrize(
    ("excluded", "target"), [("", "http://photos.example/albums/a"), ("127.0.0.1", "/albums/a")], ids=["proxy", "none"]
)
def test_proxies_come_from_the_environment(
    acme: ModuleType, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch, excluded: str, target: str
) -> None:
    for name in ("http_proxy", "no_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTP_PROXY", server.url)
    monkeypatch.setenv("NO_PROXY", excluded)
    server.answers(json_reply(ALBUM))
    with acme.AcmePhotos("k", server_url=server.url if excluded else "http://photos.example") as client:
        assert client.albums.get(id="a").title == "Sea"
    assert [request.target for request in server.received] == [target]
