"""A second mutator: it keeps a description a description, and puts things where others of their kind belong.

The first one (`tests.fuzz.mutating`) breaks JSON apart anywhere. This one swaps whole subtrees between places, points
references at components of another kind, writes names that look alike, and numbers that no machine holds.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

from tests.fuzz.mutating import Path, at, places

EXTREMES: tuple[Any, ...] = (
    *(0, -1, 2**31, 2**53, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1, 2**64, 10**30, -(2**63), -(10**30)),
    *(1e-308, 5e-324, 1.7976931348623157e308, -0.0, 0.1, 1e21, 1e-7, 123456789.123456789),
)
CONFUSABLES = {
    "a": "\u0430",
    "e": "\u0435",
    "o": "\u03bf",
    "i": "\u0456",
    "p": "\u0440",
    "c": "\u0441",
    "s": "\u017f",
    "k": "\u212a",
    "A": "\u0391",
    "B": "\u0392",
    "n": "n\u0303",
    "d": "\u0501",
    "t": "t\u200d",
    "r": "\uff52",
}
NUMERIC = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength"),
    *("minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains"),
)
SECTIONS = ("schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links")
NAMES = ("properties", "schemas", "mapping", "paths", "responses", "content", "examples", "$defs", "patternProperties")


class StructuralMutator:
    """Mutates one description; `value` is changed in place."""

    def __init__(self, value: Any, dice: random.Random) -> None:
        self.value = value
        self.dice = dice

    def mutate(self) -> str:
        """Mutate once; return the name of what was done."""
        act = self.dice.choice(ACTS)
        act(self)
        return act.__name__

    def _objects(self) -> list[Path]:
        """Return the paths of all objects but the root."""
        return [path for path in places(self.value) if isinstance(at(self.value, path), dict)]

    def swap_subtrees(self) -> None:
        """Swap two objects, neither of which is inside the other."""
        paths = self._objects()
        if len(paths) < 2:
            return
        one, other = self.dice.sample(paths, 2)
        if one[: len(other)] == other or other[: len(one)] == one:
            return
        first, second = at(self.value, one), at(self.value, other)
        at(self.value, one[:-1])[one[-1]] = second
        at(self.value, other[:-1])[other[-1]] = first

    def refer_to_another_kind(self) -> None:
        """Point a reference, or an object that becomes one, at something that is of another kind or nothing."""
        paths = self._objects()
        if not paths:
            return
        referring = [path for path in paths if "$ref" in at(self.value, path)] or paths
        target = self.dice.choice((*paths, ("info",), ("paths",), ("components",), ("nothing",)))
        pointer = "#" + "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in target)
        section = f"#/components/{self.dice.choice(SECTIONS)}/{self.dice.choice(('Pet', 'A', '0', ''))}"
        place = self.dice.choice(referring)
        at(self.value, place[:-1])[place[-1]] = {
            "$ref": self.dice.choice((pointer, pointer, section, "#", "other.yaml"))
        }

    def confuse(self) -> None:
        """Give something a twin with a name that looks the same, or rename it so."""
        paths = [
            path for path in places(self.value) if len(path) > 1 and path[-2] in NAMES and isinstance(path[-1], str)
        ]
        if not paths:
            return
        path = self.dice.choice(paths)
        holder, name = at(self.value, path[:-1]), str(path[-1])
        if not isinstance(holder, dict):
            return
        twin = "".join(CONFUSABLES.get(char, char) if self.dice.random() < 0.5 else char for char in name)
        holder[twin or "\u200b"] = copy.deepcopy(holder[path[-1]])
        if self.dice.random() < 0.3:
            holder.pop(path[-1], None)

    def exceed(self) -> None:
        """Write an extreme number for a bound, a default, an example or a constant."""
        paths = self._objects()
        if paths:
            keyword = self.dice.choice((*NUMERIC, *NUMERIC, "default", "example", "const"))
            at(self.value, self.dice.choice(paths))[keyword] = self.dice.choice(EXTREMES)

    def require(self) -> None:
        """Require properties that are there, are not, or are written twice."""
        paths = [path for path in self._objects() if isinstance(at(self.value, path).get("properties"), dict)]
        if paths:
            schema = at(self.value, self.dice.choice(paths))
            schema["required"] = [
                *schema["properties"],
                *self.dice.choice(((), ("missing",), tuple(schema["properties"]))),
            ]

    def recurse(self) -> None:
        """Let a component be a part of itself."""
        components = self.value.get("components")
        schemas = components.get("schemas") if isinstance(components, dict) else None
        if isinstance(schemas, dict) and schemas:
            name = self.dice.choice(list(schemas))
            ref = {"$ref": f"#/components/schemas/{name}"}
            make = self.dice.choice(_RECURSIONS)
            schemas[name] = make(schemas[name], ref)


_RECURSIONS: tuple[Callable[[Any, Any], Any], ...] = (
    lambda schema, ref: {"type": "object", "required": ["self"], "properties": {"self": ref, "rest": schema}},
    lambda schema, ref: {"type": "array", "minItems": 1, "items": {"anyOf": [ref, schema]}},
    lambda schema, ref: {"oneOf": [schema, {"type": "object", "additionalProperties": ref}]},
    lambda schema, ref: {"allOf": [schema, {"type": "object", "properties": {"again": ref}}]},
)
ACTS: tuple[Callable[[StructuralMutator], None], ...] = (
    StructuralMutator.swap_subtrees,
    StructuralMutator.swap_subtrees,
    StructuralMutator.refer_to_another_kind,
    StructuralMutator.confuse,
    StructuralMutator.exceed,
    StructuralMutator.exceed,
    StructuralMutator.require,
    StructuralMutator.recurse,
)


def structural_mutant(seed: Any, number: int) -> tuple[Any, str]:
    """Return mutant `number` of the description `seed`, and what was done to it."""
    dice = random.Random(number)  # noqa: S311 - the same mutants every time
    mutator = StructuralMutator(copy.deepcopy(seed), dice)
    acts = [mutator.mutate() for _ in range(dice.choice((1, 1, 2, 3)))]
    return mutator.value, "+".join(acts)
