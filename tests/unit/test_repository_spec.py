"""The repository's own description: sound by itself, and the ground that the anchor page stands on.

Nothing of the generator is used here, so that a failure names the description and not the program.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

ROOT = Path(__file__).parents[2]
DOCUMENT: dict[str, Any] = yaml.safe_load((ROOT / "spec" / "openapi.yaml").read_text(encoding="utf-8"))
ANCHOR = ROOT / "tests" / "e2e" / "anchor" / "postv2proxyimagesgenerationsrequestbody.md"
REFERENCE = ROOT.parent / "shared" / "reference" / ANCHOR.name
URI = "urn:spec"
REGISTRY: Registry[Any] = Registry().with_resource(URI, DRAFT202012.create_resource(DOCUMENT))

CHAT = "/v2/proxy/chat/completions"
GENERATIONS = "/v2/proxy/images/generations"
PATHS = [CHAT, GENERATIONS, "/v2/proxy/images/edits", "/v2/proxy/images/variations"]

Place = tuple[str, ...]


def _pointer(place: Place) -> str:
    return "#" + "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in place)


def _nodes(node: Any, place: Place = ()) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Every mapping of the document with its place, examples included."""
    if isinstance(node, dict):
        yield place, node
        for key, below in node.items():
            yield from _nodes(below, (*place, key))
    elif isinstance(node, list):
        for index, below in enumerate(node):
            yield from _nodes(below, (*place, str(index)))


def _schemas(schema: dict[str, Any], place: Place) -> Iterator[tuple[Place, dict[str, Any]]]:
    """The schema and every inline one below it; keywords only, so that a property may be called `example`."""
    yield place, schema
    for name, below in schema.get("properties", {}).items():
        yield from _schemas(below, (*place, "properties", name))
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            yield from _schemas(schema[keyword], (*place, keyword))
    for keyword in ("oneOf", "anyOf", "allOf"):
        for index, below in enumerate(schema.get(keyword, [])):
            yield from _schemas(below, (*place, keyword, str(index)))


def _media_types() -> Iterator[tuple[Place, dict[str, Any]]]:
    for place, node in _nodes(DOCUMENT):
        if place and place[-1] == "content" and all("/" in name for name in node):
            for name, media_type in node.items():
                yield (*place, name), media_type


def _all_schemas() -> list[tuple[Place, dict[str, Any]]]:
    found = [
        entry
        for name, schema in DOCUMENT["components"]["schemas"].items()
        for entry in _schemas(schema, ("components", "schemas", name))
    ]
    for place, media_type in _media_types():
        found.extend(_schemas(media_type["schema"], (*place, "schema")))
    return found


def _authored_values() -> Iterator[tuple[str, Place, Any]]:
    """Every example and default: where it stands, the place of the schema it must satisfy, the value."""
    for place, schema in _all_schemas():
        for keyword in ("example", "default", "const"):
            if keyword in schema:
                yield _pointer((*place, keyword)), place, schema[keyword]
    for place, media_type in _media_types():
        if "example" in media_type:
            yield _pointer((*place, "example")), (*place, "schema"), media_type["example"]
        for name, example in media_type.get("examples", {}).items():
            yield _pointer((*place, "examples", name)), (*place, "schema"), example["value"]


VALUES = list(_authored_values())


def _body_schema(path: str) -> dict[str, Any]:
    (media_type,) = DOCUMENT["paths"][path]["post"]["requestBody"]["content"].values()
    schema: dict[str, Any] = media_type["schema"]
    return schema


def _anchor_rows() -> list[list[str]]:
    table = ANCHOR.read_text(encoding="utf-8").split("## Fields\n\n", 1)[1]
    return [[cell.strip() for cell in row.strip("| ").split(" | ")] for row in table.splitlines()]


def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)


def _pascal(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"\W|_", name))


def test_the_operations_stand_in_the_order_that_the_names_depend_on() -> None:
    assert list(DOCUMENT["paths"]) == PATHS
    assert all(list(item) == ["post"] for item in DOCUMENT["paths"].values())


def test_operations_carry_group_and_method_and_only_chat_an_operation_id() -> None:
    operations = [DOCUMENT["paths"][path]["post"] for path in PATHS]
    assert {operation["x-speakeasy-group"] for operation in operations} == {"proxy"}
    methods = [operation["x-speakeasy-name-override"] for operation in operations]
    assert methods == ["chat.completions", "images.generate", "images.edit", "images.variation"]
    assert [operation.get("operationId") for operation in operations] == ["CreateChatCompletion", None, None, None]


def test_the_head_is_complete() -> None:
    assert DOCUMENT["openapi"] == "3.1.0"
    assert {"title", "version", "description", "contact", "license"} <= DOCUMENT["info"].keys()
    assert all(server["url"].startswith("https://") for server in DOCUMENT["servers"])
    described = {tag["name"] for tag in DOCUMENT["tags"] if tag["description"]}
    assert {tag for path in PATHS for tag in DOCUMENT["paths"][path]["post"]["tags"]} == described


def test_every_operation_asks_for_the_bearer_key() -> None:
    (requirement,) = DOCUMENT["security"]
    (name,) = requirement
    scheme = DOCUMENT["components"]["securitySchemes"][name]
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    assert not any("security" in DOCUMENT["paths"][path]["post"] for path in PATHS)


@pytest.mark.parametrize("path", PATHS)
def test_every_operation_describes_success_and_errors_in_json(path: str) -> None:
    resolver = REGISTRY.resolver(URI)
    bodies = {}
    for status, response in DOCUMENT["paths"][path]["post"]["responses"].items():
        resolved = resolver.lookup(response["$ref"]).contents if "$ref" in response else response
        bodies[status] = resolved["content"]
    assert all("application/json" in content for content in bodies.values())
    assert {"200", "400", "401", "429"} <= bodies.keys()
    assert ("text/event-stream" in bodies["200"]) is (path == CHAT)


@pytest.mark.parametrize("path", PATHS[2:])
def test_images_are_uploaded_as_files(path: str) -> None:
    content = DOCUMENT["paths"][path]["post"]["requestBody"]["content"]
    image = content["multipart/form-data"]["schema"]["properties"]["image"]
    file = image.get("items", image)
    assert (file["type"], file["format"]) == ("string", "binary")


def test_every_reference_resolves() -> None:
    resolver = REGISTRY.resolver(URI)
    references = {node["$ref"] for _, node in _nodes(DOCUMENT) if "$ref" in node}
    for _, schema in _all_schemas():
        references.update(schema.get("discriminator", {}).get("mapping", {}).values())
    assert len(references) > 10
    for reference in sorted(references):
        assert isinstance(resolver.lookup(reference).contents, dict)


def test_every_component_is_used() -> None:
    references = {node["$ref"] for _, node in _nodes(DOCUMENT) if "$ref" in node}
    declared = {
        f"#/components/{kind}/{name}" for kind in ("schemas", "responses") for name in DOCUMENT["components"][kind]
    }
    assert declared == references


def test_discriminators_name_the_constant_of_their_branch() -> None:
    resolver = REGISTRY.resolver(URI)
    unions = [schema for _, schema in _all_schemas() if "discriminator" in schema]
    assert unions
    for union in unions:
        discriminator = union["discriminator"]
        assert [branch["$ref"] for branch in union["oneOf"]] == list(discriminator["mapping"].values())
        for value, reference in discriminator["mapping"].items():
            branch = resolver.lookup(reference).contents
            assert branch["properties"][discriminator["propertyName"]]["const"] == value


def test_every_schema_is_a_schema_and_requires_only_what_it_has() -> None:
    schemas = _all_schemas()
    assert len(schemas) > 100
    for place, schema in schemas:
        Draft202012Validator.check_schema(schema)
        assert set(schema.get("required", [])) <= schema.get("properties", {}).keys(), _pointer(place)


def test_examples_are_there_to_be_checked() -> None:
    kinds = [where.rsplit("/", 1)[1] for where, _, _ in VALUES]
    assert kinds.count("example") > 20
    assert kinds.count("default") > 15


@pytest.mark.parametrize(("schema_place", "value"), [pytest.param(p, v, id=where) for where, p, v in VALUES])
def test_examples_and_defaults_satisfy_their_schema(schema_place: Place, value: Any) -> None:
    validator = Draft202012Validator(
        {"$ref": URI + _pointer(schema_place)},
        registry=REGISTRY,
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    assert [error.message for error in validator.iter_errors(value)] == []


def test_the_anchor_is_the_reference_page() -> None:
    if not REFERENCE.exists():
        pytest.skip("the shared reference page is not beside the checkout")
    assert ANCHOR.read_bytes() == REFERENCE.read_bytes()


def test_the_generations_body_says_what_the_anchor_says() -> None:
    header, _, *rows = _anchor_rows()
    body = _body_schema(GENERATIONS)
    assert header == ["Field", "Type", "Required", "Description"]
    described = [
        (
            f"`{_camel(name)}`",
            ":heavy_check_mark:" if name in body["required"] else ":heavy_minus_sign:",
            schema.get("description", "N/A"),
        )
        for name, schema in body["properties"].items()
    ]
    assert described == [(field, required, text) for field, _, required, text in rows]
    request_body = DOCUMENT["paths"][GENERATIONS]["post"]["requestBody"]
    assert ANCHOR.read_text(encoding="utf-8").split("\n\n")[1] == request_body["description"]


def test_the_generations_body_is_shown_by_the_examples_of_its_settings_alone() -> None:
    body = _body_schema(GENERATIONS)
    assert not any("example" in schema for schema in body["properties"].values())
    (media_type,) = DOCUMENT["paths"][GENERATIONS]["post"]["requestBody"]["content"].values()
    assert media_type.keys() == {"schema"}


def test_chat_contests_exactly_the_names_that_the_anchor_gives_in_long() -> None:
    """The short names that the page uses are unclaimed before it; the two long ones are held by chat."""
    rows = _anchor_rows()[2:]
    shown = {
        field.strip("`"): match[1] for field, cell, *_ in rows if (match := re.match(r"\[operations\.(\w+)", cell))
    }
    prefix = "PostV2ProxyImagesGenerations"
    long = {name.removeprefix(prefix).lower() for name in shown.values() if name.startswith(prefix)}
    short = {name.lower() for name in shown.values() if not name.startswith(prefix)}
    claimed: set[str] = set()
    for place, node in _nodes(DOCUMENT["paths"][CHAT]):
        if place and place[-1] == "properties":
            claimed.update(_pascal(name).lower() for name in node)
        if isinstance(node.get("title"), str):
            claimed.add(_pascal(node["title"]).lower())
    assert (long, len(short)) == ({"responseformat", "orq"}, 4)
    assert long <= claimed
    assert not short & claimed


def test_chat_settings_have_all_that_image_settings_have() -> None:
    chat = _body_schema(CHAT)["properties"]["orq"]["properties"]
    image = _body_schema(GENERATIONS)["properties"]["orq"]["properties"]
    assert list(image) == ["name", "retry", "fallbacks", "contact", "thread", "cache"]
    assert [name for name in chat if name in image] == list(image)
    assert "oneOf" in _body_schema(CHAT)["properties"]["response_format"]


def test_the_document_shows_the_breadth_that_the_generator_is_held_to() -> None:
    schemas = [schema for _, schema in _all_schemas()]
    assert any(isinstance(schema.get("type"), list) and "null" in schema["type"] for schema in schemas)
    assert any({"type": "null"} in schema.get("anyOf", []) for schema in schemas)
    assert any(schema.get("format") == "date-time" for schema in schemas)
    assert any(schema.get("deprecated") for schema in schemas)
    assert any(schema.get("readOnly") for schema in schemas)
    assert any(len(schema.get("enum", [])) == 1 for schema in schemas)
    assert any("additionalProperties" in schema and "properties" not in schema for schema in schemas)
    assert any("allOf" in schema for schema in schemas)
