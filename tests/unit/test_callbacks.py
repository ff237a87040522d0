"""Callbacks that are shared, and that lead back to the operation that they are of."""

import json

from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower

ANSWER = {"204": {"description": "done"}}


def test_a_callback_that_leads_back_to_its_operation_ends_there() -> None:
    shared = {"{$request.body#/url}": {"post": {"operationId": "told", "responses": ANSWER}}}
    shared["{$request.body#/url}"]["post"] |= {"callbacks": {"again": {"$ref": "#/components/callbacks/Told"}}}
    watch = {
        "operationId": "watch",
        "responses": ANSWER,
        "callbacks": {"told": {"$ref": "#/components/callbacks/Told"}},
    }
    root = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/watch": {"post": watch}}}
    root |= {"components": {"callbacks": {"Told": shared}}}
    api, diagnostics = lower(document_from_bytes(json.dumps(root).encode(), "a.json"))
    (operation,) = api.operations
    (callback,) = operation.callbacks
    assert callback.operation_id == "told"
    assert callback.callbacks == ()
    assert not diagnostics
