"""Mutations of descriptions: each takes a JSON value apart at a random place and puts it together differently.

The same seed gives the same mutant, so that a fault is found again by its number.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

Path = tuple[str | int, ...]

WORDS = (
    *("type", "properties", "items", "allOf", "oneOf", "anyOf", "enum", "const", "$ref", "required", "format"),
    *("additionalProperties", "discriminator", "default", "example", "examples", "nullable", "pattern", "title"),
    *("description", "parameters", "requestBody", "responses", "content", "schema", "in", "name", "tags", "servers"),
    *("patternProperties", "prefixItems", "not", "$defs", "$id", "$anchor", "deprecated", "readOnly", "writeOnly"),
    *("x-speakeasy-name-override", "x-speakeasy-group", "x-speakeasy-enums", "x-enum-varnames", "summary"),
    *("minimum", "maximum", "minLength", "exclusiveMinimum", "multipleOf", "minItems", "uniqueItems", "callbacks"),
    *("security", "operationId", "headers", "links", "mapping", "propertyName", "contentMediaType", "webhooks"),
)
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 10**30, 1.5, -0.0, 1e308, "", " ", "a", "string", "integer", "object", "array"),
    *("null", "#", "#/", "#/components/schemas", "../x", "class", "self", "None", "__init__", "é", "\u2028", "🙂", "."),
    *([], {}, [None], [[]], {"": {}}, {"a": None}, {"$ref": "#"}, {"type": "string"}, ["string", "null"], [{}]),
    *({"type": "array"}, {"enum": []}, {"enum": [1, "1", None, True]}, {"const": {}}, {"allOf": []}, {"not": {}}),
    *("x" * 300, "a" * 70 + " " + "b" * 70, "2020-01-01", "date-time", "binary", "int64", "default", "200", "4XX"),
)


def places(value: Any, path: Path = ()) -> list[Path]:
    """Return the paths of everything inside `value`, itself left out."""
    found: list[Path] = []
    stack: list[tuple[Any, Path]] = [(value, path)]
    while stack:
        node, here = stack.pop()
        children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, child in children:
            found.append((*here, key))
            stack.append((child, (*here, key)))
    return found


def at(value: Any, path: Path) -> Any:
    """Return what stands at `path`."""
    for key in path:
        value = value[key]
    return value


class Mutator:
    """Mutates one description; `value` is changed in place."""

    def __init__(self, value: Any, dice: random.Random) -> None:
        self.value = value
        self.dice = dice

    def mutate(self) -> str:
        """Mutate once; return the name of what was done."""
        act = self.dice.choice(ACTS)
        paths = places(self.value)
        if paths:
            act(self, paths)
        return act.__name__

    def drop(self, paths: list[Path]) -> None:
        path = self.dice.choice(paths)
        del at(self.value, path[:-1])[path[-1]]

    def swap(self, paths: list[Path]) -> None:
        one, other = self.dice.choice(paths), self.dice.choice(paths)
        if one[: len(other)] == other or other[: len(one)] == one:
            return
        holder, holder_of_other = at(self.value, one[:-1]), at(self.value, other[:-1])  # one may be inside the other
        holder[one[-1]], holder_of_other[other[-1]] = holder_of_other[other[-1]], holder[one[-1]]

    def retype(self, paths: list[Path]) -> None:
        self._put(self.dice.choice(paths), copy.deepcopy(self.dice.choice(VALUES)))

    def wrap(self, paths: list[Path]) -> None:
        path = self.dice.choice(paths)
        old = at(self.value, path)
        self._put(path, self.dice.choice(([old], {"a": old}, [old, old], {self.dice.choice(WORDS): old})))

    def duplicate(self, paths: list[Path]) -> None:
        path = self.dice.choice(paths)
        holder = at(self.value, path[:-1])
        twin = copy.deepcopy(holder[path[-1]])
        if isinstance(holder, list):
            holder.append(twin)
        else:
            holder[self._twin_name(str(path[-1]))] = twin

    def rename(self, paths: list[Path]) -> None:
        path = self.dice.choice(paths)
        holder = at(self.value, path[:-1])
        if isinstance(holder, dict):
            name = self._twin_name(str(path[-1])) if self.dice.random() < 0.5 else self.dice.choice(WORDS)
            items = [(name if key == path[-1] else key, child) for key, child in holder.items()]
            holder.clear()
            holder.update(items)

    def add(self, paths: list[Path]) -> None:
        path = self.dice.choice(paths)
        target = at(self.value, path)
        new = copy.deepcopy(self.dice.choice(VALUES))
        if isinstance(target, dict):
            target[self.dice.choice(WORDS)] = new
        elif isinstance(target, list):
            target.insert(self.dice.randint(0, len(target)), new)

    def deepen(self, paths: list[Path]) -> None:
        path = self.dice.choice(paths)
        inner = at(self.value, path)
        for _ in range(self.dice.choice((2, 5, 20, 60, 200))):
            inner = self._around(inner)
        self._put(path, inner)

    def cross_link(self, paths: list[Path]) -> None:
        target = "#" + "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in self.dice.choice(paths))
        self._put(self.dice.choice(paths), {"$ref": target})

    def link_components(self, paths: list[Path]) -> None:
        schemas = [path for path in paths if len(path) == 3 and path[:2] == ("components", "schemas")]
        inner = [path for path in paths if len(path) > 3 and path[:2] == ("components", "schemas")]
        if schemas and inner:
            ref = {"$ref": f"#/components/schemas/{self.dice.choice(schemas)[-1]}"}
            new = self.dice.choice((ref, {"allOf": [ref, {"title": "t"}]}, {"oneOf": [ref, {"type": "string"}]}, [ref]))
            self._put(self.dice.choice((self.dice.choice(schemas), self.dice.choice(inner))), new)

    def transplant(self, paths: list[Path]) -> None:
        self._put(self.dice.choice(paths), copy.deepcopy(at(self.value, self.dice.choice(paths))))

    def chain(self, paths: list[Path]) -> None:
        """Add a long chain of components, each referring to the next, and refer to its beginning."""
        if not isinstance(components := self.value.get("components", {}), dict):
            return
        schemas = components.setdefault("schemas", {})
        if isinstance(schemas, dict):
            length = self.dice.choice((3, 30, 300))
            make = self.dice.choice(_LINKS)
            if "Link0" in schemas:
                return
            for number in range(length):
                schemas[f"Link{number}"] = make({"$ref": f"#/components/schemas/Link{(number + 1) % length}"})
            self._put(self.dice.choice(paths), {"$ref": "#/components/schemas/Link0"})
            self.value["components"] = components

    def _put(self, path: Path, new: Any) -> None:
        at(self.value, path[:-1])[path[-1]] = new

    def _twin_name(self, name: str) -> str:
        return self.dice.choice(
            (name + "2", name.upper(), name.lower(), name.title(), f"{name}_", f"-{name}", name[::-1])
        )

    def _around(self, inner: Any) -> Any:
        kind = self.dice.randrange(6)
        if kind == 0:
            return {"type": "object", "properties": {"inner": inner}}
        if kind == 1:
            return {"oneOf": [inner, {"type": "string"}]}
        if kind == 2:
            return {"allOf": [inner]}
        if kind == 3:
            return {"additionalProperties": inner}
        return {"type": "array", "items": inner} if kind == 4 else {"anyOf": [inner, {"type": "null"}]}


_LINKS: tuple[Callable[[Any], Any], ...] = (
    lambda ref: ref,
    lambda ref: {"type": "array", "items": ref},
    lambda ref: {"type": "object", "required": ["next"], "properties": {"next": ref}},
    lambda ref: {"allOf": [ref, {"type": "object", "properties": {"a": {"type": "string"}}}]},
    lambda ref: {"oneOf": [ref, {"type": "string"}]},
    lambda ref: {"anyOf": [ref, {"type": "null"}]},
    lambda ref: {"additionalProperties": ref},
)
ACTS: tuple[Callable[[Mutator, list[Path]], None], ...] = (
    Mutator.drop,
    Mutator.swap,
    Mutator.retype,
    Mutator.retype,
    Mutator.wrap,
    Mutator.duplicate,
    Mutator.rename,
    Mutator.add,
    Mutator.add,
    Mutator.deepen,
    Mutator.cross_link,
    Mutator.link_components,
    Mutator.link_components,
    Mutator.transplant,
    Mutator.chain,
)


def mutant(seed: Any, number: int) -> tuple[Any, str]:
    """Return mutant `number` of the description `seed`, and what was done to it."""
    dice = random.Random(number)  # noqa: S311 - the same mutants every time
    mutator = Mutator(copy.deepcopy(seed), dice)
    acts = [mutator.mutate() for _ in range(dice.choice((1, 1, 1, 2, 3, 5, 8)))]
    return mutator.value, "+".join(acts)


def garbled(text: bytes, number: int) -> bytes:
    """Return the text of a description with bytes dropped, doubled, swapped or put in, or cut off."""
    dice = random.Random(number)  # noqa: S311 - the same every time
    content = bytearray(text)
    for _ in range(dice.choice((1, 1, 2, 5))):
        spot = dice.randrange(len(content) or 1)
        act = dice.randrange(5)
        if act == 0:
            del content[spot : spot + dice.choice((1, 2, 10))]
        elif act == 1:
            content[spot:spot] = dice.choice(
                (b"\t", b" ", b"\n", b":", b"'", b'"', b"{", b"&a ", b"*a", b"<<: ", b"\x00")
            )
        elif act == 2:
            content[spot:spot] = content[spot : spot + dice.choice((1, 20, 100))]
        elif act == 3:
            content[spot : spot + 1] = bytes([dice.randrange(256)])
        elif dice.random() < 0.3:
            del content[spot:]
    return bytes(content)
