"""OpenAPI overlays: reading, applying, places in messages, and what is warned of."""

import json
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from typewright.base.errors import ExitCode, SpecError
from typewright.base.json_value import JsonValue
from typewright.cli.shell import run_command
from typewright.openapi.document import load_document
from typewright.openapi.files.source import Source, parse_source
from typewright.openapi.files.yaml_output import yaml_text
from typewright.openapi.overlays.application import OverlaidSource, apply_overlays, changes_at
from typewright.openapi.overlays.reading import parse_overlay

SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
tags: [{name: pets}]
paths:
  /pets:
    get:
      summary: List pets.
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
        - {name: internal, in: query, x-internal: true}
        - {name: after, in: query, schema: {type: string}}
      responses: {"200": {description: ok}}
    post:
      x-internal: true
      responses: {"204": {description: ok}}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string, example: Rex}
        example: {type: string}
      example: {name: {first: Rex}}
"""
HEAD = "overlay: {version}\ninfo: {{title: T, version: 1.0.0}}\nactions:\n"


def overlay_text(*actions: dict[str, object], version: str = "1.0.0") -> str:
    return HEAD.format(version=version) + yaml.safe_dump(list(actions), sort_keys=False)


def applied(*actions: dict[str, object], version: str = "1.0.0", spec: str = SPEC) -> Source:
    overlay = parse_overlay(parse_source(overlay_text(*actions, version=version).encode(), "overlay.yaml"))
    return apply_overlays(parse_source(spec.encode(), "spec.yaml"), [overlay])


def codes(source: Source) -> list[str]:
    return [each.code for each in source.diagnostics]


def at(source: Source, *steps: str | int) -> JsonValue:
    value: JsonValue = source.value
    for step in steps:
        value = value[step]  # type: ignore[index, call-overload]
    return value


def test_objects_are_merged_lists_put_behind_lists_and_values_replaced() -> None:
    update = {
        "summary": "All.",
        "responses": {"404": {"description": "none"}},
        "parameters": [{"name": "z", "in": "query"}],
    }
    result = applied({"target": "$.paths['/pets'].get", "update": update})
    assert at(result, "paths", "/pets", "get", "summary") == "All."
    assert list(at(result, "paths", "/pets", "get", "responses")) == ["200", "404"]  # type: ignore[arg-type]
    assert [each["name"] for each in at(result, "paths", "/pets", "get", "parameters")] == [  # type: ignore
        "limit",
        "internal",
        "after",
        "z",
    ]
    assert codes(result) == []


def test_an_entry_is_appended_to_a_list() -> None:
    result = applied({"target": "$.tags", "update": {"name": "shops"}})
    assert at(result, "tags") == [{"name": "pets"}, {"name": "shops"}]


def test_what_a_filter_selects_is_removed_from_objects_and_lists() -> None:
    result = applied({"target": "$.paths.*[?@.x-internal]".replace(".x-internal", "['x-internal']"), "remove": True})
    assert "post" not in at(result, "paths", "/pets")  # type: ignore[operator]
    result = applied(
        {"target": "$.paths['/pets'].get.parameters[?@['x-internal'] || @.name == 'limit']", "remove": True}
    )
    assert [each["name"] for each in at(result, "paths", "/pets", "get", "parameters")] == ["after"]  # type: ignore


def test_actions_run_one_after_the_other() -> None:
    result = applied(
        {"target": "$.components.schemas", "update": {"Dog": {"type": "object"}}},
        {"target": "$.components.schemas.Dog", "update": {"title": "A dog"}},
        {"target": "$.components.schemas.Pet", "remove": True},
    )
    assert at(result, "components", "schemas") == {"Dog": {"type": "object", "title": "A dog"}}
    assert codes(result) == []


def test_overlay_1_1_replaces_single_values_and_copies() -> None:
    result = applied(
        {"target": "$.info.title", "update": "Animals"},
        {"target": "$.paths['/pets'].post", "copy": "$.paths['/pets'].get"},
        version="1.1.0",
    )
    assert at(result, "info", "title") == "Animals"
    assert at(result, "paths", "/pets", "post", "summary") == "List pets."
    assert at(result, "paths", "/pets", "post", "x-internal") is True
    assert codes(result) == []


def test_a_copy_shares_nothing_with_what_it_was_made_of() -> None:
    result = applied(
        {"target": "$.components.schemas", "update": {"Dog": {}}},
        {"target": "$.components.schemas.Dog", "copy": "$.components.schemas.Pet"},
        {"target": "$.components.schemas.Dog.properties", "update": {"tail": {"type": "string"}}},
        version="1.1.0",
    )
    assert "tail" not in at(result, "components", "schemas", "Pet", "properties")  # type: ignore[operator]


def test_one_update_for_several_targets_is_several_values() -> None:
    result = applied(
        {"target": "$.components.schemas.Pet.properties.*", "update": {"x-note": {"a": 1}}},
        {"target": "$.components.schemas.Pet.properties.name['x-note']", "update": {"b": 2}},
    )
    assert at(result, "components", "schemas", "Pet", "properties", "example", "x-note") == {"a": 1}


def test_the_description_itself_is_left_as_it_was() -> None:
    source = parse_source(SPEC.encode(), "spec.yaml")
    before = json.dumps(source.value)
    overlay = parse_overlay(parse_source(overlay_text({"target": "$", "update": {"x": [1]}}).encode(), "o.yaml"))
    apply_overlays(source, [overlay])
    assert json.dumps(source.value) == before


def test_what_is_of_another_kind_is_named_by_its_place_and_left_alone() -> None:
    result = applied({"target": "$.paths['/pets'].get", "update": {"parameters": {"name": "x"}}}, version="1.1.0")
    (fault,) = result.diagnostics
    assert fault.message == "'update' doesn't fit #/paths/~1pets/get/parameters, which is a list"
    assert len(result.value["paths"]["/pets"]["get"]["parameters"]) == 3


def test_lists_are_concatenated_in_1_1() -> None:
    result = applied({"target": "$.tags", "update": [{"name": "a"}, {"name": "b"}]}, version="1.1.0")
    assert codes(result) == []
    assert [tag["name"] for tag in result.value["tags"]] == ["pets", "a", "b"]


@pytest.mark.parametrize("segment", ["[*]", ".a", "..a"])
def test_a_path_of_thousands_of_segments_is_refused(segment: str) -> None:
    with pytest.raises(SpecError) as refused:
        applied({"target": f"${segment * 5000}", "remove": True})
    assert [fault.code for fault in refused.value.diagnostics] == ["E132"]


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ({"target": "$.paths['/dogs']", "update": {}}, "W130"),
        ({"target": "$.components.schemas.Pet.example.name", "update": {"last": "x"}}, "W131"),
        ({"target": "$..first", "remove": True}, "W131"),
        ({"target": "$.tags", "update": [{"name": "a"}, {"name": "b"}]}, "W132"),
        ({"target": "$.info.title", "update": "x"}, "E133"),
        ({"target": "$.info", "update": "x"}, "E133"),
        ({"target": "$.components.schemas.Pet.properties.example", "update": {"title": "x"}}, None),
        ({"target": "$", "update": {"tags": {"name": "a"}}}, "E133"),
        ({"target": "$", "update": {"info": {"title": ["a"]}}}, "E133"),
        ({"target": "$", "update": {"info": {"title": {"a": 1}}}}, "E133"),
        ({"target": "$.paths['/pets']", "update": {"get": {"parameters": "none"}}}, "E133"),
        ({"target": "$['info','tags']", "update": {"name": "a"}}, "E133"),
    ],
)
def test_what_an_action_is_told(action: dict[str, object], code: str | None) -> None:
    result = applied(action)
    assert codes(result) == ([code] if code else [])
    for each in result.diagnostics:
        assert each.location is not None
        assert each.location.file == "overlay.yaml"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("overlay: 2.0.0\ninfo: {title: T, version: '1'}\nactions: [{target: $, update: {}}]\n", "E130", 1),
        ("info: {title: T, version: '1'}\nactions: [{target: $, update: {}}]\n", "E130", 1),
        ("overlay: 1.0.0\nactions: [{target: $, update: {}}]\n", "E131", 1),
        ("overlay: 1.0.0\ninfo: {title: T, version: '1'}\n", "E131", 1),
        ("overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: [{update: {}}]\n", "E131", 3),
        ("overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: [{target: $}]\n", "E131", 3),
        ("overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n- {target: '$[', update: {}}\n", "E132", 4),
        ("overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n- {target: $, copy: $.info}\n", "E131", 4),
        ("overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n- {target: $, updates: {}}\n", "E131", 4),
        ("overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n- {target: $, remove: 1}\n", "E131", 4),
        ("[]\n", "E131", 1),
    ],
)
def test_an_overlay_of_the_wrong_form(text: str, code: str, line: int) -> None:
    with pytest.raises(SpecError) as caught:
        parse_overlay(parse_source(text.encode(), "overlay.yaml"))
    found = caught.value.diagnostics[0]
    assert (found.code, found.location.line if found.location else None) == (code, line)


def line_of(source: Source, pointer: str) -> str:
    location = source.locate(pointer)
    text = SPEC if location.file == "spec.yaml" else OVERLAY
    return f"{location.file}: {text.splitlines()[location.line - 1].strip()}"


OVERLAY = """\
overlay: 1.0.0
info: {title: T, version: 1.0.0}
actions:
- target: $.paths['/pets'].get.parameters[1]
  remove: true
- target: $.paths['/pets'].get
  update:
    summary: All of them.
    parameters:
    - name: page
      in: query
- target: $.components.schemas
  update:
    Dog:
      type: object
"""


def test_places_are_those_of_the_file_that_wrote_them() -> None:
    overlay = parse_overlay(parse_source(OVERLAY.encode(), "overlay.yaml"))
    result = apply_overlays(parse_source(SPEC.encode(), "spec.yaml"), [overlay])
    start = "#/paths/~1pets/get"
    assert (
        line_of(result, f"{start}/parameters/1/name") == "spec.yaml: - {name: after, in: query, schema: {type: string}}"
    )
    assert line_of(result, f"{start}/parameters/1/schema/type").startswith("spec.yaml: - {name: after")
    assert line_of(result, f"{start}/parameters/2/in") == "overlay.yaml: in: query"
    assert line_of(result, f"{start}/summary") == "overlay.yaml: summary: All of them."
    assert line_of(result, "#/components/schemas/Dog/type") == "overlay.yaml: type: object"
    assert line_of(result, "#/components/schemas/Pet/type") == "spec.yaml: type: object"
    assert line_of(result, "#/components/schemas/Nobody") == "spec.yaml: schemas:"


def test_which_actions_touched_a_part() -> None:
    overlay = parse_overlay(parse_source(OVERLAY.encode(), "overlay.yaml"))
    result = apply_overlays(parse_source(SPEC.encode(), "spec.yaml"), [overlay])
    assert isinstance(result, OverlaidSource)
    touched = [touch.action.index for touch in changes_at(result, ["#/paths/~1pets/get/summary"])]
    assert touched == [1]
    assert [touch.action.index for touch in changes_at(result, ["#/components/schemas/Pet"])] == [2]
    assert list(changes_at(parse_source(b"{}", "x.json"), ["#"])) == []


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["yes", "1e3", "0o7", "~", "a\nb\n"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(value=st.dictionaries(st.text(max_size=5), JSON, min_size=1, max_size=4))
@example(value={"<A": None})
def test_what_is_written_as_yaml_reads_back(value: JsonValue) -> None:
    text = yaml_text(value)
    try:
        again = parse_source(text.encode("utf-8", "strict"), "x.yaml").value
    except UnicodeEncodeError:
        return
    assert again == value
    assert yaml.safe_load(text) == value


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "api").mkdir()
    (tmp_path / "api/openapi.yaml").write_text(SPEC)
    (tmp_path / "overlays").mkdir()
    (tmp_path / "overlays/ours.yaml").write_text(OVERLAY.replace("info: {", "extends: ../api/openapi.yaml\ninfo: {"))
    return tmp_path


def test_apply_prints_the_result(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["overlay", "apply", "overlays/ours.yaml"]) == ExitCode.CLEAN
    assert yaml.safe_load(capsys.readouterr().out)["paths"]["/pets"]["get"]["summary"] == "All of them."
    out = project / "out.json"
    assert run_command(["overlay", "apply", "overlays/ours.yaml", "--spec", "api/openapi.yaml", "--out", str(out)]) == 0
    assert json.loads(out.read_text())["components"]["schemas"]["Dog"] == {"type": "object"}


def test_validate_says_what_is_wrong(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["overlay", "validate", "overlays/ours.yaml"]) == ExitCode.CLEAN
    assert "3 actions in 1 overlays are in order" in capsys.readouterr().out
    (project / "overlays/ours.yaml").write_text(overlay_text({"target": "$.nothing", "remove": True}))
    assert run_command(["overlay", "validate", "overlays/ours.yaml", "--spec", "api/openapi.yaml"]) == ExitCode.FINDINGS
    assert "warning[W130]: the action matches nothing: $.nothing" in capsys.readouterr().err
    (project / "overlays/ours.yaml").write_text(overlay_text({"target": "$[", "remove": True}))
    assert run_command(["overlay", "validate", "overlays/ours.yaml"]) == ExitCode.SPEC
    assert run_command(["overlay", "apply", "overlays/missing.yaml"]) == ExitCode.SPEC


def test_without_a_description_apply_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "overlays/ours.yaml").write_text(OVERLAY)
    assert run_command(["overlay", "apply", "overlays/ours.yaml"]) == ExitCode.USAGE
    assert "no description is named" in capsys.readouterr().err


def test_overlays_of_the_configuration_change_what_is_generated(project: Path) -> None:
    (project / "typewright.yaml").write_text(
        "spec: api/openapi.yaml\noverlays: [overlays/ours.yaml]\ntargets: {typescript: {}}\n"
    )
    assert run_command(["generate"]) == ExitCode.CLEAN
    pages = "\n".join(path.read_text() for path in (project / "generated").rglob("*.md"))
    assert "All of them." in pages
    lock = json.loads((project / "typewright.lock").read_text())
    assert set(lock["inputs"]) == {"openapi.yaml", "../overlays/ours.yaml"}
    assert run_command(["check"]) == ExitCode.CLEAN
    (project / "overlays/ours.yaml").write_text(OVERLAY.replace("All of them.", "Each of them."))
    assert run_command(["check"]) == ExitCode.FINDINGS


def test_a_fault_in_what_an_overlay_wrote_is_shown_in_the_overlay(project: Path) -> None:
    broken = OVERLAY.replace("type: object", "type: strnig")
    (project / "overlays/ours.yaml").write_text(broken)
    document = load_document(project / "api/openapi.yaml", overlays=[project / "overlays/ours.yaml"])
    location = document.location("#/components/schemas/Dog/type")
    assert location.file.endswith("overlays/ours.yaml")
    assert broken.splitlines()[location.line - 1].strip() == "type: strnig"


def test_a_large_description_is_changed_quickly() -> None:
    paths = {f"/p{n}": {"get": {"responses": {}, "tags": ["a"]}} for n in range(5000)}
    spec = json.dumps({"openapi": "3.1.0", "paths": paths})
    started = time.process_time()
    result = applied({"target": "$.paths.*.get", "update": {"tags": ["b"]}}, spec=spec)
    assert at(result, "paths", "/p4999", "get", "tags") == ["a", "b"]
    assert time.process_time() - started < 3
