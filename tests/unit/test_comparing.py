"""What a configuration has to say in `typewright diff`: its overlays, its lock's names, what references may reach."""

import json
import subprocess
from pathlib import Path

import pytest
from typewright.changes import Change
from typewright.cli.comparing import compared
from typewright.cli.shell import run_command

FURTHER = """\
  /cart: {delete: {operationId: emptyCart, tags: [carts], responses: {"204": {description: Gone.}}}}
"""
CONFIGURATION = """
spec: openapi.yaml
targets:
  typescript: {package: shop}
"""
SPEC = """
openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        "200":
          description: d
          content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
components:
  schemas:
    Order:
      type: object
      properties:
        state: {type: string, enum: [open, closed]}
"""
INTERNAL = """
  /debug:
    get:
      operationId: debug
      x-internal: true
      responses: {"204": {description: d}}
components:"""
OVERLAY = """
overlay: 1.0.0
info: {title: Ours, version: 1.0.0}
actions:
  - target: $.paths[?@.get['x-internal'] == true]
    remove: true
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "old.yaml").write_text(SPEC)
    return tmp_path


def changes() -> tuple[Change, ...]:
    return compared("old.yaml", "openapi.yaml", None).changes.all


def test_what_an_overlay_removes_is_no_change(project: Path) -> None:
    (project / "openapi.yaml").write_text(SPEC.replace("\ncomponents:", INTERNAL))
    assert [each.code for each in changes()] == ["method-added"]
    (project / "ours.yaml").write_text(OVERLAY)
    (project / "typewright.yaml").write_text(CONFIGURATION + "overlays: [ours.yaml]\n")
    assert changes() == ()


def test_overlays_count_in_a_revision_too(project: Path) -> None:
    (project / "openapi.yaml").write_text(SPEC.replace("\ncomponents:", INTERNAL))
    for command in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *command], check=True)
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "--quiet", "-m", "a"], check=True)
    (project / "openapi.yaml").write_text(SPEC)
    assert [each.code for each in compared("HEAD:openapi.yaml", "openapi.yaml", None).changes.all] == ["method-removed"]
    (project / "ours.yaml").write_text(OVERLAY)
    (project / "typewright.yaml").write_text(CONFIGURATION + "overlays: [ours.yaml]\n")
    assert compared("HEAD:openapi.yaml", "openapi.yaml", None).changes.all == ()


def test_types_are_called_as_in_the_lock(project: Path) -> None:
    (project / "typewright.yaml").write_text(CONFIGURATION)
    assert run_command(["generate"]) == 0
    lock = json.loads((project / "typewright.lock").read_text())
    key = next(key for key, name in lock["names"].items() if key.endswith("/state") and name == "State")
    lock["names"][key] = "OrderState"
    (project / "typewright.lock").write_text(json.dumps(lock))
    (project / "openapi.yaml").write_text(SPEC.replace("closed]", "closed, lost]"))
    assert [(each.code, each.symbol) for each in changes()] == [("enum-value-added", "OrderState")]


def test_json_tells_the_symbol_in_each_language(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "typewright.yaml").write_text(CONFIGURATION + "  python: {package: orders}\n")
    (project / "openapi.yaml").write_text(SPEC.replace("closed]", "closed, lost]"))
    capsys.readouterr()
    run_command(["diff", "old.yaml", "openapi.yaml", "--format", "json"])
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert change["symbols"] == {"python": "State", "typescript": "State"}


def test_methods_are_called_as_each_language_calls_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "typewright.yaml").write_text(CONFIGURATION + "  python: {package: orders}\n")
    (project / "openapi.yaml").write_text(SPEC.replace("paths:\n", f"paths:\n{FURTHER}", 1))
    capsys.readouterr()
    run_command(["diff", "old.yaml", "openapi.yaml"])
    assert "carts.empty_cart / carts.emptyCart: the method is new" in capsys.readouterr().out
    run_command(["diff", "old.yaml", "openapi.yaml", "--format", "json"])
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert change["methods"] == {"python": "carts.empty_cart", "typescript": "carts.emptyCart"}
    assert change["symbols"] == {}


def test_a_renamed_method_has_both_names_of_each_language(project: Path) -> None:
    (project / "typewright.yaml").write_text(CONFIGURATION + "  python: {package: orders}\n")
    renamed = FURTHER.replace("emptyCart", "clearCart")
    assert renamed != FURTHER
    for name, further in (("old.yaml", FURTHER), ("openapi.yaml", renamed)):
        (project / name).write_text(SPEC.replace("paths:\n", f"paths:\n{further}", 1))
    (change,) = changes()
    assert change.message == (
        "the method is called carts.clear_cart / carts.clearCart now, it was carts.empty_cart / carts.emptyCart"
    )


def test_references_reach_what_the_configuration_allows(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "common.yaml"
    outside.write_text("Order: {type: object, properties: {id: {type: string}}}\n")
    reference = f'{{$ref: "{outside.as_posix()}#/Order"}}'
    text = SPEC.replace('{$ref: "#/components/schemas/Order"}', reference)
    (project / "openapi.yaml").write_text(text)
    (project / "old.yaml").write_text(text)
    (project / "typewright.yaml").write_text(f"{CONFIGURATION}allow: [{outside.parent.as_posix()}]\n")
    assert changes() == ()
