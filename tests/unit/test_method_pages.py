"""Which page a method without a group is on."""

import pytest
from typewright.pages.method_pages import path_segment


@pytest.mark.parametrize(
    ("path", "segment"),
    [
        ("/pets", "pets"),
        ("/pets/{id}", "pets"),
        ("/v1/pets", "pets"),
        ("/api/v2beta/pets:archive", "pets"),
        ("/{tenant}/pets.json", "pets"),
        ("/users('{id}')/mail", "users"),
        ("/#Action=Run", ""),
        ("/{id}", ""),
        ("/v1", ""),
        ("/", ""),
    ],
)
def test_the_segment_that_says_what_a_path_is_about(path: str, segment: str) -> None:
    assert path_segment(path) == segment
