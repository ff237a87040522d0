"""References within one file: pointers, anchors, embedded ids, cycles, and what is said when they fail."""

import pytest
from typewright.base.errors import Diagnostic, Location, SpecError, render
from typewright.openapi.document import Document, document_from_bytes

PETS = """\
openapi: 3.1.0
paths:
  /pets:
    get:
      parameters:
        - $ref: "#/components/parameters/limit"
      responses:
        "200": {$ref: "#/components/responses/Pets"}
components:
  parameters:
    limit: {name: limit, in: query}
  schemas:
    Pet: {type: object, properties: {"a/b~c d": {type: string}, 'e%f': {type: integer}}}
    Alias: {$ref: "#/components/schemas/Second"}
    Second: {$ref: "#/components/schemas/Pet", description: a pet, x-note: 1}
    Narrowed: {$ref: "#/components/schemas/Pet", required: [name]}
    OfNarrowed: {$ref: "#/components/schemas/Narrowed"}
    Self: {$ref: "#/components/schemas/Self"}
    Ping: {$ref: "#/components/schemas/Pong"}
    Pong: {$ref: "#/components/schemas/Ping"}
    ToCircle: {$ref: "#/components/schemas/Ping"}
    List: [one, two]
    Nothing: null
"""


@pytest.fixture(scope="module")
def pets() -> Document:
    return document_from_bytes(PETS.encode(), "pets.yaml")


def fault(document: Document, ref: str, base: str = "#/paths") -> Diagnostic:
    with pytest.raises(SpecError) as caught:
        document.follow(ref, base)
    (found,) = caught.value.diagnostics
    return found


@pytest.mark.parametrize(
    ("ref", "pointer"),
    [
        ("#/components/schemas/Pet", "#/components/schemas/Pet"),
        ("#/components/schemas/Pet/properties/a~1b~0c%20d", "#/components/schemas/Pet/properties/a~1b~0c d"),
        ("#/components/schemas/Pet/properties/a~1b~0c d", "#/components/schemas/Pet/properties/a~1b~0c d"),
        ("#/components/schemas/Pet/properties/e%25f", "#/components/schemas/Pet/properties/e%f"),
        ("#/paths/~1pets/get/parameters/0", "#/paths/~1pets/get/parameters/0"),
        ("#/paths/%7E1pets", "#/paths/~1pets"),
        ("#/components/schemas/Nothing", "#/components/schemas/Nothing"),
        ("#", "#"),
        ("", "#"),
    ],
)
def test_pointers_become_canonical(pets: Document, ref: str, pointer: str) -> None:
    resolved = pets.resolve(ref, "#/paths")
    assert resolved.pointer == pointer
    assert resolved.value == pets.value_at(pointer)


def test_resolving_does_not_follow_and_following_does(pets: Document) -> None:
    assert pets.resolve("#/components/schemas/Alias", "#").value == {"$ref": "#/components/schemas/Second"}
    assert pets.follow("#/components/schemas/Alias", "#").pointer == "#/components/schemas/Pet"


def test_following_stops_where_a_reference_says_more(pets: Document) -> None:
    narrowed = "#/components/schemas/Narrowed"
    assert pets.follow("#/components/schemas/OfNarrowed", "#").pointer == narrowed
    assert pets.follow(narrowed, "#", ignore_siblings=True).pointer == "#/components/schemas/Pet"


def test_a_missing_target_names_what_was_meant(pets: Document) -> None:
    base = "#/paths/~1pets/get/parameters/0"
    found = fault(pets, "#/components/schemas/Pett/properties", base)
    assert found.code == "E201"
    assert found.message == (
        "there is no '#/components/schemas/Pett', so no '#/components/schemas/Pett/properties' either"
    )
    assert found.help == "did you mean '#/components/schemas/Pet/properties'?"
    assert found.pointer == f"{base}/$ref"
    assert found.location == Location("pets.yaml", 6, 17, 31)


def test_a_wrong_index_tells_how_many_there_are(pets: Document) -> None:
    assert fault(pets, "#/components/schemas/List/2").help == "the list has 2 items, counted from 0"
    assert fault(pets, "#/components/schemas/List/-").code == "E201"
    assert fault(pets, "#/components/schemas/Nothing/x").code == "E201"


def test_a_pointer_without_its_slash(pets: Document) -> None:
    found = fault(pets, "#components/schemas/Pot")
    assert (found.code, found.help) == ("E205", "did you mean '#/components/schemas/Pot'?")


def test_what_is_no_uri(pets: Document) -> None:
    assert fault(pets, "http://[x").code == "E205"


@pytest.mark.parametrize(
    ("ref", "hops"),
    [
        ("#/components/schemas/Self", ["Self", "Self"]),
        ("#/components/schemas/ToCircle", ["Ping", "Pong", "Ping"]),
        ("#/components/schemas/Pong", ["Ping", "Pong", "Ping"]),
    ],
)
def test_a_cycle_names_every_hop(pets: Document, ref: str, hops: list[str]) -> None:
    found = fault(pets, ref, "#/paths/~1pets/get/parameters/0")
    cycle = " -> ".join(f"#/components/schemas/{hop}" for hop in hops)
    assert (found.code, found.message) == ("E204", f"the references form a cycle: {cycle}")
    assert found.pointer == f"#/components/schemas/{hops[0]}/$ref"


def test_a_cycle_is_found_from_inside(pets: Document) -> None:
    inside = "#/components/schemas/Ping"
    found = fault(pets, "#/components/schemas/Pong", inside)
    assert found.code == "E204"
    assert fault(pets, "#/components/schemas/Pong", f"{inside}/$ref") == found
    assert fault(pets, "#/components/schemas/ToCircle") == found


def test_a_chain_of_thousands_is_followed() -> None:
    rows = [f"  s{number}: {{$ref: '#/x/s{number + 1}'}}" for number in range(3_000)]
    document = document_from_bytes("\n".join(["x:", *rows, "  s3000: end"]).encode(), "long.yaml")
    assert document.follow("#/x/s0", "#").value == "end"


@pytest.mark.parametrize("content", ["[]", "text", "5", "null", "--- \n"])
def test_a_description_must_be_an_object(content: str) -> None:
    with pytest.raises(SpecError) as caught:
        document_from_bytes(content.encode(), "pets.yaml")
    assert [found.code for found in caught.value.diagnostics] == ["E208"]


def test_a_file_in_memory_reaches_no_other(pets: Document) -> None:
    assert fault(pets, "other.yaml").code == "E206"
    assert fault(pets, "https://example.com/x.yaml").code == "E203"


def test_value_at_knows_what_is_there(pets: Document) -> None:
    assert pets.value_at("#/components/schemas/List/1") == "two"
    for pointer in ("#/components/schemas/List/2", "#/nowhere", "other.yaml#/x"):
        with pytest.raises(KeyError):
            pets.value_at(pointer)


def test_a_diagnostic_is_shown_with_its_line(pets: Document) -> None:
    found = fault(pets, "#/components/responses/Pets", "#/paths/~1pets/get/responses/200")
    assert render([found], pets.source_line) == (
        "pets.yaml:8:23: error[E201]: there is no '#/components/responses', "
        "so no '#/components/responses/Pets' either\n"
        "  |\n"
        '8 |         "200": {$ref: "#/components/responses/Pets"}\n'
        "  |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  = at #/paths/~1pets/get/responses/200/$ref\n"
        "  = help: define the target, or correct the reference"
    )


IDS = """\
openapi: 3.1.0
components:
  schemas:
    Root: {$anchor: root, type: object}
    Tree:
      $id: https://example.com/schemas/tree
      $anchor: top
      properties:
        leaf: {$ref: leaf}
        inner: {$ref: "#/$defs/Inner"}
        named: {$ref: "#inner"}
        outer: {$ref: "#/components/schemas/Root"}
        again: {$ref: "#"}
        $id: {type: string}
      $defs:
        Inner: {$dynamicAnchor: inner, type: string}
        Nested: {$id: nested/deep, properties: {up: {$ref: "../tree#top"}, leaf: {$ref: /schemas/leaf}}}
      example: {$id: https://example.com/schemas/leaf}
    Leaf: {$id: https://example.com/schemas/leaf, type: integer}
    Urn: {$id: "urn:example:urn", $defs: {x: {$anchor: x}}}
    Twice: {properties: {a: {$anchor: twice}, b: {$anchor: twice}}}
    One: {$id: "urn:example:same"}
    Two: {$id: "urn:example:same"}
    Bad: {$id: "http://[x", $anchor: 5}
"""
SCHEMAS = "#/components/schemas"


@pytest.fixture(scope="module")
def ids() -> Document:
    return document_from_bytes(IDS.encode(), "ids.yaml")


@pytest.mark.parametrize(
    ("base", "ref", "target"),
    [
        ("Root", "#root", "Root"),
        ("Tree/properties/leaf", "leaf", "Leaf"),
        ("Tree/properties/leaf", "https://example.com/schemas/leaf", "Leaf"),
        ("Tree/properties/leaf", "https://example.com/schemas/leaf#", "Leaf"),
        ("Tree/properties/inner", "#/$defs/Inner", "Tree/$defs/Inner"),
        ("Tree/properties/named", "#inner", "Tree/$defs/Inner"),
        ("Tree/properties/outer", f"{SCHEMAS}/Root", "Root"),
        ("Tree/properties/again", "#", "Tree"),
        ("Tree/properties/again", "", "Tree"),
        ("Tree", "#top", "Tree"),
        ("Root", "https://example.com/schemas/tree#/$defs/Inner", "Tree/$defs/Inner"),
        ("Root", "https://example.com/schemas/tree#inner", "Tree/$defs/Inner"),
        ("Tree/$defs/Nested/properties/up", "../tree#top", "Tree"),
        ("Tree/$defs/Nested/properties/leaf", "/schemas/leaf", "Leaf"),
        ("Root", "https://example.com/schemas/nested/deep#/properties/up", "Tree/$defs/Nested/properties/up"),
        ("Root", "urn:example:urn#x", "Urn/$defs/x"),
        ("Urn", "#x", "Urn/$defs/x"),
        ("Root", "#/components/schemas/Tree/$defs/Inner", "Tree/$defs/Inner"),
    ],
)
def test_ids_and_anchors(ids: Document, base: str, ref: str, target: str) -> None:
    resolved = ids.resolve(ref, f"{SCHEMAS}/{base}")
    assert resolved.pointer == f"{SCHEMAS}/{target}"
    assert resolved.value == ids.value_at(resolved.pointer)


@pytest.mark.parametrize(
    ("base", "ref", "code", "help_text"),
    [
        ("Root", "#rot", "E201", "did you mean '#root'?"),
        ("Root", "#inner", "E201", "a JSON pointer begins with '#/'"),
        ("Root", "#twice", "E207", "give each '$anchor' and '$id' a name of its own"),
        ("Root", "urn:example:same", "E207", "give each '$anchor' and '$id' a name of its own"),
        ("Tree", "https://example.com/other", "E203", "keep a copy of the file in the project, or allow the URL"),
    ],
)
def test_names_that_lead_nowhere(ids: Document, base: str, ref: str, code: str, help_text: str) -> None:
    found = fault(ids, ref, f"{SCHEMAS}/{base}")
    assert (found.code, found.help) == (code, help_text)
