"""Pages say in which version a type or a method was added, as the lock tells from earlier runs."""

import json
import re
from pathlib import Path

import pytest
from typewright.base.errors import ExitCode
from typewright.cli.shell import run_command

CONFIG = """\
spec: api.json
version: "{version}"
docs: {{form: plain}}
formatter: none
targets: {{python: {{parts: [models, client, docs]}}, typescript: {{parts: [models, client, docs]}}}}
"""
TEXT = {"type": "string"}


class Project:
    """A folder with a description and a configuration, generated anew at each step."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, version: str, *names: str) -> None:
        """Generate version `version`, with an operation and a type of each of `names`, and check the tree."""
        (self.folder / "typewright.yaml").write_text(CONFIG.format(version=version))
        ref = {name: {"$ref": f"#/components/schemas/{name.title()}"} for name in names}
        answers = {
            name: {"200": {"description": "", "content": {"application/json": {"schema": ref[name]}}}} for name in names
        }
        document = {
            "openapi": "3.1.0",
            "info": {"title": "Pets", "version": "1"},
            "paths": {f"/{name}": {"get": {"operationId": f"{name}Get", "responses": answers[name]}} for name in names},
            "components": {
                "schemas": {
                    name.title(): {"type": "object", "properties": {name: TEXT, f"{name}Id": TEXT}} for name in names
                }
            },
        }
        (self.folder / "api.json").write_text(json.dumps(document))
        assert run_command(["generate"]) == ExitCode.CLEAN
        assert run_command(["check"]) == ExitCode.CLEAN

    def said(self) -> dict[str, list[str]]:
        """Return the sentences of each page that has any, by its path below the output folder."""
        root, found = self.folder / "generated", {}
        for page in sorted(root.rglob("docs/**/*.md")):
            lines = [line for line in page.read_text().splitlines() if line.startswith("Added in")]
            if lines:
                found[page.relative_to(root).as_posix()] = lines
        return found


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Project(tmp_path)


def _pages(name: str, version: str) -> dict[str, list[str]]:
    return {
        f"{path}/{name}.md": [f"Added in version `{version}`."]
        for path in ("python/docs/models", "typescript/docs/models/components")
    }


def _methods(*versions: str) -> dict[str, list[str]]:
    lines = [f"Added in version `{version}`." for version in versions]
    return {f"{language}/docs/sdks/pets/README.md": lines for language in ("python", "typescript")}


def test_what_comes_is_of_the_next_version_and_what_goes_loses_it(project: Project) -> None:
    project.run("1.0.0", "cat")
    assert project.said() == {}
    project.run("1.0.0", "cat", "dog")  # not released yet, and perhaps never as 1.0.0
    assert project.said() == {}
    project.run("1.1.0", "cat", "dog")
    assert project.said() == _pages("dog", "1.1.0") | _methods("1.1.0")
    project.run("1.2.0", "cat", "dog", "owl")
    assert project.said() == _pages("dog", "1.1.0") | _pages("owl", "1.2.0") | _methods("1.1.0", "1.2.0")
    project.run("1.3.0", "cat", "owl")
    project.run("2.0.0", "cat", "dog", "owl")
    assert project.said() == _pages("dog", "2.0.0") | _pages("owl", "1.2.0") | _methods("2.0.0", "1.2.0")


def test_a_lock_of_before_knows_no_version(project: Project) -> None:
    project.run("1.0.0", "cat")
    path = project.folder / "typewright.lock"
    lock = json.loads(path.read_text())
    assert lock.pop("since") == {"python": "1.0.0", "typescript": "1.0.0"}
    path.write_text(json.dumps(lock))
    project.run("1.1.0", "cat", "dog")
    assert project.said() == {}
    project.run("1.2.0", "cat", "dog", "owl")
    assert project.said() == _pages("owl", "1.2.0") | _methods("1.2.0")


def test_a_renamed_type_was_there_before(project: Project) -> None:
    project.run("1.0.0", "cat")
    project.run("1.1.0", "cat", "dog")
    description = (project.folder / "api.json").read_text()
    (project.folder / "api.json").write_text(re.sub(r"\bDog\b", "Hound", description))
    (project.folder / "typewright.yaml").write_text(CONFIG.format(version="1.2.0"))
    assert run_command(["generate"]) == ExitCode.CLEAN
    assert project.said() == _pages("dog", "1.1.0") | _methods("1.1.0")  # it keeps its name and its version


def test_a_run_of_one_language_leaves_the_history_of_the_other(project: Project) -> None:
    project.run("1.0.0", "cat")
    project.run("1.1.0", "cat", "dog")
    assert run_command(["generate", "--target", "python"]) == ExitCode.CLEAN
    since = json.loads((project.folder / "typewright.lock").read_text())["since"]
    assert since["typescript"] == "1.1.0"
    assert since["typescript #/components/schemas/Dog"] == "1.1.0"


def test_the_form_of_the_reference_says_nothing(project: Project) -> None:
    plain = CONFIG
    for version, names in (("1.0.0", ["cat"]), ("1.1.0", ["cat", "dog"])):
        project.run(version, *names)
    (project.folder / "typewright.yaml").write_text(plain.format(version="1.1.0").replace("plain", "reference"))
    assert run_command(["generate"]) == ExitCode.CLEAN
    assert project.said() == {}


def _described(*names: str) -> str:
    """Return a description with a type that has these properties, and an inner object with the same."""
    properties: dict[str, object] = dict.fromkeys(names, TEXT)
    pet = {"type": "object", "properties": {**properties, "owner": {"type": "object", "properties": properties}}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
    operation = {"operationId": "getPet", "responses": {"200": {"description": "", "content": content}}}
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Pets", "version": "1"},
            "paths": {"/pet": {"get": operation}},
            "components": {"schemas": {"Pet": pet}},
        }
    )


def _rows(folder: Path, page: str) -> dict[str, str]:
    """Return the sentence with a version in the row of each field of a page that has one."""
    lines = (folder / "generated" / page).read_text().splitlines()
    found = {line.split("`")[1]: line for line in lines if line.startswith("| `")}
    return {name: line[line.index("Added") :].strip(" |") for name, line in found.items() if "Added" in line}


def test_a_property_says_the_version_that_it_came_with(project: Project) -> None:
    pages = ("python/docs/models/pet.md", "typescript/docs/models/components/pet.md", "python/docs/models/owner.md")

    def run(version: str, *names: str) -> list[dict[str, str]]:
        (project.folder / "typewright.yaml").write_text(CONFIG.format(version=version))
        (project.folder / "api.json").write_text(_described(*names))
        assert run_command(["generate"]) == ExitCode.CLEAN
        assert run_command(["check"]) == ExitCode.CLEAN
        return [_rows(project.folder, page) for page in pages]

    assert run("1.0.0", "name") == [{}, {}, {}]
    assert run("1.0.0", "name", "age") == [{}, {}, {}]  # not released yet
    assert run("1.1.0", "name", "age", "size") == [dict.fromkeys(("age", "size"), "Added in version `1.1.0`.")] * 3
    assert run("1.2.0", "name", "size", "age/x") == [
        {"size": "Added in version `1.1.0`.", name: "Added in version `1.2.0`."} for name in ("age_x", "ageX", "age_x")
    ]
    assert run("1.3.0", "name") == [{}, {}, {}]
    since = json.loads((project.folder / "typewright.lock").read_text())["since"]
    assert [entry for entry in since if "?" in entry] == []


def test_a_lock_without_properties_says_nothing_of_them(project: Project) -> None:
    project.run("1.0.0", "cat")
    path = project.folder / "typewright.lock"
    lock = json.loads(path.read_text())
    lock["fingerprints"] = {id_: text.partition("~")[0] for id_, text in lock["fingerprints"].items()}
    path.write_text(json.dumps(lock))
    project.run("1.1.0", "cat")
    assert _rows(project.folder, "python/docs/models/cat.md") == {}
