"""Jinja's environment for templates, with the compiled built-in templates of earlier runs."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from typewright import __version__
from typewright.base.digest import digest

OPTIONS: Mapping[str, Any] = {
    "autoescape": False,  # the output is code and markdown; targets quote what comes from a spec
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}
"""The options that the code of a compiled template depends on."""


class TemplateEnvironment(jinja2.Environment):
    """An environment whose templates have their global names in a dictionary; a `ChainMap` makes each page slower."""

    def make_globals(self, d: Any) -> dict[str, Any]:
        """Return the global names of a template."""
        return {**self.globals, **(d or {})}


class CompiledTemplates(BytecodeCache):
    """The compiled templates of a folder of this package, beside them, where Python keeps compiled modules.

    Who can write there can also change the package itself, so that no one else can make a run execute code. As with
    modules, nothing is written where `PYTHONDONTWRITEBYTECODE` is set, or if the folder is read-only.
    """

    def __init__(self, folder: Path) -> None:
        """Create it for the templates in `folder`; those of other folders are compiled in each run."""
        self._folder = str(folder) + os.sep

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the path of the compiled template; empty for one that is not in the folder."""
        return cache_from_source(filename) if filename and filename.startswith(self._folder) else ""

    def get_source_checksum(self, source: str) -> str:
        """Return a digest of all that compiled code depends on."""
        makers = (MAGIC_NUMBER.hex(), jinja2.__version__, __version__, repr(OPTIONS))
        return digest("\n".join((*makers, source)).encode())

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the compiled template of a bucket if there is one of the same source."""
        try:
            stored = Path(bucket.key).read_bytes() if bucket.key else b""
            head, _, code = stored.partition(b"\n")
            if head == bucket.checksum.encode():
                bucket.code = marshal.loads(code)  # noqa: S302 - see the class
        except (OSError, EOFError, ValueError, TypeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store the compiled template of a bucket, if that is possible."""
        if sys.dont_write_bytecode or not bucket.key:
            return
        path = Path(bucket.key)
        temporary = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(bucket.checksum.encode() + b"\n" + marshal.dumps(bucket.code))
            temporary.replace(path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()
