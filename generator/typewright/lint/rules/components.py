"""Rules about components: unused ones, and names that are easily confused."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject
from typewright.ir.walking import reachable
from typewright.lint.rule import Finding
from typewright.lint.subject import Subject, members
from typewright.naming.words import pascal
from typewright.openapi.traversal import Node


def unused_components(subject: Subject) -> Iterator[Finding]:
    """Yield the components that no operation uses, directly or indirectly."""
    if not (members(subject.root.get("paths")) or members(subject.root.get("webhooks"))):
        return
    used = _used_components(subject)
    for section, name, pointer in subject.components():
        if pointer not in used:
            yield Finding(pointer, f"nothing uses '{name}' of 'components: {section}:'", at_key=True)


def colliding_components(subject: Subject) -> Iterator[Finding]:
    """Yield the schemas whose names become equal class names."""
    seen: dict[str, str] = {}
    for section, name, pointer in subject.components():
        if section != "schemas":
            continue
        folded = pascal(name).casefold()
        earlier = seen.setdefault(folded, name)
        if earlier != name:
            message = f"the schemas '{name}' and '{earlier}' make class names that differ by case at most"
            yield Finding(pointer, message, at_key=True)


def colliding_properties(subject: Subject) -> Iterator[Finding]:
    """Yield the properties of a schema whose names become equal attribute names."""
    for node, schema in subject.of_kind("Schema"):
        seen: dict[str, str] = {}
        for name in members(schema.get("properties")):
            folded = pascal(name).casefold()
            earlier = seen.setdefault(folded, name)
            if earlier != name:
                message = f"the properties '{name}' and '{earlier}' make the same name in code"
                yield Finding(f"{node.pointer}/properties/{escape(name)}", message, at_key=True)


def colliding_enum_values(subject: Subject) -> Iterator[Finding]:
    """Yield the values of an enum that become equal member names."""
    for node, schema in subject.of_kind("Schema"):
        values = schema.get("enum")
        seen: dict[str, str] = {}
        if not isinstance(values, list) or _has_names(schema):
            continue
        for index, value in enumerate(values):
            if isinstance(value, str):
                folded = pascal(value).casefold() or value
                earlier = seen.setdefault(folded, value)
                if earlier != value:
                    message = f"the enum values '{value}' and '{earlier}' make the same name in code"
                    yield Finding(f"{node.pointer}/enum/{index}", message)


def _has_names(schema: JsonObject) -> bool:
    return bool({"x-speakeasy-enums", "x-enum-varnames", "x-enumNames", "x-ms-enum"} & schema.keys())


def _used_components(subject: Subject) -> set[str]:
    """Return the pointers of the components that are reachable from outside of `components`."""
    edges: dict[str | None, set[str]] = {}
    for node in subject.nodes:
        owner = subject.component(node.pointer)
        for target_pointer in _reference_targets(subject, node):
            target = subject.component(target_pointer)
            if target is not None:
                edges.setdefault(owner, set()).add(target)
        if node.kind.name == "SecurityRequirement":
            names = {f"#/components/securitySchemes/{escape(name)}" for name in members(node.value)}
            edges.setdefault(owner, set()).update(names)
        if node.kind.name == "Discriminator":
            edges.setdefault(owner, set()).update(_mapping_targets(subject, members(node.value)))
    return reachable(edges.get(None, ()), lambda pointer: edges.get(pointer, ()))


def _reference_targets(subject: Subject, node: Node) -> Iterator[str]:
    """Yield the pointers of the last and the direct target of a `$ref`."""
    if node.target is not None:
        yield node.target
        yield subject.document.resolve(str(members(node.value).get("$ref")), node.pointer).pointer


def _mapping_targets(subject: Subject, discriminator: JsonObject) -> Iterator[str]:
    schemas = members(members(subject.root.get("components")).get("schemas"))
    for name in (*members(discriminator.get("mapping")).values(), discriminator.get("defaultMapping")):
        if isinstance(name, str):
            component_name = name.removeprefix("#/components/schemas/")
            if component_name in schemas:
                yield f"#/components/schemas/{escape(component_name)}"
