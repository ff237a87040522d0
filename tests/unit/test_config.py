"""`typewright.yaml`: what may be written, what holds without it, and what a fault is told."""

from pathlib import Path

import pytest
from typewright.base.errors import Diagnostic, Location, UsageError
from typewright.config.options import Config, NamingConfig, Paths, TargetConfig, slug, with_packages
from typewright.config.reading import options_of, read_config
from typewright.targets.python.options import PythonOptions
from typewright.targets.typescript.options import TypeScriptOptions

FLAT = PythonOptions()
DEFAULTS = {"typescript": TypeScriptOptions(), "python": FLAT}


def read(node: object) -> Config:
    return read_config(
        node,  # type: ignore[arg-type]
        folder=Path("/project"),
        locate=lambda pointer: Location("typewright.yaml", 1, 1 + pointer.count("/")),
        defaults=DEFAULTS,
    )


def faults(node: object) -> tuple[Diagnostic, ...]:
    with pytest.raises(UsageError) as caught:
        read(node)
    return caught.value.diagnostics


MINIMAL = {"spec": "openapi.yaml", "targets": {"python": None}}


def test_a_minimal_file_gives_the_defaults_of_each_level() -> None:
    config = read(MINIMAL)
    assert config.spec == Path("/project/openapi.yaml")
    assert config.formatter == "ruff"
    (python,) = config.targets
    assert python.language == "python"
    assert python.paths == FLAT.paths
    assert python.naming == NamingConfig()


def test_targets_keep_their_order_and_their_own_options() -> None:
    config = read({**MINIMAL, "targets": {"typescript": {"package": "@orq-ai/node"}, "python": {"package": "orq"}}})
    assert [(target.language, target.package) for target in config.targets] == [
        ("typescript", "@orq-ai/node"),
        ("python", "orq"),
    ]
    assert config.targets[0].paths == Paths()


def test_a_target_overrides_the_global_choice_member_by_member() -> None:
    config = read(
        {
            "naming": {"scheme": "symmetric", "input_suffix": "In"},
            "targets": {"typescript": {"naming": {"input_suffix": "Request"}}, "python": {}},
            "spec": "x.json",
        }
    )
    assert config.targets[0].naming == NamingConfig(scheme="symmetric", input_suffix="Request")
    assert config.targets[1].naming == NamingConfig(scheme="symmetric", input_suffix="In")


def test_unknown_option_names_the_nearest_one_and_its_place() -> None:
    (fault,) = faults({**MINIMAL, "formater": "ruff"})
    assert (fault.code, fault.pointer, fault.help) == ("E002", "#/formater", "did you mean 'formatter'?")
    assert fault.location == Location("typewright.yaml", 1, 2)


def test_a_client_is_asked_for_beside_models_that_it_cannot_use() -> None:
    (fault,) = faults({**MINIMAL, "targets": {"python": {"models": "dataclass", "parts": ["models", "client"]}}})
    assert (fault.code, fault.pointer) == ("E004", "#/targets/python/parts/1")
    assert fault.message == "the client reads and writes pydantic's models, not those of 'models: dataclass'"
    assert fault.help == "take 'client' off 'parts', or write 'models: pydantic'"


def test_a_client_that_nobody_asked_for_is_left_out_beside_models_that_it_cannot_use() -> None:
    (python,) = read({**MINIMAL, "targets": {"python": {"models": "dataclass"}}}).targets
    assert isinstance(python, PythonOptions)
    assert not python.has_client
    (python,) = read(MINIMAL).targets
    assert isinstance(python, PythonOptions)
    assert python.has_client


def test_unknown_target_names_those_there_are() -> None:
    (fault,) = faults({**MINIMAL, "targets": {"rust": {}}})
    assert fault.message == "unknown target 'rust'"
    assert fault.help == "use one of python, typescript"


@pytest.mark.parametrize(
    ("key", "value", "advice"),
    [
        ("formatter", "yapf", "write one of ruff, black, none"),
        ("formatter", None, "write one of ruff, black, none"),
        ("output", 7, "write a path"),
        ("spec", "", "write a path"),
        ("naming", "symmetric", "write 'option: value' lines"),
        ("naming", {"shared_errors": 1}, "write true or false"),
        ("naming", {"input_suffix": "In put"}, "write a name of ASCII letters, digits and underscores"),
        ("docs", {"tables": "wide"}, "write one of padded, compact"),
        ("targets", {"python": {"max_method_params": -1}}, "write a whole number, not negative"),
        ("targets", {"python": {"max_method_params": True}}, "write a whole number, not negative"),
        ("targets", {"python": {"sdk_class": "O'rq"}}, "write a name of ASCII letters, digits and underscores"),
        (
            "targets",
            {"python": {"paths": {"shared": "../up"}}},
            "write a relative folder with forward slashes, without '..'",
        ),
        (
            "targets",
            {"python": {"paths": {"shared": "a/../../up"}}},
            "write a relative folder with forward slashes, without '..'",
        ),
        ("targets", {"python": {"package": "a b"}}, "write a package name such as 'my-api', 'my_api' or '@scope/name'"),
    ],
)
def test_a_wrong_value_is_told_what_is_allowed(key: str, value: object, advice: str) -> None:
    (fault,) = faults({**MINIMAL, key: value})
    assert (fault.code, fault.help) == ("E004", advice)


def test_null_is_a_choice_where_the_option_has_none() -> None:
    assert read({**MINIMAL, "docs": {"tables": None}}).docs.has_padded_tables


def test_every_fault_is_reported_at_once() -> None:
    codes = [fault.code for fault in faults({"spek": "x", "formatter": 1, "targets": {"go": {}}})]
    assert codes == ["E003", "E002", "E004", "E002"]


@pytest.mark.parametrize("node", [None, [], "spec: x", 3])
def test_a_file_that_is_no_mapping_is_refused(node: object) -> None:
    assert faults(node)


def test_the_dialect_decides_what_the_user_leaves_open() -> None:
    assert not read({**MINIMAL, "docs": {"dialect": "mkdocs"}}).docs.has_padded_tables
    assert read({**MINIMAL, "docs": {"dialect": "mkdocs"}}).docs.shows_constraints
    assert not read(MINIMAL).docs.shows_constraints


@pytest.mark.parametrize(
    ("title", "name"), [("Orq API", "orq-api"), ("  Ünïcode! ", "n-code"), ("日本", "api"), ("", "api")]
)
def test_a_package_name_comes_from_the_title(title: str, name: str) -> None:
    assert slug(title) == name


def test_a_written_package_wins_over_the_title() -> None:
    config = read({**MINIMAL, "targets": {"typescript": {"package": "mine"}, "python": {}}})
    assert [target.package for target in with_packages(config, "Their API").targets] == ["mine", "their-api"]


def test_every_option_is_described() -> None:
    for section in (Config, TargetConfig, NamingConfig, Paths):
        for name, hint in options_of(section).items():
            assert any(isinstance(note, str) and note.endswith(".") for note in hint.__metadata__), name
