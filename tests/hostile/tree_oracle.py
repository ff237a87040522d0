"""Holds a whole tree: each file by the oracle of its language, files without code by their structure."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from tests.hostile.making import Files
from tests.hostile.markdown_oracle import Ask, page_faults, python_blocks
from tests.hostile.python_oracle import Facts, package_facts, python_faults

if sys.version_info >= (3, 11):
    import tomllib
else:
    tomllib = None

_NODE = ("kinds", "names", "calls")
_VALUES = {"NumericLiteral", "FirstLiteralToken", "TrueKeyword", "FalseKeyword", "NullKeyword"}
"""What the draw of an example may bring."""


@dataclass(slots=True)
class Vocabulary:
    """What the output does in all places with harmless texts, for each language."""

    python: Facts = field(default_factory=Facts)
    typescript: dict[str, set[str]] = field(default_factory=lambda: {each: set() for each in _NODE})

    def learn(self, files: Files, ask: Ask) -> None:
        """Take up what a harmless tree does."""
        self.python.add(_python(files))
        for path, text in files.items():
            if path.endswith((".ts", ".js")):
                for name in _NODE:
                    self.typescript[name].update(_typescript(text, ask)[name])


_KNOWN: dict[str, dict[str, Any]] = {}


def _typescript(text: str, ask: Ask) -> dict[str, Any]:
    if text not in _KNOWN:
        _KNOWN[text] = ask("ts", text)
    return _KNOWN[text]


def _modules(files: Files) -> dict[str, str]:
    """Return the Python of a tree: modules, and the code that pages show."""
    modules = {path: text for path, text in files.items() if path.endswith(".py")}
    pages = {path: python_blocks(text) for path, text in files.items() if path.startswith("python/docs/sdks")}
    return modules | pages


def _python(files: Files) -> Facts:
    return package_facts(_modules(files))


@dataclass(frozen=True, slots=True)
class Trees:
    """A tree with a payload, and the trees that it is held against."""

    found: Files
    harmless: Sequence[Files]
    dialect: str

    def faults(self, vocabulary: Vocabulary, ask: Ask) -> Iterator[str]:
        """Yield what is wrong, each with its file."""
        facts = Facts()
        for each in self.harmless:
            facts.add(_python(each))
        yield from python_faults(_modules(self.found), facts, vocabulary.python)
        for path, text in self.found.items():
            same = [each[path] for each in self.harmless if path in each]
            if text not in same:
                yield from (f"{path}: {fault}" for fault in self._file(path, text, vocabulary, ask))

    def _file(self, path: str, text: str, vocabulary: Vocabulary, ask: Ask) -> Iterator[str]:
        suffix = path.rpartition(".")[2]
        if suffix in {"ts", "js"}:
            answer = ask("ts", text)
            yield from answer["faults"]
            if more := set(answer["kinds"]) - vocabulary.typescript["kinds"] - _VALUES:
                yield f"syntax that the payload brought: {sorted(more)}"
            for name in ("names", "calls"):
                if more := {each for each in set(answer[name]) - vocabulary.typescript[name] if not _own(each, text)}:
                    yield f"{name} that the payload brought: {sorted(more)}"
        elif path.endswith("/llms-full.txt"):
            return  # the texts of pages in their order, of which each is looked at by itself
        elif suffix in {"md", "mdx", "txt"}:
            dialect = "github" if _is_of_repository(path) else self.dialect
            yield from page_faults(text, dialect, self._like(path), ask)
        elif suffix in {"json", "yml", "toml"}:
            same = [_structure(suffix, each[path]) for each in self.harmless if path in each]
            if _structure(suffix, text) not in same:
                yield f"structure that the payload brought: {text[:300]!r}"

    def _like(self, path: str) -> list[str]:
        """Return harmless pages that a page is like: those at its path, else those of its folder; a method's any."""
        same = [each[path] for each in self.harmless if path in each]
        folder = path.rpartition("/")[0]
        return same or [
            text
            for each in self.harmless
            for other, text in each.items()
            if other.rpartition("/")[0] == folder or (folder.count("sdks") and "/sdks/" in other)
        ]


def _is_of_repository(path: str) -> bool:
    """Whether a page is read in the repository or by a machine, in whichever dialect the others are."""
    return path.endswith(("llms.txt", "docs/README.md")) or path.partition("/")[2] in {
        "README.md",
        "USAGE.md",
    }


def _own(name: str, text: str) -> bool:
    """Whether a file imports or declares a name itself."""
    root = name.partition(".")[0]
    return root.isidentifier() and any(
        f"{start}{root}" in text for start in ("import { ", ", ", "\n  ", "const ", "class ", "function ")
    )


@cache
def _structure(suffix: str, text: str) -> object:
    """Return the keys of a file, its texts left out."""
    if suffix == "toml":
        return None if tomllib is None else _keys(tomllib.loads(text))
    return _keys(json.loads(text) if suffix == "json" else yaml.safe_load(text))


def _keys(value: object) -> object:
    if isinstance(value, dict):
        return tuple((key, _keys(each)) for key, each in sorted(value.items()) if key != "nav")
    if isinstance(value, list):
        return tuple(sorted({str(_keys(each)) for each in value}))
    return type(value).__name__
