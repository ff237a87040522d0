"""Copies of built-in templates for the user, of a whole template or one block, and their drift."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from typewright import __version__
from typewright.base.errors import Diagnostic, UsageError
from typewright.rendering.environment import BUILTIN
from typewright.rendering.runtime_files import is_runtime
from typewright.rendering.template_folder import find_templates

BASE = ".base"
SUFFIX = ".jinja"
_TAG = re.compile(r"\{#.*?#\}|\{%[-+]?\s*(block|endblock|from|import)\b(?:[^%]|%(?!\}))*?%\}\n?", re.DOTALL)
_NAME = re.compile(r"\{%[-+]?\s*block\s+(\w+)")


def builtin_templates() -> dict[str, str]:
    """Return the texts of all built-in templates and runtime modules, sorted by path."""
    return {path: file.read_text(encoding="utf-8") for path, file in _replaceable_files(find_templates())}


def _replaceable_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the templates and runtime modules below a folder with their paths relative to it, sorted by path."""
    for file in sorted(folder.rglob("*.*")):
        path = file.relative_to(folder).as_posix()
        if path.endswith(SUFFIX) or is_runtime(path):
            yield path, file


class Parts(Struct, frozen=True):
    """The parts of a template that an override of a block needs: its imports, and the blocks with their tags."""

    imports: tuple[str, ...]
    blocks: Mapping[str, str]


def parts_of(text: str) -> Parts:
    """Return the imports and the blocks of a template, including inner blocks. A runtime module has none."""
    imports, blocks = [], {}
    opened: list[tuple[str, int]] = []
    for match in _TAG.finditer(text):
        match match[1]:
            case "block":
                name = _NAME.match(match[0])
                opened.append((name[1] if name else "", match.start()))
            case "endblock":
                name_of, start = opened.pop()
                blocks[name_of] = text[start : match.end()].rstrip("\n")
            case "from" | "import":
                imports.append(match[0].rstrip("\n"))
    return Parts(tuple(imports), blocks)


def override_of(path: str, text: str, block: str | None) -> str:
    """Return the initial text of a user's template: a copy of the whole, or one that overrides one block.

    A runtime module is copied unchanged. Raises UsageError if there is no such block.
    """
    note = f"{{#- taken from {path} of typewright {__version__} -#}}\n"
    if block is None and is_runtime(path):
        return text
    if block is None:
        first, _, rest = text.partition("\n")
        return f"{first}\n{note}{rest}"
    parts = parts_of(text)
    if block not in parts.blocks:
        known = ", ".join(parts.blocks) or "none"
        advice = f"its blocks: {known}; without --block the whole template is taken"
        raise UsageError([Diagnostic("E001", f"'{path}' has no block '{block}'", help=advice)])
    lines = [f'{{% extends "{BUILTIN}/{path}" %}}', *parts.imports, parts.blocks[block]]
    return note + "\n".join(lines) + "\n"


def eject(path: str, block: str | None, folder: Path, *, force: bool) -> Path:
    """Write a user's template and its original into `folder`; return its path.

    Raises UsageError if there is no such template, or if the user's template exists, unless `force`.
    """
    templates = builtin_templates()
    if path not in templates:
        close = difflib.get_close_matches(path, templates, n=1)
        advice = f"did you mean '{close[0]}'?" if close else "'typewright templates list' names them"
        raise UsageError([Diagnostic("E001", f"there is no template '{path}'", help=advice)])
    target, base = folder / path, folder / BASE / path
    if target.exists() and not force:
        advice = "edit it, or replace it with --force"
        raise UsageError([Diagnostic("E001", f"'{target.as_posix()}' is already there", help=advice)])
    text = override_of(path, templates[path], block)
    for file, content in ((base, templates[path]), (target, text)):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")
    return target


class Override(Struct, frozen=True):
    """A template of the user: the current built-in text, that at the time of ejecting, and the user's text."""

    path: str
    builtin: str | None
    """None if there is no built-in template of this path, or no longer."""
    base: str | None
    """None if the user has written it without ejecting."""
    text: str

    @property
    def has_drifted(self) -> bool:
        """Whether the built-in template has changed since it was ejected."""
        return self.base is not None and self.base != self.builtin

    def drift(self) -> Iterator[str]:
        """Yield the diff of the built-in template since it was ejected, without line ends."""
        if self.base is not None:
            names = f"{self.path} (when it was taken)", f"{self.path} (now)"
            yield from difflib.unified_diff(
                self.base.splitlines(), (self.builtin or "").splitlines(), *names, lineterm=""
            )


def overrides_in(folder: Path) -> tuple[Override, ...]:
    """Return the user's templates in `folder`, by path."""
    templates = builtin_templates()
    found = []
    for path, file in _replaceable_files(folder):
        if any(part.startswith(".") for part in path.split("/")):
            continue
        base = folder / BASE / path
        taken = base.read_text(encoding="utf-8") if base.is_file() else None
        found.append(Override(path, templates.get(path), taken, file.read_text(encoding="utf-8")))
    return tuple(found)
