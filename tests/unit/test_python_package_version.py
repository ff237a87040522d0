"""The version of a Python package, which `User-Agent` names, too."""

import pytest
from typewright.targets.python.models.package import package_version


@pytest.mark.parametrize(
    ("written", "version"), [("1.2", "1.2"), ("1.2\n", "1.2"), ("v1", "0"), ("1.0\nX-Evil: 1", "0"), ("", "0")]
)
def test_a_version_that_python_rejects_is_zero(written: str, version: str) -> None:
    assert package_version(written) == version


@pytest.mark.parametrize("written", ["1.0.0-beta", "1.0.0-beta.2", "2.0.0-rc1", "2.0a1", "1.0.dev3", "1.0.0-beta+5"])
def test_versions_of_prereleases_are_kept(written: str) -> None:
    assert package_version(written) == written


@pytest.mark.parametrize("written", ["2026-11-30", "1.0.0-SNAPSHOT", "1.0.0-beta+"])
def test_other_versions_are_not_taken_for_one_of_pythons(written: str) -> None:
    assert package_version(written) == "0"
