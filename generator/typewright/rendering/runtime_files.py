"""The text of runtime modules in a package, and the selection of the modules that a package needs.

The runtimes are real source below `templates/<language>/runtime/`. A package gets unchanged copies of the modules that
it needs, below a header with the digest of the source. An upgrade that does not change a module rewrites no copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from os import walk
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
    candidates = read(source.split("/")[:-1], (templates / source).read_text(encoding="utf-8"))
    return tuple(path for path in dict.fromkeys(candidates) if path in _runtime_modules(templates))


@cache
def _runtime_modules(templates: Path) -> frozenset[str]:
    """Return the paths of all runtime modules, relative to `templates`."""
    below = ((Path(folder).relative_to(templates).as_posix(), names) for folder, _, names in walk(templates))
    return frozenset(path for folder, names in below for name in names if is_runtime(path := f"{folder}/{name}"))


def _of_typescript(folders: list[str], text: str) -> Iterator[str]:
    """Yield the modules that a module in a folder, given as its parts, may import."""
    for specifier in _TYPESCRIPT_IMPORT.findall(text):
        above, name = list(folders), specifier
        while name.startswith(("./", "../")):
            step, _, name = name.partition("/")
            above = above if step == "." else above[:-1]
        yield f"{'/'.join([*above, name])}.ts"


def _of_python(folders: list[str], text: str) -> Iterator[str]:
    """Yield the modules that a module in a folder, given as its parts, may import."""
    yield from ("/".join([*folders[:length], "__init__.py"]) for length in range(len(folders), 0, -1))
    for dots, module, listed in _PYTHON_IMPORT.findall(text):
        base = "/".join([*folders[: len(folders) - len(dots) + 1], *filter(None, module.split("."))])
        named = _COMMENT_OF_PYTHON.sub("", listed).strip("()").split(",")
        for path in (base, *(f"{base}/{name.split()[0]}" for name in named if name.strip())):
            yield f"{path}.py"
            yield f"{path}/__init__.py"
