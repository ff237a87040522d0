"""A project whose description is edited, and whose files are made with what is known of the last run, and without."""

import copy
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from typewright.base.errors import TypewrightError
from typewright.cli.invocation import Invocation
from typewright.cli.running import Run, TraceUse, built, generate, lock_for
from typewright.cli.watching import Watch
from typewright.pipeline import Build
from typewright.writing.lock import lock_text

from tests.description_edits import EDITS, SCHEMAS, all_objects, operations_of, schemas_of

Json = Any
PARTS = ["models", "client", "docs", "examples"]
OPTIONS: tuple[Json, ...] = (
    {},
    {"optional_by_default": True},
    {"enum_format": "enum"},
    {"open_enums": False},
    {"docs": {"form": "plain"}},
    {"docs": {"navigation": True}},
    {"examples": {"style": "reference"}},
    {"parts": ["models", "docs"]},
    {"parts": PARTS},
    {"parts": PARTS, "optional_by_default": True},
    {"parts": PARTS, "examples": {"style": "reference"}},
)
TEMPLATE = '{% extends "builtin/typescript/docs/enum.md.jinja" %}\n'


@dataclass
class Project:
    """A folder with a description, a configuration, and perhaps an overlay and templates of its own."""

    folder: Path
    document: Json
    rng: random.Random
    config: Json = field(default_factory=dict)
    kept: int = 0
    """How many pages were kept of earlier runs in all."""
    made: int = 0
    """How many times files were written."""
    indent: int | None = None
    """The indent of the description, which is no value of it."""
    is_yaml: bool = False
    """Whether the description is written as YAML."""
    watch: Watch | None = None
    """What makes the files, in one process; without it, each run knows only what is on the disk."""

    def __post_init__(self) -> None:
        self.config = {"spec": "spec.json", "output": "out", "formatter": "none"}
        self.config["targets"] = {"python": {"package": "shop"}, "typescript": {"package": "shop"}}

    def write(self) -> Invocation:
        """Write the description and the configuration, and return a run of them."""
        if self.watch is None and not self.is_yaml:
            text = json.dumps(self.document, indent=self.indent)
        else:
            self.config["spec"] = "spec.yaml"
            text = yaml.safe_dump(self.document, indent=self.indent, sort_keys=False)
        (self.folder / self.config["spec"]).write_text(text)
        (self.folder / "typewright.yaml").write_text(yaml.safe_dump(self.config))
        return Invocation(config=self.folder / "typewright.yaml", quiet=True)

    def step(self, edit: Callable[["Project"], None]) -> None:
        """Edit the project, and hold what a run writes that knows the last one against what one makes of nothing.

        An edit that makes a description that no run takes is taken back.
        """
        before = copy.deepcopy((self.document, self.config))
        edit(self)
        invocation = self.write()
        try:
            cold = built(invocation)
        except TypewrightError:
            if self.watch is not None:
                self._watched(invocation, is_right=False)
            self.document, self.config = before
            return
        if before == (self.document, self.config):
            traced = built(invocation, traced=TraceUse.READ)
            assert traced.build.diagnostics == cold.build.diagnostics
        if self.watch is None:
            generate(invocation)
        else:
            self._watched(invocation, is_right=True)
        self.made += 1
        self._compare(cold, invocation)

    def _watched(self, invocation: Invocation, *, is_right: bool) -> None:
        assert self.watch is not None
        self.watch.invocation = invocation
        self.watch.run()
        assert self.watch.is_right == is_right

    def _compare(self, cold: Run, invocation: Invocation) -> None:
        root = self.folder / "out"
        expected = dict(cold.build.tree)
        written = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        different = [path for path in expected.keys() | written.keys() if expected.get(path) != written.get(path)]
        assert not different, f"{sorted(different)[:5]} of {len(different)}"
        lock = lock_text(lock_for(cold.build, cold.inputs, cold.previous))
        assert invocation.inputs().lock_path.read_text() == lock

    def count_kept(self, build: Callable[..., Build]) -> Callable[..., Build]:
        """Return `build`, which counts the pages that it keeps."""

        def counted(*arguments: Any) -> Build:
            traces = arguments[-1]
            made = build(*arguments)
            self.kept += sum(map(made.tree.is_stored, traces.texts))
            return made

        return counted


def random_edit(rng: random.Random) -> Callable[[Project], None]:
    """Return one edit of many kinds, most of them to the description."""
    kinds: list[Callable[[Project], None]] = [_of_document] * 6
    kinds += [_description, _description, _property, _composition, _example, _remove_property]
    kinds += [_options, _overlay, _template, _version, _title, _nothing, _layout]
    return rng.choice(kinds)


def _of_document(project: Project) -> None:
    project.rng.choice(EDITS)(project.rng, project.document)


def _described(node: Json) -> Iterator[Json]:
    if isinstance(node, dict):
        if "type" in node or "$ref" in node or "operationId" in node:
            yield node
        for member in node.values():
            yield from _described(member)
    elif isinstance(node, list):
        for member in node:
            yield from _described(member)


def _description(project: Project) -> None:
    """Say something else of a schema or an operation, or that it is deprecated."""
    node = project.rng.choice(list(_described(project.document)))
    node["description"] = f"Said at {project.rng.randrange(10**6)}."
    if project.rng.random() < 0.3 and "$ref" not in node:
        node["deprecated"] = not node.get("deprecated", False)


def _object(project: Project) -> Json:
    objects = [schema for _, schema in all_objects(project.document)]
    return project.rng.choice(objects) if objects else {"properties": {}}


def _property(project: Project) -> None:
    """Give a property another type, or require it."""
    rng, schema = project.rng, _object(project)
    if not schema["properties"]:
        return
    name = rng.choice(list(schema["properties"]))
    if rng.random() < 0.4:
        schema["required"] = [name]
        return
    schema["properties"][name] = rng.choice(
        [
            {"type": "string", "format": "date-time"},
            {"type": "integer", "minimum": rng.randrange(9), "default": 9},
            {"type": ["string", "null"], "maxLength": 40, "pattern": "^a"},
            {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}, "minItems": 1},
            {"type": "object", "additionalProperties": {"type": "integer"}},
            {"type": "object", "properties": {"Date": {"type": "string"}}, "minProperties": 1},
        ]
    )


def _remove_property(project: Project) -> None:
    schema = _object(project)
    if len(schema["properties"]) > 1:
        name = project.rng.choice(list(schema["properties"]))
        del schema["properties"][name]
        schema.pop("required", None)


def _composition(project: Project) -> None:
    """Let a component be composed of others."""
    rng, schemas = project.rng, schemas_of(project.document)
    if len(schemas) < 2:
        return
    refs = [{"$ref": SCHEMAS + name} for name in rng.sample(list(schemas), 2) if "/" not in name and "~" not in name]
    word = rng.choice(["allOf", "oneOf", "anyOf"])
    name = f"Composed{rng.randrange(5)}"
    used = _object(project)
    schemas[name] = {word: [*refs, {"type": "object", "properties": {f"own{rng.randrange(9)}": {"type": "string"}}}]}
    used["properties"][f"composed{rng.randrange(9)}"] = {"$ref": SCHEMAS + name}


def _example(project: Project) -> None:
    """Write an example or a default of a text."""
    texts = [node for node in _described(project.document) if node.get("type") == "string" and "enum" not in node]
    if texts:
        project.rng.choice(texts)[project.rng.choice(["example", "default"])] = f"e{project.rng.randrange(10**6)}"


def _options(project: Project) -> None:
    language = project.rng.choice(list(project.config["targets"]))
    project.config["targets"][language] = {"package": "shop", **project.rng.choice(OPTIONS)}


def _overlay(project: Project) -> None:
    """Add an overlay, or take it away."""
    if project.config.pop("overlays", None) is not None:
        return
    action = {"target": "$.info", "update": {"description": "From an overlay."}}
    if schemas := schemas_of(project.document):
        name = project.rng.choice(list(schemas))
        action = {"target": f"$.components.schemas['{name}']", "update": {"description": "From an overlay."}}
    document = {"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": [action]}
    (project.folder / "overlay.yaml").write_text(yaml.safe_dump(document))
    project.config["overlays"] = ["overlay.yaml"]


def _template(project: Project) -> None:
    """Add a template of the user's own, change it, or take it away."""
    folder = project.folder / "templates"
    path = folder / "typescript/docs/enum.md.jinja"
    if project.config.pop("templates", None) is not None and project.rng.random() < 0.5:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{TEMPLATE}{{# {project.rng.randrange(10**6)} #}}\n")
    project.config["templates"] = "templates"


def _version(project: Project) -> None:
    project.document["info"]["version"] = str(project.rng.randrange(10**6))


def _title(project: Project) -> None:
    for _, _, operation in operations_of(project.document):
        operation["summary"] = f"Does {project.rng.randrange(10**6)}"
        return


def _nothing(project: Project) -> None:
    """Change nothing that any file shows."""
    project.document["x-nothing"] = project.rng.randrange(10**6)


def _layout(project: Project) -> None:
    """Indent the description otherwise."""
    project.indent = project.rng.randrange(4)
