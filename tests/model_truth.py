"""Generated models against an independent validator: what valid and changed instances come to."""

from __future__ import annotations

import importlib
import json
import random
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import jsonschema_rs
from pydantic import ValidationError, create_model
from typewright.ir import (
    AliasModel,
    Direction,
    Model,
    ObjectModel,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    UnionModel,
    not_null,
    unfold,
)
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.surface import RootKind
from typewright.targets.python.models.context import make_context
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import INPUT

from tests.drawn_instances import Drawer
from tests.planned_files import project_of
from tests.python_packages import import_package, write_package_of

ONE_WAY = {Direction.REQUEST: "readOnly", Direction.RESPONSE: "writeOnly"}
"""What says, of a property, that it does not travel this way."""


WHOLE = "urn:description"
"""Under which name validators find the description."""


_IMPLIED = {"properties": "object", "items": "array"}
_MAPS = frozenset({"properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas"})


class Disagreement(NamedTuple):
    """A value of which model and validator say different things, or which the model changes."""

    type: str
    kind: str
    keyword: str
    """The keyword that the validator names, or the kind of error that the model names."""
    value: Any
    words: str


@dataclass
class Verdicts:
    """How often model and validator agreed, and where they did not."""

    valid: int = 0
    invalid: int = 0
    disagreements: list[Disagreement] = field(default_factory=list)


class RefusedError(Exception):
    """A type refuses a value; `kind` is what for."""

    def __init__(self, kind: str, words: str) -> None:
        super().__init__(words)
        self.kind = kind


class Compared(NamedTuple):
    """A type, and the two validators of its schema: `strict` asserts formats."""

    name: str
    plain: Any
    strict: Any
    round_trip: Callable[[Any], Any]
    """Reads a JSON value and writes it again. Raises RefusedError."""


def types_of(spec: Path) -> Iterator[tuple[str, str, frozenset[Direction]]]:
    """Yield pointer, class and direction of every component and of every request's and response's own type."""
    target = PythonOptions(language="python", package="x", parts=("models",))
    api, _ = lower(load_document(spec))
    project = project_of(api, target)
    methods, context = project.surface, make_context(project)
    whole = (RootKind.BODY, RootKind.RESPONSE, RootKind.ERROR)
    roots = {ref.id for root in methods.roots if root.kind in whole and isinstance(ref := not_null(root.type), Ref)}
    uploads = {id_.partition("?")[0].rpartition("/properties/")[0] for id_ in methods.models if id_.endswith("?file")}
    uploads |= {
        id_
        for id_, model in methods.models.items()
        if isinstance(model, ObjectModel) and any(holds_files(entry.type, methods.models) for entry in model.fields)
    }
    for key, name in context.placement.names.items():
        id_, model = key[1], methods.models[key[1]]
        form, own = id_.endswith(INPUT), id_.removesuffix(INPUT)
        of_description = own.startswith("#") and "?" not in own and own not in uploads
        if of_description and not isinstance(model, AliasModel) and (form or model.shared or own in roots):
            has_other_form = not form and id_ + INPUT in methods.models
            way = {Direction.REQUEST} if form else {Direction.RESPONSE} if has_other_form else None
            yield model.pointer, name, context.validation_modes.directions[key] if way is None else frozenset(way)


def holds_files(type_: TypeExpr, models: Mapping[str, Model]) -> bool:
    """Return whether a property is a file, or one of several types of which one is: it has no form in JSON."""
    bare = not_null(unfold(type_, models))
    model = models[bare.id] if isinstance(bare, Ref) else None
    if isinstance(model, UnionModel):
        return any(holds_files(member, models) for member in model.members)
    return isinstance(bare, Scalar) and bare.kind is ScalarKind.STRING and bare.format == "binary"


class Comparison:
    """The types of one description's models, to be held against its schemas.

    `round_trip_of` returns what reads and writes the values of a type by its name. Validators are made when the turn of
    their type comes: those of a large description do not fit into memory together.
    """

    def __init__(
        self,
        spec: Path,
        types: Iterable[tuple[str, str, frozenset[Direction]]],
        round_trip_of: Callable[[str], Callable[[Any], Any]],
    ) -> None:
        self.round_trip_of = round_trip_of
        self.root = load_document(spec).root
        self.types = list(types)
        parts = {key: meant(self.root[key]) for key in ("components", "paths", "webhooks") if key in self.root}
        self.registries = {
            ways: jsonschema_rs.Registry([(WHOLE, types_in_direction(parts, ways))])
            for ways in {ways for *_, ways in self.types}
        }

    def run(self, rounds: int, seed: int = 0) -> Verdicts:
        """Return what comes of `rounds` drawn instances of each type, and of a change to each."""
        verdicts = Verdicts()
        for pointer, name, ways in self.types:
            compared = self._compared(pointer, name, ways)
            drawer = Drawer(self.root, random.Random(f"{seed} {name}"))  # noqa: S311 - not for secrets
            for _ in range(rounds):
                value = drawer.draw({"$ref": pointer})
                for each in (value, drawer.changed(value)):
                    _judge(verdicts, compared, each)
        return verdicts

    def _compared(self, pointer: str, name: str, ways: frozenset[Direction]) -> Compared:
        schema = {"$ref": f"{WHOLE}#{quote(pointer[1:], safe='/~')}"}
        plain, strict = (
            jsonschema_rs.Draft202012Validator(schema, registry=self.registries[ways], validate_formats=formats)
            for formats in (False, True)
        )
        return Compared(name, plain, strict, self.round_trip_of(name))


def python_comparison(spec: Path, folder: Path) -> Comparison:
    """Return the comparison of the Python models of a description, which are written below `folder`.

    Each type is held as the type of a field of a model, which is where models use it.
    """
    package = import_package(write_package_of(spec, folder, validation="strict"), folder)

    base = importlib.import_module(f"{package.__name__}._runtime").Model

    def round_trip_of(name: str) -> Callable[[Any], Any]:
        holder: Any = create_model("Holder", __base__=base, value=(getattr(package.models, name), ...))

        def round_trip(value: Any) -> Any:
            try:
                built = holder.model_validate_json(json.dumps({"value": value}))
            except ValidationError as fault:
                raise RefusedError(fault.errors(include_url=False)[0]["type"], str(fault)) from fault
            return json.loads(built.model_dump_json())["value"]

        return round_trip

    return Comparison(spec, types_of(spec), round_trip_of)


def types_in_direction(schema: Any, ways: Collection[Direction]) -> Any:
    """Return a schema as it holds on its way: what travels the other way is not required (OpenAPI 3.1, 4.8.24.2)."""
    if isinstance(schema, list):
        return [types_in_direction(each, ways) for each in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: types_in_direction(value, ways) for key, value in schema.items()}
    properties, required = schema.get("properties"), schema.get("required")
    if isinstance(properties, dict) and isinstance(required, list):
        keywords = [ONE_WAY[way] for way in ways]
        dropped = {
            name
            for name, each in properties.items()
            if isinstance(each, dict) and any(each.get(keyword) is True for keyword in keywords)
        }
        changed["required"] = [name for name in required if name not in dropped]
    return changed


def meant(schema: Any, *, condition: bool = False) -> Any:
    """Return a schema as JSON Schema 2020-12 has it, with what descriptions mean and do not say.

    Null is listed wherever the type has it, and what has properties or items is an object or an array: models hold such
    schemas to that, a known gap. In a `condition` (`if`, `not`), that would be another condition.
    """
    if isinstance(schema, list):
        return [meant(each, condition=condition) for each in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {
        key: {name: meant(each, condition=condition) for name, each in value.items()}
        if key in _MAPS and isinstance(value, dict)
        else meant(value, condition=condition or key in ("if", "not"))
        for key, value in schema.items()
    }
    for exclusive, inclusive in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(changed.get(exclusive), bool) and changed.pop(exclusive) and inclusive in changed:
            changed[exclusive] = changed.pop(inclusive)
    type_ = changed.get("type")
    if type_ is None and not condition:
        implied = [name for keyword, name in _IMPLIED.items() if isinstance(changed.get(keyword), dict)]
        changed |= {"type": implied[0]} if len(implied) == 1 else {}
    if schema.get("nullable") is True and isinstance(type_, str):
        changed["type"] = [type_, "null"]
    if isinstance(changed.get("enum"), list) and schema.get("nullable") is True and isinstance(type_, str):
        changed["enum"] = [*changed["enum"], None]
    return {"anyOf": [{"type": "null"}, changed]} if schema.get("nullable") is True and type_ is None else changed


def _judge(verdicts: Verdicts, compared: Compared, value: Any) -> None:
    if value is None and compared.plain.is_valid(value):
        return  # where a component admits null itself, it is its uses that say so, not the class or alias
    problem = None if compared.plain.is_valid(value) else next(compared.plain.iter_errors(value), None)
    valid = problem is None  # `is_valid` of jsonschema-rs 0.60 has refused what it then finds no error in
    try:
        dumped = compared.round_trip(value)
    except RefusedError as fault:
        if valid and compared.strict.is_valid(value):
            verdicts.disagreements.append(Disagreement(compared.name, "refused", fault.kind, value, str(fault)))
        else:
            verdicts.invalid += 1
        return
    if problem is not None:
        keyword = str(problem.schema_path[-1]) if problem.schema_path else "false"
        verdicts.disagreements.append(Disagreement(compared.name, "accepted", keyword, value, str(problem)))
        return
    verdicts.valid += 1
    if not same(dumped, value) or next(compared.plain.iter_errors(dumped), None) is not None:
        verdicts.disagreements.append(Disagreement(compared.name, "changed", "", value, json.dumps(dumped)))


def same(first: Any, second: Any) -> bool:
    """Whether two JSON values are equal, or are the same moment."""
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(same(value, second[key]) for key, value in first.items())
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(same, first, second))
    if isinstance(first, str) and isinstance(second, str) and first != second:
        try:
            moments = [datetime.fromisoformat(text.replace("Z", "+00:00")) for text in (first, second)]
        except ValueError:
            return False
        return moments[0] == moments[1]
    return (type(first) is type(second) and first == second) or (
        isinstance(first, (int, float)) and isinstance(second, (int, float)) and first == second
    )
