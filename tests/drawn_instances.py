"""Random instances of JSON Schemas, and random changes to them, for holding models against an independent validator."""

from __future__ import annotations

import copy
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from typewright.base.json_pointer import unescape

DEEPEST = 6
FORMATS = {
    "date-time": "2024-05-01T12:30:00Z",
    "date": "2024-05-01",
    "email": "someone@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/a",
    "uuid": "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
}
STRANGE: list[Any] = [None, True, 0, -1, 1.5, 10**12, "", "zzz", [], [None], {}, {"zzz": 1}]


@dataclass(frozen=True)
class Drawer:
    """Draws values of the schemas of one document; many, not all, are valid."""

    root: Mapping[str, Any]
    rng: random.Random

    def draw(self, schema: Any, depth: int = 0) -> Any:
        """Return a value of `schema`."""
        if not isinstance(schema, dict):
            return self.rng.choice(STRANGE)
        schema = self._flat(schema)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.rng.choice(schema["enum"] or STRANGE)
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema:
                rest = {key: value for key, value in schema.items() if key != keyword}
                branch = self._least(schema[keyword]) if depth > DEEPEST else self.rng.choice(schema[keyword])
                return self.draw(_merged(rest, self._flat(branch)) if isinstance(branch, dict) else rest, depth)
        kind = schema.get("type") or ("object" if "properties" in schema else "array" if "items" in schema else "any")
        if isinstance(kind, list):
            kind = self.rng.choice(kind)
        return getattr(self, f"_{kind}")(schema, depth)

    def _flat(self, schema: Any) -> dict[str, Any]:
        """Return a schema with its references followed and its `allOf` merged."""
        if not isinstance(schema, dict):
            return {}
        flat = {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
        if "$ref" in schema:
            flat = _merged(self._flat(self._target(schema["$ref"])), flat)
        for branch in schema.get("allOf", ()):
            flat = _merged(flat, self._flat(branch))
        return flat

    def _target(self, ref: str) -> Any:
        value: Any = self.root
        for token in ref.removeprefix("#/").split("/"):
            value = value[int(token)] if isinstance(value, list) else value[unescape(token)]
        return value

    def _least(self, branches: list[Any]) -> Any:
        """Return the branch that ends soonest: one without parts, else the first."""
        flat = [self._flat(branch) for branch in branches]
        return next((each for each in flat if each.get("type") not in ("object", "array")), flat[0])

    def _string(self, schema: dict[str, Any], depth: int) -> str:
        if schema.get("format") in FORMATS:
            return FORMATS[schema["format"]]
        least, most = schema.get("minLength", 0), schema.get("maxLength", 40)
        if "pattern" in schema:
            from typewright.base.random_stream import RandomStream  # noqa: PLC0415
            from typewright.schemas.patterns import strings  # noqa: PLC0415

            drawn = next(iter(strings(schema["pattern"], RandomStream(str(self.rng.random())), least, most)), None)
            return "a" if drawn is None else drawn
        length = self.rng.randint(least, max(least, min(most, least + 8)))
        return "".join(self.rng.choice("abz09 _-é😀") for _ in range(length))

    def _integer(self, schema: dict[str, Any], depth: int) -> int:
        least = int(schema.get("minimum", schema.get("exclusiveMinimum", -5) + 1))
        most = int(schema.get("maximum", schema.get("exclusiveMaximum", least + 20) - 1))
        step = int(schema.get("multipleOf", 1)) or 1
        return self.rng.randint(least, max(least, most)) // step * step

    def _number(self, schema: dict[str, Any], depth: int) -> float:
        if self.rng.random() < 0.4:
            return self._integer(schema, depth)
        least = schema.get("minimum", schema.get("exclusiveMinimum", -5))
        return self.rng.uniform(least, schema.get("maximum", schema.get("exclusiveMaximum", least + 20)))

    def _boolean(self, schema: dict[str, Any], depth: int) -> bool:
        return self.rng.random() < 0.5

    def _null(self, schema: dict[str, Any], depth: int) -> None:
        return None

    def _any(self, schema: dict[str, Any], depth: int) -> Any:
        return self.rng.choice(STRANGE)

    def _array(self, schema: dict[str, Any], depth: int) -> list[Any]:
        least, most = schema.get("minItems", 0), schema.get("maxItems", 4)
        length = least if depth > DEEPEST else self.rng.randint(least, max(least, min(most, least + 2)))
        prefix = [self.draw(each, depth + 1) for each in schema.get("prefixItems", ())]
        items = schema.get("items", True)
        return prefix + [self.draw(items, depth + 1) for _ in range(length - len(prefix) if items is not False else 0)]

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        required = schema.get("required", ())
        share = 0.0 if depth > DEEPEST else 0.5
        value = {
            name: self.draw(below, depth + 1)
            for name, below in schema.get("properties", {}).items()
            if name in required or self.rng.random() < share
        }
        further = schema.get("additionalProperties", True)
        if further is not False and self.rng.random() < share / 2:
            value[self.rng.choice(["zzz", "further", "x-y"])] = self.draw(further, depth + 1)
        return value

    def changed(self, value: Any) -> Any:
        """Return a copy of `value` with one part replaced, removed or added."""
        value = copy.deepcopy(value)
        holder, key = self._place(value)
        if holder is None:
            return self.rng.choice(STRANGE)
        if isinstance(holder, dict) and self.rng.random() < 0.3:
            del holder[key]
        elif isinstance(holder, dict) and self.rng.random() < 0.2:
            holder["zzz"] = self.rng.choice(STRANGE)
        elif isinstance(holder, list) and self.rng.random() < 0.3:
            holder.append(self.rng.choice(STRANGE))
        else:
            holder[key] = self._other(holder[key])
        return value

    def _other(self, value: Any) -> Any:
        if isinstance(value, str) and self.rng.random() < 0.5:
            return value + "!" if self.rng.random() < 0.5 else value[:-1]
        if isinstance(value, (int, float)) and self.rng.random() < 0.5:
            return -value * 1000 - 7
        return self.rng.choice(STRANGE)

    def _place(self, value: Any) -> tuple[Any, Any]:
        """Return some array or object inside `value`, and a key in it; None where it has no parts."""
        places = [(holder, key) for holder in _containers(value) for key in _keys(holder)]
        return self.rng.choice(places) if places else (None, None)


def _keys(holder: Any) -> list[Any]:
    return list(holder) if isinstance(holder, dict) else list(range(len(holder)))


def _containers(value: Any) -> list[Any]:
    if not isinstance(value, (dict, list)):
        return []
    inside = value.values() if isinstance(value, dict) else value
    return [value, *(holder for each in inside for holder in _containers(each))]


def _merged(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    """Return what two schemas ask for together, nearly."""
    merged = {**first, **second}
    if "properties" in first and "properties" in second:
        merged["properties"] = {**first["properties"], **second["properties"]}
    if "required" in first and "required" in second:
        merged["required"] = [*first["required"], *second["required"]]
    return merged
