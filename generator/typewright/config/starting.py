"""The configuration that `typewright init` leaves: every option with a word on it, all but a few as comments.

Taking a `# ` away from the beginning of a line changes nothing but that: what stands there is the value that holds
without it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import is_dataclass, replace
from pathlib import Path
from typing import Any

from typewright.config.options import Config, TargetConfig, target_for
from typewright.config.reading import options_of
from typewright.config.schema import SCHEMA_FILE, shown_default

_PLAIN = re.compile(r"[A-Za-z_./][\w./-]*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_OWN = ("naming", "examples", "docs")
"""Sections that a target has too; there they win over the common ones."""


def starting_configuration(
    spec: str, package: str | None, languages: Sequence[str], defaults: Mapping[str, TargetConfig]
) -> str:
    """Return the configuration of a new project for all `languages`; `package` is their name where it is not None."""
    lines = [
        f"# yaml-language-server: $schema={SCHEMA_FILE}",
        "#",
        "# What typewright reads. Lines that are commented out show what holds without them.",
        "# Run 'typewright generate' to write, 'typewright check' to compare.",
        "",
        *_options(replace(Config(), spec=Path(spec)), {"spec"}),
        "",
        "targets:",
    ]
    for number, language in enumerate(languages):
        target = replace(target_for(language, Config(), defaults), package=package or "")
        shown = _options(target, {"package"} if package else set(), without=_every(target) if number else ())
        lines += [f"  {language}:", *(f"    {line}" for line in shown)]
    return "\n".join(lines) + "\n"


def _every(target: TargetConfig) -> tuple[str, ...]:
    return tuple(name for name in options_of(type(target)) if name != "package")


def _options(section: Any, given: set[str], without: Sequence[str] = ()) -> Iterator[str]:
    """Yield a line for each option of a section, those that are not `given` as comments."""
    for name, hint in options_of(type(section)).items():
        if name in (*without, "targets") or (isinstance(section, TargetConfig) and name in _OWN):
            continue
        value = getattr(section, name)
        mark = "" if name in given else "# "
        said = " ".join(str(hint.__metadata__[-1]).split())
        if is_dataclass(value) and not isinstance(value, type):
            yield f"{mark}{name}:  # {said}"
            yield from (f"{mark}  {line.removeprefix('# ')}" for line in _options(value, set()))
        elif name in given or name not in ("package", "spec"):
            yield f"{mark}{name}: {_written(shown_default(value))}  # {said}"


def _written(value: Any) -> str:
    """Return a value as YAML 1.2 and 1.1 both read it."""
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)
