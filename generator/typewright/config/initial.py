"""The configuration of a new project: all options with comments, most of them commented out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import is_dataclass, replace
from pathlib import Path
from typing import Any

from typewright.config.options import SHARED_SECTIONS, Config, TargetConfig
from typewright.config.reading import options_of
from typewright.config.schema import SCHEMA_FILE, default_json

_PLAIN = re.compile(r"[A-Za-z_./][\w./-]*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def initial_configuration(spec: str, package: str | None, defaults: Mapping[str, TargetConfig]) -> str:
    """Return the text of the configuration of a new project with all targets, and `package` as their package name."""
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
        option_lines = _options([target], {"package"} if package else set(), names)
        lines += [f"  {language}:", *(f"    {line}" for line in option_lines)]
    return "\n".join(lines) + "\n"


def _options(sections: Sequence[Any], active: Set[str], names: Sequence[str]) -> Iterator[str]:
    """Yield a line for each of the options `names`; those that are not in `active` are commented out.

    The value and description of an option are those of the first of `sections` that has it. A nested section has the
    options of all of `sections`.
    """
    for name in names:
        owners = [section for section in sections if name in options_of(type(section))]
        hint, value = options_of(type(owners[0]))[name], getattr(owners[0], name)
        mark = "" if name in active else "# "
        description = " ".join(str(hint.__metadata__[-1]).split())
        if name == "targets":
            continue
        if is_dataclass(value) and not isinstance(value, type):
            inner = [getattr(section, name) for section in owners]
            option_names = dict.fromkeys(option for section in inner for option in options_of(type(section)))
            yield f"{mark}{name}:  # {description}"
            yield from (f"{mark}  {line.removeprefix('# ')}" for line in _options(inner, set(), tuple(option_names)))
        elif name in active or name not in ("package", "spec"):
            yield f"{mark}{name}: {_yaml_text(default_json(value))}  # {description}"


def _yaml_text(value: Any) -> str:
    """Return a value as YAML that has the same meaning in YAML 1.2 and 1.1."""
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml_text, value))}]"
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)
