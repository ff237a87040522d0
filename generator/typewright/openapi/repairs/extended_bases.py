"""Uses of a schema with a `discriminator` that other schemas extend: `Animal`, and `Cat: allOf [Animal, …]`.

A value of the base can be one of the schemas that extend it (OpenAPI 3.1, 4.8.25.1). Where such a base is referred to,
other than to extend it, the reference is redirected to a union of these schemas and the base, a component of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from typewright.base.json_pointer import escape, last_token
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.lower.keywords import is_annotation
from typewright.openapi.reading import Reader
from typewright.openapi.traversal import Node, component_kind

_SUFFIX = "Union"
"""What the name of the union has behind that of the base."""
_COMPONENTS = "#/components/schemas/"


def redirect_to_unions(nodes: Sequence[Node], reader: Reader) -> None:
    """Redirect references to bases that schemas of the root file extend, and add the unions that they lead to.

    `nodes` are the objects of the document. With the habit `bases-stand-alone`, nothing is changed.
    """
    schemas = reader.document.value_at(_COMPONENTS.rstrip("/")) if _has_schemas(reader) else None
    if "bases-stand-alone" in reader.habits or not isinstance(schemas, dict):
        return
    bases = {
        f"{_COMPONENTS}{escape(name)}": schema
        for name, schema in schemas.items()
        if isinstance(schema, dict) and _is_base(schema)
    }
    if not bases:
        return
    references = [node for node in nodes if node.kind.name == "Schema" and node.target is not None]
    extensions = _extensions(references, reader)
    for pointer, base in bases.items():
        extending = list(_extending(pointer, extensions))
        uses = [node for node in references if node.target == pointer and _is_use(node, extending, reader)]
        if extending and uses:
            name = _free_name(last_token(pointer), schemas)
            for node in uses:
                _redirect(node, pointer, name)
            schemas[name] = _union(base, pointer, extending)
            reader.document.added.add(f"{_COMPONENTS}{escape(name)}")


def _has_schemas(reader: Reader) -> bool:
    components = reader.document.root.get("components") if isinstance(reader.document.root, dict) else None
    return isinstance(components, dict) and isinstance(components.get("schemas"), dict)


def _is_base(schema: JsonObject) -> bool:
    """Return whether a schema names a property to tell apart what extends it, and is no union itself."""
    discriminator = schema.get("discriminator")
    is_named = isinstance(discriminator, dict) and isinstance(discriminator.get("propertyName"), str)
    return is_named and schema.keys().isdisjoint({"oneOf", "anyOf"})


def _extensions(references: Iterable[Node], reader: Reader) -> Mapping[str, Sequence[str]]:
    """Return the pointers of the components that extend each schema, by its pointer."""
    found: dict[str, list[str]] = {}
    for node in references:
        owner, keyword, _ = _split(node.pointer)
        if keyword == "allOf" and component_kind(owner) == "Schema" and not _is_wrapper(owner, reader):
            found.setdefault(node.target or "", []).append(owner)
    return found


def _extending(pointer: str, extensions: Mapping[str, Sequence[str]], seen: set[str] | None = None) -> Iterator[str]:
    """Yield the schemas that extend a base, directly or through others."""
    seen = {pointer} if seen is None else seen
    for extension in extensions.get(pointer, ()):
        if extension not in seen:
            seen.add(extension)
            yield extension
            yield from _extending(extension, extensions, seen)


def _is_use(node: Node, extending: Collection[str], reader: Reader) -> bool:
    """Return whether a reference to a base stands for a value, rather than extends it or is a variant beside others."""
    owner, keyword, _ = _split(node.pointer)
    if keyword == "allOf":
        return _is_wrapper(owner, reader)
    if keyword not in ("oneOf", "anyOf"):
        return True
    union = reader.document.value_at(owner)
    variants = union.get(keyword) if isinstance(union, dict) else None
    names = {last_token(pointer) for pointer in extending}
    return not any(_referred_name(variant) in names for variant in (variants if isinstance(variants, list) else ()))


def _referred_name(schema: JsonValue) -> str | None:
    ref = schema.get("$ref") if isinstance(schema, dict) else None
    return last_token(ref) if isinstance(ref, str) else None


def _is_wrapper(pointer: str, reader: Reader) -> bool:
    """Return whether a schema consists of one `allOf` branch and annotations."""
    schema = reader.document.value_at(pointer)
    branches = schema.get("allOf") if isinstance(schema, dict) else None
    if not isinstance(schema, dict) or not isinstance(branches, list) or len(branches) != 1:
        return False
    return all(is_annotation(key) for key in schema if key != "allOf")


def _split(pointer: str) -> tuple[str, str, str]:
    """Return the pointer of the object around an entry of a list in it, the key of the list, and the index."""
    rest, _, index = pointer.rpartition("/")
    owner, _, keyword = rest.rpartition("/")
    return owner, keyword, index


def _free_name(base: str, schemas: Collection[str]) -> str:
    name, number = f"{base}{_SUFFIX}", 1
    while name in schemas:
        number += 1
        name = f"{base}{_SUFFIX}{number}"
    return name


def _redirect(node: Node, base: str, name: str) -> None:
    """Let a reference lead to the union; one that does not end with the name of the base stays."""
    value, token = node.value, f"/{escape(last_token(base))}"
    if isinstance(value, dict) and isinstance(ref := value.get("$ref"), str) and ref.endswith(token):
        value["$ref"] = f"{ref.removesuffix(token)}/{escape(name)}"


def _union(base: JsonObject, pointer: str, extending: Sequence[str]) -> JsonObject:
    """Return the union of a base and the schemas that extend it: the base has all values that belong to no other."""
    written = base["discriminator"]
    discriminator = dict(written) if isinstance(written, dict) else {}
    variants: list[JsonValue] = [{"$ref": extension} for extension in extending]
    if not _is_abstract(base, discriminator, extending):
        variants.append({"$ref": pointer})
        discriminator.setdefault("defaultMapping", pointer)
    return {"anyOf": variants, "discriminator": discriminator}


def _is_abstract(base: JsonObject, discriminator: JsonObject, extending: Sequence[str]) -> bool:
    """Return whether the property that tells apart has no value but those of the schemas that extend the base."""
    properties = base.get("properties")
    schema = properties.get(str(discriminator["propertyName"])) if isinstance(properties, dict) else None
    values = schema.get("enum") if isinstance(schema, dict) else None
    mapping = discriminator.get("mapping")
    targets = mapping if isinstance(mapping, dict) else {}
    names = {last_token(extension) for extension in extending}
    known = {*names, *(value for value, target in targets.items() if last_token(str(target)) in names)}
    return isinstance(values, list) and bool(values) and all(value in known for value in values)
