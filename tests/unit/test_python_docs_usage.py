"""Code on the pages of Python types: it runs, against the package that is generated with it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import black
import pytest
from typewright.config.options import ExamplesConfig, NamingConfig, Paths
from typewright.targets.python.options import PythonDocs

from tests.naming_documents import ENUM, STRING, array, description, either, operation, record, ref
from tests.python_documents import code_blocks, failing_blocks, generated, pages

SPEC = Path(__file__).parents[2] / "spec" / "openapi.yaml"
RUNNABLE = PythonDocs()


@pytest.mark.parametrize(
    ("package", "options"),
    [
        ("plain", {}),
        ("everything", {"examples": ExamplesConfig(optional="always")}),
        ("classes", {"enum_format": "enum"}),
        (
            "apart",
            {
                "naming": NamingConfig(scheme="symmetric", shared_errors=True),
                "paths": Paths(operations="", shared="", errors="errors", webhooks="", callbacks=""),
            },
        ),
    ],
)
def test_all_code_runs_and_is_as_black_would_write_it(package: str, options: dict[str, Any], tmp_path: Path) -> None:
    found = generated(SPEC, tmp_path, f"usage_of_{package}", **options)
    assert failing_blocks(found, tmp_path) == []
    for text in found.values():
        for code in code_blocks(text):
            assert black.format_str(code, mode=black.Mode()) == code


def usage(spec: Any, page: str, **options: Any) -> str:
    """Return the Example Usage of a page."""
    text = pages(spec, docs=RUNNABLE, **options)[page]
    head, rest = text.split("## Example Usage\n\n", 1)
    assert head.endswith("\n\n")
    assert not head.endswith("\n\n\n")
    assert "```\n\n\n## " in rest
    return next(code_blocks(text))


def test_an_object_is_made_by_its_class() -> None:
    inner = {**record(on={"type": "boolean"}), "required": ["on"]}
    schema = {**record(**{"in": STRING}, deep=inner, many=array({"type": "string", "example": "x"}))}
    schema["required"] = ["in", "deep", "many"]
    code = usage(description(operation("get", schema)), "models/getrequestbody.md")
    assert code.startswith("from acme_pets.models import Deep, GetRequestBody\n\nvalue = GetRequestBody(")
    assert 'in_="<value>", deep=Deep(on=' in code
    assert 'many=["x"]' in code


def test_an_enumeration_is_a_literal_or_a_member_of_its_class() -> None:
    spec = description(operation("get", record(kind={"type": "string", "enum": ["a"]})))
    assert usage(spec, "models/kind.md") == 'from acme_pets.models import Kind\n\nvalue: Kind = "a"\n'
    by_class = usage(spec, "models/kind.md", enum_format="enum")
    assert by_class == "from acme_pets.models import Kind\n\nvalue = Kind.A\n"


def test_moments_and_days_are_made_by_the_standard_library() -> None:
    schema = record(
        at={"type": "string", "format": "date-time", "example": "2024-08-15T12:34:56.5+02:00"},
        utc={"type": "string", "format": "date-time", "example": "2024-08-15T12:34:00Z"},
        day={"type": "string", "format": "date", "example": "2024-08-15"},
    )
    code = usage(description(operation("get", schema)), "models/getrequestbody.md")
    namespace: dict[str, Any] = {}
    exec(code.replace("from acme_pets.models import GetRequestBody", "GetRequestBody = dict"), namespace)  # noqa: S102
    made = namespace["value"]
    assert made["at"].isoformat() == "2024-08-15T12:34:56.500000+02:00"
    assert made["utc"].isoformat() == "2024-08-15T12:34:00+00:00"
    assert made["day"].isoformat() == "2024-08-15"
    assert code.startswith("from datetime import date, datetime, timedelta, timezone\n\n")


def test_every_member_of_a_union_has_code_of_its_own() -> None:
    thing = {**record(kind=ENUM), "required": ["kind"]}
    spec = description(operation("get", record(u=either(ref("Thing"), array(STRING)))), schemas={"Thing": thing})
    first, *members = code_blocks(pages(spec, docs=RUNNABLE)["models/u.md"])
    assert first.startswith("from acme_pets.models import Thing, U\n\nvalue: U = Thing(kind=")
    assert members[0].startswith("from acme_pets import models\n\nvalue: models.Thing = models.Thing(kind=")
    assert members[1].startswith("value: list[str] = [")


def test_two_types_of_one_name_have_their_folder_before_them() -> None:
    error = {**record(bad={**record(x=STRING), "required": ["x"], "title": "Bad error"}), "required": ["bad"]}
    get = operation("get", None, r200=STRING, r400={**error, "title": "Bad error"})
    spec, options = description(get), {"naming": NamingConfig(scheme="symmetric", shared_errors=True)}
    code = usage(spec, "errors/baderror.md", errors="errors", parts=("models", "docs"), **options)
    assert code.startswith("from acme_pets import errors, models\n\nvalue = errors.BadError(bad=models.BadError(")


def test_later_trees_show_the_first_value_of_an_enumeration_alone() -> None:
    kind = {"type": "string", "enum": ["b", "a"], "x-speakeasy-unknown-values": "allow"}
    found = pages(
        description(operation("get", record(kind=kind))),
        docs=replace(RUNNABLE, usage="enums"),
        enum_format="enum",
    )
    assert list(code_blocks(found["models/kind.md"])) == [
        "from acme_pets.models import Kind\n\nvalue = Kind.B\n\n"
        "# Open enum: unrecognized values are captured as UnrecognizedStr\n"
    ]
    assert list(code_blocks(found["models/getrequestbody.md"])) == []


def test_the_reference_shows_no_code_of_a_type() -> None:
    found = pages(description(operation("get", record(kind=ENUM))))
    assert [path for path, text in found.items() if path.startswith("models/") and "```" in text] == []
