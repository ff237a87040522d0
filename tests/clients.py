"""Clients of descriptions, for tests of what a client does in no language."""

from pathlib import Path

from typewright.client import Client, ClientMethod, build_client
from typewright.config.options import NamingConfig
from typewright.naming import Ledger
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower
from typewright.surface import Surface, surface

TESTS = Path(__file__).parent
SERVED = TESTS / "served" / "openapi.yaml"
NEWER = TESTS / "served" / "openapi-3.2.yaml"
FACTS = TESTS / "client_facts.yaml"


def surface_of(text: bytes) -> Surface:
    """Return the surface of a description in YAML or JSON."""
    return surface(lower(document_from_bytes(text, "openapi.yaml"))[0], NamingConfig())


def client_of(text: bytes) -> Client:
    """Return the client of a description in YAML or JSON."""
    return build_client(surface_of(text), Ledger())


def method(client: Client, operation_id: str) -> ClientMethod:
    """Return the method of an operation by its `operationId`."""
    return next(found for found in client.methods.values() if found.operation_id == operation_id)
