"""What type checkers say of code that uses generated models and dictionaries: right use passes, wrong use fails."""

from pathlib import Path
from typing import Any

import pytest

from tests.python_packages import described, taking, write_package, write_package_of
from tests.type_checkers import CHECKERS, checked, faulty_lines

ROOT = Path(__file__).parent.parent.parent
TEXT = {"type": "string"}
SCHEMAS: dict[str, Any] = {
    "Order": {
        "type": "object",
        "required": ["customer", "lines"],
        "properties": {
            "customer": TEXT,
            "lines": {"type": "array", "items": {"$ref": "#/components/schemas/Line"}},
            "note": {"type": ["string", "null"]},
            "giftWrap": {"type": "boolean"},
            "payment": {"oneOf": [{"$ref": "#/components/schemas/Card"}, {"$ref": "#/components/schemas/Iban"}]},
        },
    },
    "Line": {
        "type": "object",
        "required": ["sku"],
        "properties": {"sku": TEXT, "count": {"type": "integer", "default": 1}, "size": {"enum": ["s", "m"]}},
    },
    "Card": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "card"}, "number": TEXT}},
    "Iban": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "iban"}, "iban": TEXT}},
}
USE = """
from typing import Union

from {name} import UNSET
from {name}.dicts import OrderTypedDict
from {name}.models import Card, Iban, Line, Order


def send(order: Union[Order, OrderTypedDict]) -> Order:
    return order if isinstance(order, Order) else Order.model_validate(order)


send({{"customer": "Jane", "lines": []}})
send({{"customer": "Jane", "lines": [{{"sku": "a", "count": 2, "size": "s"}}], "note": None, "gift_wrap": True}})
send({{"customer": "Jane", "lines": [], "payment": {{"kind": "iban", "iban": "NL1"}}}})
send({{"customer": "Jane"}})  # wrong: lines
send({{"customer": 5, "lines": []}})  # wrong: the type of customer
send({{"customer": "Jane", "lines": [{{"sku": "a", "size": "xl"}}]}})  # wrong: no such size
send({{"customer": "Jane", "lines": [], "discount": 5}})  # wrong: no such property
send({{"customer": "Jane", "lines": [], "gift_wrap": None}})  # wrong: absent is not null
send({{"customer": "Jane", "lines": [], "payment": {{"kind": "cash"}}}})  # wrong: no such variant

order = Order(customer="Jane", lines=[Line(sku="a", size="s")], note=None, payment=Card(kind="card"))
order.note = UNSET
Order(customer="Jane", lines=[], gift_wrap=None).gift_wrap = None
note: str = order.note or "-"
count: int = order.lines[0].count
if isinstance(order.payment, Iban):
    text: str = order.payment.iban or ""
Order(customer="Jane")  # wrong: lines
Line(sku="a", size="xl")  # wrong: no such size
wrap: bool = order.gift_wrap  # wrong: may be absent
order.customer = None  # wrong: never null
"""


@pytest.mark.parametrize("checker", ["mypy", pytest.param("pyright", marks=pytest.mark.nightly)])
def test_wrong_use_is_found_and_right_use_is_not(tmp_path: Path, checker: str) -> None:
    name = write_package(described(SCHEMAS, taking({"$ref": "#/components/schemas/Order"})), tmp_path)
    use = USE.format(name=name)
    (tmp_path / "use.py").write_text(use)
    wrong = {number for number, line in enumerate(use.splitlines(), 1) if "# wrong" in line}
    output = checked(checker, tmp_path, ["use.py", name]).stdout
    assert faulty_lines(checker, output) == wrong, output


@pytest.mark.nightly
@pytest.mark.parametrize("flavour", ["dataclass", "typeddict", "msgspec"])
@pytest.mark.parametrize("checker", CHECKERS)
def test_other_flavours_type_check(tmp_path: Path, checker: str, flavour: str) -> None:
    name = write_package_of(ROOT / "spec/openapi.yaml", tmp_path, models=flavour)
    done = checked(checker, tmp_path, [name])
    assert done.returncode == 0, done.stdout


PAGED = """
openapi: 3.1.0
info: {title: Photos, version: "1"}
servers: [{url: "https://photos.example.com"}]
paths:
  /photos:
    get:
      operationId: listPhotos
      parameters:
        - {name: owner, in: query, schema: {type: string, format: uuid}}
        - &cursor {name: cursor, in: query, schema: {type: string}}
      x-speakeasy-pagination:
        type: cursor
        inputs: &inputs [{name: cursor, in: parameters, type: cursor}]
        outputs: {results: $.photos, nextCursor: $.next}
      responses: &page
        "200": {description: Some., content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}
    post:
      operationId: addPhoto
      requestBody: {required: true, content: {multipart/form-data: {schema: {$ref: "#/components/schemas/NewPhoto"}}}}
      responses: {"204": {description: Done.}}
    put:
      operationId: replaceAll
      requestBody: {required: true, content: {application/octet-stream: {schema: &file {type: string, format: binary}}}}
      responses: {"204": {description: Done.}}
  /bare:
    get:
      operationId: listBare
      parameters: [*cursor]
      x-speakeasy-pagination: {type: cursor, inputs: *inputs, outputs: {nextCursor: $.next}}
      responses: *page
components:
  schemas:
    Page: {type: object, properties: {photos: {type: array, items: {type: string}}, next: {type: string}}}
    NewPhoto:
      type: object
      required: [file]
      properties: {file: *file, copies: {oneOf: [*file, {type: array, items: *file}]}}
"""
CALLS = """
from pathlib import Path
from uuid import UUID

from {name} import Photos

client = Photos()
page = client.list_photos(owner=UUID(int=1), cursor=None)
names: list[str] = list(page.items()) if page else []
bare = client.list_bare()
if bare:
    bare.next()
    bare.items()  # wrong: nothing says where they are
client.add_photo(file=Path("a.png"), copies=[open("b.png", "rb")])
client.add_photo(file=open("a.png", "rb"), copies={{"file_name": "b.png", "content": b""}})
client.add_photo(file="a.png")  # wrong: a text is no path
client.replace_all(request=(part for part in [b"a", b"b"]))
client.list_photos(owner=5)  # wrong: no identifier
"""


@pytest.mark.nightly
@pytest.mark.parametrize("checker", CHECKERS)
def test_wrong_calls_are_found_and_right_ones_are_not(tmp_path: Path, checker: str) -> None:
    (tmp_path / "spec.yaml").write_text(PAGED)
    name = write_package_of(tmp_path / "spec.yaml", tmp_path, parts=("models", "client"))
    use = CALLS.format(name=name)
    (tmp_path / "use.py").write_text(use)
    wrong = {number for number, line in enumerate(use.splitlines(), 1) if "# wrong" in line}
    output = checked(checker, tmp_path, ["use.py", name]).stdout
    assert faulty_lines(checker, output) == wrong, output
