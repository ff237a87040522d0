"""`typewright explain`: where types, methods and files come from, and why they are called so."""

from pathlib import Path

import pytest
from typewright.base.errors import ExitCode
from typewright.cli.shell import run_command

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [orders]
      responses:
        "200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
    post:
      operationId: createOrder
      tags: [orders]
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                customer: {type: object, properties: {name: {type: string}}}
                notes: {type: object, title: Side Note, properties: {text: {type: string}}}
      responses: {"204": {description: ""}}
components:
  schemas:
    Order:
      type: object
      properties:
        customer: {type: object, properties: {street: {type: string}, city: {type: string}}}
        total: {type: object, x-speakeasy-name-override: Sum, properties: {value: {type: number}}}
"""
OVERLAY = """\
overlay: 1.0.0
info: {title: Ours, version: 1.0.0}
actions:
- target: $.components.schemas.Order
  description: Say what it is.
  update: {description: An order.}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "ours.yaml").write_text(OVERLAY)
    (tmp_path / "typewright.yaml").write_text(
        "spec: openapi.yaml\noverlays: [ours.yaml]\ntemplates: mine\n"
        "targets: {typescript: {}, python: {package: shop}}\n"
    )
    (tmp_path / "mine").mkdir()
    return tmp_path


def explained(capsys: pytest.CaptureFixture[str], asked: str) -> str:
    capsys.readouterr()
    assert run_command(["explain", asked]) == ExitCode.CLEAN
    return capsys.readouterr().out


def test_a_type_is_explained_in_each_language(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = explained(capsys, "Order")
    assert "Order  (typescript, shared)" in told
    assert "Order  (python, shared)" in told
    line = SPEC.splitlines().index("    Order:") + 1
    assert told.count(f"written   openapi.yaml:{line}:5") == 2
    assert "name      from the name of its component, Order" in told
    assert "file      generated/typescript/docs/models/components/order.md" in told
    assert "template  typescript/docs/object.md.jinja" in told
    assert "view      typewright.targets.typescript.docs.views.ObjectPage" in told


def test_the_action_that_touched_it_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = explained(capsys, "Order")
    assert "overlay   ours.yaml, action 1 updated #/components/schemas/Order: Say what it is." in told
    assert "overlay" not in explained(capsys, "createOrder")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Sum", "from 'x-speakeasy-name-override: Sum'"),
        ("SideNote", "from its title, 'Side Note'"),
        ("CreateOrderRequestBody", "from its operation, as the request body of that"),
        ("CreateOrderCustomer", "from the property 'customer' that it is the type of"),
    ],
)
def test_why_a_type_is_called_so(project: Path, capsys: pytest.CaptureFixture[str], name: str, reason: str) -> None:
    assert reason in explained(capsys, name)


def test_who_has_the_shorter_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = explained(capsys, "CreateOrderCustomer")
    assert "made longer, as Customer is #/components/schemas/Order/properties/customer" in told


def test_a_name_that_only_the_lock_keeps(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_command(["generate"])
    spec = project / "openapi.yaml"
    spec.write_text(spec.read_text().replace("schemas/Order", "schemas/Sale").replace("    Order:", "    Sale:"))
    (project / "ours.yaml").write_text(OVERLAY.replace("schemas.Order", "schemas.Sale"))
    told = explained(capsys, "Order")
    assert "schema    #/components/schemas/Sale" in told
    assert "kept from an earlier run; the description alone would give Sale" in told


def test_a_method_is_explained_with_its_types(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for asked in ("createOrder", "orders.createOrder"):
        told = explained(capsys, asked)
        assert "orders.createOrder  (POST /orders)" in told
        assert "name      from its operationId" in told
        assert "type      CreateOrderRequestBody  (typescript)" in told


@pytest.mark.parametrize("start", ["generated/", "", "./generated/"])
def test_a_page_is_explained_by_what_it_shows(project: Path, capsys: pytest.CaptureFixture[str], start: str) -> None:
    told = explained(capsys, f"{start}python/docs/models/sum.md")
    assert told.startswith("generated/python/docs/models/sum.md\n  template  python/docs/table.md.jinja\n")
    assert "Sum  (python, shared)" in told


def test_a_page_of_methods_names_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = explained(capsys, "generated/typescript/docs/sdks/orders/README.md")
    assert "orders.listOrders  (GET /orders)" in told
    assert "orders.createOrder  (POST /orders)" in told


def test_a_template_of_the_users_is_shown_as_theirs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_command(["templates", "eject", "typescript/docs/object.md.jinja"])
    assert "template  mine/typescript/docs/object.md.jinja" in explained(capsys, "Order")


def test_a_name_that_nothing_has_comes_with_a_suggestion(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["explain", "Ordre"]) == ExitCode.USAGE
    assert "did you mean 'Order'?" in capsys.readouterr().err


def test_a_method_is_known_by_its_call_in_each_language(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for query in ("orders.list_orders", "orders.listOrders", "listOrders", "client.orders.list_orders"):
        assert run_command(["explain", query]) == ExitCode.CLEAN
        told = capsys.readouterr().out
        assert "  call      orders.list_orders  (python)" in told
        assert "  call      orders.listOrders  (typescript)" in told


def test_a_type_is_known_by_what_pages_call_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert explained(capsys, "models.Order") == explained(capsys, "Order")


def test_a_code_of_a_message_is_explained_without_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_command(["explain", "e103"]) == ExitCode.CLEAN
    assert capsys.readouterr().out.splitlines() == [
        "E103  type not supported",
        "  assumed   it is passed over",
        "  help      use one of the types of JSON Schema",
        "  docs      docs/errors.md#e103",
    ]
