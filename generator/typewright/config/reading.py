"""Conversion of a parsed `typewright.yaml` to a `Config`, validated by the types of its fields.

All errors are collected, with their locations in the file: unknown keys with a suggestion, wrong values with the
allowed ones.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass, replace
from functools import cache, reduce
from operator import or_
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from typewright.base.errors import Diagnostic, Location, UsageError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.options import SHARED_SECTIONS, Config, Form, TargetConfig, target_for

Locate = Callable[[str], Location | None]
Section = TypeVar("Section")

_TYPE_DESCRIPTIONS = {bool: "true or false", int: "a whole number, not negative", str: "a text", Path: "a path"}


def read_config(node: JsonValue, *, folder: Path, locate: Locate, defaults: Mapping[str, TargetConfig]) -> Config:
    """Return the configuration for `node`, the root of a parsed file.

    Paths in the file are relative to `folder`; `locate` returns the location of a JSON pointer in the file; `defaults`
    are the default options of every known target. Raises UsageError with all errors.
    """
    reader = _Reader(folder, locate)
    members = reader.members(node, "#")
    targets = members.pop("targets", None)
    own = {name: reader.take_own_options(members, name, defaults) for name in SHARED_SECTIONS}
    config = reader.section(Config(root=folder, output=folder / "generated"), members, "#")
    config = replace(config, targets=reader.targets(targets, config, defaults, own))
    if "spec" not in members:
        reader.fault("E003", "'spec' is missing", "#", "add a line 'spec: FILE', the OpenAPI description")
    if reader.faults:
        raise UsageError(sorted(reader.faults, key=_position))
    return config


def _position(fault: Diagnostic) -> tuple[int, int]:
    return (fault.location.line, fault.location.column) if fault.location is not None else (0, 0)


def options_of(section: type) -> dict[str, Any]:
    """Return the options of a section's class with their annotated types, in order of declaration."""
    return {name: hint for name, hint in _hints(section).items() if get_origin(hint) is Annotated}


@cache
def _hints(section: type) -> dict[str, Any]:
    return get_type_hints(section, include_extras=True)


class _Reader:
    """Converts sections and values, and collects the errors in `faults`."""

    def __init__(self, folder: Path, locate: Locate) -> None:
        self.folder = folder
        self.locate = locate
        self.faults: list[Diagnostic] = []

    def fault(self, code: str, message: str, pointer: str, advice: str) -> None:
        """Add an error at `pointer`."""
        self.faults.append(Diagnostic(code, message, location=self.locate(pointer), pointer=pointer, help=advice))

    def members(self, node: JsonValue, pointer: str) -> JsonObject:
        """Return a copy of the members of an object; an empty one for null and, with an error, for other values."""
        if isinstance(node, dict):
            return dict(node)
        if node is not None:
            self.fault(
                "E004", f"{_value_text(node)} stands where options are expected", pointer, "write 'option: value' lines"
            )
        return {}

    def section(self, base: Section, node: JsonValue, pointer: str) -> Section:
        """Return the section `base` with the values of `node`."""
        options = options_of(type(base))
        changes: dict[str, object] = {}
        for key, value in self.members(node, pointer).items():
            option_pointer = f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
            if key in options:
                changes[key] = self.value(options[key], value, option_pointer, getattr(base, key))
            else:
                self.fault("E002", f"unknown option '{key}'", option_pointer, _suggestion(key, options))
        return cast(Section, replace(cast(Any, base), **changes))

    def take_own_options(
        self, members: JsonObject, name: str, defaults: Mapping[str, TargetConfig]
    ) -> dict[str, object]:
        """Remove the options of a global section that only some targets have, and return their values."""
        node = members.get(name)
        common = options_of(type(getattr(Config(), name)))
        if not isinstance(node, dict) or all(option in common for option in node):
            return {}
        own_options: dict[str, object] = {}
        for section in [getattr(options, name) for options in defaults.values()]:
            for option, hint in options_of(type(section)).items():
                if option in node and option not in common and option not in own_options:
                    own_options[option] = self.value(hint, node[option], f"#/{name}/{option}", getattr(section, option))
        members[name] = {option: value for option, value in node.items() if option not in own_options}
        return own_options

    def targets(
        self,
        node: JsonValue,
        config: Config,
        defaults: Mapping[str, TargetConfig],
        own: Mapping[str, Mapping[str, object]],
    ) -> tuple[TargetConfig, ...]:
        """Return the targets in file order. `own` has the values that `take_own_options` returned, by section."""
        targets = []
        for language, written in self.members(node, "#/targets").items():
            target_pointer = f"#/targets/{language}"
            if language in defaults:
                options = target_for(language, config, defaults)
                options = replace(options, **{name: _with_choices(getattr(options, name), own[name]) for name in own})
                options = self.section(options, written, target_pointer)
                for fault in options.contradictions(frozenset(written if isinstance(written, dict) else ())):
                    self.fault("E004", fault.message, f"{target_pointer}/{fault.pointer}", fault.advice)
                targets.append(options)
            else:
                self.fault("E002", f"unknown target '{language}'", target_pointer, _suggestion(language, defaults))
        if len({options.docs.dialect for options in targets if options.docs.shared_site}) > 1:
            advice = "give all of them the same 'dialect', or take 'shared_site' from one"
            self.fault("E004", "the languages of a shared site have pages in several dialects", "#/targets", advice)
        if not node:
            advice = f"add 'targets:' with one of {', '.join(sorted(defaults))} below it"
            self.fault("E003", "no target is given", "#", advice)
        return tuple(targets)

    def value(self, hint: Any, node: JsonValue, pointer: str, current: object) -> object:
        """Return `node` as a value of the type `hint`, or `current` after an error."""
        hint, form = _unwrap_hint(hint)
        if isinstance(hint, type) and is_dataclass(hint):
            return self.section(current, node, pointer)
        if get_origin(hint) is tuple:
            return self.values(get_args(hint)[0], node, pointer, current)
        if _is_allowed(hint, form, node):
            return self.folder / cast(str, node) if node is not None and Path in {hint, *get_args(hint)} else node
        self.fault("E004", f"{_value_text(node)} is not allowed here", pointer, f"write {_allowed_text(hint, form)}")
        return current

    def values(self, hint: Any, node: JsonValue, pointer: str, current: object) -> object:
        """Return the list `node` as a tuple of values of the type `hint`, or `current` after an error."""
        if not isinstance(node, list):
            self.fault("E004", f"{_value_text(node)} is not allowed here", pointer, "write a list: [first, second]")
            return current
        return tuple(self.value(hint, item, f"{pointer}/{index}", None) for index, item in enumerate(node))


def _with_choices(section: Any, choices: Mapping[str, object]) -> Any:
    """Return a section with the values of those `choices` that it has as options."""
    options = options_of(type(section))
    return replace(section, **{option: value for option, value in choices.items() if option in options})


def _unwrap_hint(hint: Any) -> tuple[Any, Form | None]:
    form = None
    while get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
        form = form or next((note for note in notes if isinstance(note, Form)), None)
    if get_origin(hint) in {Union, UnionType}:
        for member in get_args(hint):
            form = form or _unwrap_hint(member)[1]
        hint = reduce(or_, (_unwrap_hint(member)[0] for member in get_args(hint)))
    return hint, form


def _is_allowed(hint: Any, form: Form | None, node: JsonValue) -> bool:
    if get_origin(hint) in {Union, UnionType}:
        return any(_is_allowed(member, form, node) for member in get_args(hint))
    if get_origin(hint) is Literal:
        return any(node == allowed and type(node) is type(allowed) for allowed in get_args(hint))
    if hint is int:
        return type(node) is int and node >= 0
    if hint is Path:
        return isinstance(node, str) and node != "" and "\0" not in node
    if hint is str:
        return isinstance(node, str) and (form is None or re.fullmatch(form.pattern, node) is not None)
    return type(node) is hint


def _allowed_text(hint: Any, form: Form | None) -> str:
    if get_origin(hint) in {Union, UnionType}:
        members = [member for member in get_args(hint) if member is not NoneType]
        return " or ".join(_allowed_text(member, form) for member in members)
    if get_origin(hint) is Literal:
        return "one of " + ", ".join(str(value) for value in get_args(hint))
    return form.description if form is not None else _TYPE_DESCRIPTIONS[hint]


def _suggestion(key: str, known: Iterable[str]) -> str:
    candidates = sorted(known)
    close = difflib.get_close_matches(key, candidates, n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else f"use one of {', '.join(candidates)}"


def _value_text(node: JsonValue) -> str:
    match node:
        case None:
            return "nothing"
        case bool():
            return str(node).lower()
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case _:
            return repr(node)
