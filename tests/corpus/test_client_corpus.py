"""What clients of real descriptions do: every operation has a method, whose facts lead to types that exist."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typewright.client import Client, ClientMethod, build_client
from typewright.client.signatures import Flattening, Origin, signature_fields
from typewright.config.options import NamingConfig
from typewright.ir import Ref, TypeExpr, element_of
from typewright.naming import Ledger
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.surface import Surface, surface

SPECS = Path(__file__).parents[3] / "shared" / "corpus" / "specs"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not SPECS.is_dir(), reason="the shared corpus is not beside the checkout"),
]


def made(path: Path) -> tuple[Surface, Client]:
    api, _ = lower(load_document(path))
    methods = surface(api, NamingConfig())
    return methods, build_client(methods, Ledger())


def types_of(method: ClientMethod) -> Iterator[TypeExpr | None]:
    yield method.result.type
    yield method.result.body
    yield from (argument.type for argument in method.arguments)
    for answer in method.answers:
        yield answer.type
        yield from (header.type for header in answer.headers)
        if answer.stream is not None:
            yield answer.stream.item
    for alternative in method.body.alternatives if method.body else ():
        yield alternative.type
        yield from (found.field.type for found in alternative.properties)
    yield method.paging.item if method.paging else None


@pytest.mark.parametrize("path", sorted(SPECS.glob("*.*")), ids=lambda path: path.name)
def test_every_operation_has_a_method_of_types_that_exist(path: Path) -> None:
    methods, client = made(path)
    in_groups = [method.operation.id for group in client.groups for method in group.methods]
    assert sorted(in_groups) == sorted(client.methods)
    assert {operation.id for operation in methods.api.operations} <= set(client.methods)
    for method in client.methods.values():
        assert len(method.answers) >= len(method.operation.responses)
        for type_ in types_of(method):
            bare = None if type_ is None else element_of(type_)
            assert not isinstance(bare, Ref) or bare.id in methods.models
        fields = signature_fields(method, methods, Flattening())
        passed = [found for found in fields if found.origin is Origin.PARAMETER]
        assert [found.argument for found in passed] == list(method.arguments)


@pytest.mark.parametrize("path", sorted(SPECS.glob("*.*")), ids=lambda path: path.name)
def test_every_requirement_names_a_scheme(path: Path) -> None:
    _, client = made(path)
    keys = {scheme.key for scheme in client.security.schemes}
    for method in client.methods.values():
        assert {key for requirement in client.security.alternatives_of(method) for key in requirement} <= keys
