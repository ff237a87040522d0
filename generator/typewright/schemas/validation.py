"""Which values the schemas of a description admit: all of them compiled once, by an independent validator.

Schemas are named by canonical pointers. One validator holds as many of them as are asked for together, since what they
refer to is then compiled once.
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
"""Keywords around a union that are about the branch that is chosen."""
_UNQUOTED = "/~!$&'()*+,;=:@?%"
"""What stays as it is in a fragment (RFC 3986, 3.5); the per cent sign is escaped before."""


@dataclass(frozen=True, slots=True)
class ValidationError:
    """Why a schema refuses a value: where in the value, and what the validator says."""

    path: tuple[str | int, ...]
    message: str


class SchemaValidator:
    """The schemas of one description."""

    def __init__(self, api: Api, *, nullable_wraps: bool = True) -> None:
        """Take a description; `nullable_wraps` is explained at `Dialect`."""
        self._api = api
        before_31 = str(api.root.get("openapi", "")).startswith("3.0")
        self._dialect = Dialect(self._refer, self._link_of, before_31, nullable_wraps)
        self._targets: dict[str, Target] = {}
        self._by_link: dict[str, Target] = {}
        self._schemas: dict[str, JsonValue] = {}
        self._below: dict[str, tuple[str, ...]] = {}
        self._met: list[str] = []
        self._validators: dict[str, Draft202012Validator] = {}

    def prepare(self, pointers: Iterable[str]) -> None:
        """Compile the schemas at `pointers` together.

        Every value is admitted where nothing stands, and by what the validator cannot compile: schemas that nest too
        deeply for it.
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
        """Whether the schema at `pointer` admits `value`, or cannot say since the value nests too deeply."""
        try:
            return self._validator(pointer).is_valid({pointer: value})
        except ValueError:
            return True

    def allows_null(self, pointer: str) -> bool:
        """Whether the schema at `pointer` admits null beyond doubt, also where OpenAPI 3.0.3 is read to the letter."""
        return self._dialect.allows_null(self._target(pointer).schema, pointer)

    def validation_errors(self, pointer: str, value: JsonValue) -> Iterator[ValidationError]:
        """Yield what the schema at `pointer` finds wrong with `value`."""
        try:
            errors = list(self._validator(pointer).iter_errors({pointer: value}))
        except ValueError:
            return
        for error in errors:
            yield ValidationError(tuple(error.instance_path[1:]), error.message)

    def schema(self, pointer: str) -> JsonValue:
        """Return the schema at `pointer` as JSON Schema 2020-12, its references to be followed by `linked`."""
        return self._translated(self._target(pointer))

    def linked(self, link: str) -> JsonValue:
        """Return the schema that a `$ref` of a schema of `schema` leads to."""
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
        self._met.append(pointer)
        return target.link

    def _refer(self, ref: str, base: str) -> Target | None:
        try:
            resolved = None if self._api.resolve is None else self._api.resolve(ref, base)
        except SpecError:
            return None
        if resolved is None:
            return None
        self._met.append(resolved.pointer)
        return self._add(resolved.pointer, resolved.value)

    def _reachable(self, pointers: Iterable[str]) -> JsonObject:
        """Return the schemas at `pointers` and those that they refer to, by the last token of their link."""
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
            self._met = []
            schema = self._dialect.translated(target.schema, target.pointer)
            base = self._base(target)
            self._schemas[target.pointer] = schema if base is None else {"allOf": [base, schema]}
            self._below[target.pointer] = tuple(dict.fromkeys(self._met))
        return self._schemas[target.pointer]

    def _base(self, target: Target) -> JsonValue:
        """Return what the schema around an inline branch of a union says of all branches; None for nothing."""
        around = _BRANCH.match(target.pointer)
        if around is None or (isinstance(target.schema, dict) and "$ref" in target.schema):
            return None
        union = _value_at(self._api, around[1])
        said = {key: value for key, value in union.items() if key not in _CHOICES} if isinstance(union, dict) else {}
        base = self._dialect.translated(said, around[1])
        return base or None


def schema_validator(api: Api) -> SchemaValidator:
    """Return the schemas of `api`, compiled once for all who need them."""
    return api.once(SchemaValidator)


def _value_at(api: Api, pointer: str) -> JsonValue:
    """Return the schema at a canonical pointer; true, which admits every value, where there is none."""
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
    """Return the schema at a canonical pointer into another file than the root."""
    file, _, inner = pointer.partition("#")
    try:
        reference = f"{file}#{quote(inner.replace('%', '%25'), safe=_UNQUOTED)}"
        return True if api.resolve is None else api.resolve(reference, "#").value
    except SpecError:
        return True
