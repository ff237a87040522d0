"""The version of a Python package, which `User-Agent` names, too."""

import pytest
from typewright.targets.python.models.package import package_version


@pytest.mark.parametrize(
    ("written", "version"), [("1.2", "1.2"), ("1.2\n", "1.2"), ("v1", "0"), ("1.0\nX-Evil: 1", "0"), ("", "0")]
)
def test_a_version_that_python_rejects_is_zero(written: str, version: str) -> None:
    assert package_version(written) == version
