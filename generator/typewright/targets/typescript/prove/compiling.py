"""Compilation of all TypeScript blocks of a tree as one program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

_FAULT = re.compile(r"^(?P<file>[^()\n]+)\((?P<line>\d+),\d+\): error (?P<text>TS\d+: .*)$")
_SHIMS = """\
declare module "node:fs" {
  export function openAsBlob(path: string): Promise<Blob>;
}
declare const process: { env: Record<string, string | undefined> };
"""
_SECONDS = 1800
_NO_COMPILER = "the TypeScript compiler (tsc) is not installed: 'npm install typescript', or name one with '--tsc FILE'"


class Compiler(Struct, frozen=True):
    """The command that runs the compiler."""

    command: tuple[str, ...]


class Fault(Struct, frozen=True):
    """A fault that the compiler finds in a file: the line from 1, and the message."""

    file: str
    line: int
    text: str


def find_compiler(*starts: Path, program: Path | None = None) -> Compiler | str:
    """Return the compiler: `program`, that of the nearest `node_modules` from `starts` upwards, or one on the path.

    Without a compiler, or without node to run it, return the reason.
    """
    node = shutil.which("node")
    if node is None:
        return "node is not installed"
    if program is not None:
        return Compiler((node, str(program.resolve())))
    for start in starts:
        for folder in (start.resolve(), *start.resolve().parents):
            installed = folder / "node_modules/typescript/bin/tsc"
            if installed.is_file():
                return Compiler((node, str(installed)))
    on_path = shutil.which("tsc")
    return Compiler((on_path,)) if on_path else _NO_COMPILER


def compiled(files: Mapping[str, str], compiler: Compiler, folder: Path) -> Iterator[Fault]:
    """Yield the faults that the compiler finds in a program of `files`, text by path, including a `tsconfig.json`.

    The program is written into `folder`, its output to the configured folder, with source maps. Raises RuntimeError if
    the compiler fails without a message about a file.
    """
    for path, text in {**files, "shims.d.ts": _SHIMS}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    run = subprocess.run(
        [*compiler.command, "-p", ".", "--pretty", "false", "--strict", "--sourceMap"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=_SECONDS,
        env={**os.environ, "NO_COLOR": "1"},
    )
    found = [_FAULT.match(line) for line in (run.stdout + run.stderr).splitlines()]
    faults = [Fault(error["file"], int(error["line"]), error["text"]) for error in found if error]
    if run.returncode and not faults:
        raise RuntimeError(f"the TypeScript compiler failed: {(run.stdout + run.stderr)[:500]}")
    yield from faults
