"""Validation of values against the schemas of a description, by the `jsonschema-rs` validator.

Schemas are identified by canonical pointers. Schemas that are prepared together share one compiled validator, so that
the schemas that they refer to are compiled once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

from typewright.base.digest import digest
from typewright.base.errors import SpecError
from typewright.base.json_pointer import unescape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.last_build import KeptValues, StoredValues
from typewright.base.value_digest import value_digest
from typewright.ir import Api, Model, UnionModel
from typewright.ir.walking import strongly_connected_components
from typewright.schemas.dialect import Dialect, Target, is_base64

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

_FORMATS = {"byte": is_base64}
_BRANCH_DEPENDENT = frozenset(
    {*("oneOf", "anyOf", "discriminator", "$ref", "nullable"), *("unevaluatedProperties", "unevaluatedItems")}
)
"""The keywords next to a union that are not applied to its branches separately."""
_UNESCAPED = "/~!$&'()*+,;=:@?%"
"""The characters that are not escaped in a fragment (RFC 3986, 3.5). Percent signs are escaped beforehand."""
_DIGESTS = StoredValues("digests of schemas")
"""Of each schema by its pointer the digest of the part of the description that it is in, and its own."""
_VALIDATORS: KeptValues[dict[str, tuple[str, Draft202012Validator]]] = KeptValues("validators")
"""The validator of each schema that was compiled alone, with the digest of the part of the description it is in."""


_NUMBER_ALONE, _SHARE_ALONE = 32, 8
"""How many schemas are compiled alone before all others are compiled together: 32, or an eighth of the prepared ones.

One that is compiled alone costs about eight times what it costs among all others. So both ways together cost at most
twice what the cheaper of them would have cost alone.
"""


class ValidationError(Struct, frozen=True):
    """A validation error: the path in the value, and the message of the validator."""

    path: tuple[str | int, ...]
    message: str


class SchemaValidator:
    """Validates values against the schemas of one description."""

    def __init__(self, api: Api, *, nullable_wraps: bool = True, prefers_names: bool = False) -> None:
        """Create a validator for `api`. `nullable_wraps` and `prefers_names` are the options of `Dialect`."""
        self._api = api
        is_before_31 = str(api.root.get("openapi", "")).startswith("3.0")
        self._dialect = Dialect(
            self._resolve,
            self._link_of,
            is_before_31=is_before_31,
            nullable_wraps=nullable_wraps,
            prefers_names=prefers_names,
            dynamic_anchors=api.dynamic_anchors,
            decoded=api.decoded_pointers,
        )
        self._values: dict[str, JsonValue] = {}
        """The values at pointers into the root file that have been asked for, and at those that lead there."""
        self._targets: dict[str, Target] = {}
        self._by_link: dict[str, Target] = {}
        self._schemas: dict[str, JsonValue] = {}
        self._references_of: dict[str, tuple[str, ...]] = {}
        self._referenced: list[str] = []
        self._validators: dict[str, Draft202012Validator] = {}
        self._uncompiled: dict[str, None] = {}
        """The pointers of the prepared schemas that are compiled only when a value is validated, in order."""
        self._number_alone = 0
        options = f"{nullable_wraps} {prefers_names}"
        last = (_DIGESTS.find(options) or {}).items()
        self._kept = {pointer: known for pointer, known in last if known[:1] == (api.closure_digest(pointer),)}
        self._digests = {pointer: known[-1] for pointer, known in self._kept.items()}
        _DIGESTS.keep(self._kept, options)
        self._last_alone = _VALIDATORS.find(options) or {}
        self._alone: dict[str, tuple[str, Draft202012Validator]] = {}
        _VALIDATORS.keep(self._alone, options)

    def prepare(self, pointers: Iterable[str]) -> None:
        """Compile the schemas at `pointers` together, except for those that are known from the last build.

        These are compiled when a value is validated: alone, but together with all others from the moment when many
        have been compiled alone.
        """
        named = list(dict.fromkeys(pointers))
        for pointer in named:
            self._target(pointer)
        self._uncompiled.update(dict.fromkeys(pointer for pointer in named if pointer in self._digests))
        self.compile(pointer for pointer in named if pointer not in self._digests)

    def compile(self, pointers: Iterable[str]) -> None:
        """Compile the schemas at `pointers` together.

        A missing schema, and one that is nested too deeply to be compiled, accepts every value.
        """
        from jsonschema_rs import Draft202012Validator  # noqa: PLC0415 - descriptions without examples need no validator

        uncompiled = [pointer for pointer in dict.fromkeys(pointers) if pointer not in self._validators]
        if not uncompiled:
            return
        links: JsonObject = {pointer: {"$ref": self._target(pointer).link} for pointer in uncompiled}
        combined: JsonObject = {"properties": links, "$defs": self._reachable(uncompiled)}
        try:
            validator = Draft202012Validator(combined, formats=_FORMATS, validate_formats=True)
        except ValueError:
            if len(uncompiled) > 1:
                for pointer in uncompiled:
                    self.compile([pointer])
                return
            validator = Draft202012Validator({})
        self._validators.update(dict.fromkeys(uncompiled, validator))

    def is_valid(self, pointer: str, value: JsonValue) -> bool:
        """Return whether `value` is valid against the schema at `pointer`. Too deeply nested values count as valid."""
        try:
            return self._validator(pointer).is_valid({pointer: value})
        except ValueError:
            return True

    def is_null_allowed(self, pointer: str) -> bool:
        """Return whether the schema at `pointer` allows null by OpenAPI 3.0.3 (see `Dialect.allows_null`)."""
        return self._dialect.is_null_allowed(self._target(pointer).schema, pointer)

    def validation_errors(self, pointer: str, value: JsonValue) -> Iterator[ValidationError]:
        """Yield the validation errors of `value` against the schema at `pointer`."""
        try:
            errors = list(self._validator(pointer).iter_errors({pointer: value}))
        except ValueError:
            return
        for error in errors:
            yield ValidationError(tuple(error.instance_path[1:]), error.message)

    def schema(self, pointer: str) -> JsonValue:
        """Return the schema at `pointer` as JSON Schema 2020-12. `resolve_link` resolves the `$ref`s in it."""
        return self._translation(self._target(pointer))

    def references(self, pointer: str) -> tuple[str, ...]:
        """Return the pointers of the schemas that the translation of the one at `pointer` depends on or links to."""
        self.schema(pointer)
        return self._references_of[pointer]

    def digest(self, pointer: str) -> str:
        """Return a digest of what decides whether a value is valid at `pointer`: of all schemas that it refers to.

        Schemas that refer to each other have the same one.
        """
        if pointer not in self._digests:
            for component in strongly_connected_components([pointer], self._references_without_digest):
                below = {ref for member in component for ref in self.references(member)}.difference(component)
                own: list[JsonValue] = [[member, self.schema(member)] for member in sorted(component)]
                digest_ = value_digest([own, sorted(self._digests[ref] for ref in below)])
                self._digests.update(dict.fromkeys(component, digest_))
                self._keep(component)
        return self._digests[pointer]

    def _keep(self, pointers: Iterable[str]) -> None:
        """Keep the digests of schemas for the next build."""
        for pointer in pointers:
            part = self._api.closure_digest(pointer)
            if part is not None:
                self._kept[pointer] = part, self._digests[pointer]

    def digest_prepared(self) -> None:
        """Compute the digests of all schemas that have been prepared, for processes that are forked from this one."""
        for pointer in self._validators:
            self.digest(pointer)

    def _references_without_digest(self, pointer: str) -> list[str]:
        return [reference for reference in self.references(pointer) if reference not in self._digests]

    def resolve_link(self, link: str) -> JsonValue:
        """Return the target of a `$ref` in a schema that `schema` or `resolve_link` returned."""
        return self._translation(self._by_link[link])

    def _validator(self, pointer: str) -> Draft202012Validator:
        if pointer not in self._validators:
            part, last = self._api.closure_digest(pointer), self._last_alone.get(pointer)
            if last is not None and last[0] == part:
                self._validators[pointer] = last[1]
            elif pointer in self._uncompiled and self._are_many_alone():
                self.compile(self._uncompiled)
                return self._validators[pointer]
            else:
                self.compile([pointer])
                self._number_alone += 1
            if part is not None:
                self._alone[pointer] = part, self._validators[pointer]
        return self._validators[pointer]

    def _are_many_alone(self) -> bool:
        return self._number_alone >= max(_NUMBER_ALONE, len(self._uncompiled) // _SHARE_ALONE)

    def _target(self, pointer: str) -> Target:
        target = self._targets.get(pointer)
        return target or self._add(pointer, self._value_at(pointer))

    def _add(self, pointer: str, schema: JsonValue) -> Target:
        if pointer not in self._targets:
            target = Target(pointer, schema, f"#/$defs/{digest(pointer.encode())}")
            self._targets[pointer] = self._by_link[target.link] = target
        return self._targets[pointer]

    def _link_of(self, pointer: str) -> str | None:
        target = self._targets.get(pointer)
        if target is None:
            return None
        self._referenced.append(pointer)
        return target.link

    def _resolve(self, ref: str, base: str) -> Target | None:
        try:
            resolved = None if self._api.resolve is None else self._api.resolve(ref, base)
        except SpecError:
            return None
        if resolved is None:
            return None
        self._referenced.append(resolved.pointer)
        return self._add(resolved.pointer, resolved.value)

    def _reachable(self, pointers: Iterable[str]) -> JsonObject:
        """Return the schemas that `pointers` reach over references, by the last token of their links."""
        schemas: JsonObject = {}
        worklist = list(pointers)
        seen = set(worklist)
        while worklist:
            target = self._targets[worklist.pop()]
            schemas[target.link.rpartition("/")[2]] = self._translation(target)
            unseen = [pointer for pointer in self._references_of[target.pointer] if pointer not in seen]
            seen.update(unseen)
            worklist += unseen
        return schemas

    def _translation(self, target: Target) -> JsonValue:
        if target.pointer not in self._schemas:
            self._referenced = []
            schema = self._dialect.translate(target.schema, target.pointer)
            base = self._keywords_beside_union(target)
            self._schemas[target.pointer] = schema if base is None else {"allOf": [base, schema]}
            self._references_of[target.pointer] = tuple(dict.fromkeys(self._referenced))
        return self._schemas[target.pointer]

    def _keywords_beside_union(self, target: Target) -> JsonValue:
        """Return the keywords next to a union, if the target is an inline branch of it; None if there are none."""
        branches, _, index = target.pointer.rpartition("/")
        pointer, _, keyword = branches.rpartition("/")
        is_branch = keyword in ("oneOf", "anyOf") and index.isdecimal()
        if not is_branch or (isinstance(target.schema, dict) and "$ref" in target.schema):
            return None
        union = self._value_at(pointer)
        common = (
            {key: value for key, value in union.items() if key not in _BRANCH_DEPENDENT}
            if isinstance(union, dict)
            else {}
        )
        base = self._dialect.translate(common, pointer)
        return base or None

    def _value_at(self, pointer: str) -> JsonValue:
        """Return the schema at a canonical pointer, or `true`, which accepts every value, if there is none."""
        if not pointer.startswith("#"):
            return _value_in_other_file(self._api, pointer)
        if "/" not in pointer:
            return self._api.root
        if pointer not in self._values:
            parent, _, token = pointer.rpartition("/")
            self._values[pointer] = _member(self._value_at(parent), token)
        return self._values[pointer]


def _member(value: JsonValue, token: str) -> JsonValue:
    """Return the member of a value that a token of a pointer leads to, or `true` if there is none."""
    if isinstance(value, dict):
        return value.get(unescape(token), True)
    if isinstance(value, list) and token.isdigit() and int(token) < len(value):
        return value[int(token)]
    return True


def schema_validator(api: Api) -> SchemaValidator:
    """Return the validator of `api`, which is created once."""
    return api.once(SchemaValidator)


def sample_validator(api: Api) -> SchemaValidator:
    """Return the validator of sampled values of `api`, whose discriminators must have values that name a branch."""
    return api.once(_sample_validator)


def _sample_validator(api: Api) -> SchemaValidator:
    is_other = any(map(_has_members_without_values, api.models.values()))
    return SchemaValidator(api, prefers_names=True) if is_other else schema_validator(api)


def _has_members_without_values(model: Model) -> bool:
    """Return whether the discriminator of a union has no mapping to some of the members, or a member for all others."""
    if not isinstance(model, UnionModel) or model.discriminator is None:
        return False
    mapping = model.discriminator.get("mapping")
    is_partial = not isinstance(mapping, dict) or len(mapping) < len(model.members)
    return is_partial or "defaultMapping" in model.discriminator


def _value_in_other_file(api: Api, pointer: str) -> JsonValue:
    """Return the schema at a canonical pointer into a file other than the root file."""
    file, _, inner = pointer.partition("#")
    try:
        reference = f"{file}#{quote(inner.replace('%', '%25'), safe=_UNESCAPED)}"
        return True if api.resolve is None else api.resolve(reference, "#").value
    except SpecError:
        return True
