"""Containment of JSON Schema 2020-12 schemas: whether every value that is valid against one is valid against another.

The answers are sound, not complete: True is a proof, False says that none was found. Every keyword of the wide schema
is held against all that the narrow one says together; where that is not enough, the narrow schema is split into its
values, types or branches, each of which is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from typewright.base.json_value import JsonObject, JsonValue
from typewright.schemas.conjunction import Conjunction, ResolveLink, flattened
from typewright.schemas.contained_sizes import finite_values, implies_size
from typewright.schemas.disjointness import are_disjoint

_BUDGET: Final = 4_000
"""How many pairs of schemas are looked at for one answer."""
_NUMBERS: Final = frozenset({"integer", "number"})
_CONCERNED: Final = {
    "object": frozenset(
        {
            *("properties", "patternProperties", "additionalProperties", "propertyNames", "required"),
            *("dependentRequired", "dependentSchemas", "unevaluatedProperties", "minProperties", "maxProperties"),
        }
    ),
    "array": frozenset(
        {*("items", "prefixItems", "contains", "unevaluatedItems", "minItems", "maxItems", "uniqueItems")}
    ),
    "string": frozenset({"minLength", "maxLength", "pattern"}),
    "number": frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}),
}
"""The keywords that assert something of values of one JSON type only."""
_KIND_OF: Final = {keyword: kind for kind, keywords in _CONCERNED.items() for keyword in keywords}


@dataclass(slots=True)
class Containment:
    """Decides containment among schemas whose `$ref`s `resolve_link` resolves."""

    resolve_link: ResolveLink
    _budget: int = field(default=_BUDGET, init=False)

    def contains(self, wide: JsonValue, narrow: JsonValue) -> bool:
        """Return whether it can be shown that every value that is valid against `narrow` is valid against `wide`."""
        self._budget = _BUDGET
        return self._contains(wide, flattened([narrow], self.resolve_link))

    def _contains(self, wide: JsonValue, narrow: Conjunction) -> bool:
        self._budget -= 1
        if self._budget < 0:
            return False
        if not narrow.possible or not narrow.kinds() or finite_values(narrow) == []:
            return True
        parts = flattened([wide], self.resolve_link)
        if not parts.possible:
            return False
        if all(self._implied(keyword, schema, narrow) for schema in parts.schemas for keyword in schema):
            return True
        if self._is_contradictory(narrow):
            return True
        return any(
            bool(cases) and all(self._contains(wide, case) for case in cases) for cases in _case_distinctions(narrow)
        )

    def _is_contradictory(self, schema: Conjunction) -> bool:
        """Whether a schema refuses, by `not`, all that its other keywords admit."""
        for index, part in enumerate(schema.schemas):
            if "not" in part:
                others = {key: value for key, value in part.items() if key != "not"}
                rest = replace(schema, schemas=(*schema.schemas[:index], others, *schema.schemas[index + 1 :]))
                if self._contains(part["not"], rest):
                    return True
        return False

    def _implied(self, keyword: str, schema: JsonObject, narrow: Conjunction) -> bool:
        """Whether all values of `narrow` satisfy one keyword of `schema`."""
        kind = _KIND_OF.get(keyword)
        kinds = narrow.kinds() if any(True for _ in narrow.values_of("type")) else None
        if (
            kind is not None
            and kinds is not None
            and kind not in kinds
            and not (kind == "number" and "integer" in kinds)
        ):
            return True
        if (found := implies_size(keyword, schema[keyword], narrow)) is not None:
            return found
        rule = _RULES.get(keyword)
        return rule is None or rule(self, schema, narrow)

    def _properties(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return all(
            self._contains(below, narrow.property(name)) for name, below in _members(schema, "properties").items()
        )

    def _pattern_properties(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return all(
            self._matching(pattern, below, narrow) for pattern, below in _members(schema, "patternProperties").items()
        )

    def _matching(self, pattern: str, wide: JsonValue, narrow: Conjunction) -> bool:
        """Whether the values of all properties of `narrow` whose names match `pattern` are valid against `wide`."""
        probe = Conjunction(({"patternProperties": {pattern: False}},), self.resolve_link)
        declared = [name for name in narrow.declared() if not probe.property(name).possible]
        if not all(self._contains(wide, narrow.property(name)) for name in declared):
            return False
        same, others = _by_pattern(narrow, pattern)
        if same and self._contains(wide, narrow.below(same)):
            return True
        further = narrow.below(list(narrow.values_of("additionalProperties")))
        return (
            not same
            and all(self._contains(wide, narrow.below([each])) for each in others)
            and self._contains(wide, further)
        )

    def _additional(self, schema: JsonObject, narrow: Conjunction) -> bool:
        wide, own = schema["additionalProperties"], _members(schema, "properties")
        patterns = _members(schema, "patternProperties")
        probe = Conjunction(({"patternProperties": dict.fromkeys(patterns, False)},), self.resolve_link)
        undeclared = [name for name in narrow.declared() if name not in own and probe.property(name).possible]
        others = [
            below
            for written in narrow.values_of("patternProperties")
            for pattern, below in (written.items() if isinstance(written, dict) else ())
            if pattern not in patterns
        ]
        further = narrow.below(list(narrow.values_of("additionalProperties")))
        return (
            all(self._contains(wide, narrow.property(name)) for name in undeclared)
            and all(self._contains(wide, narrow.below([below])) for below in others)
            and self._contains(wide, further)
        )

    def _property_names(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return self._contains(schema["propertyNames"], narrow.property_name())

    def _required(self, schema: JsonObject, narrow: Conjunction) -> bool:
        written = schema["required"]
        return isinstance(written, list) and set(map(str, written)) <= set(narrow.required())

    def _dependent_required(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return all(
            self._depends(name, {"required": names}, narrow)
            for name, names in _members(schema, "dependentRequired").items()
        )

    def _dependent_schemas(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return all(self._depends(name, below, narrow) for name, below in _members(schema, "dependentSchemas").items())

    def _depends(self, name: str, wide: JsonValue, narrow: Conjunction) -> bool:
        """Whether the values of `narrow` that have the property `name` are valid against `wide`."""
        if not narrow.property(name).possible:
            return True
        also: list[JsonValue] = [{"required": [name]}]
        also += [{"required": required} for required in _of_name(narrow, "dependentRequired", name)]
        also += _of_name(narrow, "dependentSchemas", name)
        return self._contains(wide, narrow.and_also(*also))

    def _items(self, schema: JsonObject, narrow: Conjunction) -> bool:
        start = len(_listed(schema, "prefixItems"))
        longest = max((len(prefix) for prefix in _lists(narrow, "prefixItems")), default=0)
        most = narrow.most("maxItems")
        return all(
            self._contains(schema["items"], narrow.item(index))
            for index in range(start, max(start, longest) + 1)
            if most is None or index < most
        )

    def _prefix_items(self, schema: JsonObject, narrow: Conjunction) -> bool:
        most = narrow.most("maxItems")
        return all(
            self._contains(below, narrow.item(index))
            for index, below in enumerate(_listed(schema, "prefixItems"))
            if most is None or index < most
        )

    def _contained_items(self, schema: JsonObject, narrow: Conjunction) -> bool:
        """`contains` with its limits (JSON Schema 2020-12, 10.3.1.3 and Validation 6.4.4, 6.4.5)."""
        wide, least, most = schema["contains"], _count(schema, "minContains", 1), schema.get("maxContains")
        found = [part for part in narrow.schemas if "contains" in part]
        if least == 0 or any(
            _count(part, "minContains", 1) >= least and self._contains(wide, narrow.below([part["contains"]]))
            for part in found
        ):
            limit = narrow.most("maxItems")
            return (
                not isinstance(most, int)
                or (limit is not None and limit <= most)
                or any(
                    isinstance(fewer := part.get("maxContains"), int)
                    and fewer <= most
                    and self._contains(part["contains"], narrow.below([wide]))
                    for part in found
                )
            )
        return False

    def _unevaluated(self, keyword: str, schema: JsonObject, narrow: Conjunction) -> bool:
        return self._contains(schema[keyword], narrow.below(list(narrow.values_of(keyword))))

    def _unevaluated_properties(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return self._unevaluated("unevaluatedProperties", schema, narrow) or self._contains(
            schema["unevaluatedProperties"], narrow.below(list(narrow.values_of("additionalProperties")))
        )

    def _unevaluated_items(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return self._unevaluated("unevaluatedItems", schema, narrow)

    def _not(self, schema: JsonObject, narrow: Conjunction) -> bool:
        refused = narrow.below([schema["not"]])
        return are_disjoint(refused, narrow) or any(self._contains(wider, refused) for wider in narrow.values_of("not"))

    def _any_of(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return any(self._contains(branch, narrow) for branch in _listed(schema, "anyOf"))

    def _one_of(self, schema: JsonObject, narrow: Conjunction) -> bool:
        branches = _listed(schema, "oneOf")
        if any(self._are_permuted(branches, other) for other in _lists(narrow, "oneOf")):
            return True
        holding = [branch for branch in branches if self._contains(branch, narrow)]
        return len(holding) == 1 and all(
            are_disjoint(narrow.below([branch]), narrow) for branch in branches if branch is not holding[0]
        )

    def _are_permuted(self, wide: list[JsonValue], narrow: list[JsonValue]) -> bool:
        """Whether two lists have the same schemas, each as often."""
        remaining = list(narrow)
        for branch in wide:
            equal = next((index for index, other in enumerate(remaining) if self._are_equal(branch, other)), None)
            if equal is None:
                return False
            del remaining[equal]
        return not remaining

    def _are_equal(self, first: JsonValue, second: JsonValue) -> bool:
        one, other = (flattened([schema], self.resolve_link) for schema in (first, second))
        return self._contains(first, other) and self._contains(second, one)

    def _condition(self, schema: JsonObject, narrow: Conjunction) -> bool:
        then, otherwise = schema.get("then", True), schema.get("else", True)
        condition = schema["if"]
        return (
            are_disjoint(narrow.below([condition]), narrow) or self._contains(then, narrow.and_also(condition))
        ) and (self._contains(condition, narrow) or self._contains(otherwise, narrow.and_also({"not": condition})))


_Rule = Callable[[Containment, JsonObject, Conjunction], bool]
_RULES: Final[dict[str, _Rule]] = {
    "properties": Containment._properties,
    "patternProperties": Containment._pattern_properties,
    "additionalProperties": Containment._additional,
    "propertyNames": Containment._property_names,
    "required": Containment._required,
    "dependentRequired": Containment._dependent_required,
    "dependentSchemas": Containment._dependent_schemas,
    "items": Containment._items,
    "prefixItems": Containment._prefix_items,
    "contains": Containment._contained_items,
    "unevaluatedProperties": Containment._unevaluated_properties,
    "unevaluatedItems": Containment._unevaluated_items,
    "not": Containment._not,
    "anyOf": Containment._any_of,
    "oneOf": Containment._one_of,
    "if": Containment._condition,
}


def _case_distinctions(narrow: Conjunction) -> Iterator[tuple[Conjunction, ...]]:
    """Yield ways to split a schema into cases: its values, its types, the branches of its first union."""
    values = finite_values(narrow)
    if values is not None:
        cases = tuple(replace(narrow, schemas=({"const": value},)) for value in values)
        if cases != (narrow,):
            yield cases
        return
    kinds = narrow.kinds()
    if len(kinds) > 1 and any(True for _ in narrow.values_of("type")):
        yield tuple(narrow.and_also({"type": kind}) for kind in kinds)
        return
    split = narrow.alternatives()
    if split is not None:
        base, branches = split
        yield tuple(base.and_also(*branch) for branch in branches)


def _members(schema: JsonObject, keyword: str) -> JsonObject:
    value = schema.get(keyword)
    return value if isinstance(value, dict) else {}


def _listed(schema: JsonObject, keyword: str) -> list[JsonValue]:
    value = schema.get(keyword)
    return value if isinstance(value, list) else []


def _lists(narrow: Conjunction, keyword: str) -> list[list[JsonValue]]:
    return [value for value in narrow.values_of(keyword) if isinstance(value, list)]


def _of_name(narrow: Conjunction, keyword: str, name: str) -> list[JsonValue]:
    """Return the members called `name` of a keyword whose value is an object."""
    return [value[name] for value in narrow.values_of(keyword) if isinstance(value, dict) and name in value]


def _count(schema: JsonObject, keyword: str, default: int) -> int:
    value = schema.get(keyword, default)
    return value if isinstance(value, int) else default


def _by_pattern(narrow: Conjunction, pattern: str) -> tuple[list[JsonValue], list[JsonValue]]:
    """Return the schemas of `patternProperties` for `pattern`, and those for all other patterns."""
    same: list[JsonValue] = []
    others: list[JsonValue] = []
    for written in narrow.values_of("patternProperties"):
        for other, below in written.items() if isinstance(written, dict) else ():
            (same if other == pattern else others).append(below)
    return same, others
