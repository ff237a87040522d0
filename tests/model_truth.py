"""Generated models against an independent validator: what valid and changed instances come to."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema_rs
from pydantic import TypeAdapter, ValidationError

from generator.ir import AliasModel, Ref, not_null
from generator.naming import assign
from generator.openapi.document import load_document
from generator.openapi.lower import lower
from generator.surface import RootKind, surface
from generator.targets.python.defaults import DEFAULTS
from generator.targets.python.language import language
from generator.targets.python.placement import place
from tests.drawn_instances import Drawer
from tests.python_packages import import_package, write_package_of


@dataclass
class Verdicts:
    """How often model and validator agreed, and where they did not: (type, value, what the validator says)."""

    valid: int = 0
    invalid: int = 0
    disagreements: list[tuple[str, str, Any, str]] = field(default_factory=list)


def types_of(spec: Path) -> Iterator[tuple[str, str]]:
    """Yield the pointer and the class of every component and of every request's and response's own type."""
    target = replace(DEFAULTS, language="python", package="x")
    api, _ = lower(load_document(spec))
    methods = surface(api, target.naming)
    placement = place(methods, assign(methods, target.naming, language(api, target)), target)
    whole = (RootKind.BODY, RootKind.RESPONSE, RootKind.ERROR)
    roots = {ref.id for root in methods.roots if root.kind in whole and isinstance(ref := not_null(root.type), Ref)}
    uploads = {id_.partition("?")[0].rpartition("/properties/")[0] for id_ in methods.models if id_.endswith("?file")}
    for (_, id_), name in placement.names.items():
        model = methods.models[id_]
        wanted = "?" not in id_ and id_.startswith("#") and id_ not in uploads and (model.shared or id_ in roots)
        if wanted and not isinstance(model, AliasModel):
            yield model.pointer, name


class Comparison:
    """The types of one description's models, each with two validators: one that asserts no formats, one that does."""

    def __init__(self, spec: Path, folder: Path) -> None:
        models = import_package(write_package_of(spec, folder, validation="strict"), folder).models
        self.root = load_document(spec).root
        self.types: list[tuple[str, str, Any, Any, TypeAdapter[Any]]] = []
        inside = {
            key: with_null(value) for key, value in self.root.items() if key in ("components", "paths", "webhooks")
        }
        for pointer, name in types_of(spec):
            schema = {"$ref": f"#{quote(pointer[1:], safe='/~')}", **inside}
            plain, strict = (
                jsonschema_rs.Draft202012Validator(schema, validate_formats=formats) for formats in (False, True)
            )
            self.types.append((pointer, name, plain, strict, TypeAdapter(getattr(models, name))))

    def run(self, rounds: int, seed: int = 0) -> Verdicts:
        """Return what comes of `rounds` drawn instances of each type, and of a change to each."""
        verdicts = Verdicts()
        for pointer, name, plain, strict, adapter in self.types:
            drawer = Drawer(self.root, random.Random(f"{seed} {name}"))  # noqa: S311 - not for secrets
            for _ in range(rounds):
                value = drawer.draw({"$ref": pointer})
                for each in (value, drawer.changed(value)):
                    _judge(verdicts, name, each, plain, strict, adapter)
        return verdicts


def with_null(schema: Any) -> Any:
    """Return a schema in which null is listed wherever the type has it: that is what descriptions mean by it."""
    if isinstance(schema, list):
        return [with_null(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: with_null(value) for key, value in schema.items()}
    if isinstance(schema.get("enum"), list) and isinstance(schema.get("type"), list) and "null" in schema["type"]:
        changed["enum"] = [*schema["enum"], None]
    return changed


def _judge(verdicts: Verdicts, name: str, value: Any, validator: Any, strict: Any, adapter: TypeAdapter[Any]) -> None:
    text = json.dumps(value)
    valid = validator.is_valid(value)
    try:
        built = adapter.validate_json(text)
    except ValidationError as fault:
        if valid and strict.is_valid(value):
            verdicts.disagreements.append((name, "refused", value, str(fault)))
        else:
            verdicts.invalid += 1
        return
    if not valid:
        problem = next(iter(validator.iter_errors(value)), "it is not valid")
        verdicts.disagreements.append((name, "accepted", value, str(problem)))
        return
    verdicts.valid += 1
    dumped = json.loads(adapter.dump_json(built, by_alias=True, exclude_unset=True))
    if not same(dumped, value) or not validator.is_valid(dumped):
        verdicts.disagreements.append((name, "changed", value, json.dumps(dumped)))


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
