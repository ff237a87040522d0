"""A `gen.yaml` becomes a configuration: what it keeps, what it lists, and that it can be read again."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.from_gen import translate
from typewright.config.translation_text import translated_configuration
from typewright.targets.finding import languages, target_named

TARGETS = [target_named(language) for language in languages()]
OLD: JsonObject = {
    "configVersion": "2.0.0",
    "generation": {"sdkClassName": "Pets", "maintainOpenAPIOrder": True},
    "typescript": {"packageName": "@acme/pets", "additionalScripts": {"build": "tsc"}},
}


def test_an_absent_flag_means_its_old_behaviour() -> None:
    options = translate(OLD, "api.yaml", TARGETS).options
    assert options["naming"] == {"scheme": "first-come", "shared_errors": False, "every_tag": True}
    assert options["examples"] == {"style": "reference", "optional": "with-example", "from_examples": False}
    assert options["targets"]["typescript"]["enum_format"] == "enum"


def test_options_without_an_effect_are_listed() -> None:
    assert translate(OLD, "api.yaml", TARGETS).unused == ["typescript.additionalScripts.build"]


def test_strings_are_made_to_fit_or_listed() -> None:
    gen: JsonObject = {
        "generation": {"sdkClassName": "Pets-API", "requestBodyFieldName": "the body"},
        "typescript": {
            "packageName": "no package",
            "defaultErrorName": "sdk-error",
            "envVarPrefix": "MY-PETS",
            "enumFormat": "other",
            "imports": {"paths": {"shared": "./models/", "errors": "../up"}},
        },
    }
    found = translate(gen, "api.yaml", TARGETS)
    target = found.options["targets"]["typescript"]
    assert {option: target.get(option) for option in ("sdk_class", "default_error_name", "env_prefix", "package")} == {
        "sdk_class": "PetsAPI",
        "default_error_name": "SdkError",
        "env_prefix": "MY_PETS",
        "package": None,
    }
    assert target["paths"]["shared"] == "models"
    assert target["paths"]["errors"] == "models/errors"
    assert found.unused == [
        "generation.requestBodyFieldName",
        "typescript.enumFormat",
        "typescript.imports.paths.errors",
        "typescript.packageName",
    ]


def test_properties_come_by_the_alphabet_unless_the_order_is_kept() -> None:
    gen: JsonObject = {"generation": {}, "typescript": {}}
    assert "fields-by-alphabet" in translate(gen, "api.yaml", TARGETS).options["reference_habits"]
    assert "fields-by-alphabet" not in translate(OLD, "api.yaml", TARGETS).options["reference_habits"]


@pytest.mark.parametrize(("strategy", "is_kept"), [("shallowMerge", True), (None, True), ("deepMerge", False)])
def test_properties_of_an_all_of_replace_each_other_unless_they_are_merged(strategy: JsonValue, is_kept: bool) -> None:
    gen: JsonObject = {"generation": {"schemas": {"allOfMergeStrategy": strategy}}, "python": {"packageName": "p"}}
    found = translate(gen, "api.yaml", TARGETS)
    assert ("properties-replace-each-other" in found.options["reference_habits"]) is is_kept
    assert found.unused == []


@pytest.mark.parametrize(
    "path",
    ["auth.hoistGlobalSecurity", "fixes.nameResolutionDec2023", "usageSnippets.optionalPropertyRendering"],
)
def test_an_option_of_all_languages_is_listed_where_it_asks_for_what_we_do_not_do(path: str) -> None:
    section, key = path.split(".")
    gen: JsonObject = {"generation": {section: {key: False}}, "python": {"packageName": "pets"}}
    assert translate(gen, "api.yaml", TARGETS).unused == [f"generation.{path}"]


@pytest.mark.parametrize("value", [True, False])
def test_an_option_is_listed_where_it_asks_for_what_we_do_not_do(value: bool) -> None:
    key = "useClassNamesForArrayFields"
    gen: JsonObject = {"generation": {key: value}, "typescript": {"packageName": "pets"}}
    assert translate(gen, "api.yaml", TARGETS).unused == ([] if value else [f"generation.{key}"])


@pytest.mark.parametrize(("value", "expected"), [(True, None), (False, True), (None, True)])
def test_methods_are_in_the_groups_of_all_tags_unless_one_is_chosen(value: JsonValue, expected: JsonValue) -> None:
    gen: JsonObject = {"generation": {"singleTagPerOp": value}, "typescript": {"packageName": "pets"}}
    found = translate(gen, "api.yaml", TARGETS)
    naming = found.options["naming"]
    assert isinstance(naming, dict)
    assert naming.get("every_tag") == expected
    assert found.unused == []


@pytest.mark.parametrize(
    ("key", "kept", "other"),
    [
        ("asyncMode", "split", "other"),
        ("clientServerStatusCodesAsErrors", True, False),
        ("flattenGlobalSecurity", True, False),
        ("methodArguments", "infer-optional-args", "require-security-and-request"),
        ("responseFormat", "flat", "other"),
        ("version", "1.2.3", "1.2.3-rc.1"),
        ("authors", ["Jane"], ['"']),
        ("multipartArrayFormat", "legacy", "other"),
    ],
)
def test_an_option_of_the_client_is_listed_where_it_asks_for_what_we_do_not_do(
    key: str, kept: JsonValue, other: JsonValue
) -> None:
    for value, unused in ((kept, []), (other, [f"python.{key}"])):
        gen: JsonObject = {"python": {"packageName": "pets", key: value}}
        assert translate(gen, "api.yaml", TARGETS).unused == unused


@pytest.mark.parametrize(
    ("key", "kept", "other"),
    [
        ("author", "Jane", '"'),
        ("clientServerStatusCodesAsErrors", True, False),
        ("enableReactQuery", False, True),
        ("jsonpath", "rfc9535", "other"),
        ("maxMethodParams", 4, "4"),
        ("flatteningOrder", "body-first", "other"),
        ("modelPropertyCasing", "camel", "kebab"),
        ("moduleFormat", "esm", "umd"),
        ("version", "1.2.3", "1.2.3-rc.1"),
    ],
)
def test_an_option_of_typescript_is_listed_where_it_asks_for_what_we_do_not_do(
    key: str, kept: JsonValue, other: JsonValue
) -> None:
    for value, unused in ((kept, []), (other, [f"typescript.{key}"])):
        gen: JsonObject = {"typescript": {"packageName": "pets", key: value}}
        assert translate(gen, "api.yaml", TARGETS).unused == unused


@pytest.mark.parametrize(
    ("key", "value", "option", "expected"),
    [
        ("modelPropertyCasing", "snake", "property_names", "snake"),
        ("modelPropertyCasing", "camel", "property_names", None),
        ("preserveModelFieldNames", True, "property_names", "original"),
        ("flatAdditionalProperties", True, "additional_properties", "flat"),
        ("constFieldsAlwaysOptional", True, "optional_constants", True),
        ("constFieldsAlwaysOptional", False, "optional_constants", None),
        ("compileCommand", ["npm", "run", "build"], "compile", None),
    ],
)
def test_how_properties_of_typescript_look_is_an_option(
    key: str, value: JsonValue, option: str, expected: JsonValue
) -> None:
    gen: JsonObject = {"typescript": {"packageName": "pets", key: value}, "generation": {"sdkHooksConfigAccess": True}}
    found = translate(gen, "api.yaml", TARGETS)
    assert found.options["targets"]["typescript"].get(option) == expected
    assert found.unused == []


def test_what_stands_in_package_json_is_kept() -> None:
    package: JsonObject = {
        "license": "MIT",
        "homepage": "https://a.b",
        "keywords": ["pets"],
        "repository": {"type": "git", "url": "git+https://a.b/c.git"},
        "bugs": "https://a.b/bugs",
    }
    gen: JsonObject = {"typescript": {"packageName": "pets", "author": "Jane", "additionalPackageJSON": package}}
    found = translate(gen, "api.yaml", TARGETS)
    assert found.options["targets"]["typescript"]["metadata"] == {
        "license": "MIT",
        "homepage": "https://a.b",
        "keywords": ["pets"],
        "repository": "https://a.b/c.git",
        "authors": ["Jane"],
    }
    assert found.unused == ["typescript.additionalPackageJSON.bugs"]


@pytest.mark.parametrize(
    ("path", "value", "option", "expected"),
    [
        ("typescript.baseErrorName", "PetsError", "targets.typescript.base_error_name", "PetsError"),
        ("typescript.maxMethodParams", 4, "targets.typescript.max_method_params", 4),
        ("typescript.flatteningOrder", "body-first", "targets.typescript.flattening_order", "body-first"),
        ("typescript.legacyFileNaming", False, "targets.typescript.docs.file_names", "kebab"),
        ("typescript.multipartArrayFormat", "legacy", "targets.typescript.multipart_arrays", "brackets"),
        ("typescript.moduleFormat", "dual", "targets.typescript.commonjs", True),
        ("typescript.useIndexModules", False, "targets.typescript.docs.imports", "modules"),
        ("typescript.version", "1.2.3", "targets.typescript.version", "1.2.3"),
        ("generation.fixes.nameResolutionFeb2025", True, "naming.scheme", "symmetric"),
        ("generation.fixes.sharedErrorComponentsApr2025", True, "naming.shared_errors", True),
        ("generation.requestBodyFieldName", "body", "naming.request_body_field", "body"),
        ("generation.usageSnippets.optionalPropertyRendering", "always", "examples.optional", "always"),
        ("generation.usageSnippets.optionalPropertyRendering", "never", "examples.optional", "never"),
        ("typescript.modelPropertyCasing", "camel", "examples.complete_authored", True),
        ("typescript.modelPropertyCasing", "camel", "targets.typescript.docs.quotes", "double"),
        ("generation.inferUnionDiscriminators", True, "targets.typescript.docs.const_types", True),
        ("typescript.inputModelSuffix", "request", "targets.typescript.naming.input_suffix", "Request"),
        ("typescript.defaultErrorName", "PetsError", "targets.typescript.default_error_name", "PetsError"),
        ("typescript.envVarPrefix", "PETS", "targets.typescript.env_prefix", "PETS"),
        ("typescript.enumFormat", "enum", "targets.typescript.enum_format", "enum"),
        ("typescript.imports.paths.shared", "models", "targets.typescript.paths.shared", "models"),
        ("typescript.forwardCompatibleEnumsByDefault", True, "targets.typescript.open_enums", True),
        ("python.maxMethodParams", 4, "targets.python.max_method_params", 4),
        ("python.flattenRequests", False, "targets.python.flatten_requests", False),
        ("python.flatteningOrder", "body-first", "targets.python.flattening_order", "body-first"),
        ("python.fixFlags.responseRequiredSep2024", True, "targets.python.response_required", True),
        ("python.allowedRedefinedBuiltins", ["id", "input"], "targets.python.redefined_builtins", ["id", "input"]),
        ("python.imports.paths.errors", "errors", "targets.python.paths.errors", "errors"),
        ("python.baseErrorName", "PetsError", "targets.python.base_error_name", "PetsError"),
        ("python.multipartArrayFormat", "legacy", "targets.python.multipart_arrays", "brackets"),
        ("python.multipartArrayFormat", "standard", "targets.python.multipart_arrays", "repeated"),
        ("python.description", "Pets.", "targets.python.metadata.description", "Pets."),
        ("python.authors", ["Jane <j@example.com>"], "targets.python.metadata.authors", ["Jane <j@example.com>"]),
        ("generation.documentation", "mintlify", "targets.typescript.docs.dialect", "mintlify"),
        ("typescript.documentation", "mintlify", "targets.typescript.docs.form", "reference"),
        ("python.asyncMode", "both", "targets.python.docs.client_page", False),
        ("python.asyncMode", "split", "targets.python.async_mode", "split"),
        ("python.sseFlatResponse", True, "targets.python.flat_events", True),
        ("python.responseFormat", "envelope", "targets.python.response_format", "envelope"),
        ("python.version", "1.2.3", "targets.python.version", "1.2.3"),
        ("typescript.responseFormat", "envelope-http", "targets.typescript.response_format", "envelope-http"),
    ],
)
def test_an_option_that_changes_names_or_pages_is_kept(path: str, value: object, option: str, expected: object) -> None:
    gen = yaml.safe_load(yaml.safe_dump(OLD))
    *above, last = path.split(".")
    node = gen
    for key in above:
        node = node.setdefault(key, {})
    node[last] = value
    translation = translate(gen, "api.yaml", TARGETS)
    found: object = translation.options
    for key in option.split("."):
        assert isinstance(found, dict)
        found = found[key]
    assert found == expected
    assert path not in translation.unused


@pytest.mark.parametrize(("prefix", "expected"), [(None, True), ("PETS", None)])
def test_credentials_come_from_the_environment_where_a_prefix_is_named(prefix: JsonValue, expected: JsonValue) -> None:
    gen: JsonObject = {"python": {"packageName": "pets", **({"envVarPrefix": prefix} if prefix else {})}}
    found = translate(gen, "api.yaml", TARGETS).options["targets"]["python"]
    assert found.get("required_credentials") == expected


@pytest.mark.parametrize("is_set", [True, False])
def test_names_of_shared_schemas_are_those_of_fields_before_2026(is_set: bool) -> None:
    gen: JsonObject = {"generation": {"fixes": {"nameOverrideFeb2026": is_set}}, "python": {"packageName": "pets"}}
    found = translate(gen, "api.yaml", TARGETS)
    assert ("overrides-name-fields" in found.options["reference_habits"]) is not is_set
    assert found.unused == []


def test_the_text_says_what_the_options_say() -> None:
    translation = translate(
        {**OLD, "python": {"packageName": "yes", "imports": {"paths": {"errors": ""}}}}, "a b.yaml", TARGETS
    )
    text = translated_configuration(translation, "gen.yaml")
    assert yaml.safe_load(text) == translation.options
    assert "#   typescript.additionalScripts.build" in text


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "typewright", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


SPEC = 'openapi: 3.1.0\ninfo: {title: Pets, version: "1"}\npaths: {}\ncomponents: {schemas: {Pet: {type: object}}}\n'


def test_init_generates_at_once(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(SPEC)
    done = run(tmp_path, "init")
    assert done.returncode == 0, done.stderr
    assert run(tmp_path, "generate").returncode == 0
    again = run(tmp_path, "init")
    assert again.returncode == 2
    assert "already there" in again.stderr
    assert run(tmp_path, "init", "--force").returncode == 0


def test_init_from_a_gen_yaml_generates_at_once(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(SPEC)
    (tmp_path / "gen.yaml").write_text(yaml.safe_dump(OLD))
    done = run(tmp_path, "init", "--from", "gen.yaml", "--spec", "api.yaml")
    assert done.returncode == 0, done.stderr
    assert "typescript.additionalScripts.build" in done.stdout
    generated = run(tmp_path, "generate")
    assert generated.returncode == 0, generated.stderr
    assert (tmp_path / "generated/typescript/docs").is_dir()


@pytest.mark.parametrize("text", ["[1]", "{", "configVersion: 2.0.0"])
def test_a_file_that_is_no_gen_yaml_is_a_fault_of_usage(tmp_path: Path, text: str) -> None:
    (tmp_path / "api.yaml").write_text(SPEC)
    (tmp_path / "gen.yaml").write_text(text)
    done = run(tmp_path, "init", "--from", "gen.yaml", "--spec", "api.yaml")
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
