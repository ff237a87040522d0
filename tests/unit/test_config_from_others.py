"""`init --from` the configurations of other generators: what maps is mapped, what doesn't is listed."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from typewright.config import (
    from_datamodel_codegen,
    from_fern,
    from_openapi_generator,
    from_openapi_python_client,
    from_stainless,
)
from typewright.config.foreign import action, action_for_operation, retry_policy
from typewright.config.foreign_kinds import ForeignKind, kind_of

SPEC = """\
openapi: 3.1.0
info: {title: Shelter, version: "1"}
servers: [{url: "https://shelter.example.com"}]
paths:
  /pets:
    get:
      operationId: list_all_pets
      tags: [animals]
      parameters: [{name: after, in: query, schema: {type: string}}, {name: limit, in: query, schema: {type: integer}}]
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties: {data: {type: array, items: {$ref: "#/components/schemas/PetDTO"}}, next: {type: string}}
    post: {operationId: add_a_pet, tags: [animals], x-fern-audiences: [staff], responses: {"204": {description: ok}}}
components:
  schemas:
    PetDTO: {type: object, properties: {name: {type: string}}}
"""
PAGING = {
    "type": "cursor",
    "inputs": [{"name": "after", "in": "parameters", "type": "cursor"}],
    "outputs": {"results": "$.data", "nextCursor": "$.next"},
}


def targets(options: dict[str, Any]) -> Any:
    return options["targets"]


@pytest.mark.parametrize(
    ("root", "kind"),
    [
        ({"configVersion": "2.0.0", "generation": {}}, ForeignKind.GEN),
        ({"tool": {"datamodel-codegen": {}}}, ForeignKind.DATAMODEL_CODEGEN),
        ({"generatorName": "python"}, ForeignKind.OPENAPI_GENERATOR),
        ({"generator-cli": {"generators": {}}}, ForeignKind.OPENAPI_GENERATOR),
        ({"class_overrides": {}}, ForeignKind.OPENAPI_PYTHON_CLIENT),
        ({"organization": {}, "resources": {}}, ForeignKind.STAINLESS),
        ({"groups": {"sdk": {"generators": []}}}, ForeignKind.FERN),
        ({"paths": {}}, ForeignKind.FERN_OVERRIDES),
        ({"python": {}}, ForeignKind.GEN),
    ],
)
def test_kinds(root: Any, kind: ForeignKind) -> None:
    assert kind_of(root) is kind


class TestDatamodelCodegen:
    @pytest.mark.parametrize(
        ("option", "value", "ours", "expected"),
        [
            ("output-model-type", "typing.TypedDict", "models", "typeddict"),
            ("output_model_type", "dataclasses.dataclass", "models", "dataclass"),
            ("output-model-type", "msgspec.Struct", "models", "msgspec"),
            ("enum-field-as-literal", "all", "enum_format", "union"),
            ("enum-field-as-literal", "none", "enum_format", "enum"),
            ("extra-fields", "forbid", "validation", "strict"),
        ],
    )
    def test_what_maps(self, option: str, value: str, ours: str, expected: str) -> None:
        table = from_datamodel_codegen.table_of({"tool": {"datamodel-codegen": {option: value}}})
        translation = from_datamodel_codegen.translate(table or {}, None)
        assert targets(translation.options)["python"][ours] == expected
        assert translation.unused == []

    def test_what_does_not_map_is_listed(self) -> None:
        table: Any = {
            "input": "api.yaml",
            "output-model-type": "some.Other",
            "use-annotated": True,
            "snake-case-field": True,
        }
        translation = from_datamodel_codegen.translate(table, None)
        assert translation.unused == ["output-model-type", "use-annotated"]
        assert translation.options["spec"] == "api.yaml"
        assert targets(translation.options) == {"python": {"parts": ["models"], "enum_format": "enum"}}


class TestOpenapiGenerator:
    def test_packages_filters_and_names(self) -> None:
        root: Any = {
            "generatorName": "typescript-fetch",
            "inputSpec": "api.yaml",
            "additionalProperties": {"npmName": "@acme/pets", "npmVersion": "1"},
            "openapiNormalizer": {"FILTER": "tag:cats|dogs;method:get;path:/v1;vendor:x"},
            "operationIdNameMappings": {"list_all_pets": "list"},
            "modelNameMappings": {"PetDTO": "Pet"},
        }
        translation = from_openapi_generator.translate(root, None)
        assert translation.options["include"] == {
            "tags": ["cats", "dogs"],
            "operations": ["GET /**"],
            "paths": ["/v1**"],
        }
        assert targets(translation.options) == {"typescript": {"package": "@acme/pets"}}
        assert translation.unused == ["additionalProperties.npmVersion", "openapiNormalizer.FILTER (vendor:x)"]
        assert translation.actions == [
            action_for_operation("list_all_pets", {"x-speakeasy-name-override": "list"}),
            action(("components", "schemas", "PetDTO"), {"x-speakeasy-name-override": "Pet"}),
        ]

    def test_a_language_that_there_is_no_target_of(self) -> None:
        assert targets(from_openapi_generator.translate({"generatorName": "java"}, None).options) == {}

    def test_an_openapitools_json(self) -> None:
        generators: Any = {"j": {"generatorName": "java"}, "p": {"generatorName": "python", "packageName": "pets"}}
        root: Any = {"generator-cli": {"version": "7", "generators": generators}}
        assert targets(from_openapi_generator.translate(root, None).options) == {"python": {"package": "pets"}}


class TestOpenapiPythonClient:
    def test_names_packages_and_timeouts(self) -> None:
        root: Any = {
            "package_name_override": "pets",
            "literal_enums": True,
            "http_timeout": 5,
            "class_overrides": {"PetDTO": {"class_name": "Pet", "module_name": "pet"}},
            "field_prefix": "attr_",
        }
        translation = from_openapi_python_client.translate(root, "api.yaml")
        assert targets(translation.options) == {"python": {"package": "pets", "enum_format": "union"}}
        assert translation.unused == ["class_overrides.PetDTO.module_name", "field_prefix"]
        assert translation.actions == [
            action(("components", "schemas", "PetDTO"), {"x-speakeasy-name-override": "Pet"}),
            action((), {"x-speakeasy-timeout": 5000}),
        ]


STAINLESS: Any = {
    "organization": {"name": "shelter"},
    "targets": {"node": {"package_name": "shelter"}, "python": {"package_name": "shelter_api"}, "go": {}},
    "client_settings": {"default_env_prefix": "SHELTER", "default_timeout": 60, "default_retries": {"max_retries": 2}},
    "pagination": [
        {
            "name": "pages",
            "type": "cursor",
            "request": {"after": {"x-stainless-pagination-property": {"purpose": "next_cursor_param"}}},
            "response": {
                "data": {"type": "array", "x-stainless-pagination-property": {"purpose": "items"}},
                "next": {"x-stainless-pagination-property": {"purpose": "next_cursor_field"}},
            },
        }
    ],
    "resources": {
        "pets": {
            "models": {"pet": "PetDTO"},
            "methods": {"list": {"endpoint": "get /pets", "paginated": True}},
            "subresources": {"stock": {"methods": {"create": "post /pets", "odd": {"endpoint": 1}}}},
        }
    },
}


class TestStainless:
    def test_resources_paging_and_retries(self) -> None:
        translation = from_stainless.translate(STAINLESS, "api.yaml")
        assert translation.options["include"] == {"operations": ["GET /pets", "POST /pets"]}
        assert targets(translation.options) == {
            "typescript": {"package": "shelter", "env_prefix": "SHELTER"},
            "python": {"package": "shelter_api", "env_prefix": "SHELTER"},
        }
        names = {"x-speakeasy-name-override": "list", "x-speakeasy-group": "pets", "x-speakeasy-pagination": PAGING}
        assert action(("paths", "/pets", "get"), names) in translation.actions
        below = {"x-speakeasy-name-override": "create", "x-speakeasy-group": "pets.stock"}
        assert action(("paths", "/pets", "post"), below) in translation.actions
        assert action(("components", "schemas", "PetDTO"), {"x-speakeasy-name-override": "Pet"}) in translation.actions
        assert action((), {"x-speakeasy-timeout": 60000}) in translation.actions
        assert translation.unused == ["organization.name", "resources.pets.stock.methods.odd", "targets.go"]

    def test_retries_end_by_time(self) -> None:
        assert retry_policy(first=0.5, most=8, attempts=2)["backoff"] == {
            "initialInterval": 500,
            "maxInterval": 8000,
            "maxElapsedTime": 1500,
            "exponent": 2,
        }


FERN: Any = {
    "api": {"specs": [{"openapi": "api.yaml", "overrides": "overrides.yml"}]},
    "groups": {
        "sdk": {
            "audiences": ["staff"],
            "generators": [
                {
                    "name": "fernapi/fern-python-sdk",
                    "version": "4",
                    "output": {"location": "pypi", "package-name": "shelter"},
                    "config": {"client_class_name": "Shelter", "pydantic_config": {}},
                },
                {"name": "fernapi/fern-java-sdk"},
            ],
        }
    },
}
OVERRIDES: Any = {
    "paths": {
        "/pets": {
            "get": {
                "x-fern-sdk-group-name": ["pets", "stock"],
                "x-fern-sdk-method-name": "list",
                "x-fern-pagination": {
                    "cursor": "$request.after",
                    "next_cursor": "$response.next",
                    "results": "$response.data",
                },
                "x-fern-webhook": True,
            }
        }
    },
    "components": {"schemas": {"PetDTO": {"x-fern-type-name": "Pet", "description": "A pet."}}},
}


class TestFern:
    def test_generators(self) -> None:
        translation = from_fern.translate(FERN, None)
        assert translation.options["spec"] == "api.yaml"
        assert translation.options["include"] == {"extensions": ["x-fern-audiences=staff"]}
        assert targets(translation.options) == {"python": {"package": "shelter", "sdk_class": "Shelter"}}
        left = ["groups.sdk.generators.0.config.pydantic_config", "groups.sdk.generators.1 (fern-java-sdk)"]
        assert translation.unused == left
        assert from_fern.overrides_of(FERN) == ["overrides.yml"]

    def test_overrides(self) -> None:
        translation = from_fern.translate_overrides(OVERRIDES)
        names = {
            "x-speakeasy-group": "pets.stock",
            "x-speakeasy-name-override": "list",
            "x-speakeasy-pagination": PAGING,
        }
        assert translation.actions == [
            action(("paths", "/pets", "get"), names),
            action(("components", "schemas", "PetDTO"), {"x-speakeasy-name-override": "Pet", "description": "A pet."}),
        ]
        assert translation.unused == ["paths./pets.get.x-fern-webhook"]

    def test_an_offset_counts_pages_unless_it_steps_by_items(self) -> None:
        paging: Any = {"offset": "$request.page", "results": "$response.data"}
        update: Any = from_fern.translate_overrides({"paths": {"/a": {"get": {"x-fern-pagination": paging}}}}).actions[
            0
        ]
        inputs = update["update"]["x-speakeasy-pagination"]["inputs"]
        assert inputs == [{"name": "page", "in": "parameters", "type": "page"}]


def test_names_are_quoted_in_targets() -> None:
    assert action(("paths", "/it's/\\"), {})["target"] == "$['paths']['/it\\'s/\\\\']"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "typewright", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


TOML = """\
[tool.datamodel-codegen]
input = "api.yaml"
output_model_type = "typing.TypedDict"
use_annotated = true
"""
FILES = {
    "pyproject.toml": (TOML, []),
    "config.yaml": (
        yaml.safe_dump({"generatorName": "python", "inputSpec": "api.yaml", "modelNameMappings": {"PetDTO": "Pet"}}),
        [],
    ),
    "client.yml": (yaml.safe_dump({"class_overrides": {"PetDTO": {"class_name": "Pet"}}}), ["--spec", "api.yaml"]),
    "stainless.yml": (yaml.safe_dump(STAINLESS), ["--spec", "api.yaml"]),
    "generators.yml": (yaml.safe_dump(FERN), []),
    "overrides.yml": (yaml.safe_dump(OVERRIDES), ["--spec", "api.yaml"]),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_written_generates_without_a_warning(tmp_path: Path, name: str) -> None:
    (tmp_path / "api.yaml").write_text(SPEC)
    for file, (text, _) in FILES.items():
        (tmp_path / file).write_text(text)
    done = run(tmp_path, "init", "--from", name, *FILES[name][1])
    assert done.returncode == 0, done.stderr
    made = run(tmp_path, "generate")
    assert made.returncode == 0, made.stderr
    assert made.stderr == ""
    if name not in {"pyproject.toml", "generators.yml"}:
        assert list(tmp_path.glob("generated/*/**/pet.py")) or list(tmp_path.glob("generated/*/**/pet.ts"))


def test_a_toml_file_without_the_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    done = run(tmp_path, "init", "--from", "pyproject.toml")
    assert done.returncode == 2
    assert "tool.datamodel-codegen" in done.stderr
