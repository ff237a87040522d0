"""The Python pages of small API descriptions, for the tests of pages."""

import re
from collections.abc import Iterator
from typing import Any

from generator.config import DocsConfig, NamingConfig, Paths, TargetConfig
from generator.naming import assign
from generator.surface import surface
from generator.targets.python.docs import python_docs
from generator.targets.python.language import language
from generator.writing.render import environment
from tests.naming_documents import Written, lowered

REFERENCE = DocsConfig(usage="reference", list_links="reference")
_TEMPLATES = environment(None)
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def pages(spec: Written, *, errors: str = "", **options: Any) -> dict[str, str]:
    """Return the text of every page by its path below `docs/`; `errors` is the folder of error types."""
    paths = Paths(operations="", shared="", errors=errors, webhooks="", callbacks="")
    chosen = {"package": "acme-pets", "sdk_class": "Acme", "env_prefix": "ACME", "docs": REFERENCE, **options}
    target = TargetConfig(language="python", paths=paths, **chosen)
    api = lowered(spec)
    made = surface(api, target.naming)
    names = assign(made, target.naming, language(api, target))
    planned = python_docs(made, names, target)
    return {
        file.path.removeprefix("docs/"): _TEMPLATES.get_template(file.template).render(view=file.view)
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
