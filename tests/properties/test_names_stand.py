"""Names stand still: hundreds of random edits, and nothing that was not edited itself is called otherwise."""

import copy
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typewright.changes import method_name
from typewright.config.options import Config, NamingConfig, target_for
from typewright.ir import AliasModel, Api, Direction
from typewright.naming.ledger import Key
from typewright.naming.lock.locked import Locked, kept_names, rules
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower
from typewright.surface.directions import types_in_direction
from typewright.targets.finding import DefaultOptions

from tests.description_edits import EDITS, SCHEMAS, Json, Touched, inline_reference, move_operation, rename_schema
from tests.planned_files import planned_files

ROOT = Path(__file__).parent.parent.parent
SCHEMES = ("first-come", "symmetric")
LANGUAGES = ("typescript", "python")
CONTESTED = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [shop.items]
      parameters:
        - {name: status, in: query, schema: {type: string, enum: [open, closed]}}
      responses:
        "200":
          description: ""
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}}
        "404": {$ref: "#/components/responses/Missing"}
    post:
      operationId: create_order
      tags: [shop.items]
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                customer: {type: object, properties: {address: {type: object, properties: {city: {type: string}}}}}
                status: {type: string, enum: [open]}
      responses:
        "201": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
        "404": {$ref: "#/components/responses/Missing"}
  /users/{id}:
    get:
      operationId: getUser
      tags: [people]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}}
    put:
      operationId: get-user
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}}
      responses: {"204": {description: ""}}
components:
  responses:
    Missing:
      description: ""
      content: {application/json: {schema: {type: object, properties: {code: {type: integer}, detail: {type: string}}}}}
  schemas:
    Order:
      type: object
      properties:
        id: {$ref: "#/components/schemas/OrderId"}
        customer: {type: object, properties: {address: {type: object, properties: {street: {type: string}}}}}
        status: {type: string, enum: [open, closed, lost]}
        payment:
          oneOf:
            - {type: object, required: [kind], properties: {kind: {const: card}, number: {type: string}}}
            - {type: object, required: [kind], properties: {kind: {const: cash}, change: {type: number}}}
    OrderId: {type: string}
    User:
      type: object
      properties:
        address: {$ref: "#/components/schemas/Address"}
        friends: {type: array, items: {$ref: "#/components/schemas/User"}}
        status: {$ref: "#/components/schemas/Status"}
    Address: {type: object, properties: {street: {type: string}, city: {type: string}, country: {type: string}}}
    Status: {type: string, enum: [active, gone]}
"""


@dataclass(frozen=True)
class Outcome:
    """What a run gave: names by language and key, pages by language, methods by id, and the lock for the next run."""

    api: Api
    names: Mapping[str, Mapping[Key, str]]
    pages: Mapping[str, frozenset[str]]
    methods: Mapping[str, str]
    locked: Locked


def run(document: Json, locked: Locked, scheme: str) -> Outcome:
    api, _ = lower(document_from_bytes(json.dumps(document).encode(), "spec.json"))
    stay = kept_names(locked, api)
    ledgers, pages = {}, {}
    for language in LANGUAGES:
        target = target_for(language, Config(), DefaultOptions())
        target = replace(target, package="shop", naming=NamingConfig(scheme=scheme))  # type: ignore[arg-type]
        ledgers[language] = stay.ledger(language, rules(target))
        planned = planned_files(api, target, ledgers[language])
        pages[language] = frozenset(file.path for file in planned)
    names = {language: ledger.given for language, ledger in ledgers.items()}
    methods = {operation.id: method_name(operation) for operation in api.every_operation()}
    return Outcome(api, names, pages, methods, stay.closed(ledgers))


def is_touched(id_: str, touched: Touched) -> bool:
    return any(id_.startswith(start) for start in touched)


def renamed(before: Outcome, after: Outcome, touched: Touched) -> list[str]:
    """Return what is called otherwise though it was not edited."""
    found = []
    for language, names in before.names.items():
        for (scope, id_), name in names.items():
            now = after.names[language].get((scope, id_))
            if now is None and scope.startswith("symbol:"):  # in another package now, or gone
                others = {
                    each for (place, other), each in after.names[language].items() if other == id_ and ":" in place
                }
                now = name if name in others or not others else min(others)
            if now not in (name, None) and not is_touched(id_, touched):
                found.append(f"{language} {scope} {id_}: {name} -> {now}")
    for id_, name in before.methods.items():
        if after.methods.get(id_, name) != name and not is_touched(id_, touched):
            found.append(f"method {id_}: {name} -> {after.methods[id_]}")
    return found + lost_pages(before, after, touched)


def lost_pages(before: Outcome, after: Outcome, touched: Touched) -> list[str]:
    """Return the files that are gone, though what they are about is still there and was not edited.

    The typed dictionaries of a type are about requests: they go with the last request that holds it.
    """
    found = []
    unsent = types_in_direction(before.api, Direction.REQUEST) - types_in_direction(after.api, Direction.REQUEST)
    for language, pages in before.pages.items():
        explained = {
            name.lower()
            for (scope, id_), name in before.names[language].items()
            if is_touched(id_, touched) or (scope, id_) not in after.names[language]
        }
        of_twins = explained | {name.lower() for (_, id_), name in before.names[language].items() if id_ in unsent}
        for page in pages - after.pages[language]:
            if page.endswith(("index.ts", "__init__.py", "_methods.py")):  # a folder of which everything is gone
                continue
            stems = {part.partition(".")[0].replace("_", "").lower() for part in page.split("/")}
            gone = of_twins if "/dicts/" in page else explained
            if not stems & {name.replace("_", "") for name in gone}:
                found.append(f"{language} page {page}")
    return found


def collisions(outcome: Outcome) -> list[str]:
    """Return names that two things of one scope have."""
    found = []
    for language, names in outcome.names.items():
        seen: dict[tuple[str, str, str], str] = {}
        for (scope, id_), name in names.items():
            owner = id_.partition("?")[0] if scope == "argument" else ""  # arguments have their names within a call
            other = seen.setdefault((scope, owner, name.lower()), id_)
            is_alias = isinstance(outcome.api.models.get(id_), AliasModel)
            if other != id_ and not (is_alias and scope.startswith("symbol:")):
                found.append(f"{language} {scope} {name}: {other} and {id_}")
    return found


def edit_and_compare(document: Json, scheme: str, seed: int, edits: int) -> None:
    """Edit `document` again and again, each time with the lock of the last run, and hold the names still."""
    rng = random.Random(seed)  # noqa: S311
    document = copy.deepcopy(document)
    before = run(document, Locked(), scheme)
    for number in range(edits):
        edit = rng.choice(EDITS)
        touched = edit(rng, document)
        after = run(document, before.locked, scheme)
        told = f"seed {seed}, edit {number}: {edit.__name__}"
        assert renamed(before, after, touched) == [], told
        assert collisions(after) == [], told
        before = after


@pytest.mark.parametrize("scheme", SCHEMES)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_edits_rename_nothing_else(scheme: str, seed: int) -> None:
    edit_and_compare(yaml.safe_load(CONTESTED), scheme, seed, edits=8)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_same_edits_do_rename_without_a_lock(scheme: str) -> None:
    """So that the test above would see it."""
    found = []
    for seed in range(10):
        rng, document = random.Random(seed), yaml.safe_load(CONTESTED)  # noqa: S311
        before = run(document, Locked(), scheme)
        touched = set().union(*(rng.choice(EDITS)(rng, document) for _ in range(8)))
        found += renamed(before, run(document, Locked(), scheme), touched)
    kinds = {each.split(" ")[1].partition(":")[0] for each in found}
    assert {"symbol", "page"} <= kinds


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_renamed_schema_and_a_moved_operation_keep_their_names(scheme: str) -> None:
    for seed in range(10):
        rng = random.Random(seed)  # noqa: S311
        for edit in (rename_schema, move_operation):
            document = yaml.safe_load(CONTESTED)
            before = run(document, Locked(), scheme)
            edit(rng, document)
            after = run(document, before.locked, scheme)
            for language in LANGUAGES:
                assert sorted(before.names[language].values()) == sorted(after.names[language].values()), (seed, edit)
            assert before.pages == after.pages


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_reference_that_is_written_out_renames_nothing(scheme: str) -> None:
    for seed in range(5):
        rng = random.Random(seed)  # noqa: S311
        document = yaml.safe_load(CONTESTED)
        before = run(document, Locked(), scheme)
        inline_reference(rng, document)
        after = run(document, before.locked, scheme)
        for language in LANGUAGES:
            types = {
                name
                for (scope, id_), name in before.names[language].items()
                if scope.startswith("symbol:") and not isinstance(before.api.models.get(id_), AliasModel)
            }
            assert types <= set(after.names[language].values())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_without_a_lock_names_depend_on_the_description_alone(scheme: str) -> None:
    document = yaml.safe_load(CONTESTED)
    rng = random.Random(1)  # noqa: S311
    history = run(document, Locked(), scheme)
    for _ in range(5):
        rng.choice(EDITS)(rng, document)
        history = run(document, history.locked, scheme)
    assert run(document, Locked(), scheme).names == run(copy.deepcopy(document), Locked(), scheme).names


def test_what_returns_gets_its_name_back() -> None:
    document = yaml.safe_load(CONTESTED)
    first = run(document, Locked(), "first-come")
    without = copy.deepcopy(document)
    status = without["components"]["schemas"]["User"]["properties"].pop("status")
    without["components"]["schemas"]["Order"]["properties"]["first"] = {"type": "string", "enum": ["x"], "title": "Wow"}
    second = run(without, first.locked, "first-come")
    again = copy.deepcopy(without)
    again["components"]["schemas"]["User"]["properties"]["status"] = status
    third = run(again, second.locked, "first-come")
    key = ("symbol:shared", f"{SCHEMAS}Status")
    assert first.names["python"][key] == third.names["python"][key]


def test_other_naming_rules_give_other_names() -> None:
    document = yaml.safe_load(CONTESTED)
    locked = run(document, Locked(), "first-come").locked
    assert run(document, locked, "symmetric").names == run(document, Locked(), "symmetric").names


@pytest.mark.corpus
@pytest.mark.nightly
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["orq/openapi.yaml", "cribl/spec.yaml", "agentset/spec.yaml"])
def test_edits_of_real_descriptions_rename_nothing_else(corpus: Path, name: str, scheme: str) -> None:
    document = document_from_bytes((corpus / "corpus" / name).read_bytes(), name).root
    for seed in range(5):
        edit_and_compare(document, scheme, seed, edits=25)
