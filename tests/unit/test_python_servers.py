"""Servers in the code of Python clients."""

from typewright.ir import Server, ServerVariable
from typewright.targets.python.client.servers import server_code


def test_a_server_has_its_id_and_the_defaults_of_its_variables() -> None:
    origin = ServerVariable("origin", "https://uploads.example.com")
    made = server_code(Server("{origin}/v1", variables=(origin,), id="uploads"), lambda _, name: name)
    assert made == 'Server("{origin}/v1", id="uploads", variables={"origin": "https://uploads.example.com"})'


def test_a_plain_server_is_its_url() -> None:
    assert server_code(Server("/v1"), lambda _, name: name) == 'Server("/v1")'
