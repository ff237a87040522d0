"""A description of one or several files: `$ref` -> canonical pointer and value, pointer -> line and column.

A canonical pointer identifies a location in these files: `#/components/schemas/Pet` in the root file,
`models/pet.yaml#/Pet` in another one (its path relative to the root file's folder, or its URL). It is an identifier,
not a URI reference: nothing in it is percent-encoded.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from typewright.base.codes import REGISTRY
from typewright.base.errors import Diagnostic, Location, Severity, SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.suggestions import closest
from typewright.openapi.files.fetching import fetch_url
from typewright.openapi.files.file_set import FileSet, UnreachableError
from typewright.openapi.files.pointer_steps import MISSING, pure_reference, step
from typewright.openapi.files.positions import join_pointer, split_pointer
from typewright.openapi.files.project_folder import project_folder
from typewright.openapi.files.reference_hints import component_suggestion, meant_component, meant_reference
from typewright.openapi.files.schema_ids import (
    SchemaIds,
    can_have_schema_ids,
    index_schema_ids,
    is_uri_reference,
    join_uri,
)
from typewright.openapi.files.source import Source, line_of_file, parse_source, read_source
from typewright.openapi.overlays.application import apply_overlays
from typewright.openapi.overlays.reading import read_overlay
from typewright.openapi.root_file import as_openapi

_SHOWN_HOPS = 12
"""How many hops of a cycle a message names at most."""


class Resolved(Struct, frozen=True):
    """The target of a reference: its canonical pointer and its value."""

    pointer: str
    value: JsonValue


class _UnresolvableError(Exception):
    """A reference has no target. Has the code, message and help of the diagnostic."""

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
        self._chain_targets: dict[tuple[str, bool], Resolved | SpecError] = {}
        self._warnings: dict[str, Diagnostic] = {}
        """Warnings about pointers that pass through a reference, by the pointer of that reference."""
        self.added: set[str] = set()
        """The pointers of the components that repairs have added, which no file has."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files read so far, the root file first."""
        return tuple(self._files.sources.values())

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The warnings about the files read so far."""
        return (*(diagnostic for source in self.sources for diagnostic in source.diagnostics), *self._warnings.values())

    def resolve(self, ref: str, base: str) -> Resolved:
        """Return the target of `ref`, a URI reference written at the canonical pointer `base`.

        A target that is itself a reference is returned as it is. Raises SpecError (E2xx, at the `$ref`) if there is no
        target or access to it is refused, and with the errors of the file that `ref` leads to.
        """
        name = base.partition("#")[0]
        cached = self._resolved.get((ref, name))
        if cached is not None:
            return cached
        ids = self._schema_ids(name)
        try:
            plain = ids is None and ref.startswith("#/")
            resolved = self._resolve_pointer(name, unquote(ref)) if plain else self._resolve_uri(ref, base)
        except (UnreachableError, _UnresolvableError) as fault:
            return self._resolve_as_meant(ref, base, fault)
        if ids is None:
            self._resolved[ref, name] = resolved
        return resolved

    def _resolve_as_meant(self, ref: str, base: str, fault: UnreachableError | _UnresolvableError) -> Resolved:
        """Return the target that `ref` has with other slashes, or else the component that it names, with a warning.

        Raises SpecError for `fault` if there is none.
        """
        pointer = self._ref_pointer(base)
        is_missing = fault.code in ("E201", "E205", "E206")
        component = meant_component(ref, self.root) if is_missing else None
        for meant in filter(None, (meant_reference(ref), component)):
            with suppress(UnreachableError, _UnresolvableError):
                resolved = self._resolve_uri(meant, base)
                found = self._diagnostic_at(
                    fault.code, f"{fault}; it is read as '{meant}'", pointer, f"write '{meant}'"
                )
                self._warnings.setdefault(pointer, found._replace(severity=Severity.WARNING))
                return resolved
        missing = fault.code in ("E201", "E206") and fault.help == REGISTRY[fault.code].help
        advice = (component_suggestion(ref, self.root) if missing else None) or fault.help
        raise SpecError([self._diagnostic_at(fault.code, str(fault), pointer, advice)]) from None

    def follow(self, ref: str, base: str, *, ignore_siblings: bool = False) -> Resolved:
        """Return the target of `ref`, followed through objects that are only a `$ref`.

        Such an object may also have a summary, a description and `x-` extensions; with `ignore_siblings` any other
        members, as in a Reference Object. Raises SpecError like `resolve`, and E204 for a cycle, naming each hop.
        """
        hops = {base.removesuffix("/$ref"): None}
        resolved = self.resolve(ref, base)
        while (next_ref := pure_reference(resolved.value, ignore_siblings=ignore_siblings)) is not None:
            cached = self._chain_targets.get((resolved.pointer, ignore_siblings))
            if isinstance(cached, SpecError):
                raise cached
            if cached is not None:
                resolved = cached
                break
            if resolved.pointer in hops:
                trail = list(hops)
                fault = self._cycle_error(trail[trail.index(resolved.pointer) :])
                self._chain_targets.update(((hop, ignore_siblings), fault) for hop in hops)
                raise fault
            hops[resolved.pointer] = None
            resolved = self.resolve(next_ref, resolved.pointer)
        for hop in list(hops)[1:]:
            self._chain_targets[hop, ignore_siblings] = resolved
        return resolved

    def dynamic_anchors(self) -> frozenset[str]:
        """Return the anchors of several schemas of the files that were read.

        Among those schemas, the dynamic scope chooses for a `$dynamicRef` (JSON Schema 2020-12 Core, 8.2.3.2).
        """
        indexes = (ids for ids in self._ids.values() if ids is not None)
        counts = Counter(anchor for ids in indexes for (_, anchor), pointers in ids.anchors.items() for _ in pointers)
        return frozenset(anchor for anchor, count in counts.items() if count > 1)

    def _cycle_error(self, members: list[str]) -> SpecError:
        """Return the error for a reference cycle, which is independent of where the cycle is entered."""
        first = members.index(min(members))
        cycle = [*members[first:], *members[: first + 1]]
        pointer = self._ref_pointer(cycle[0])
        shown = cycle if len(cycle) <= _SHOWN_HOPS else [*cycle[: _SHOWN_HOPS - 2], "…", cycle[-1]]
        message = f"the references form a cycle: {' -> '.join(shown)}"
        return SpecError([self._diagnostic_at("E204", message, pointer)])

    def _diagnostic_at(self, code: str, message: str, pointer: str, advice: str | None = None) -> Diagnostic:
        return _diagnostic(code, message, self.location(pointer), self.written_pointer(pointer), advice)

    def value_at(self, pointer: str) -> JsonValue:
        """Return the value at a canonical pointer of a file read so far. Raises KeyError if there is no value."""
        name, _, inner = pointer.partition("#")
        value: object = self._files.sources[name].value
        for token in split_pointer(inner):
            value = step(value, token)
            if value is MISSING:
                raise KeyError(pointer)
        return value  # type: ignore[return-value]

    def location(self, pointer: str, *, at_key: bool = False) -> Location:
        """Return the source location of the canonical `pointer`, or of its nearest existing parent."""
        name, _, inner = pointer.partition("#")
        return self._files.sources[name if name in self._files.sources else ""].locate(inner, at_key=at_key)

    def text_at(self, pointer: str) -> str | None:
        """Return the source text of the plain or quoted scalar at a canonical pointer; None for any other YAML node."""
        where = self.location(pointer)
        line = self.source_line(where.file, where.line)
        text = "" if line is None else line[where.column - 1 : where.column - 1 + where.length].strip()
        return None if text[:1] in ("", "*", "&", "!", "|", ">", "{", "[") else text

    def written_pointer(self, pointer: str) -> str:
        """Return the canonical pointer in the file as it was written, which differs if the file was converted."""
        name, _, inner = pointer.partition("#")
        return name + self._files.sources[name if name in self._files.sources else ""].written_pointer(f"#{inner}")

    def source_line(self, file: str, line: int) -> str | None:
        """Return the text of a line of the file that messages call `file`, for `errors.render`."""
        for source in self.sources:
            if source.file == file:
                return source.line(line)
        return line_of_file(file, line)

    @property
    def digests(self) -> dict[str, str]:
        """The digest of each file read so far, by its URL or its path relative to the root file's folder."""
        sources = self._files.sources
        by_name = {name or PurePosixPath(self.file).name: source.content_digest for name, source in sources.items()}
        return {**by_name, **self._overlays}

    def _resolve_uri(self, ref: str, base: str) -> Resolved:
        """Resolve `ref` against the `$id` that applies at `base`; if that fails, against the file."""
        if not is_uri_reference(ref):
            raise _UnresolvableError("E205", f"'{ref}' is no URI")
        name, _, inner = base.partition("#")
        ids = self._schema_ids(name)
        resource = ids.resource(inner) if ids is not None else "#"
        if ids is not None and resource != "#":
            try:
                return self._resolve_in_resource(ref, name, resource, ids)
            except (UnreachableError, _UnresolvableError):
                pass
        return self._resolve_in_file(ref, name)

    def _resolve_in_resource(self, ref: str, name: str, resource: str, ids: SchemaIds) -> Resolved:
        address, _, fragment = ref.partition("#")
        uri = join_uri(ids.resources[resource], address)
        location = self._find_resource(uri)
        if location is not None:
            return self._resolve_fragment(*location, fragment)
        return self._resolve_fragment(self._files.load(uri), "#", fragment)

    def _resolve_in_file(self, ref: str, name: str) -> Resolved:
        address, _, fragment = ref.partition("#")
        uri = join_uri(name, address)
        location = self._find_resource(uri) if address else None
        if location is not None:
            return self._resolve_fragment(*location, fragment)
        self_named = self._file_with_self_uri(join_uri(self._self_uri(name), address)) if address else name
        return self._resolve_fragment(self._files.load(uri) if self_named is None else self_named, "#", fragment)

    def _self_uri(self, name: str) -> str:
        """Return the `$self` of a file (OpenAPI 3.2) as a URI, or the name of the file if it has none."""
        value = self._files.sources[name].value
        own = value.get("$self") if isinstance(value, dict) else None
        return join_uri(name, own) if isinstance(own, str) and is_uri_reference(own) else name

    def _file_with_self_uri(self, uri: str) -> str | None:
        """Return the name of the file read so far whose `$self` is `uri`; None for a relative URI, which is a path."""
        if not urlsplit(uri).scheme:
            return None
        return next((name for name in self._files.sources if self._self_uri(name) == uri), None)

    def _find_resource(self, uri: str) -> tuple[str, str] | None:
        """Return file name and pointer of the schema whose `$id` is `uri`, among the files read so far."""
        locations = [
            (name, pointer)
            for name in self._files.sources
            if (ids := self._schema_ids(name)) is not None
            for pointer in ids.targets.get(uri, ())
        ]
        if len(locations) > 1:
            location_texts = ", ".join(name + pointer for name, pointer in locations)
            raise _UnresolvableError("E207", f"the '$id' '{uri}' is not unique: {location_texts}")
        return locations[0] if locations else None

    def _resolve_fragment(self, name: str, resource: str, fragment: str) -> Resolved:
        fragment = unquote(fragment)
        if not fragment or fragment.startswith("/"):
            return self._resolve_pointer(name, resource + fragment)
        if "/" in fragment:
            message = f"'#{fragment}' is no JSON pointer and no '$anchor'"
            raise _UnresolvableError("E205", message, f"did you mean '#/{fragment}'?")
        ids = self._schema_ids(name)
        pointers = ids.anchors.get((resource, fragment), []) if ids is not None else []
        if len(pointers) > 1:
            raise _UnresolvableError("E207", f"the anchor '{fragment}' is not unique: {', '.join(pointers)}")
        if pointers:
            return self._resolve_pointer(name, pointers[0])
        names = [] if ids is None else [anchor for owner, anchor in ids.anchors if owner == resource]
        close = closest(fragment, names)
        hint = component_suggestion(fragment, self.root) if close is None else f"did you mean '#{close}'?"
        message = f"there is no '$anchor' named '{fragment}'"
        raise _UnresolvableError("E201", message, hint or "a JSON pointer begins with '#/'")

    def _resolve_pointer(self, name: str, pointer: str) -> Resolved:
        tokens = split_pointer(pointer)
        value: object = self._files.sources[name].value
        for depth, token in enumerate(tokens):
            parent, value = value, step(value, token)
            if value is MISSING:
                resolved = self._resolve_through_reference(name + join_pointer(tokens[:depth]), parent, tokens[depth:])
                if resolved is not None:
                    return resolved
                raise self._missing_error(name, tokens, depth, parent)
        return Resolved(name + join_pointer(tokens), value)  # type: ignore[arg-type]

    def _resolve_through_reference(self, base: str, parent: object, tokens: Sequence[str]) -> Resolved | None:
        """Follow the reference `parent` at `base` and resolve `tokens` in its target; None if `parent` is no reference.

        JSON pointers do not pass through references (RFC 6901), but authors write such ones: one warning per reference.
        """
        ref = parent.get("$ref") if isinstance(parent, dict) else None
        if not isinstance(ref, str) or base in self._warnings:
            return None
        location, suffix = self.location(base), join_pointer(tokens)[1:]
        message = f"there is no '{base}{suffix}'; the reference before it is followed"
        self._warnings[base] = _diagnostic("E201", message, location, base)._replace(severity=Severity.WARNING)
        target = self.follow(ref, base)
        name, _, inner = target.pointer.partition("#")
        return self._resolve_pointer(name, f"#{inner}{suffix}")

    def _missing_error(self, name: str, tokens: list[str], depth: int, parent: object) -> _UnresolvableError:
        missing = self.written_pointer(name + join_pointer(tokens[: depth + 1]))
        message = f"there is no '{missing}'"
        if depth < len(tokens) - 1:
            message += f", so no '{self.written_pointer(name + join_pointer(tokens))}' either"
        if isinstance(parent, dict):
            close = closest(tokens[depth], parent)
            if close is not None:
                meant = name + join_pointer([*tokens[:depth], close, *tokens[depth + 1 :]])
                return _UnresolvableError("E201", message, f"did you mean '{self.written_pointer(meant)}'?")
        elif isinstance(parent, list):
            return _UnresolvableError("E201", message, f"the list has {len(parent)} items, counted from 0")
        return _UnresolvableError("E201", message)

    def _schema_ids(self, name: str) -> SchemaIds | None:
        """Return the `$id`s and anchors of a file, indexed on first use; None if it declares none."""
        if name not in self._ids:
            source = self._files.sources[name]
            ids = index_schema_ids(source.value, name) if can_have_schema_ids(source.text) else None
            self._ids[name] = ids if ids is not None and (ids.resources or ids.anchors) else None
        return self._ids[name]

    def _ref_pointer(self, base: str) -> str:
        """Return the canonical pointer of the `$ref` at `base` or at its nearest existing parent; else `base`."""
        pointer = base
        while pointer.partition("#")[2]:
            try:
                parent = self.value_at(pointer)
            except KeyError:  # lowering makes up pointers below existing objects
                pointer = pointer.rpartition("/")[0]
                continue
            return f"{pointer}/$ref" if isinstance(parent, dict) and "$ref" in parent else base
        return base


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

    References may lead to files inside `root_folder` (default: `project_folder`), and to the files, folders and URLs
    in `allow`. `fetch` reads URLs; `pinned` maps URLs to the digests that their content must have. Raises SpecError if
    the root file or an overlay cannot be read.
    """
    parsed_overlays = [read_overlay(overlay) for overlay in overlays]
    source = as_openapi(apply_overlays(read_source(path, path.as_posix()), parsed_overlays))
    digests = {
        Path(os.path.relpath(file, path.parent)).as_posix(): overlay.source.content_digest
        for file, overlay in zip(overlays, parsed_overlays, strict=True)
    }
    root_folder = (root_folder or project_folder(path)).resolve()
    return Document(FileSet(source, path, root_folder, allow=allow, fetch=fetch, pinned=pinned), digests)


def document_from_bytes(content: bytes, file: str) -> Document:
    """Return the description in `content`, called `file` in messages. It cannot refer to other files.

    Raises SpecError if it cannot be read.
    """
    return Document(FileSet(as_openapi(parse_source(content, file))))
