"""References to other files and URLs: what is reached, under which name, and what is refused."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from typewright.base.errors import Diagnostic, SpecError, render
from typewright.openapi.document import Document, load_document
from typewright.openapi.files import fetching
from typewright.openapi.files.fetching import FetchError, fetch_url
from typewright.openapi.files.project_folder import is_allowed_url, project_folder

PET = """\
Pet:
  tag: {$ref: tag.json#/Tag}
  up: {$ref: ../openapi.yaml#/x/y}
  own: {$ref: '#/Pet'}
"""
FILES = {
    "spec/openapi.yaml": "openapi: 3.1.0\npaths:\n  /a: {$ref: models/pet.yaml#/Pet}\nx: {y: 1}\n",
    "spec/models/pet.yaml": PET,
    "spec/models/tag.json": '{"Tag": {"$ref": "../../common/my%20base.yaml"}}',
    "spec/models/ids.yaml": "a: {$id: https://example.com/one, b: {$ref: tag.json}}\nc: {$anchor: here}\n",
    "spec/models/broken.yaml": "a: 1\nb: [\n",
    "spec/loop.yaml": "a: {$ref: 'openapi.yaml#/loop'}\n",
    "common/my base.yaml": "type: string\n",
    "outside.yaml": "secret: 1\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / ".git").mkdir()
    (tmp_path / "outside.yaml").write_text("secret: 1\n")
    return folder


@pytest.fixture
def document(project: Path) -> Document:
    return load_document(project / "spec/openapi.yaml")


def fault(document: Document, ref: str, base: str = "#/paths/~1a") -> Diagnostic:
    with pytest.raises(SpecError) as caught:
        document.follow(ref, base)
    (found,) = caught.value.diagnostics
    return found


def test_references_run_relative_to_the_file_they_stand_in(document: Document) -> None:
    pet = document.resolve("models/pet.yaml#/Pet", "#/paths/~1a")
    assert pet.pointer == "models/pet.yaml#/Pet"
    tag = document.resolve("tag.json#/Tag", f"{pet.pointer}/tag")
    assert tag.pointer == "models/tag.json#/Tag"
    base = document.resolve("../../common/my%20base.yaml", tag.pointer)
    assert (base.pointer, base.value) == ("../common/my base.yaml#", {"type": "string"})
    assert document.follow("tag.json#/Tag", pet.pointer) == base
    assert document.resolve("#/Pet", f"{pet.pointer}/own").pointer == pet.pointer
    assert document.resolve("./models/../models//pet.yaml#/Pet", "#").pointer == pet.pointer


def test_a_reference_back_to_the_root_file_is_one_to_the_root(document: Document) -> None:
    document.resolve("models/pet.yaml", "#")
    assert document.resolve("../openapi.yaml#/x/y", "models/pet.yaml#/Pet/up").pointer == "#/x/y"
    assert document.resolve("openapi.yaml", "#").pointer == "#"


def test_places_and_lines_of_other_files(document: Document, project: Path) -> None:
    document.resolve("models/pet.yaml#/Pet", "#/paths/~1a")
    location = document.location("models/pet.yaml#/Pet/tag", at_key=True)
    assert (location.file, location.line, location.column) == ((project / "spec/models/pet.yaml").as_posix(), 2, 3)
    assert document.source_line(location.file, 3) == "  up: {$ref: ../openapi.yaml#/x/y}"
    assert document.location("never/read.yaml#/x").file == document.file


def test_a_file_is_named_as_the_user_named_the_root(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    document = load_document(Path("spec/openapi.yaml"))
    document.resolve("models/pet.yaml", "#")
    document.resolve("../common/my%20base.yaml", "#")
    assert [source.file for source in document.sources] == [
        "spec/openapi.yaml",
        "spec/models/pet.yaml",
        "common/my base.yaml",
    ]
    assert list(document.digests) == ["openapi.yaml", "models/pet.yaml", "../common/my base.yaml"]
    assert len(set(document.digests.values())) == 3


def test_a_cycle_over_files(project: Path) -> None:
    root = project / "spec/openapi.yaml"
    root.write_text("openapi: 3.1.0\nloop: {$ref: 'loop.yaml#/a'}\n")
    found = fault(load_document(root), "loop.yaml#/a", "#/loop")
    assert found.message == "the references form a cycle: #/loop -> loop.yaml#/a -> #/loop"


@pytest.mark.parametrize(
    ("ref", "shown", "help_text"),
    [
        ("models/pets.yaml", "spec/models/pets.yaml", "did you mean 'pet.yaml'?"),
        ("models\\pet.yaml", "spec/models\\pet.yaml", "separate folders with '/'"),
        ("nowhere/at-all.yaml", "spec/nowhere/at-all.yaml", "check the path; it is relative to the referring file"),
    ],
)
def test_a_missing_file(project: Path, monkeypatch: pytest.MonkeyPatch, ref: str, shown: str, help_text: str) -> None:
    monkeypatch.chdir(project)
    found = fault(load_document(Path("spec/openapi.yaml")), ref)
    assert (found.code, found.message, found.help) == ("E206", f"there is no file '{shown}'", help_text)
    assert str(found.location) == "spec/openapi.yaml:3:14"


@pytest.mark.parametrize("name", ["x" * 5_000 + ".yaml", "a%00b.yaml"])
def test_what_no_file_can_be_called(document: Document, name: str) -> None:
    assert fault(document, name).code == "E206"


def test_what_is_wrong_in_another_file_is_told_there(document: Document, project: Path) -> None:
    found = fault(document, "models/broken.yaml#/a")
    assert (found.code, found.location and found.location.line) == ("E105", 3)
    assert "broken.yaml" in render([found], document.source_line)
    assert fault(document, "models/broken.yaml#/b") == found


def test_a_folder_is_no_file(document: Document) -> None:
    assert fault(document, "models").code == "E101"


@pytest.mark.parametrize("ref", ["../../outside.yaml", "../../../../../../../../etc/hostname", "/etc/hostname"])
def test_a_file_outside_the_project_is_refused_unread(document: Document, ref: str) -> None:
    found = fault(document, ref)
    assert (found.code, found.help) == ("E202", "move the file inside, or allow it")


def test_a_symbolic_link_does_not_lead_outside(document: Document, project: Path) -> None:
    (project / "spec/link.yaml").symlink_to(project.parent / "outside.yaml")
    (project / "spec/folder").symlink_to(project.parent)
    assert fault(document, "link.yaml").code == "E202"
    assert fault(document, "folder/outside.yaml").code == "E202"


def test_a_symbolic_link_to_itself_is_told(document: Document, project: Path) -> None:
    (project / "spec/self.yaml").symlink_to(project / "spec/self.yaml")
    assert fault(document, "self.yaml").code in ("E206", "E101")


@pytest.mark.parametrize("allowed", ["../outside.yaml", "../", ".."])
def test_what_is_allowed_may_lie_outside(project: Path, allowed: str) -> None:
    document = load_document(project / "spec/openapi.yaml", allow=[allowed])
    assert document.resolve("../../outside.yaml#/secret", "#").value == 1


def test_the_project_folder_can_be_given(project: Path) -> None:
    document = load_document(project / "spec/openapi.yaml", root_folder=project / "spec")
    assert fault(document, "../common/my%20base.yaml").code == "E202"
    assert document.resolve("models/pet.yaml#/Pet", "#").pointer == "models/pet.yaml#/Pet"


def test_the_project_folder_is_found(project: Path) -> None:
    assert project_folder(project / "spec/openapi.yaml") == project.resolve()
    (project / "spec/typewright.yaml").write_text("spec: openapi.yaml\n")
    assert project_folder(project / "spec/models/pet.yaml") == (project / "spec").resolve()


def test_an_id_changes_the_base_only_where_it_leads_somewhere(document: Document) -> None:
    assert document.resolve("models/ids.yaml#here", "#").pointer == "models/ids.yaml#/c"
    assert document.resolve("tag.json", "models/ids.yaml#/a/b").pointer == "models/tag.json#"
    assert document.resolve("https://example.com/one#/b", "#").pointer == "models/ids.yaml#/a/b"


URL = "https://example.com/api/base.yaml"


def test_an_allowed_url_is_fetched_once_and_its_references_are_relative_to_it(project: Path) -> None:
    pages = {URL: b"A: {$ref: other.json#/B}\n", "https://example.com/api/other.json": b'{"B": {"type": "string"}}'}
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        return pages[url]

    document = load_document(project / "spec/openapi.yaml", allow=["https://example.com/api/"], fetch=fetch)
    for _ in range(2):
        found = document.follow(f"{URL}#/A", "#/paths/~1a")
        assert (found.pointer, found.value) == ("https://example.com/api/other.json#/B", {"type": "string"})
    assert asked == list(pages)
    assert document.location(f"{URL}#/A", at_key=True).file == URL
    assert set(document.digests) == {"openapi.yaml", *pages}


@pytest.mark.parametrize(
    ("url", "allow"),
    [
        (URL, []),
        (URL, ["https://example.com/api"]),
        (URL, ["https://example.com/api/base.yaml.org", "http://example.com/api/"]),
        ("https://example.com.evil.org/x", ["https://example.com"]),
        ("file:///etc/hostname", []),
        ("data:,a", []),
    ],
)
def test_every_other_url_is_refused_unfetched(project: Path, url: str, allow: list[str]) -> None:
    def fetch(asked: str) -> bytes:
        raise AssertionError(asked)

    document = load_document(project / "spec/openapi.yaml", allow=allow, fetch=fetch)
    found = fault(document, url)
    assert (found.code, found.message) == ("E203", f"'{url}' is a URL, and not allowed")


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status = {"/moved": 302, "/none": 404}.get(self.path, 200)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/page")
            self.end_headers()
            if status == 200:
                self.wfile.write(b"a: 1\n")

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()
        thread.join()


def test_a_url_is_fetched(server: str, project: Path) -> None:
    assert fetch_url(f"{server}/page") == b"a: 1\n"
    document = load_document(project / "spec/openapi.yaml", allow=[f"{server}/"])
    assert document.resolve(f"{server}/page#/a", "#").value == 1
    found = fault(document, f"{server}/none")
    assert (found.code, found.message) == ("E206", f"cannot read '{server}/none': the server says 404 Not Found")


def test_a_redirect_is_not_followed(server: str) -> None:
    with pytest.raises(FetchError, match=r"redirects to 'http://127.0.0.1:.*/page'"):
        fetch_url(f"{server}/moved")


def test_a_page_without_end_is_given_up(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MAX_BYTES", 3)
    with pytest.raises(FetchError, match="more than 3 bytes"):
        fetch_url(f"{server}/page")


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://127.0.0.1/x", "http://127.0.0.1:1/x", "http://[::1", "http:///"]
)
def test_what_cannot_be_fetched(url: str) -> None:
    with pytest.raises(FetchError):
        fetch_url(url)


ALLOWED = ["http://host/specs/", "https://host:8443/one.yaml", "http://[::1]:80/a/"]


@pytest.mark.parametrize(
    "url",
    [
        "http://host/specs/pet.yaml",
        "http://host:80/specs/pet.yaml",
        "HTTP://HOST/specs/pet.yaml",
        "http://host/%73pecs/pet.yaml",
        "http://host/specs/deep/pet.yaml?version=1",
        "http://host/specs/pet..yaml",
        "http://host/specs/a%20b.yaml",
        "https://host:8443/one.yaml",
        "http://[::1]/a/b",
    ],
)
def test_a_url_below_what_is_allowed_is_allowed(url: str) -> None:
    assert is_allowed_url(url, ALLOWED)


@pytest.mark.parametrize(
    "path",
    [
        "../admin",
        "%2e%2e/admin",
        "%2E./admin",
        ".%2e/admin",
        "%252e%252e/admin",
        "%25252e%25252e/admin",
        "..;/admin",
        "..;x=1/admin",
        "%2e%2e%3b/admin",
        "..%2fadmin",
        "..%5cadmin",
        "..\\admin",
        "x/../../admin",
        "x/%2e%2e/%2e%2e/admin",
        "./../admin",
        "%2e/admin",
        "x%00",
        ".\t./admin",
        "\n../admin",
        "%09../admin",
    ],
)
def test_what_may_lead_out_of_an_allowed_folder_is_refused(path: str) -> None:
    assert not is_allowed_url(f"http://host/specs/{path}", ALLOWED)


@pytest.mark.parametrize(
    "url",
    [
        "http://host/specs",
        "http://host/specs2/x",
        "http://host//specs/x",
        "http://host/specs%2fx",
        "https://host/specs/x",
        "http://host:81/specs/x",
        "http://host.evil/specs/x",
        "http://host@evil/specs/x",
        "http://evil@host/specs/x",
        "http://host\\@evil/specs/x",
        "http://evil#@host/specs/x",
        "http://evil?@host/specs/x",
        "http://evil/http://host/specs/x",
        "http://host:x/specs/x",
        "http://host:99999/specs/x",
        "http://[::1/a/b",
        "https://host:8443/one.yaml?x=1",
        "https://host:8443/one.yaml/",
        "ftp://host/specs/x",
        "//host/specs/x",
    ],
)
def test_a_url_of_another_place_is_refused(url: str) -> None:
    assert not is_allowed_url(url, ALLOWED)


@pytest.fixture(params=["head", "body"])
def slow_server(request: pytest.FixtureRequest) -> Iterator[str]:
    """A server that sends a byte now and then, from the first or from the body on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def trickle() -> None:
            connection, _ = listener.accept()
            with connection, contextlib.suppress(OSError):
                connection.recv(1000)
                head = b"HTTP/1.1 200 OK\r\n\r\n" if request.param == "body" else b"HTTP/1.1 200 OK\r\nX: "
                connection.sendall(head)
                while True:
                    connection.sendall(b"a")
                    time.sleep(0.02)

        threading.Thread(target=trickle, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"


def test_a_server_that_trickles_is_given_up(slow_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.3)
    started = time.monotonic()
    with pytest.raises(FetchError, match=r"takes more than 0\.3 seconds"):
        fetch_url(slow_server)
    assert time.monotonic() - started < 2
