"""Validation of values against the schemas of a description, by an independent validator.

Schemas are identified by canonical pointers. Schemas that are prepared together share one compiled validator, so that
the schemas that they refer to are compiled once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from jsonschema_rs import Draft202012Validator

from typewright.base.errors import SpecError
from typewright.base.json_pointer import unescape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Api
from typewright.schemas.dialect import Dialect, Target, is_base64

_FORMATS = {"byte": is_base64}
_BRANCH = re.compile(r"(.*)/(?:oneOf|anyOf)/\d+\Z", re.DOTALL)
_CHOICES = frozenset(
    {*("oneOf", "anyOf", "discriminator", "$ref", "nullable"), *("unevaluatedProperties", "unevaluatedItems")}
)
"""The keywords next to a union that depend on the chosen branch."""
_UNQUOTED = "/~!$&'()*+,;=:@?%"
"""The characters that are not escaped in a fragment (RFC 3986, 3.5); per cent signs are escaped before."""


@dataclass(frozen=True, slots=True)
class ValidationError:
    """A validation error: the path in the value, and the message of the validator."""

    path: tuple[str | int, ...]
    message: str


class SchemaValidator:
    """Validates values against the schemas of one description."""

    def __init__(self, api: Api, *, nullable_wraps: bool = True) -> None:
        """Create a validator for `api`; for `nullable_wraps`, see `Dialect`."""
        self._api = api
        before_31 = str(api.root.get("openapi", "")).startswith("3.0")
        self._dialect = Dialect(self._resolve, self._link_of, before_31, nullable_wraps)
        self._targets: dict[str, Target] = {}
        self._by_link: dict[str, Target] = {}
        self._schemas: dict[str, JsonValue] = {}
        self._below: dict[str, tuple[str, ...]] = {}
        self._referenced: list[str] = []
        self._validators: dict[str, Draft202012Validator] = {}

    def prepare(self, pointers: Iterable[str]) -> None:
        """Compile the schemas at `pointers` together.

        Every value is valid where there is no schema, or one that nests too deeply for the validator to compile.
        """
        wanted = [pointer for pointer in dict.fromkeys(pointers) if pointer not in self._validators]
        if not wanted:
            return
        links: JsonObject = {pointer: {"$ref": self._target(pointer).link} for pointer in wanted}
        whole: JsonObject = {"properties": links, "$defs": self._reachable(wanted)}
        try:
            validator = Draft202012Validator(whole, formats=_FORMATS, validate_formats=True)
        except ValueError:
            if len(wanted) > 1:
                for pointer in wanted:
                    self.prepare([pointer])
                return
            validator = Draft202012Validator(True)
        self._validators.update(dict.fromkeys(wanted, validator))

    def is_valid(self, pointer: str, value: JsonValue) -> bool:
        """Whether `value` is valid against the schema at `pointer`. Values that nest too deeply to check are valid."""
        try:
            return self._validator(pointer).is_valid({pointer: value})
        except ValueError:
            return True

    def allows_null(self, pointer: str) -> bool:
        """Whether the schema at `pointer` allows null by the letter of OpenAPI 3.0.3 (see `Dialect.allows_null`)."""
        return self._dialect.allows_null(self._target(pointer).schema, pointer)

    def validation_errors(self, pointer: str, value: JsonValue) -> Iterator[ValidationError]:
        """Yield the errors of validating `value` against the schema at `pointer`."""
        try:
            errors = list(self._validator(pointer).iter_errors({pointer: value}))
        except ValueError:
            return
        for error in errors:
            yield ValidationError(tuple(error.instance_path[1:]), error.message)

    def schema(self, pointer: str) -> JsonValue:
        """Return the schema at `pointer` as JSON Schema 2020-12; `linked` resolves its references."""
        return self._translated(self._target(pointer))

    def linked(self, link: str) -> JsonValue:
        """Return the target of a `$ref` in a schema that `schema` or `linked` returned."""
        return self._translated(self._by_link[link])

    def _validator(self, pointer: str) -> Draft202012Validator:
        if pointer not in self._validators:
            self.prepare([pointer])
        return self._validators[pointer]

    def _target(self, pointer: str) -> Target:
        known = self._targets.get(pointer)
        return known or self._add(pointer, _value_at(self._api, pointer))

    def _add(self, pointer: str, schema: JsonValue) -> Target:
        if pointer not in self._targets:
            target = Target(pointer, schema, f"#/$defs/{len(self._targets)}")
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
        """Return the schemas reachable from `pointers`, by the last token of their link."""
        found: JsonObject = {}
        queue = list(pointers)
        seen = set(queue)
        while queue:
            target = self._targets[queue.pop()]
            found[target.link.rpartition("/")[2]] = self._translated(target)
            fresh = [pointer for pointer in self._below[target.pointer] if pointer not in seen]
            seen.update(fresh)
            queue += fresh
        return found

    def _translated(self, target: Target) -> JsonValue:
        if target.pointer not in self._schemas:
            self._referenced = []
            schema = self._dialect.translated(target.schema, target.pointer)
            base = self._base(target)
            self._schemas[target.pointer] = schema if base is None else {"allOf": [base, schema]}
            self._below[target.pointer] = tuple(dict.fromkeys(self._referenced))
        return self._schemas[target.pointer]

    def _base(self, target: Target) -> JsonValue:
        """Return the keywords next to a union that apply to all branches, for an inline branch; None without any."""
        around = _BRANCH.match(target.pointer)
        if around is None or (isinstance(target.schema, dict) and "$ref" in target.schema):
            return None
        union = _value_at(self._api, around[1])
        common = {key: value for key, value in union.items() if key not in _CHOICES} if isinstance(union, dict) else {}
        base = self._dialect.translated(common, around[1])
        return base or None


def schema_validator(api: Api) -> SchemaValidator:
    """Return the validator of `api`, created once."""
    return api.once(SchemaValidator)


def _value_at(api: Api, pointer: str) -> JsonValue:
    """Return the schema at a canonical pointer; `true`, which accepts every value, where there is none."""
    if not pointer.startswith("#"):
        return _elsewhere(api, pointer)
    value: JsonValue = api.root
    for token in pointer.split("/")[1:]:
        if isinstance(value, dict):
            value = value.get(unescape(token), True)
        elif isinstance(value, list) and token.isdigit() and int(token) < len(value):
            value = value[int(token)]
        else:
            return True
    return value


def _elsewhere(api: Api, pointer: str) -> JsonValue:
    """Return the schema at a canonical pointer into a file other than the root document."""
    file, _, inner = pointer.partition("#")
    try:
        reference = f"{file}#{quote(inner.replace('%', '%25'), safe=_UNQUOTED)}"
        return True if api.resolve is None else api.resolve(reference, "#").value
    except SpecError:
        return True
