"""The configuration that `typewright init` writes: every option with a comment, most of them commented out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import is_dataclass, replace
from pathlib import Path
from typing import Any

from typewright.config.options import SHARED_SECTIONS, Config, TargetConfig
from typewright.config.reading import options_of
from typewright.config.schema import SCHEMA_FILE, shown_default

_PLAIN = re.compile(r"[A-Za-z_./][\w./-]*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def starting_configuration(spec: str, package: str | None, defaults: Mapping[str, TargetConfig]) -> str:
    """Return the configuration of a new project for all targets; `package` is their name where it is not None."""
    lines = [
        f"# yaml-language-server: $schema={SCHEMA_FILE}",
        "#",
        "# What typewright reads. Lines that are commented out show what holds without them.",
        "# Run 'typewright generate' to write, 'typewright check' to compare.",
        "",
        *_options([replace(Config(), spec=Path(spec)), *defaults.values()], {"spec"}, tuple(options_of(Config))),
        "",
        "targets:",
    ]
    for number, (language, options) in enumerate(defaults.items()):
        target = replace(options, package=package or "")
        common = options_of(TargetConfig).keys() - {"package"} if number else set(SHARED_SECTIONS)
        names = tuple(name for name in options_of(type(target)) if name not in {*common, *SHARED_SECTIONS})
        shown = _options([target], {"package"} if package else set(), names)
        lines += [f"  {language}:", *(f"    {line}" for line in shown)]
    return "\n".join(lines) + "\n"


def _options(sections: Sequence[Any], given: Set[str], names: Sequence[str]) -> Iterator[str]:
    """Yield a line for each of the options `names`, those that are not `given` as comments.

    Each is said by the first of `sections` that has it; a section inside of it holds the options of all of them.
    """
    for name in names:
        having = [section for section in sections if name in options_of(type(section))]
        hint, value = options_of(type(having[0]))[name], getattr(having[0], name)
        mark = "" if name in given else "# "
        said = " ".join(str(hint.__metadata__[-1]).split())
        if name == "targets":
            continue
        if is_dataclass(value) and not isinstance(value, type):
            inner = [getattr(section, name) for section in having]
            below = dict.fromkeys(option for section in inner for option in options_of(type(section)))
            yield f"{mark}{name}:  # {said}"
            yield from (f"{mark}  {line.removeprefix('# ')}" for line in _options(inner, set(), tuple(below)))
        elif name in given or name not in ("package", "spec"):
            yield f"{mark}{name}: {_written(shown_default(value))}  # {said}"


def _written(value: Any) -> str:
    """Return a value in a form that YAML 1.2 and 1.1 read alike."""
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)
