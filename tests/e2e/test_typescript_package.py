"""The package of a TypeScript client: packed, installed from its tarball, checked, bundled, and run where it claims to.

A sample of it runs in the quick suite; the rest is nightly, for it installs runtimes and bundlers from npm.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.typescript_package.packaging import PROGRAMS, generated, installed, said
from tests.e2e.typescript_package.server import Gallery, serving

CAME = {
    "photo": ["p1", True, "2026-01-02T03:04:05.000Z", "Sea"],
    "changed": "Sea",
    "words": ["2026 a", "2026 wide", "2026 sea"],
    "listed": ["p1", "p2"],
    "uploaded": "The sea",
    "found": "p1",
    "lost": ["Fault", True, "No such photo"],
    "thrown": ["Fault", True, 404],
    "parsed": "a",
}
"""What the calls of `programs/calls.mjs` give."""
RUNTIMES = {
    "node20": ["node20/bin/node"],
    "node22": ["node22/bin/node"],
    "node24": ["node24/bin/node"],
    "node24 without eval": ["node24/bin/node", "--disallow-code-generation-from-strings"],
    "bun": [".bin/bun"],
    "deno": [
        ".bin/deno",
        "run",
        "--node-modules-dir=manual",
        "--no-lock",
        "--allow-net",
        "--allow-env",
        "--allow-read",
    ],
}
STRICT = {
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "verbatimModuleSyntax": True,
    "isolatedDeclarations": True,
    "declaration": True,
    "target": "es2022",
    "types": [],
}
MODULES = {"bundler": "esnext", "node16": "node16", "nodenext": "nodenext"}
LIBRARIES = {"with DOM": ["es2022", "dom", "dom.iterable"], "without DOM": ["es2022"]}


@pytest.fixture(scope="module")
def gallery() -> Iterator[Gallery]:
    """The server that the calls go to."""
    with serving() as started:
        yield started


@pytest.fixture(scope="module")
def consumer(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package installed from its tarball, built by the compiler that it names."""
    return installed(tmp_path_factory.mktemp("package"), tools)


def test_a_packed_package_runs(tsc: Path, gallery: Gallery, tmp_path: Path) -> None:
    folder = installed(tmp_path, tsc.parent.parent.parent)
    node = ["node", "--disallow-code-generation-from-strings"]
    assert json.loads(said([*node, "main.mjs", gallery.url], folder)) == CAME
    sent = {(method, target): (headers, body) for method, target, headers, body in gallery.seen}
    headers, _ = sent["GET", "/v1/photos/p%201?size=640"]
    assert headers["authorization"] == "Bearer secret"
    assert headers["user-agent"].startswith("@example/gallery/1.2.3 ")
    assert json.loads(sent["PATCH", "/v1/photos/p1"][1]) == {"title": "Sea", "caption": None}
    assert b'name="file"; filename=' in sent["POST", "/v1/photos"][1]
    assert not list((folder / "node_modules/@example/gallery").glob("docs"))


@pytest.mark.nightly
@pytest.mark.parametrize("runtime", RUNTIMES)
def test_it_runs_everywhere(runtime: str, consumer: Path, tools: Path, gallery: Gallery) -> None:
    program, *options = RUNTIMES[runtime]
    assert json.loads(said([tools / program, *options, "main.mjs", gallery.url], consumer)) == CAME


@pytest.mark.nightly
def test_commonjs_requires_it(consumer: Path, tools: Path) -> None:
    program = 'console.log(typeof require("@example/gallery").Gallery)'
    for node in ("node20", "node22", "node24"):
        assert said([tools / node / "bin/node", "--no-warnings", "-e", program], consumer) == "function\n"


@pytest.mark.nightly
@pytest.mark.parametrize("bundler", ["esbuild", "vite"])
def test_its_bundle_runs(bundler: str, consumer: Path, tools: Path, gallery: Gallery, tmp_path: Path) -> None:
    bundle = tmp_path / "main.mjs"
    (bundle.parent / "node_modules").symlink_to(tools)
    if bundler == "esbuild":
        options = ["--bundle", "--minify", "--format=esm", "--platform=neutral", f"--outfile={bundle}"]
        said([tools / ".bin/esbuild", "main.mjs", *options], consumer)
    else:
        shutil.copy(PROGRAMS / "vite.mjs", tmp_path)
        said(["node", tmp_path / "vite.mjs", consumer / "main.mjs", tmp_path], consumer)
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(bundle, alone)
    assert json.loads(said(["node", "main.mjs", gallery.url], alone)) == CAME


@pytest.mark.nightly
def test_its_bundle_runs_in_workerd(consumer: Path, tools: Path, gallery: Gallery, tmp_path: Path) -> None:
    bundle = tmp_path / "worker.mjs"
    options = ["--bundle", "--minify", "--format=esm", "--platform=neutral", f"--outfile={bundle}"]
    said([tools / ".bin/esbuild", "worker.mjs", *options], consumer)
    (tmp_path / "node_modules").symlink_to(tools)
    shutil.copy(PROGRAMS / "workerd.mjs", tmp_path)
    assert json.loads(said([tools / "node22/bin/node", "workerd.mjs", bundle, gallery.url], tmp_path)) == CAME


@pytest.mark.nightly
@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("resolution", MODULES)
@pytest.mark.parametrize("compiler", ["5.9", "newest"])
def test_a_consumer_compiles(
    compiler: str, resolution: str, library: str, consumer: Path, tools: Path, tsc: Path, tmp_path: Path
) -> None:
    shutil.copytree(consumer, tmp_path, dirs_exist_ok=True)
    resolved = {"module": MODULES[resolution], "moduleResolution": resolution, "lib": LIBRARIES[library]}
    options = {"compilerOptions": STRICT | resolved | {"outDir": "out"}, "files": ["consumer.ts"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(options))
    program = tools / "typescript/bin/tsc" if compiler == "5.9" else tsc
    assert said(["node", program], tmp_path) == ""


@pytest.mark.nightly
def test_publint_and_attw_find_nothing(consumer: Path, tools: Path) -> None:
    package = consumer / "node_modules/@example/gallery"
    tarball = next(consumer.parent.glob("*.tgz"))
    assert "All good!" in said([tools / ".bin/publint", "--strict", package], consumer)
    said([tools / ".bin/attw", tarball, "--profile", "esm-only"], consumer)


@pytest.mark.nightly
def test_a_package_of_both_kinds_is_sound(tools: Path, gallery: Gallery, tmp_path: Path) -> None:
    folder = installed(tmp_path, tools, commonjs=True)
    said([tools / ".bin/attw", next(tmp_path.glob("*.tgz")), "--profile", "node16"], folder)
    program = f"""
      const {{ Gallery }} = require("@example/gallery");
      const {{ photosGetPhoto }} = require("@example/gallery/funcs/photosGetPhoto.js");
      const gallery = new Gallery({{ token: "k", serverURL: "{gallery.url}" }});
      photosGetPhoto(gallery, {{ photoId: "p1" }}).then(({{ value }}) => console.log(value.photoId));
      console.log(require.resolve("@example/gallery"));
    """
    (folder / "main.cjs").write_text(program)
    place, photo = said([tools / "node20/bin/node", "main.cjs"], folder).splitlines()
    assert place.endswith("dist/cjs/index.js")
    assert photo == "p1"
    assert json.loads(said([tools / "node20/bin/node", "main.mjs", gallery.url], folder)) == CAME


@pytest.mark.nightly
def test_jsr_takes_the_sources(tools: Path, tmp_path: Path) -> None:
    folder = generated(tmp_path / "source", metadata={"license": "MIT"})
    options = ["--dry-run", "--allow-dirty", "--unstable-sloppy-imports"]  # as `npx jsr publish` does it
    said([tools / ".bin/deno", "publish", *options], folder)


@pytest.mark.nightly
def test_the_sources_are_laid_out_as_prettier_does(tools: Path, tmp_path: Path) -> None:
    folder = generated(tmp_path / "source")
    said([tools / ".bin/prettier", "--print-width", "120", "--check", "!(examples|docs)/**/*.ts", "*.ts"], folder)
