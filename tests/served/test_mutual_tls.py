"""Mutual TLS with certificates: a server that asks for one, called by HTTP clients with and without one."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx2
import pytest

from tests.python_packages import package_of

HERE = Path(__file__).parent
COMPILED = HERE.parent.parent / "templates/typescript/compiled"
NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Vault", "version": "1.0.0"},
    "servers": [{"url": "https://vault.example"}],
    "security": [{"certificate": []}],
    "paths": {"/state": {"get": {"operationId": "getState", "responses": {"204": {"description": "Running"}}}}},
    "components": {"securitySchemes": {"certificate": {"type": "mutualTLS"}}},
}


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with `ca.pem`, and with certificate and key of `server` and `client`, which it has signed."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed, so there are no certificates to try mutual TLS with")
    folder = tmp_path_factory.mktemp("certificates")

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True, timeout=60)

    openssl("req", "-x509", *NEW_KEY, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Authority", "-days", "2")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1,DNS:localhost\n")
    for name in ("server", "client"):
        openssl("req", *NEW_KEY, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={name}")
        signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "names", "-days", "2")
        openssl("x509", "-req", "-in", f"{name}.csr", "-out", f"{name}.pem", *signed)
    return folder


@pytest.fixture(scope="module")
def url(certificates: Path) -> Iterator[str]:
    """Return the URL of a server that refuses connections without a certificate of the authority."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(certificates / "ca.pem"))
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_cert_chain(certificates / "server.pem", certificates / "server.key")
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        # Each thread shakes hands itself: one that fails must not hold up the others.
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield f"https://localhost:{server.server_address[1]}"
        server.shutdown()


class Handler(BaseHTTPRequestHandler):
    """Answers whoever comes through."""

    def do_GET(self) -> None:
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def test_a_python_client_has_the_certificate_of_its_http_client(certificates: Path, url: str, tmp_path: Path) -> None:
    sdk = package_of(DOCUMENT, tmp_path, parts=("models", "client"))
    without = ssl.create_default_context(cafile=str(certificates / "ca.pem"))
    context = ssl.create_default_context(cafile=str(certificates / "ca.pem"))
    context.load_cert_chain(certificates / "client.pem", certificates / "client.key")
    with httpx2.Client(verify=context) as client:
        sdk.Vault(server_url=url, client=client).get_state()
    with httpx2.Client(verify=without) as client, pytest.raises(sdk.models.NoResponseError):
        sdk.Vault(server_url=url, client=client).get_state()


def test_a_typescript_client_has_the_certificate_of_its_fetch(certificates: Path, url: str) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed, so nothing of TypeScript is run")
    command = [node, str(HERE / "mutual_tls.mjs"), str(COMPILED), url, str(certificates)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert run.stdout.split() == ["ConnectionError", "none"], run.stderr
