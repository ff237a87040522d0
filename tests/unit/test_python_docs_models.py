"""Pages of Python types: what their cells say, and where they stand."""

import re
from typing import Any

import pytest
from typewright.targets.python.options import PythonDocs

from tests.naming_documents import ENUM, STRING, Written, array, body, description, either, operation, record, ref
from tests.python_documents import pages, rows, symmetric

DATE_TIME = {"type": "string", "format": "date-time"}
NULL = {"type": "null"}
POINT = "[models.Point](../models/point.md)"


def thing(required: bool = False, /, **properties: Any) -> Written:
    """Return a description whose component Thing has the properties."""
    schema = {**record(**properties), "required": list(properties) if required else []}
    shared = {"Thing": schema, "Point": record(x=STRING), "Color": ENUM, "Either": either(STRING, {"type": "integer"})}
    return description(operation("get", ref("Thing")), schemas={**shared, "Text": {**STRING, "description": "A text."}})


def cell(schema: Any, *, required: bool = False) -> str:
    """Return the type of a property on the page of its owner."""
    return rows(pages(thing(required, p=schema))["models/thing.md"])["p"][0]


@pytest.mark.parametrize(
    ("schema", "optional", "required"),
    [
        (STRING, "*Optional[str]*", "*str*"),
        ({"type": "number"}, "*Optional[float]*", "*float*"),
        ({"type": "integer"}, "*Optional[int]*", "*int*"),
        ({"type": "boolean"}, "*Optional[bool]*", "*bool*"),
        ({}, "*Optional[Any]*", "*Any*"),
        ({"const": "A"}, '*Optional[Literal["A"]]*', '*Literal["A"]*'),
        ({"const": True}, "*Optional[Literal[True]]*", "*Literal[True]*"),
        ({"type": ["string", "null"]}, "*OptionalNullable[str]*", "*Nullable[str]*"),
        (either(ref("Point"), NULL), "[OptionalNullable[models.Point]](../models/point.md)", None),
        (ref("Point"), "[Optional[models.Point]](../models/point.md)", POINT),
        (ref("Color"), "[Optional[models.Color]](../models/color.md)", "[models.Color](../models/color.md)"),
        (ref("Either"), "[Optional[models.Either]](../models/either.md)", "[models.Either](../models/either.md)"),
        (ref("Text"), "*Optional[str]*", "*str*"),
    ],
)
def test_scalars_and_named_types_say_that_they_may_be_absent_or_null(
    schema: Any, optional: str, required: str | None
) -> None:
    assert cell(schema) == optional
    if required is not None:
        assert cell(schema, required=True) == required


@pytest.mark.parametrize(
    ("schema", "shown"),
    [
        (array(STRING), "List[*str*]"),
        (array(ref("Point")), f"List[{POINT}]"),
        (array({"type": ["string", "null"]}), "List[*Nullable[str]*]"),
        ({**array(STRING), "type": ["array", "null"]}, "List[*str*]"),
        ({"type": "object", "additionalProperties": True}, "Dict[str, *Any*]"),
        ({"type": "object", "additionalProperties": array(STRING)}, "Dict[str, List[*str*]]"),
        (DATE_TIME, "[date](https://docs.python.org/3/library/datetime.html#date-objects)"),
        (
            {**DATE_TIME, "type": ["string", "null"]},
            "[date](https://docs.python.org/3/library/datetime.html#date-objects)",
        ),
    ],
)
def test_lists_maps_and_dates_do_not(schema: Any, shown: str) -> None:
    assert cell(schema) == shown
    assert cell(schema, required=True) == shown


def test_an_alias_that_leads_to_itself_is_shown_by_its_name() -> None:
    spec = description(operation("get", record(p=ref("Deep"))), schemas={"Deep": array(ref("Deep"))})
    assert rows(pages(spec)["models/getrequestbody.md"])["p"][0] == "*Optional[models.Deep]*"


@pytest.mark.parametrize(
    ("wire", "shown"),
    [("_id", "id"), ("self-harm/intent", "self_harm_intent"), ("in", "in_"), ("schema", "schema_"), ("type", "type")],
)
def test_fields_are_called_as_in_the_package(wire: str, shown: str) -> None:
    assert list(rows(pages(thing(**{wire: STRING}))["models/thing.md"])) == [shown]


def test_a_description_is_the_fields_own_or_that_of_the_type_it_names() -> None:
    described = {**ref("Text"), "description": "Mine."}
    found = rows(pages(thing(a=described, b=ref("Text"), c=either(ref("Text"), NULL)))["models/thing.md"])
    assert [cells[2] for cells in found.values()] == ["Mine.", "A text.", "N/A"]


def test_a_parameter_does_not_take_the_description_of_a_plain_type() -> None:
    get = operation("get", None, r200=STRING)
    get["parameters"] = [{"name": name, "in": "query", "schema": ref(name)} for name in ("Text", "Color")]
    schemas = {"Text": {**STRING, "description": "A text."}, "Color": {**ENUM, "description": "A color."}}
    found = rows(pages(description(get, schemas=schemas))["models/getrequest.md"])
    assert [cells[2] for cells in found.values()] == ["N/A", "A color."]


def test_there_is_an_example_column_where_a_field_has_an_example() -> None:
    page = pages(thing(a={**STRING, "example": "x|y"}, b={"type": "boolean", "example": False}, c=STRING))
    assert [cells[3] for cells in rows(page["models/thing.md"]).values()] == ["x\\|y", "false", ""]
    assert "Example" not in pages(thing(a=STRING))["models/thing.md"]


def test_further_properties_are_the_last_row() -> None:
    spec = thing(a=STRING)
    spec["components"]["schemas"]["Thing"]["additionalProperties"] = {"type": "integer"}
    assert rows(pages(spec)["models/thing.md"])["__pydantic_extra__"][:2] == ["Dict[str, *int*]", ":heavy_minus_sign:"]


def test_deprecated_things_say_so() -> None:
    page = pages(thing(a={**STRING, "deprecated": True, "description": "Old."}))["models/thing.md"]
    warning = ": warning: ** DEPRECATED **: This will be removed in a future release"
    (name, cells), *_ = rows(page).items()
    assert name == "~~`a`~~"
    assert cells[2].startswith(warning)
    assert cells[2].endswith("<br/><br/>Old.")


def test_a_required_scalar_with_a_default_is_optional_in_trees_of_the_symmetric_scheme() -> None:
    spec = thing(True, a={"type": "boolean", "default": True}, b={**array(STRING), "default": []}, c=STRING)
    found = rows(pages(spec, **symmetric())["models/thing.md"])
    assert [cells[1] for cells in found.values()] == [":heavy_minus_sign:", ":heavy_check_mark:", ":heavy_check_mark:"]
    assert {cells[1] for cells in rows(pages(spec)["models/thing.md"]).values()} == {":heavy_check_mark:"}


def test_an_enumeration_lists_names_and_values() -> None:
    values = ["createdAt", "24h", "Translation (document)", "a|b"]
    page = pages(thing(kind={"type": "string", "enum": values}))["models/kind.md"]
    assert page.startswith("# Kind\n\n\n## Values\n\n| Name ")
    assert rows(page, "Values") == {
        "CREATED_AT": ["createdAt"],
        "TWENTY_FOURH": ["24h"],
        "TRANSLATION_DOCUMENT_": ["Translation (document)"],
        "A_B": ["a\\|b"],
    }


def test_a_union_lists_its_members_in_their_order() -> None:
    page = pages(thing(u=either(array(ref("Point")), STRING, ref("Point"), NULL)))["models/u.md"]
    members = ["List[models.Point]", "str", "models.Point"]
    listed = "".join(f"### `{each}`\n\n```python\nvalue: {each} = /* values here */\n```\n\n" for each in members)
    assert page == f"# U\n\n\n## Supported Types\n\n{listed}"


def test_a_stream_in_a_union_is_shown_with_both_of_its_forms() -> None:
    both = operation("get", None, r200=ref("Point"))
    both["responses"]["200"]["content"]["text/event-stream"] = {"schema": ref("Point")}
    page = pages(description(both, schemas={"Point": record(x=STRING)}))["models/getresponse.md"]
    stream = "Union[eventstreaming.EventStream[models.Point], eventstreaming.EventStreamAsync[models.Point]]"
    assert f"### `{stream}`" in page


def test_an_uploaded_file_has_three_fields() -> None:
    post = operation("send")
    post["requestBody"] = body(record(file={"type": "string", "format": "binary"}), "multipart/form-data")
    found = pages(description(post))
    shown = rows(found["models/sendrequestbody.md"])["file"][0]
    link = re.fullmatch(r"\[Optional\[models\.(\w+)\]\]\(\.\./(.+)\)", shown)
    assert link is not None
    page = link[2]
    assert page == f"models/{link[1].lower()}.md"
    assert {name: cells[:2] for name, cells in rows(found[page]).items()} == {
        "file_name": ["*str*", ":heavy_check_mark:"],
        "content": ["*Union[bytes, IO[bytes], io.BufferedReader]*", ":heavy_check_mark:"],
        "content_type": ["*Optional[str]*", ":heavy_minus_sign:"],
    }


def test_pages_of_keywords_get_an_underscore() -> None:
    found = pages(thing(**{"and": record(x=STRING), "format": record(x=STRING), "file": record(x=STRING)}))
    assert {"models/and_.md", "models/format_.md", "models/file.md"} <= set(found)
    assert found["models/and_.md"].startswith("# And\n")


def test_a_table_ends_the_page_without_a_line_break() -> None:
    page = pages(thing(a=STRING))["models/thing.md"]
    assert page.startswith("# Thing\n\n\n## Fields\n\n| Field")
    assert page.endswith("|")


def test_an_object_without_fields_has_a_table_without_rows() -> None:
    page = pages(thing())["models/thing.md"]
    assert page.splitlines()[-1] == "| ----------- | ----------- | ----------- | ----------- |"


def test_error_types_have_a_folder_where_it_is_configured() -> None:
    get = operation("get", None, r200=STRING, r400={**record(code=ENUM), "title": "Bad"})
    assert {"errors/bad.md", "models/code.md"} <= set(pages(description(get), **symmetric()))
    assert {"models/getbad.md", "models/code.md"} <= set(pages(description(get)))


def test_global_parameters_have_a_page() -> None:
    spec = description(operation("get", None, r200=STRING))
    spec["x-speakeasy-globals"] = {
        "parameters": [{"name": "tenantId", "in": "header", "required": True, "schema": STRING}]
    }
    page = pages(spec)["models/internal/globals.md"]
    assert rows(page) == {"tenant_id": ["*Optional[str]*", ":heavy_minus_sign:", "N/A"]}


def test_constraints_are_shown_where_they_are_asked_for() -> None:
    spec = thing(a={**STRING, "minLength": 3, "description": "A."})
    asked = PythonDocs(usage="reference", constraints=True)
    said = rows(pages(spec, docs=asked)["models/thing.md"])["a"][2]
    assert said.startswith("A.<br/><br/>")
    assert "3" in said
    assert rows(pages(spec)["models/thing.md"])["a"][2] == "A."


def test_a_constant_does_not_end_the_span_of_code_around_it() -> None:
    page = pages(thing(u=either({"const": "a`b"}, {"type": "integer"})))["models/u.md"]
    assert '### `Literal["a\\u0060b"]`\n' in page
