"""Runtime modules of packages: copied as they are, below a header, and only those that are needed."""

from pathlib import Path

import pytest
from typewright.pages.page import RuntimeFile
from typewright.rendering.environment import render
from typewright.rendering.runtime_files import is_runtime, needed_modules, runtime_text
from typewright.rendering.template_folder import find_templates

VALUES = RuntimeFile("acme/_runtime/values.py", "python/runtime/values.py")


def text_of(file: RuntimeFile, templates: Path | None = None) -> str:
    [rendered] = render([file], templates)
    return rendered.text


@pytest.mark.parametrize(
    ("source", "comment"), [("python/runtime/values.py", "# "), ("typescript/runtime/support.ts", "// ")]
)
def test_a_module_is_copied_below_a_header_with_its_digest(source: str, comment: str) -> None:
    header, _, rest = text_of(RuntimeFile("copy", source)).partition("\n")
    assert header.startswith(comment)
    assert rest == (find_templates() / source).read_text()


def test_the_header_changes_with_the_source_and_not_with_the_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = text_of(VALUES)
    monkeypatch.setattr("typewright.__version__", "9.9.9")
    assert text_of(VALUES) == text
    mine = tmp_path / VALUES.source
    mine.parent.mkdir(parents=True)
    mine.write_text("mine = True\n")
    assert runtime_text(VALUES, [tmp_path]).partition("\n")[2] == "mine = True\n"
    assert runtime_text(VALUES, [tmp_path]).partition("\n")[0] != text.partition("\n")[0]


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Runtime modules that import one another, in the place of ours."""
    (tmp_path / "generator/typewright").mkdir(parents=True)
    monkeypatch.setattr("typewright.__file__", str(tmp_path / "generator/typewright/__init__.py"))
    files = {
        "python/runtime/__init__.py": "",
        "python/runtime/alone.py": "import json\n",
        "python/runtime/first.py": "from .second import (\n    a,\n    b,\n)\n",
        "python/runtime/second.py": "def f():\n    from .._schemas import SCHEMAS\n    from .first import c\n",
        "python/runtime/client/__init__.py": "",
        "python/runtime/client/engine.py": "from . import retry\nfrom ..alone import x\n",
        "python/runtime/client/retry.py": "if TYPE_CHECKING:\n    from .engine import Engine\n",
        "typescript/runtime/call.ts": 'import type { A } from "./core/operation.js";\nexport * from "./web.js";\n',
        "typescript/runtime/core/operation.ts": 'const styles = import("../styles.js");\nimport x from "zod";\n',
        "typescript/runtime/styles.ts": "",
        "typescript/runtime/web.ts": "",
        "typescript/runtime/unused.ts": "",
    }
    for path, text in files.items():
        (tmp_path / "templates" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "templates" / path).write_text(text)
    return tmp_path / "templates"


@pytest.mark.usefixtures("templates")
@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("python/runtime/alone.py", ["__init__.py", "alone.py"]),
        ("python/runtime/first.py", ["__init__.py", "first.py", "second.py"]),
        (
            "python/runtime/client/retry.py",
            ["__init__.py", "alone.py", "client/__init__.py", "client/engine.py", "client/retry.py"],
        ),
        ("typescript/runtime/call.ts", ["call.ts", "core/operation.ts", "styles.ts", "web.ts"]),
    ],
)
def test_a_module_brings_what_it_imports_and_nothing_else(wanted: str, expected: list[str]) -> None:
    prefix = wanted.partition("/runtime/")[0] + "/runtime/"
    assert needed_modules([wanted]) == tuple(prefix + path for path in expected)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("python/runtime/values.py", True),
        ("python/runtime/client/engine.py", True),
        ("typescript/runtime/support.ts", True),
        ("python/module.py.jinja", False),
        ("python/runtime/__pycache__/values.cpython-310.pyc", False),
        ("runtime.py", False),
    ],
)
def test_a_runtime_module_is_known_by_its_folder_and_its_suffix(path: str, expected: bool) -> None:
    assert is_runtime(path) is expected
