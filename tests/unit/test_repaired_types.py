"""What becomes of types that descriptions write in unusual ways: tuples, defaults by reference, aliases, globals."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from typewright.base.errors import Diagnostic
from typewright.cli.configuration import configuration
from typewright.cli.invocation import Invocation
from typewright.pipeline import build
from typewright.targets.python.words import members

HEAD = {"openapi": "3.1.0", "info": {"title": "Garden", "version": "1"}}


def made(tmp_path: Path, spec: dict[str, Any], **options: Any) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Return the tree of both targets as texts, and the messages."""
    return made_of(tmp_path, yaml.safe_dump({**HEAD, **spec}, sort_keys=False), **options)


def made_of(tmp_path: Path, text: str, **options: Any) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Return the tree of both targets as texts, and the messages, for a description as it is written."""
    (tmp_path / "spec.yaml").write_text(text)
    targets = {
        "python": {"package": "garden", "parts": ["models", "docs"]},
        "typescript": {"parts": ["models", "docs"]},
    }
    targets["typescript"] |= options.get("typescript", {})
    config = tmp_path / "typewright.yaml"
    habits = options.get("habits", [])
    chosen = {"spec": "spec.yaml", "formatter": "none", "targets": targets, "reference_habits": habits}
    config.write_text(yaml.safe_dump(chosen))
    result = build(configuration(Invocation(config=config)))
    return {path: content.decode() for path, content in result.tree.items()}, result.diagnostics


def using(schema: str, **schemas: Any) -> dict[str, Any]:
    """Return a description whose operation takes and gives a component."""
    content = {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}}
    put = {"operationId": "put", "requestBody": content, "responses": {"200": {"description": "ok", **content}}}
    return {"paths": {"/x": {"put": put}}, "components": {"schemas": schemas}}


def ref(name: str, **beside: Any) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}", **beside}


def test_tuples_end_where_the_schema_says_so(tmp_path: Path) -> None:
    number, text = {"type": "number"}, {"type": "string"}
    properties = {
        "pair": {"type": "array", "prefixItems": [number, number], "minItems": 2, "items": False},
        "short": {"type": "array", "prefixItems": [number, text], "maxItems": 2},
        "sealed": {"type": "array", "prefixItems": [number], "unevaluatedItems": False},
        "open": {"type": "array", "prefixItems": [number, text], "items": number},
    }
    tree, _ = made(tmp_path, using("Bed", Bed={"type": "object", "properties": properties}))
    code = tree["typescript/models/components/bed.ts"]
    assert "pair?: [number, number];" in code
    assert "short?: [number?, string?];" in code
    assert "sealed?: [number?];" in code
    assert "open?: [number?, string?, ...number[]];" in code
    page = tree["python/docs/models/bed.md"]
    assert "List[*float*]" in page
    assert "List[*Any*]" in page


def test_items_that_a_part_of_the_schema_evaluates_do_not_end_a_tuple(tmp_path: Path) -> None:
    flag = {"prefixItems": [True, {"type": "boolean"}]}
    pair = {"type": "array", "prefixItems": [{"type": "string"}], "allOf": [flag], "unevaluatedItems": False}
    tree, _ = made(tmp_path, using("Bed", Bed={"type": "object", "properties": {"pair": pair}}))
    assert "pair?: [string?, ...any[]];" in tree["typescript/models/components/bed.ts"]


def test_lists_of_items_are_tuples_whose_further_elements_are_of_the_same_types(tmp_path: Path) -> None:
    number, text = {"type": "number"}, {"type": "string"}
    plant = {"type": "object", "properties": {"height": number}}
    properties = {
        "span": {"type": "array", "items": [number, number]},
        "mixed": {"type": "array", "items": [number, text, number]},
        "plants": {"type": "array", "items": [plant]},
        "ended": {"type": "array", "items": [number, number], "additionalItems": False},
        "empty": {"type": "array", "items": []},
    }
    spec = using("Bed", Bed={"type": "object", "properties": properties})
    tree, found = made(tmp_path, {**spec, "openapi": "3.0.3"})
    code = tree["typescript/models/components/bed.ts"]
    assert "span?: [number?, number?, ...number[]];" in code
    assert "mixed?: [number?, string?, number?, ...Mixed[]];" in code
    assert "export type Mixed = number | string;" in code
    assert "plants?: [Plants?, ...Plants[]];" in code
    assert "ended?: [number?, number?];" in code
    module = tree["python/garden/models/bed.py"]
    assert "Annotated[list[float], " in module
    assert "Annotated[list[float | str | Mixed], " in module
    assert sorted(diagnostic.code for diagnostic in found) == ["E305"] * 5 + ["W308"]


def test_integers_beyond_64_bits_are_no_literals_in_annotations(tmp_path: Path) -> None:
    large = 2**64 - 1
    properties = {
        "mask": {"type": "integer", "enum": [1, large]},
        "all": {"const": large},
        "low": {"const": -(2**63)},
        "high": {"const": 2**63 - 1},
    }
    tree, _ = made(tmp_path, using("Gate", Gate={"type": "object", "properties": properties}))
    code, typed = tree["python/garden/models/gate.py"], tree["python/garden/dicts/gate.py"]
    assert f"Literal[1, {large}]" in code, "a module's alias can have it"
    assert f"Annotated[int, OneOfValues({large})]" in code
    assert "mask: NotRequired[int]" in typed
    assert "all: NotRequired[int]" in typed
    assert f"low: NotRequired[Literal[{-(2**63)}]]" in typed
    assert f"high: NotRequired[Literal[{2**63 - 1}]]" in typed


def test_invalid_defaults_are_shown_in_no_call(tmp_path: Path) -> None:
    properties = {
        "size": {"type": "string", "enum": ["s", "m"], "default": "xl"},
        "count": {"type": "integer", "default": "many"},
        "depth": {"type": "integer", "minimum": 1, "default": 0},
        "width": {"type": "integer", "default": 7},
    }
    spec = using("Pot", Pot={"type": "object", "properties": properties})
    spec["paths"]["/x"]["put"]["requestBody"]["required"] = True
    tree, _ = made(tmp_path, spec)
    calls = tree["python/docs/sdks/garden/README.md"]
    assert "width=7" in calls
    for shown in ("xl", "many", "depth=0"):
        assert shown not in calls


def test_numbers_beside_a_reference_to_texts_are_texts_as_they_are_written(tmp_path: Path) -> None:
    size = {"type": "string", "enum": ["1.10", "2.0"]}
    properties = {"a": ref("Size", default="1.10"), "b": {"allOf": [{"type": "string"}], "const": "007"}}
    spec = using("Pot", Size=size, Pot={"type": "object", "properties": properties})
    text = yaml.safe_dump({**HEAD, **spec}, sort_keys=False)
    for number in ("1.10", "2.0", "007"):
        text = text.replace(f"'{number}'", number)
    tree, found = made_of(tmp_path, text)
    code = tree["typescript/models/components/pot.ts"]
    assert '/** @default "1.10" */\n  a?: Size;' in code
    assert 'b?: "007";' in code
    assert [diagnostic.code for diagnostic in found] == ["W304"] * 3


def test_a_union_in_a_request_is_shown_with_a_value_that_fits_one_member(tmp_path: Path) -> None:
    gate = {
        "type": "object",
        "required": ["id", "owner"],
        "properties": {"id": {"type": "integer", "readOnly": True}, "owner": {"type": "string"}},
        "example": {"id": 1, "owner": "Kim"},
    }
    fence = {"type": "object", "properties": {"length": {"type": "integer"}}}
    spec = using("Either", Either={"oneOf": [ref("Gate"), ref("Fence")]}, Gate=gate, Fence=fence)
    spec["paths"]["/x"]["put"]["requestBody"]["required"] = True
    tree, _ = made(tmp_path, spec)
    call = tree["python/docs/sdks/garden/README.md"].partition("put(")[2].partition("\n\n")[0]
    assert "owner" not in call, "an open fence may have an owner, too"


def test_defaults_are_those_nearest_to_the_use(tmp_path: Path) -> None:
    size = {"type": "string", "enum": ["s", "m", "l"], "default": "m"}
    properties = {"own": ref("Size", default="l"), "shared": ref("Named"), "wrong": ref("Size", default="xl")}
    spec = using("Pot", Size=size, Named=ref("Size", title="A size"), Pot={"type": "object", "properties": properties})
    tree, found = made(tmp_path, spec)
    code = tree["typescript/models/components/pot.ts"]
    assert '/** @default "l" */\n  own?' in code
    assert '/** @default "m" */\n  shared?' in code
    assert [diagnostic.code for diagnostic in found] == ["W322"]


def test_a_component_with_words_beside_its_reference_keeps_its_name(tmp_path: Path) -> None:
    page = {"type": "object", "properties": {"total": {"type": "integer"}}}
    spec = using("Herbs", Page=page, Herbs=ref("Page", title="A page of herbs"), Trees={"allOf": [ref("Page")]})
    spec["components"]["schemas"]["Page"]["properties"]["next"] = ref("Trees")
    tree, _ = made(tmp_path, spec)
    assert {"python/garden/models/herbs.py", "python/garden/models/trees.py"} <= tree.keys()
    assert not [path for path in tree if "page2" in path]


def test_types_that_share_a_folder_have_names_of_their_own(tmp_path: Path) -> None:
    spec = using("Row", Row={"type": "object", "properties": {"length": {"type": "integer"}}})
    inline = {"type": "object", "properties": {"row": {"type": "object", "properties": {"plants": {"type": "string"}}}}}
    answer = {"description": "ok", "content": {"application/json": {"schema": inline}}}
    spec["paths"]["/y"] = {"get": {"operationId": "list", "responses": {"200": answer}}}
    shared = dict.fromkeys(("operations", "shared", "errors"), "models")
    tree, _ = made(tmp_path, spec, typescript={"paths": shared})
    pages = {path.rpartition("/")[2] for path in tree if path.startswith("typescript/docs/models/")}
    assert {"row.md", "listrow.md"} <= pages


def several_bodies() -> dict[str, Any]:
    """Return a description of a body in four media types: two of one schema, two with schemas of their own."""
    spec = using("Row", Row={"type": "object", "properties": {"length": {"type": "integer"}}})
    content = spec["paths"]["/x"]["put"]["requestBody"]["content"]
    content["application/json-patch+json"] = {"schema": {"type": "array", "items": {"type": "string"}}}
    content["application/vnd.garden+json"] = {"schema": ref("Row")}
    content["application/json; version=2"] = {"schema": {"type": "object", "properties": {"depth": {}}}}
    return spec


def test_each_schema_of_a_json_body_has_a_method(tmp_path: Path) -> None:
    tree, found = made(tmp_path, several_bodies())
    assert found == ()
    pages = tree["python/docs/sdks/garden/README.md"], tree["typescript/docs/sdks/garden/README.md"]
    assert re.findall("^## (put.*)", pages[0], re.MULTILINE) == ["put", "put_json_patch", "put_json_version_2"]
    assert re.findall("^## (put.*)", pages[1], re.MULTILINE) == ["put", "putJsonPatch", "putJsonVersion2"]


def test_a_second_json_body_is_left_out_by_a_habit_that_tells(tmp_path: Path) -> None:
    tree, found = made(tmp_path, several_bodies(), habits=["one-method-per-body-type"])
    assert [diagnostic.message for diagnostic in found] == [
        f"the body is sent as 'application/json'; '{left_out}' is left out"
        for left_out in ("application/json-patch+json", "application/json; version=2")
    ]
    assert "put_json" not in tree["python/docs/sdks/garden/README.md"]


@pytest.mark.parametrize(
    "schema", [ref("Row"), {"type": "array", "items": ref("Row")}], ids=["another schema", "the same lines"]
)
def test_json_lines_beside_json_have_a_method_of_typed_lines(tmp_path: Path, schema: dict[str, Any]) -> None:
    spec = using("Row", Row={"type": "object", "properties": {"length": {"type": "integer"}}})
    content = {"application/json": {"schema": schema}, "application/jsonl": {"schema": ref("Row")}}
    spec["paths"]["/x"]["put"]["requestBody"]["content"] = content
    tree, found = made(tmp_path, spec)
    assert found == ()
    pages = tree["python/docs/sdks/garden/README.md"], tree["typescript/docs/sdks/garden/README.md"]
    assert re.findall("^## (put.*)", pages[0], re.MULTILINE) == ["put", "put_jsonl"]
    assert "[List[models.Row]](../../models/row.md)" in pages[0].partition("## put_jsonl")[2]
    assert "components.Row[]" in pages[1].partition("## putJsonl")[2]


def test_examples_are_of_one_direction(tmp_path: Path) -> None:
    properties = {"id": {"type": "integer", "readOnly": True}, "key": {"type": "string", "writeOnly": True}}
    spec = using("Gate", Gate={"type": "object", "required": ["id", "key"], "properties": properties})
    put = spec["paths"]["/x"]["put"]
    put["requestBody"] = {"content": {"application/json": {"schema": ref("Gate"), "example": {"key": "k"}}}}
    put["responses"]["200"]["content"] = {"application/json": {"schema": ref("Gate"), "example": {"id": 4}}}
    tree, found = made(tmp_path, spec)
    assert found == ()
    assert "`key`" not in tree["python/docs/models/gate.md"]
    assert "`id`" not in tree["python/docs/models/gateinput.md"]


def test_members_of_enumerations_keep_letters_of_all_scripts() -> None:
    assert members(["é", "café", "日本", "24h", "+", "ñ"]) == ["E", "CAFE", "日本", "TWENTY_FOURH", "PLUS", "N"]
