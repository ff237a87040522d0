"""A description of one or several files: `$ref` -> canonical pointer and value, pointer -> line and column.

A canonical pointer names a place once and for all: `#/components/schemas/Pet` in the root file,
`models/pet.yaml#/Pet` in another one (its path relative to the root file's folder).
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from generator.error_codes import REGISTRY
from generator.errors import Diagnostic, Location, SpecError
from generator.json_value import JsonObject, JsonValue
from generator.openapi.places import join_pointer, list_index, split_pointer
from generator.openapi.source import Source, parse_source, read_source


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a reference leads to: the canonical pointer of the target and its value."""

    pointer: str
    value: JsonValue


class Document:
    """The root file of a description and the files that its references reach, read on demand.

    `root` is the root file's value, `file` its name in messages.
    """

    def __init__(self, source: Source, folder: Path | None, project: Path | None, allow: frozenset[str]) -> None:
        if not isinstance(source.value, dict):
            message = "an OpenAPI description must be an object"
            raise SpecError([_diagnostic("E208", message, source.locate("#"), "#")])
        self.root: JsonObject = source.value
        self.file = source.file
        self._folder = folder
        self._project = project
        self._allow = allow
        self._sources: dict[str, Source] = {"": source}

    @property
    def digests(self) -> dict[str, str]:
        """The digest of each file that was read so far, by its path relative to the root file's folder."""
        return {name or PurePosixPath(self.file).name: source.content_digest for name, source in self._sources.items()}

    def resolve(self, ref: str, base: str) -> Resolved:
        """Return what the reference `ref` at or below the canonical pointer `base` leads to.

        Chains are not followed. Raises SpecError where the target is missing, refused or malformed.
        """
        address, _, fragment = ref.partition("#")
        name = base.partition("#")[0]
        if address:
            name = self._reach(address, ref, base)
        tokens = split_pointer(unquote(fragment))
        value = self._find(name, tokens, ref, base)
        return Resolved(name + join_pointer(tokens), value)

    def follow(self, ref: str, base: str) -> Resolved:
        """Return what `ref` leads to in the end, over objects that hold a `$ref` themselves.

        Raises SpecError like `resolve`, and for a circle of references, naming each hop.
        """
        hops: list[str] = []
        resolved = self.resolve(ref, base)
        while isinstance(resolved.value, dict) and isinstance(inner := resolved.value.get("$ref"), str):
            if resolved.pointer in hops:
                circle = " -> ".join([*hops[hops.index(resolved.pointer) :], resolved.pointer])
                raise self._fault("E204", f"the references run in a circle: {circle}", base)
            hops.append(resolved.pointer)
            resolved = self.resolve(inner, resolved.pointer)
        return resolved

    def location(self, pointer: str, *, key: bool = False) -> Location:
        """Return where the canonical `pointer` stands; the nearest existing parent where it leads nowhere."""
        name, _, inner = pointer.partition("#")
        return self._sources[name if name in self._sources else ""].locate(inner, key=key)

    def source_line(self, file: str, line: int) -> str | None:
        """Return a line's text of a file that was read, by its name in messages; for `errors.render`."""
        for source in self._sources.values():
            if source.file == file:
                return source.line(line)
        return None

    def _reach(self, address: str, ref: str, base: str) -> str:
        """Return the name of the file at `address`, relative to the file of `base`; reads it when new."""
        if urlsplit(address).scheme:
            raise self._fault("E203", f"the reference '{ref}' is to a URL", base, ref)
        here = PurePosixPath(base.partition("#")[0]).parent
        name = normpath((here / unquote(address)).as_posix())
        if self._folder is None:
            raise self._fault("E206", f"'{address}' is another file, but this description has no folder", base, ref)
        path = self._folder / name
        if path.resolve() == (self._folder / PurePosixPath(self.file).name).resolve():
            return ""
        if name in self._sources:
            return name
        if self._project is not None and not path.resolve().is_relative_to(self._project):
            raise self._fault("E202", f"'{address}' lies outside the project folder", base, ref)
        shown = normpath((PurePosixPath(self.file).parent / name).as_posix())
        if not path.is_file():
            raise self._fault("E206", f"there is no file '{shown}'", base, ref)
        self._sources[name] = read_source(path, shown)
        return name

    def _find(self, name: str, tokens: list[str], ref: str, base: str) -> JsonValue:
        value = self._sources[name].value
        for depth, token in enumerate(tokens):
            found, value = _step(value, token)
            if not found:
                parent = self._sources[name].value
                for earlier in tokens[:depth]:
                    _, parent = _step(parent, earlier)
                raise self._missing(name, tokens, depth, parent, ref, base)
        return value

    def _missing(self, name: str, tokens: list[str], depth: int, parent: JsonValue, ref: str, base: str) -> SpecError:
        siblings = list(parent) if isinstance(parent, dict) else []
        near = difflib.get_close_matches(tokens[depth], siblings, 1)
        hint = None
        if near:
            hint = f"did you mean '{name}{join_pointer([*tokens[:depth], near[0], *tokens[depth + 1 :]])}'?"
        return self._fault("E201", f"the reference '{ref}' leads nowhere", base, ref, hint)

    def _fault(
        self, code: str, message: str, base: str, ref: str | None = None, help_text: str | None = None
    ) -> SpecError:
        pointer = base if base.endswith("/$ref") else f"{base}/$ref"
        return SpecError([_diagnostic(code, message, self.location(pointer), pointer, help_text)])


def _step(value: JsonValue, token: str) -> tuple[bool, JsonValue]:
    if isinstance(value, dict):
        return token in value, value.get(token)
    if isinstance(value, list):
        index = list_index(token)
        if index is not None and index < len(value):
            return True, value[index]
    return False, None


def _diagnostic(code: str, message: str, location: Location, pointer: str, help_text: str | None = None) -> Diagnostic:
    return Diagnostic(code, message, location=location, pointer=pointer, help=help_text or REGISTRY[code].help)


def load_document(path: Path, *, root_folder: Path | None = None, allow: tuple[str, ...] = ()) -> Document:
    """Return the description whose root file is `path`. Raises SpecError where it cannot be read."""
    source = read_source(path, path.as_posix())
    return Document(source, path.parent, (root_folder or path.parent).resolve(), frozenset(allow))


def document_from_bytes(content: bytes, file: str) -> Document:
    """Return the description that `content` holds, named `file`; it cannot refer to other files."""
    return Document(parse_source(content, file), None, None, frozenset())
