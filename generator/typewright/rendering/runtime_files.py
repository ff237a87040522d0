"""The text of runtime modules in a package, and the selection of the modules that a package needs.

The runtimes are real source below `templates/<language>/runtime/`. A package gets unchanged copies of the modules that
it needs, below a header with the digest of the source. An upgrade that does not change a module rewrites no copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from typewright.base.digest import digest
from typewright.pages.page import RuntimeFile
from typewright.rendering.template_folder import find_templates

FOLDER = "runtime"
_COMMENT = {".py": "#", ".ts": "//"}
"""The beginning of a comment, by the suffix of a runtime module."""
_DIGITS = 16
_PYTHON_IMPORT = re.compile(r"^[ \t]*from[ \t]+(\.+)([\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]*)", re.MULTILINE)
"""A relative import, at any depth of indentation: its dots, the module, and what it names."""
_COMMENT_OF_PYTHON = re.compile(r"#[^\n]*")
_TYPESCRIPT_IMPORT = re.compile(r"""\b(?:from|import)\s*\(?\s*["'](\.{1,2}/[^"']+)\.js["']""")


def is_runtime(source: str) -> bool:
    """Return whether a path relative to `templates/` names a runtime module."""
    path = PurePosixPath(source)
    return FOLDER in path.parts[:-1] and path.suffix in _COMMENT


def runtime_text(file: RuntimeFile, folders: Iterable[Path | None] = ()) -> str:
    """Return the text of a runtime module in a package: a header, then the source unchanged.

    A file of the same path in one of `folders`, the first that has it, replaces the built-in one.
    """
    candidates = [folder / file.source for folder in (*folders, find_templates()) if folder is not None]
    path = next((path for path in candidates if path.is_file()), candidates[-1])
    text = path.read_text(encoding="utf-8")
    fingerprint = digest(text.encode())[:_DIGITS]
    return f"{_COMMENT[path.suffix]} Typewright's runtime, copied as it is; its digest is {fingerprint}.\n{text}"


def needed_modules(sources: Iterable[str]) -> tuple[str, ...]:
    """Return the runtime modules `sources` and all that they import, directly or indirectly, sorted.

    Paths are relative to `templates/`. A Python module requires the `__init__.py` of its folders. Imports of other
    modules, such as the schemas of a package, are ignored.
    """
    templates = find_templates()
    worklist = list(sources)
    found: set[str] = set()
    while worklist:
        source = worklist.pop()
        if source not in found:
            found.add(source)
            worklist += _imports(source, templates)
    return tuple(sorted(found))


@cache
def _imports(source: str, templates: Path) -> tuple[str, ...]:
    """Return the runtime modules that a module imports directly."""
    read = _of_python if source.endswith(".py") else _of_typescript
    candidates = read(PurePosixPath(source), (templates / source).read_text(encoding="utf-8"))
    return tuple(path for path in dict.fromkeys(candidates) if is_runtime(path) and (templates / path).is_file())


def _of_typescript(source: PurePosixPath, text: str) -> Iterator[str]:
    for specifier in _TYPESCRIPT_IMPORT.findall(text):
        folder, name = source.parent, specifier
        while name.startswith(("./", "../")):
            step, _, name = name.partition("/")
            folder = folder if step == "." else folder.parent
        yield f"{folder / name}.ts"


def _of_python(source: PurePosixPath, text: str) -> Iterator[str]:
    yield from (f"{folder}/__init__.py" for folder in source.parents)
    for dots, module, listed in _PYTHON_IMPORT.findall(text):
        base = source.parents[len(dots) - 1].joinpath(*module.split("."))
        named = _COMMENT_OF_PYTHON.sub("", listed).strip("()").split(",")
        for path in (base, *(base / name.split()[0] for name in named if name.strip())):
            yield f"{path}.py"
            yield f"{path}/__init__.py"
