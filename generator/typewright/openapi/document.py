"""A description of one or several files: `$ref` -> canonical pointer and value, pointer -> line and column.

A canonical pointer names a place once and for all: `#/components/schemas/Pet` in the root file,
`models/pet.yaml#/Pet` in another one (its path relative to the root file's folder, or its URL). It is a name,
not a reference: nothing in it is percent-encoded.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from typewright.base.codes import REGISTRY
from typewright.base.errors import Diagnostic, Location, Severity, SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.fetching import fetch_url
from typewright.openapi.files.file_set import FileSet, UnreachableError
from typewright.openapi.files.positions import join_pointer, list_index, split_pointer
from typewright.openapi.files.project_folder import project_folder
from typewright.openapi.files.reference_hints import component_meant
from typewright.openapi.files.schema_ids import (
    SchemaIds,
    index_schema_ids,
    is_uri_reference,
    join_uri,
    may_name_schemas,
)
from typewright.openapi.files.source import Source, line_of_file, parse_source, read_source
from typewright.openapi.overlays.application import overlaid
from typewright.openapi.overlays.reading import read_overlay
from typewright.openapi.root_file import as_openapi

_MISSING = object()
_SHOWN_HOPS = 12
"""Up to how many hops of a cycle a message names."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The target of a reference: its canonical pointer and its value."""

    pointer: str
    value: JsonValue


class _DeadEndError(Exception):
    """A reference has no target; holds code, message and help of the diagnostic."""

    def __init__(self, code: str, message: str, help_text: str | None = None) -> None:
        self.code = code
        self.help = help_text or REGISTRY[code].help
        super().__init__(message)


class Document:
    """The root file of a description and the files that its references reach, read on demand.

    `root` is the root file's value, `file` its name in messages; `overlays` are the digests of the files that changed
    it, by path.
    """

    def __init__(self, files: FileSet, overlays: Mapping[str, str] = MappingProxyType({})) -> None:
        source = files.sources[""]
        if not isinstance(source.value, dict):
            location = source.locate("#")
            raise SpecError([_diagnostic("E208", "the description is not an object", location, "#")])
        self.root: JsonObject = source.value
        self.file = source.file
        self._files = files
        self._overlays = overlays
        self._ids: dict[str, SchemaIds | None] = {}
        self._resolved: dict[tuple[str, str], Resolved] = {}
        self._ends: dict[tuple[str, bool], Resolved | SpecError] = {}
        self._passed: dict[str, Diagnostic] = {}
        """The warnings about pointers that lead through a reference, by the pointer of that one."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files read so far, the root file first."""
        return tuple(self._files.sources.values())

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The warnings about the files read so far."""
        return (*(found for source in self.sources for found in source.diagnostics), *self._passed.values())

    def resolve(self, ref: str, base: str) -> Resolved:
        """Return the target of the reference `ref`; `base` is the canonical pointer of the reference.

        Chains of references are not followed. Raises SpecError (E2xx, at the `$ref`) where there is no target or access
        to it is refused, and with the errors in a file that it reaches.
        """
        name = base.partition("#")[0]
        known = self._resolved.get((ref, name))
        if known is not None:
            return known
        ids = self._schema_ids(name)
        try:
            plain = ids is None and ref.startswith("#/")
            resolved = self._at(name, unquote(ref)) if plain else self._by_uri(ref, base)
        except (UnreachableError, _DeadEndError) as fault:
            pointer = self._ref_pointer(base)
            missing = fault.code in ("E201", "E206") and fault.help == REGISTRY[fault.code].help
            advice = (component_meant(ref, self.root) if missing else None) or fault.help
            raise SpecError([self._fault(fault.code, str(fault), pointer, advice)]) from None
        if ids is None:
            self._resolved[ref, name] = resolved
        return resolved

    def follow(self, ref: str, base: str, *, ignore_siblings: bool = False) -> Resolved:
        """Return the target of `ref` at the end of a chain of objects that are only a `$ref`.

        Beside it they may have a summary, a description and `x-` extensions, with `ignore_siblings` anything
        (as Reference Objects, where other members are ignored). Raises SpecError like `resolve`, and E204 for
        a cycle, naming each hop.
        """
        hops = {base.removesuffix("/$ref"): None}
        resolved = self.resolve(ref, base)
        while (inner := _pure_reference(resolved.value, ignore_siblings=ignore_siblings)) is not None:
            known = self._ends.get((resolved.pointer, ignore_siblings))
            if isinstance(known, SpecError):
                raise known
            if known is not None:
                resolved = known
                break
            if resolved.pointer in hops:
                trail = list(hops)
                fault = self._cycle_error(trail[trail.index(resolved.pointer) :])
                self._ends.update(((hop, ignore_siblings), fault) for hop in hops)
                raise fault
            hops[resolved.pointer] = None
            resolved = self.resolve(inner, resolved.pointer)
        for hop in list(hops)[1:]:
            self._ends[hop, ignore_siblings] = resolved
        return resolved

    def depends_on_way(self, ref: str) -> bool:
        """Whether the target of a `$dynamicRef` depends on the path to it, since several schemas have its anchor.

        JSON Schema 2020-12 Core, 8.2.3.2.
        """
        name = ref.partition("#")[2]
        known = (ids for ids in self._ids.values() if ids is not None)
        return sum(len(found) for ids in known for (_, anchor), found in ids.anchors.items() if anchor == name) > 1

    def _cycle_error(self, members: list[str]) -> SpecError:
        """Return the error for a reference cycle, which is independent of where the cycle is entered."""
        first = members.index(min(members))
        cycle = [*members[first:], *members[: first + 1]]
        pointer = self._ref_pointer(cycle[0])
        shown = cycle if len(cycle) <= _SHOWN_HOPS else [*cycle[: _SHOWN_HOPS - 2], "…", cycle[-1]]
        message = f"the references run in a circle: {' -> '.join(shown)}"
        return SpecError([self._fault("E204", message, pointer)])

    def _fault(self, code: str, message: str, pointer: str, advice: str | None = None) -> Diagnostic:
        return _diagnostic(code, message, self.location(pointer), self.written_pointer(pointer), advice)

    def value_at(self, pointer: str) -> JsonValue:
        """Return the value at a canonical pointer of a file read so far. Raises KeyError where there is none."""
        name, _, inner = pointer.partition("#")
        value: object = self._files.sources[name].value
        for token in split_pointer(inner):
            value = _step(value, token)
            if value is _MISSING:
                raise KeyError(pointer)
        return value  # type: ignore[return-value]

    def location(self, pointer: str, *, key: bool = False) -> Location:
        """Return the source location of the canonical `pointer`, or of its nearest existing parent."""
        name, _, inner = pointer.partition("#")
        return self._files.sources[name if name in self._files.sources else ""].locate(inner, key=key)

    def text_at(self, pointer: str) -> str | None:
        """Return the text that a scalar at the canonical `pointer` is written as; None where an alias stands there."""
        where = self.location(pointer)
        line = self.source_line(where.file, where.line)
        text = "" if line is None else line[where.column - 1 : where.column - 1 + where.length].strip()
        return None if text[:1] in ("", "*", "&", "!", "|", ">", "{", "[") else text

    def written_pointer(self, pointer: str) -> str:
        """Return the pointer of what the user wrote for the canonical `pointer`: another one after a conversion."""
        name, _, inner = pointer.partition("#")
        return name + self._files.sources[name if name in self._files.sources else ""].written_pointer(f"#{inner}")

    def source_line(self, file: str, line: int) -> str | None:
        """Return the text of a line of a file, by the file's name in messages; for `errors.render`."""
        for source in self.sources:
            if source.file == file:
                return source.line(line)
        return line_of_file(file, line)

    @property
    def digests(self) -> dict[str, str]:
        """The digest of each file read so far, by its URL or its path relative to the folder of the root file."""
        sources = self._files.sources
        read = {name or PurePosixPath(self.file).name: source.content_digest for name, source in sources.items()}
        return {**read, **self._overlays}

    def _by_uri(self, ref: str, base: str) -> Resolved:
        """Resolve `ref` against the `$id` that applies at `base`, or else against the file."""
        if not is_uri_reference(ref):
            raise _DeadEndError("E205", f"'{ref}' is no URI")
        name, _, inner = base.partition("#")
        ids = self._schema_ids(name)
        resource = ids.resource(inner) if ids is not None else "#"
        if ids is not None and resource != "#":
            try:
                return self._in_resource(ref, name, resource, ids)
            except (UnreachableError, _DeadEndError):
                pass
        return self._in_file(ref, name)

    def _in_resource(self, ref: str, name: str, resource: str, ids: SchemaIds) -> Resolved:
        address, _, fragment = ref.partition("#")
        uri = join_uri(ids.resources[resource], address)
        found = self._resource_of(uri)
        if found is not None:
            return self._at_fragment(*found, fragment)
        return self._at_fragment(self._files.reach(uri), "#", fragment)

    def _in_file(self, ref: str, name: str) -> Resolved:
        address, _, fragment = ref.partition("#")
        uri = join_uri(name, address)
        found = self._resource_of(uri) if address else None
        if found is not None:
            return self._at_fragment(*found, fragment)
        named = self._self_named(join_uri(self._own_uri(name), address)) if address else name
        return self._at_fragment(self._files.reach(uri) if named is None else named, "#", fragment)

    def _own_uri(self, name: str) -> str:
        """Return the URI that a file gives itself (`$self`, OpenAPI 3.2), else its name."""
        value = self._files.sources[name].value
        own = value.get("$self") if isinstance(value, dict) else None
        return join_uri(name, own) if isinstance(own, str) and is_uri_reference(own) else name

    def _self_named(self, uri: str) -> str | None:
        """Return the file whose `$self` is `uri`, among those read so far; a relative URI names a file by its path."""
        if not urlsplit(uri).scheme:
            return None
        return next((name for name in self._files.sources if self._own_uri(name) == uri), None)

    def _resource_of(self, uri: str) -> tuple[str, str] | None:
        """Return file and pointer of the embedded schema whose `$id` is `uri`, among the files read so far."""
        found = [
            (name, pointer)
            for name in self._files.sources
            if (ids := self._schema_ids(name)) is not None
            for pointer in ids.targets.get(uri, ())
        ]
        if len(found) > 1:
            locations = ", ".join(name + pointer for name, pointer in found)
            raise _DeadEndError("E207", f"the '$id' '{uri}' is not unique: {locations}")
        return found[0] if found else None

    def _at_fragment(self, name: str, resource: str, fragment: str) -> Resolved:
        fragment = unquote(fragment)
        if not fragment or fragment.startswith("/"):
            return self._at(name, resource + fragment)
        if "/" in fragment:
            message = f"'#{fragment}' is no JSON pointer and no '$anchor'"
            raise _DeadEndError("E205", message, f"did you mean '#/{fragment}'?")
        ids = self._schema_ids(name)
        found = ids.anchors.get((resource, fragment), []) if ids is not None else []
        if len(found) > 1:
            raise _DeadEndError("E207", f"the anchor '{fragment}' is not unique: {', '.join(found)}")
        if found:
            return self._at(name, found[0])
        names = [] if ids is None else [anchor for owner, anchor in ids.anchors if owner == resource]
        close = difflib.get_close_matches(fragment, names, 1)
        hint = f"did you mean '#{close[0]}'?" if close else component_meant(fragment, self.root)
        message = f"there is no '$anchor' named '{fragment}'"
        raise _DeadEndError("E201", message, hint or "a JSON pointer begins with '#/'")

    def _at(self, name: str, pointer: str) -> Resolved:
        tokens = split_pointer(pointer)
        value: object = self._files.sources[name].value
        for depth, token in enumerate(tokens):
            parent, value = value, _step(value, token)
            if value is _MISSING:
                beyond = self._beyond(name + join_pointer(tokens[:depth]), parent, tokens[depth:])
                if beyond is not None:
                    return beyond
                raise self._missing(name, tokens, depth, parent)
        return Resolved(name + join_pointer(tokens), value)  # type: ignore[arg-type]

    def _beyond(self, base: str, parent: object, tokens: Sequence[str]) -> Resolved | None:
        """Return what `tokens` lead to in the target of the reference `parent` at `base`; None where it is none.

        A JSON pointer knows no references (RFC 6901), but authors write such ones; each is warned of once.
        """
        ref = parent.get("$ref") if isinstance(parent, dict) else None
        if not isinstance(ref, str) or base in self._passed:
            return None
        where, passed = self.location(base), join_pointer(tokens)[1:]
        self._passed[base] = replace(
            _diagnostic("E201", f"there is no '{base}{passed}'; the reference before it is followed", where, base),
            severity=Severity.WARNING,
        )
        target = self.follow(ref, base)
        name, _, inner = target.pointer.partition("#")
        return self._at(name, f"#{inner}{passed}")

    def _missing(self, name: str, tokens: list[str], depth: int, parent: object) -> _DeadEndError:
        missing = self.written_pointer(name + join_pointer(tokens[: depth + 1]))
        message = f"there is no '{missing}'"
        if depth < len(tokens) - 1:
            message += f", so no '{self.written_pointer(name + join_pointer(tokens))}' either"
        if isinstance(parent, dict):
            close = difflib.get_close_matches(tokens[depth], list(parent), 1)
            if close:
                meant = name + join_pointer([*tokens[:depth], close[0], *tokens[depth + 1 :]])
                return _DeadEndError("E201", message, f"did you mean '{self.written_pointer(meant)}'?")
        elif isinstance(parent, list):
            return _DeadEndError("E201", message, f"the list has {len(parent)} items, counted from 0")
        return _DeadEndError("E201", message)

    def _schema_ids(self, name: str) -> SchemaIds | None:
        """Return the index of a file, created on first use; None where the file has no such names."""
        if name not in self._ids:
            source = self._files.sources[name]
            ids = index_schema_ids(source.value, name) if may_name_schemas(source.text) else None
            self._ids[name] = ids if ids is not None and (ids.resources or ids.anchors) else None
        return self._ids[name]

    def _ref_pointer(self, base: str) -> str:
        """Return the canonical pointer of the reference in the object `base`."""
        known = base
        while known.partition("#")[2]:
            try:
                parent = self.value_at(known)
            except KeyError:  # a place that lowering made up, below the object that is meant
                known = known.rpartition("/")[0]
                continue
            return f"{known}/$ref" if isinstance(parent, dict) and "$ref" in parent else base
        return base


def _pure_reference(value: JsonValue, *, ignore_siblings: bool) -> str | None:
    if not isinstance(value, dict):
        return None
    ref = value.get("$ref")
    if not isinstance(ref, str):
        return None
    pure = ignore_siblings or all(key in ("$ref", "summary", "description") or key.startswith("x-") for key in value)
    return ref if pure else None


def _step(value: object, token: str) -> object:
    if isinstance(value, dict):
        return value.get(token, _MISSING)
    if isinstance(value, list):
        index = list_index(token)
        if index is not None and index < len(value):
            return value[index]
    return _MISSING


def _diagnostic(code: str, message: str, location: Location, pointer: str, help_text: str | None = None) -> Diagnostic:
    return Diagnostic(code, message, location=location, pointer=pointer, help=help_text or REGISTRY[code].help)


def load_document(
    path: Path,
    *,
    root_folder: Path | None = None,
    allow: Collection[str] = (),
    fetch: Callable[[str], bytes] = fetch_url,
    overlays: Sequence[Path] = (),
    pinned: Mapping[str, str] = MappingProxyType({}),
) -> Document:
    """Return the description whose root file is `path`, changed by `overlays`.

    Raises SpecError where one of these files cannot be read.

    References may reach files inside `root_folder` (default: `project_folder`), and the files, folders and URLs
    in `allow`; `fetch` reads the URLs, whose digests must be those in `pinned`, where it holds them.
    """
    read = [read_overlay(overlay) for overlay in overlays]
    source = as_openapi(overlaid(read_source(path, path.as_posix()), read))
    digests = {
        Path(os.path.relpath(file, path.parent)).as_posix(): overlay.source.content_digest
        for file, overlay in zip(overlays, read, strict=True)
    }
    root_folder = (root_folder or project_folder(path)).resolve()
    return Document(FileSet(source, path, root_folder, allow=allow, fetch=fetch, pinned=pinned), digests)


def document_from_bytes(content: bytes, file: str) -> Document:
    """Return the description in `content`, named `file`, which cannot refer to other files.

    Raises SpecError where it cannot be read.
    """
    return Document(FileSet(as_openapi(parse_source(content, file))))
