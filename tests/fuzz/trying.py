"""One hostile input tried in a process of its own: what became of it, in how much time and memory.

What must hold: no traceback, no hang, no waste of memory; what is generated parses, and Python imports it.
"""

from __future__ import annotations

import ast
import importlib
import json
import math
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from typewright.base.errors import Severity, SpecError, TypewrightError
from typewright.config.options import Config
from typewright.pipeline import Build, build

SECONDS = 10
"""How many seconds of a processor an input may take."""
WALL_SECONDS = 60
"""After how many seconds of the clock an input hangs, on a machine that others use too."""
MEGABYTES = 1024


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input: `verdict` is `generated`, `refused`, or the kind of fault; `detail` explains a fault."""

    verdict: str
    detail: str = ""
    seconds: float = 0.0
    megabytes: int = 0

    @property
    def is_fault(self) -> bool:
        return self.verdict not in {"generated", "refused"}


Check = Callable[[Build, Path], None]
"""Looks at what was generated, in a folder that is empty; raises AssertionError where it is not right."""


def tried(make: Callable[[], Build], check: Check) -> Outcome:
    """Return the outcome of `make` and of `check` on what it made, run in a child of this process."""
    started = time.monotonic()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _in_child(make, check, writing)
    os.close(writing)
    try:
        ready, _, _ = select.select([reading], [], [], WALL_SECONDS)
        answer = _read_all(reading) if ready else b""
        if not ready:
            os.kill(child, signal.SIGKILL)
            answer = b""
    finally:
        os.close(reading)
    _, status, usage = os.wait4(child, 0)
    waited, seconds, megabytes = time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024
    if seconds >= SECONDS or waited >= WALL_SECONDS:
        return Outcome("hang", f"{seconds:.1f} s of a processor, {waited:.1f} s in all", seconds, megabytes)
    if not answer:
        return Outcome("crash", f"status {status}", seconds, megabytes)
    verdict, detail = json.loads(answer)
    if megabytes > MEGABYTES:
        return Outcome("memory", f"{megabytes} MB", seconds, megabytes)
    return Outcome(verdict, detail, seconds, megabytes)


def _read_all(handle: int) -> bytes:
    parts = []
    while part := os.read(handle, 65536):
        parts.append(part)
    return b"".join(parts)


def _in_child(make: Callable[[], Build], check: Check, writing: int) -> None:
    """Try, write the answer, and end the process without ceremony."""
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(SECONDS) + 1, math.ceil(SECONDS) + 2))
    limit = 4 * MEGABYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    try:
        answer = _answer(make, check, folder)
    except BaseException:
        answer = ("traceback", traceback.format_exc()[-4000:])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    os.write(writing, json.dumps(answer).encode())
    os.close(writing)
    os._exit(0)


def _answer(make: Callable[[], Build], check: Check, folder: Path) -> tuple[str, str]:
    try:
        result = make()
    except TypewrightError as fault:
        bare = [each.message for each in fault.diagnostics if each.severity is Severity.ERROR and each.location is None]
        if (bare and isinstance(fault, SpecError)) or not fault.diagnostics:
            return "placeless", "; ".join(bare)
        return "refused", ""
    try:
        check(result, folder)
    except (AssertionError, SyntaxError, UnicodeError) as fault:
        return "output", "".join(traceback.format_exception_only(fault))[-3000:]
    return "generated", ""


def build_of(content: bytes, config: Config, name: str = "spec.yaml") -> Build:
    """Return what the pipeline makes of the description `content` under a configuration without a description."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder, name)
        spec.write_bytes(content)
        return build(replace(config, spec=spec, root=Path(folder)))


def python_is_sound(result: Build, folder: Path) -> None:
    """Hold that every Python file parses, and that the package and all of its modules can be imported."""
    files = {path: content.decode() for path, content in result.tree.items() if path.endswith(".py")}
    for path, text in files.items():
        _parse(path, text)
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    sys.path.insert(0, str(folder / "python"))
    for path in files:
        parts = path.removesuffix(".py").split("/")[1:]
        if len(parts) > 1 and parts[0] != "examples":
            _import(path, ".".join(parts[:-1] if parts[-1] == "__init__" else parts))


def _parse(path: str, text: str) -> None:
    try:
        ast.parse(text)
    except SyntaxError as fault:
        line = text.split("\n")[(fault.lineno or 1) - 1]
        raise AssertionError(f"{path}:{fault.lineno}: {fault.msg}: {line[:200]}") from fault


def _import(path: str, module: str) -> None:
    try:
        importlib.import_module(module)
    except Exception as fault:
        where = traceback.extract_tb(fault.__traceback__)[-1]
        said = "".join(traceback.format_exception_only(fault))
        raise AssertionError(f"import of {path}: {said[:1500]} at {where.filename}:{where.lineno}") from fault
