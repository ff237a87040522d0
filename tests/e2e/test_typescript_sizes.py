"""How large the bundle of one function is: held to what was reached, so that nothing creeps in unseen."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from typewright.cli import run

from tests.e2e.typescript_package.packaging import HERE, said

ROOT = Path(__file__).parent.parent.parent
OWN = ROOT / "spec/openapi.yaml"
CASES = {
    "a function in JSON": (HERE / "openapi.yaml", "Gallery", "photosGetPhoto", 7_900),
    "a stream": (HERE / "openapi.yaml", "Gallery", "chatDescribePhoto", 8_490),
    "this repository's own": (OWN, "OrqImageAPI", "proxyImagesGenerate", 9_650),
}
"""By what is measured: description, client, function, and the most bytes of its bundle, minified and packed by gzip."""


@pytest.mark.nightly
@pytest.mark.parametrize("case", CASES)
def test_a_function_alone_is_small(case: str, tools: Path, tmp_path: Path) -> None:
    description, client, function, most = CASES[case]
    options = ["--spec", str(description), "--out", str(tmp_path), "--target", "typescript"]
    assert run(["generate", *options, "--package", "@example/api", "--quiet"]) == 0
    folder = tmp_path / "typescript"
    said(["node", tools / "typescript/bin/tsc", "-p", "."], folder)
    lines = [
        f'import {{ {client}Core }} from "./dist/core.js";',
        f'import {{ {function} }} from "./dist/funcs/{function}.js";',
        f'console.log({function}(new {client}Core({{ security: {{}} }}), JSON.parse("{{}}")));',
    ]
    (folder / "entry.mjs").write_text("\n".join(lines))
    flags = ["--bundle", "--minify", "--format=esm", "--platform=neutral", "--target=es2022", "--outfile=bundle.mjs"]
    said([tools / ".bin/esbuild", "entry.mjs", *flags], folder)
    assert len(gzip.compress((folder / "bundle.mjs").read_bytes(), 9)) <= most
