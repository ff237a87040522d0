"""Containment of JSON Schema 2020-12 schemas: whether every value that is valid against one is valid against another.

The answers are sound, not complete: True is a proof, False means that no proof was found. Every keyword of the wide
schema is compared with all keywords of the narrow one. If that yields no proof, the narrow schema is split into its
values, types or branches, and each case is proven separately.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from typewright.base.json_value import JsonObject, JsonValue
from typewright.schemas.conjunction import Conjunction, ResolveLink, conjunction_of
from typewright.schemas.disjointness import are_disjoint
from typewright.schemas.keyword_implication import finite_values, implies_keyword

_BUDGET: Final = 4_000
"""How many pairs of schemas are compared for one answer."""
_NUMBERS: Final = frozenset({"integer", "number"})
_KEYWORDS_BY_TYPE: Final = {
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
"""The keywords that apply to values of one JSON type only, by type."""
_TYPE_OF_KEYWORD: Final = {keyword: type_ for type_, keywords in _KEYWORDS_BY_TYPE.items() for keyword in keywords}


@dataclass(slots=True)
class Containment:
    """Decides containment of schemas. `resolve_link` returns the target of a `$ref`."""

    resolve_link: ResolveLink
    _budget: int = field(default=_BUDGET, init=False)

    def contains(self, wide: JsonValue, narrow: JsonValue) -> bool:
        """Return whether it can be proven that every value that is valid against `narrow` is valid against `wide`."""
        self._budget = _BUDGET
        return self._contains(wide, conjunction_of([narrow], self.resolve_link))

    def _contains(self, wide: JsonValue, narrow: Conjunction) -> bool:
        self._budget -= 1
        if self._budget < 0:
            return False
        if not narrow.is_satisfiable or not narrow.types() or finite_values(narrow) == []:
            return True
        parts = conjunction_of([wide], self.resolve_link)
        if not parts.is_satisfiable:
            return False
        if all(self._is_keyword_implied(keyword, schema, narrow) for schema in parts.schemas for keyword in schema):
            return True
        if self._is_contradictory(narrow):
            return True
        return any(
            bool(cases) and all(self._contains(wide, case) for case in cases) for cases in _case_distinctions(narrow)
        )

    def _is_contradictory(self, schema: Conjunction) -> bool:
        """Return whether a `not` excludes all values that are valid against the other keywords."""
        for index, part in enumerate(schema.schemas):
            if "not" in part:
                others = {key: value for key, value in part.items() if key != "not"}
                without_not = replace(schema, schemas=(*schema.schemas[:index], others, *schema.schemas[index + 1 :]))
                if self._contains(part["not"], without_not):
                    return True
        return False

    def _is_keyword_implied(self, keyword: str, schema: JsonObject, narrow: Conjunction) -> bool:
        """Return whether all values of `narrow` satisfy one keyword of `schema`."""
        type_ = _TYPE_OF_KEYWORD.get(keyword)
        types = narrow.types() if any(True for _ in narrow.values_of("type")) else None
        if (
            type_ is not None
            and types is not None
            and type_ not in types
            and not (type_ == "number" and "integer" in types)
        ):
            return True
        if (proof := implies_keyword(keyword, schema[keyword], narrow)) is not None:
            return proof
        rule = _RULES.get(keyword)
        return rule is None or rule(self, schema, narrow)

    def _is_properties_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return all(
            self._contains(subschema, narrow.property(name))
            for name, subschema in _object_member(schema, "properties").items()
        )

    def _is_pattern_properties_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return all(
            self._contains_matching_properties(pattern, subschema, narrow)
            for pattern, subschema in _object_member(schema, "patternProperties").items()
        )

    def _contains_matching_properties(self, pattern: str, wide: JsonValue, narrow: Conjunction) -> bool:
        """Return whether all properties of `narrow` whose names match `pattern` have values valid against `wide`."""
        probe = Conjunction(({"patternProperties": {pattern: False}},), self.resolve_link)
        declared = [name for name in narrow.declared() if not probe.property(name).is_satisfiable]
        if not all(self._contains(wide, narrow.property(name)) for name in declared):
            return False
        same, others = _pattern_schemas(narrow, pattern)
        if same and self._contains(wide, narrow.of_subschemas(same)):
            return True
        additional = narrow.of_subschemas(list(narrow.values_of("additionalProperties")))
        return (
            not same
            and all(self._contains(wide, narrow.of_subschemas([other_schema])) for other_schema in others)
            and self._contains(wide, additional)
        )

    def _is_additional_properties_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        wide, own = schema["additionalProperties"], _object_member(schema, "properties")
        patterns = _object_member(schema, "patternProperties")
        probe = Conjunction(({"patternProperties": dict.fromkeys(patterns, False)},), self.resolve_link)
        undeclared = [name for name in narrow.declared() if name not in own and probe.property(name).is_satisfiable]
        others = [
            subschema
            for written in narrow.values_of("patternProperties")
            for pattern, subschema in (written.items() if isinstance(written, dict) else ())
            if pattern not in patterns
        ]
        additional = narrow.of_subschemas(list(narrow.values_of("additionalProperties")))
        return (
            all(self._contains(wide, narrow.property(name)) for name in undeclared)
            and all(self._contains(wide, narrow.of_subschemas([subschema])) for subschema in others)
            and self._contains(wide, additional)
        )

    def _is_property_names_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return self._contains(schema["propertyNames"], narrow.property_name())

    def _is_required_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        written = schema["required"]
        return isinstance(written, list) and set(map(str, written)) <= set(narrow.required())

    def _is_dependent_required_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return all(
            self._contains_with_property(name, {"required": names}, narrow)
            for name, names in _object_member(schema, "dependentRequired").items()
        )

    def _is_dependent_schemas_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return all(
            self._contains_with_property(name, subschema, narrow)
            for name, subschema in _object_member(schema, "dependentSchemas").items()
        )

    def _contains_with_property(self, name: str, wide: JsonValue, narrow: Conjunction) -> bool:
        """Return whether the values of `narrow` that have the property `name` are valid against `wide`."""
        if not narrow.property(name).is_satisfiable:
            return True
        conditions: list[JsonValue] = [{"required": [name]}]
        conditions += [{"required": required} for required in _named_members(narrow, "dependentRequired", name)]
        conditions += _named_members(narrow, "dependentSchemas", name)
        return self._contains(wide, narrow.extended_by(*conditions))

    def _is_items_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        start = len(_list_member(schema, "prefixItems"))
        longest = max((len(prefix) for prefix in _lists(narrow, "prefixItems")), default=0)
        most = narrow.upper_limit("maxItems")
        return all(
            self._contains(schema["items"], narrow.item(index))
            for index in range(start, max(start, longest) + 1)
            if most is None or index < most
        )

    def _is_prefix_items_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        most = narrow.upper_limit("maxItems")
        return all(
            self._contains(subschema, narrow.item(index))
            for index, subschema in enumerate(_list_member(schema, "prefixItems"))
            if most is None or index < most
        )

    def _is_contains_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        """Decide `contains` with its limits (JSON Schema 2020-12 Core, 10.3.1.3; Validation, 6.4.4 and 6.4.5)."""
        wide, least, most = schema["contains"], _integer_member(schema, "minContains", 1), schema.get("maxContains")
        parts_with_contains = [part for part in narrow.schemas if "contains" in part]
        if least == 0 or any(
            _integer_member(part, "minContains", 1) >= least
            and self._contains(wide, narrow.of_subschemas([part["contains"]]))
            for part in parts_with_contains
        ):
            limit = narrow.upper_limit("maxItems")
            return (
                not isinstance(most, int)
                or (limit is not None and limit <= most)
                or any(
                    isinstance(fewer := part.get("maxContains"), int)
                    and fewer <= most
                    and self._contains(part["contains"], narrow.of_subschemas([wide]))
                    for part in parts_with_contains
                )
            )
        return False

    def _is_unevaluated_implied(self, keyword: str, schema: JsonObject, narrow: Conjunction) -> bool:
        return self._contains(schema[keyword], narrow.of_subschemas(list(narrow.values_of(keyword))))

    def _is_unevaluated_properties_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return self._is_unevaluated_implied("unevaluatedProperties", schema, narrow) or self._contains(
            schema["unevaluatedProperties"], narrow.of_subschemas(list(narrow.values_of("additionalProperties")))
        )

    def _is_unevaluated_items_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return self._is_unevaluated_implied("unevaluatedItems", schema, narrow)

    def _is_not_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        excluded = narrow.of_subschemas([schema["not"]])
        return are_disjoint(excluded, narrow) or any(
            self._contains(other, excluded) for other in narrow.values_of("not")
        )

    def _is_any_of_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        return any(self._contains(branch, narrow) for branch in _list_member(schema, "anyOf"))

    def _is_one_of_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        branches = _list_member(schema, "oneOf")
        if any(self._are_permuted(branches, other) for other in _lists(narrow, "oneOf")):
            return True
        containing = [branch for branch in branches if self._contains(branch, narrow)]
        return len(containing) == 1 and all(
            are_disjoint(narrow.of_subschemas([branch]), narrow) for branch in branches if branch is not containing[0]
        )

    def _are_permuted(self, wide: list[JsonValue], narrow: list[JsonValue]) -> bool:
        """Return whether two lists have equivalent schemas in any order."""
        remaining = list(narrow)
        for branch in wide:
            index_of_equal = next(
                (index for index, other in enumerate(remaining) if self._are_equal(branch, other)), None
            )
            if index_of_equal is None:
                return False
            del remaining[index_of_equal]
        return not remaining

    def _are_equal(self, first: JsonValue, second: JsonValue) -> bool:
        first_conjunction, second_conjunction = (
            conjunction_of([schema], self.resolve_link) for schema in (first, second)
        )
        return self._contains(first, second_conjunction) and self._contains(second, first_conjunction)

    def _is_condition_implied(self, schema: JsonObject, narrow: Conjunction) -> bool:
        then, otherwise = schema.get("then", True), schema.get("else", True)
        condition = schema["if"]
        return (
            are_disjoint(narrow.of_subschemas([condition]), narrow)
            or self._contains(then, narrow.extended_by(condition))
        ) and (self._contains(condition, narrow) or self._contains(otherwise, narrow.extended_by({"not": condition})))


_Rule = Callable[[Containment, JsonObject, Conjunction], bool]
_RULES: Final[dict[str, _Rule]] = {
    "properties": Containment._is_properties_implied,
    "patternProperties": Containment._is_pattern_properties_implied,
    "additionalProperties": Containment._is_additional_properties_implied,
    "propertyNames": Containment._is_property_names_implied,
    "required": Containment._is_required_implied,
    "dependentRequired": Containment._is_dependent_required_implied,
    "dependentSchemas": Containment._is_dependent_schemas_implied,
    "items": Containment._is_items_implied,
    "prefixItems": Containment._is_prefix_items_implied,
    "contains": Containment._is_contains_implied,
    "unevaluatedProperties": Containment._is_unevaluated_properties_implied,
    "unevaluatedItems": Containment._is_unevaluated_items_implied,
    "not": Containment._is_not_implied,
    "anyOf": Containment._is_any_of_implied,
    "oneOf": Containment._is_one_of_implied,
    "if": Containment._is_condition_implied,
}


def _case_distinctions(narrow: Conjunction) -> Iterator[tuple[Conjunction, ...]]:
    """Yield the ways to split a schema into cases: by its values, its types, or the branches of its first union."""
    values = finite_values(narrow)
    if values is not None:
        cases = tuple(replace(narrow, schemas=({"const": value},)) for value in values)
        if cases != (narrow,):
            yield cases
        return
    types = narrow.types()
    if len(types) > 1 and any(True for _ in narrow.values_of("type")):
        yield tuple(narrow.extended_by({"type": type_}) for type_ in types)
        return
    split = narrow.alternatives()
    if split is not None:
        base, branches = split
        yield tuple(base.extended_by(*branch) for branch in branches)


def _object_member(schema: JsonObject, keyword: str) -> JsonObject:
    value = schema.get(keyword)
    return value if isinstance(value, dict) else {}


def _list_member(schema: JsonObject, keyword: str) -> list[JsonValue]:
    value = schema.get(keyword)
    return value if isinstance(value, list) else []


def _lists(narrow: Conjunction, keyword: str) -> list[list[JsonValue]]:
    return [value for value in narrow.values_of(keyword) if isinstance(value, list)]


def _named_members(narrow: Conjunction, keyword: str, name: str) -> list[JsonValue]:
    """Return the members called `name` of the values of `keyword`."""
    return [value[name] for value in narrow.values_of(keyword) if isinstance(value, dict) and name in value]


def _integer_member(schema: JsonObject, keyword: str, default: int) -> int:
    value = schema.get(keyword, default)
    return value if isinstance(value, int) else default


def _pattern_schemas(narrow: Conjunction, pattern: str) -> tuple[list[JsonValue], list[JsonValue]]:
    """Return the schemas of `patternProperties` for `pattern`, and those for all other patterns."""
    same: list[JsonValue] = []
    others: list[JsonValue] = []
    for written in narrow.values_of("patternProperties"):
        for other, subschema in written.items() if isinstance(written, dict) else ():
            (same if other == pattern else others).append(subschema)
    return same, others
