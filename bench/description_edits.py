"""Small edits of the text of a description, YAML or JSON, as people make them between two runs.

Each edit is found by the positions of nodes and leaves all other text as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Edit = Callable[[str, int], str]
"""A text and a number that makes the edit another one than that of the last round → the edited text."""
_PLAIN_OR_QUOTED = (None, "'", '"')
_COMPONENT = "#/components/schemas/"
_VALUES = frozenset({"default", "enum", "example", "examples"})
"""Members that have values, and no schemas."""


def comment(text: str, number: int) -> str:
    """Add a comment at the end; in JSON, which has none, a blank."""
    return f"{text} " if text.lstrip().startswith("{") else f"{text.rstrip()}\n# {number}\n"


def description(text: str, number: int) -> str:
    """Say something else of a property, one in the middle of those that operations use."""
    found = [node for node in map(_description, _objects(text)) if node is not None]
    if not found:
        raise LookupError("no property has a description on one line")
    node = found[len(found) // 2]
    return _replaced(text, node, json.dumps(f"Said in round {number}."))


def new_property(text: str, number: int) -> str:
    """Give an object another property, one in the middle of those that operations use."""
    objects = [member for schema in _objects(text) if isinstance(member := _member(schema, "properties"), MappingNode)]
    return _inserted(text, objects[len(objects) // 2], f"addedInRound{number}", {"type": "string"})


def new_operation(text: str, number: int) -> str:
    """Add an operation at a path of its own, before all others."""
    name = _schemas(_root(text))[0][0].value
    schema = {"$ref": f"{_COMPONENT}{name}"}
    answer = {"description": "Found.", "content": {"application/json": {"schema": schema}}}
    operation = {"operationId": f"addedInRound{number}", "summary": "Get it.", "responses": {"200": answer}}
    paths = _member(_root(text), "paths")
    if not isinstance(paths, MappingNode):
        raise LookupError("the description has no paths")
    return _inserted(text, paths, f"/added-in-round-{number}", {"get": operation})


def renamed_schema(text: str, number: int) -> str:
    """Give a component that operations use another name, and all references with it."""
    used = _used_names(_root(text))
    old = used[len(used) // 2]
    new = f"{re.sub(r'InRound[0-9]+$', '', old)}InRound{number}"
    keys = [key for key, _ in _schemas(_root(text)) if key.value == old]
    text = _replaced(text, keys[0], json.dumps(new))
    return re.sub(rf"(#/components/schemas/){re.escape(old)}(?=[\"'\s])", rf"\g<1>{new}", text)


EDITS: dict[str, Edit] = {
    "a comment": comment,
    "a description": description,
    "a property": new_property,
    "an operation": new_operation,
    "a renamed schema": renamed_schema,
}


def _root(text: str) -> Node:
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if root is None:
        raise LookupError("the description is empty")
    return root


def _member(node: Node | None, name: str) -> Node | None:
    pairs: list[Any] = node.value if isinstance(node, MappingNode) else []
    return next((value for key, value in pairs if key.value == name), None)


def _schemas(root: Node) -> list[tuple[Any, Node]]:
    schemas = _member(_member(root, "components"), "schemas")
    return schemas.value if isinstance(schemas, MappingNode) else []


def _used_names(root: Node) -> list[str]:
    """Return the names of the components that operations use, directly or through others."""
    nodes = {key.value: value for key, value in _schemas(root)}
    names = dict.fromkeys(_references(_member(root, "paths")))
    worklist = list(names)
    while worklist:
        found = dict.fromkeys(_references(nodes.get(worklist.pop(0))))
        worklist += [name for name in found if name not in names]
        names |= found
    return [name for name in nodes if name in names]


def _references(node: Node | None) -> Iterator[str]:
    """Yield the names of the components that a part of a document refers to."""
    for key, value in node.value if isinstance(node, MappingNode) else ():
        if key.value == "$ref" and isinstance(value, ScalarNode) and value.value.startswith(_COMPONENT):
            yield value.value.removeprefix(_COMPONENT)
        yield from _references(value)
    for item in node.value if isinstance(node, SequenceNode) else ():
        yield from _references(item)


def _objects(text: str) -> Iterator[Node]:
    """Yield the objects with properties in operations and in the components that they use, outermost first."""
    root = _root(text)
    used = set(_used_names(root))
    worklist = [_member(root, "paths"), *(value for key, value in _schemas(root) if key.value in used)]
    while worklist:
        node = worklist.pop(0)
        if not isinstance(node, MappingNode):
            worklist += node.value if isinstance(node, SequenceNode) else []
            continue
        properties = _member(node, "properties")
        if isinstance(properties, MappingNode) and properties.value and properties.value[0][0].value != "properties":
            yield node
        worklist += [value for key, value in node.value if key.value not in _VALUES]


def _description(schema: Node) -> ScalarNode | None:
    """Return the description of the first property of a schema that has one on a line."""
    properties = _member(schema, "properties")
    for _, value in properties.value if isinstance(properties, MappingNode) else ():
        text = _member(value, "description")
        if isinstance(text, ScalarNode) and text.style in _PLAIN_OR_QUOTED:
            return text
    return None


def _replaced(text: str, node: Node, written: str) -> str:
    return text[: node.start_mark.index] + written + text[node.end_mark.index :]


def _inserted(text: str, mapping: MappingNode, name: str, value: object) -> str:
    """Return a text with another first member in a mapping, in the style of the mapping."""
    first = mapping.value[0][0].start_mark
    member = f"{json.dumps(name)}: {json.dumps(value)}"
    between = ", " if mapping.flow_style else "\n" + " " * first.column
    return text[: first.index] + member + between + text[first.index :]
