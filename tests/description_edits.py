"""Random edits to a description, as people make them: for tests of what must not change by them.

An edit changes the document in place and says what it touched: the ids (JSON pointers) of the schemas and operations
that it changed, moved or removed themselves. All else must keep its names.
"""

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

from typewright.base.json_pointer import escape

Json = Any
Touched = set[str]
"""Beginnings of ids; what begins with one of them was edited itself."""
SCHEMAS = "#/components/schemas/"
METHODS = ("get", "put", "post", "delete", "patch")


def schemas_of(document: Json) -> dict[str, Json]:
    return document.setdefault("components", {}).setdefault("schemas", {})


def operations_of(document: Json) -> Iterator[tuple[str, str, Json]]:
    for path, item in document.get("paths", {}).items():
        for method, operation in item.items():
            if method in METHODS:
                yield path, method, operation


def objects_in(node: Json, id_: str) -> Iterator[tuple[str, Json]]:
    """Yield the inline object schemas at and below `id_`."""
    if not isinstance(node, dict) or "$ref" in node:
        return
    if isinstance(node.get("properties"), dict):
        yield id_, node
        for name, schema in node["properties"].items():
            yield from objects_in(schema, f"{id_}/properties/{escape(name)}")
    if isinstance(node.get("items"), dict):
        yield from objects_in(node["items"], f"{id_}/items")


def all_objects(document: Json) -> list[tuple[str, Json]]:
    found = [
        each for name, schema in schemas_of(document).items() for each in objects_in(schema, SCHEMAS + escape(name))
    ]
    return found + [each for id_, schema in bodies_of(document) for each in objects_in(schema, id_)]


def bodies_of(document: Json) -> Iterator[tuple[str, Json]]:
    """Yield the schemas of request bodies and responses that are written in place."""
    for path, method, operation in operations_of(document):
        start = f"#/paths/{escape(path)}/{method}"
        holders = [(f"{start}/requestBody", operation.get("requestBody"))]
        holders += [(f"{start}/responses/{status}", each) for status, each in operation.get("responses", {}).items()]
        for place, holder in holders:
            for media, content in (holder or {}).get("content", {}).items():
                if isinstance(content, dict) and isinstance(content.get("schema"), dict):
                    yield f"{place}/content/{escape(media)}/schema", content["schema"]


def fresh(rng: random.Random, taken: dict[str, Json]) -> str:
    """Return a name that is not taken, mostly one that contests another: words of existing names joined anew."""
    words = [word for name in taken for word in _words(name)] or ["Thing"]
    for _ in range(50):
        name = "".join(rng.choices(words, k=rng.randint(1, 2)))
        if name and name not in taken:
            return name
    return f"New{rng.randrange(10**9)}"


def _words(name: str) -> list[str]:
    spaced = "".join(f" {char}" if char.isupper() else char for char in name if char.isalnum())
    return [word[:1].upper() + word[1:] for word in spaced.split()]


def some_object(rng: random.Random, document: Json) -> Json:
    """Return an object whose properties bear the names of others', some of them inline types of their own."""
    names = [name for _, schema in all_objects(document) for name in schema["properties"]] or ["value"]
    inline: list[Json] = [
        {"type": "object", "properties": {f"own{rng.randrange(1000)}": {"type": "string"}}},
        {"type": "string", "enum": [f"a{rng.randrange(1000)}", "b"]},
        {"oneOf": [{"type": "string"}, {"type": "object", "properties": {"x": {"type": "integer"}}}]},
        {"type": "array", "items": {"type": "object", "properties": {"y": {"type": "string"}}}},
        {"type": "integer"},
    ]
    return {"type": "object", "properties": {rng.choice(names): rng.choice(inline) for _ in range(3)}}


def add_schema(rng: random.Random, document: Json) -> Touched:
    """Add a component at a random place, used by a new operation or by a new property."""
    schemas = schemas_of(document)
    name = fresh(rng, schemas)
    _insert(rng, schemas, name, some_object(rng, document))
    use = {"$ref": SCHEMAS + escape(name)}
    objects = all_objects(document)
    if objects and rng.random() < 0.5:
        _, schema = rng.choice(objects)
        new = f"new{rng.randrange(10**6)}"
        _insert(rng, schema["properties"], new, use)
    else:
        _insert(rng, document.setdefault("paths", {}), f"/new/{rng.randrange(10**9)}", {"get": _operation(rng, use)})
    return {SCHEMAS + escape(name)}


def _operation(rng: random.Random, schema: Json) -> Json:
    content = {"application/json": {"schema": schema}}
    return {"operationId": f"new{rng.randrange(10**9)}", "responses": {"200": {"description": "", "content": content}}}


def add_operation(rng: random.Random, document: Json) -> Touched:
    """Add an operation with inline types whose names contest those of others."""
    operation = _operation(rng, some_object(rng, document))
    ids = [each["operationId"] for _, _, each in operations_of(document) if "operationId" in each]
    if ids and rng.random() < 0.5:
        spelled = rng.choice(ids).replace("_", "").replace("-", "")  # comes to the same name as another one
        operation["operationId"] = spelled if spelled not in ids else f"{spelled}_{rng.randrange(10**6)}"
    if rng.random() < 0.5:
        operation["tags"] = [f"{rng.choice(['a', 'b', 'c'])}.{rng.choice(['items', 'more'])}"]
    path = f"/new/{rng.randrange(10**9)}"
    _insert(rng, document.setdefault("paths", {}), path, {rng.choice(METHODS): operation})
    return {f"#/paths/{escape(path)}/"}


def add_inline(rng: random.Random, document: Json) -> Touched:
    """Add a property with an inline type to some object."""
    objects = all_objects(document)
    if not objects:
        return set()
    _, schema = rng.choice(objects)
    new = {
        key: each for key, each in some_object(rng, document)["properties"].items() if key not in schema["properties"]
    }
    for name, each in new.items():
        _insert(rng, schema["properties"], name, each)
    return set()


def reorder(rng: random.Random, document: Json) -> Touched:
    """Shuffle paths, components, and the properties of some objects."""
    _shuffle(rng, document.get("paths", {}))
    _shuffle(rng, schemas_of(document))
    objects = all_objects(document)
    for _, schema in rng.sample(objects, min(len(objects), 5)):
        _shuffle(rng, schema["properties"])
    return set()


def remove_operation(rng: random.Random, document: Json) -> Touched:
    """Remove an operation; what only it used goes with it."""
    operations = list(operations_of(document))
    if len(operations) < 3:
        return set()
    path, method, _ = rng.choice(operations)
    del document["paths"][path][method]
    return {f"#/paths/{escape(path)}/{method}"}


def rename_schema(rng: random.Random, document: Json) -> Touched:
    """Give a component another name, at another place in the document, and all references with it."""
    schemas = schemas_of(document)
    if not schemas:
        return set()
    old, new = rng.choice(list(schemas)), fresh(rng, schemas)
    schema = schemas.pop(old)
    _insert(rng, schemas, new, schema)
    _redirect(document, SCHEMAS + escape(old), SCHEMAS + escape(new))
    return {SCHEMAS + escape(old), SCHEMAS + escape(new)}


def move_operation(rng: random.Random, document: Json) -> Touched:
    """Move an operation to another path."""
    operations = list(operations_of(document))
    if not operations:
        return set()
    path, method, operation = rng.choice(operations)
    del document["paths"][path][method]
    other = f"/moved{rng.randrange(10**6)}{path}"
    shared = {key: value for key, value in document["paths"][path].items() if key not in METHODS}
    _insert(rng, document["paths"], other, {**copy.deepcopy(shared), method: operation})
    return {f"#/paths/{escape(path)}/{method}", f"#/paths/{escape(other)}/{method}"}


def inline_reference(rng: random.Random, document: Json) -> Touched:
    """Write out a reference to a component that refers to nothing itself."""
    uses = [
        (f"{id_}/properties/{escape(name)}", schema["properties"], name)
        for id_, schema in all_objects(document)
        for name, each in schema["properties"].items()
        if isinstance(each, dict) and set(each) == {"$ref"} and each["$ref"].startswith(SCHEMAS)
    ]
    if not uses:
        return set()
    id_, properties, name = rng.choice(uses)
    target = properties[name]["$ref"].removeprefix(SCHEMAS)
    schema = schemas_of(document).get(target)
    if schema is None or "$ref" in str(schema):
        return set()
    properties[name] = copy.deepcopy(schema)
    return {id_, SCHEMAS + target}


EDITS: tuple[Callable[[random.Random, Json], Touched], ...] = (
    add_schema,
    add_operation,
    add_inline,
    reorder,
    remove_operation,
    rename_schema,
    move_operation,
    inline_reference,
)


def _insert(rng: random.Random, mapping: dict[str, Json], key: str, value: Json) -> None:
    """Put a member at a random place."""
    items = list(mapping.items())
    items.insert(rng.randint(0, len(items)), (key, value))
    mapping.clear()
    mapping.update(items)


def _shuffle(rng: random.Random, mapping: dict[str, Json]) -> None:
    items = list(mapping.items())
    rng.shuffle(items)
    mapping.clear()
    mapping.update(items)


def _redirect(node: Json, old: str, new: str) -> None:
    if isinstance(node, dict):
        if node.get("$ref") == old:
            node["$ref"] = new
        mapping = node.get("mapping")
        if isinstance(mapping, dict):
            node["mapping"] = {key: new if value == old else value for key, value in mapping.items()}
        for each in node.values():
            _redirect(each, old, new)
    elif isinstance(node, list):
        for each in node:
            _redirect(each, old, new)
