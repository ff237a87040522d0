"""Which way types travel: what only comes back has no typed dictionary, and is not held to the rules of requests."""

import pytest
from typewright.config.options import Config, target_for
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower
from typewright.targets.finding import DefaultOptions

from tests.planned_files import planned_files

SPEC = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders:
    get:
      operationId: listOrders
      EXTENSION
      responses:
        "200":
          description: d
          HEADERS
          content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
        "202":
          description: d
          content: {application/json: {schema: {$ref: "#/components/schemas/Job"}}}
    post:
      operationId: createOrder
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/NewOrder"}}}}
      responses: {"204": {description: d}}
components:
  schemas:
    Order: {type: object, properties: {id: {type: string}}}
    Job: {type: object, properties: {id: {type: string}}}
    NewOrder: {type: object, properties: {name: {type: string}}}
"""
HEADERS = "headers: {X-Total: {schema: {type: integer}}}"
PAGED = "x-speakeasy-pagination: {type: cursor, inputs: [], outputs: {results: $.data}}"


@pytest.mark.parametrize(("headers", "extension"), [("", ""), (HEADERS, ""), ("", PAGED)], ids=["", "headers", "paged"])
def test_only_what_is_sent_has_a_typed_dictionary(headers: str, extension: str) -> None:
    text = SPEC.replace("HEADERS", headers).replace("EXTENSION", extension)
    api, _ = lower(document_from_bytes(text.encode(), "spec.yaml"))
    pages = planned_files(api, target_for("python", Config(), DefaultOptions()))
    dicts = {page.path.rpartition("/")[2] for page in pages if "/dicts/" in page.path}
    assert dicts == {"__init__.py", "neworder.py"}
