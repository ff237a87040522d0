"""The answers of functions in TypeScript: an operation without `responses` may succeed; one with these has its own."""

import json
from typing import Any

import pytest
from typewright.config.options import Config, target_for
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower
from typewright.pages.page import Page
from typewright.targets.finding import DefaultOptions

from tests.planned_files import planned_files


@pytest.mark.parametrize(
    ("responses", "answers"),
    [
        (None, '[{ status: "2XX", decode: noContent }]'),
        ({"200": {"description": "Done"}}, "[{ status: 200, decode: noContent }]"),
    ],
)
def test_an_operation_without_responses_may_succeed(responses: Any, answers: str) -> None:
    operation = {"operationId": "ping", **({} if responses is None else {"responses": responses})}
    written = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/ping": {"get": operation}}}
    api, _ = lower(document_from_bytes(json.dumps(written).encode(), "spec.json"))
    files = planned_files(api, target_for("typescript", Config(), DefaultOptions()))
    page = next(file for file in files if isinstance(file, Page) and file.path.endswith("funcs/ping.ts"))
    assert f"answers: {answers}" in str(page.make_view())
