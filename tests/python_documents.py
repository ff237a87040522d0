"""The Python pages of small API descriptions, for the tests of pages."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from typewright.config.options import Config, NamingConfig, Paths, target_for
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.rendering.environment import environment, render
from typewright.targets.finding import DefaultOptions
from typewright.targets.python.docs.pages import python_docs
from typewright.targets.python.options import PythonDocs, PythonOptions

from tests.naming_documents import Written, lowered
from tests.planned_files import planned_files, project_of

REFERENCE = PythonDocs(usage="reference", list_links="reference")
_TEMPLATES = environment(None)
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def pages(spec: Written, *, errors: str = "", **options: Any) -> dict[str, str]:
    """Return the text of every page by its path below `docs/`; `errors` is the folder of error types."""
    paths = Paths(operations="", shared="", errors=errors, webhooks="", callbacks="")
    chosen = {"package": "acme-pets", "sdk_class": "Acme", "env_prefix": "ACME", "docs": REFERENCE, **options}
    target = PythonOptions(language="python", paths=paths, **chosen)
    planned = python_docs(project_of(lowered(spec), target))
    return {
        file.path.removeprefix("docs/"): _TEMPLATES.get_template(file.template).render(view=file.make_view())
        for file in planned
    }


def symmetric(**more: Any) -> dict[str, Any]:
    """Return the options of a tree under the symmetric scheme."""
    return {"naming": NamingConfig(scheme="symmetric", shared_errors=True), "errors": "errors", **more}


def rows(page: str, section: str = "Fields") -> dict[str, list[str]]:
    """Return the further cells of a table's rows by their first cell, code marks removed."""
    text = page.split(f"# {section}\n", 1)[1]
    found = {}
    for line in text.split("\n#", 1)[0].splitlines():
        if line.startswith("|"):
            first, *cells = (cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|")))
            found[first.strip("`")] = cells
    return dict(list(found.items())[2:])


def code_blocks(page: str) -> Iterator[str]:
    """Yield the Python code on a page."""
    yield from _BLOCK.findall(page)


def call_on(page: str) -> str:
    """Return the lines of a page's first piece of code from the one that opens the client."""
    code = next(code_blocks(page))
    return code[code.index("with ") :]


def generated(spec: Path, folder: Path, package: str, **options: Any) -> dict[str, str]:
    """Write the Python target for a description as `generate` does without a configuration, but for its layout.

    Return the pages of types by path.
    """
    document = load_document(spec)
    api, _ = lower(document)
    config = Config(spec=spec)
    target = replace(target_for("python", config, DefaultOptions()), package=package, **options)
    texts = {each.file.path: each.text for each in render(planned_files(api, target), None)}
    for path, text in texts.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
    return {path: text for path, text in texts.items() if path.startswith(("docs/models/", "docs/errors/"))}


def failing_blocks(found: dict[str, str], folder: Path) -> list[str]:
    """Run all code of `found`, importing what is below `folder`; return what fails, and pages without code."""
    failures = []
    sys.path.insert(0, str(folder))
    try:
        for path, text in found.items():
            blocks = list(code_blocks(text))
            if not blocks and not path.endswith(("/utils/retryconfig.md", "/internal/globals.md")):
                failures.append(f"{path}: no code")
            failures += [f"{path}: {fault}" for code in blocks if (fault := _fault(code, path))]
    finally:
        sys.path.remove(str(folder))
    return failures


def _fault(code: str, path: str) -> str:
    try:
        exec(compile(code, path, "exec"), {"__name__": "example"})  # noqa: S102 - running it is the test
    except Exception as fault:
        return f"{type(fault).__name__}: {fault}"
    return ""
