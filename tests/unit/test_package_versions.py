"""The versions of packages, which `User-Agent` names, too: those of Python (PEP 440) and of npm (SemVer 2.0.0)."""

import re

import pytest
from packaging.version import Version
from typewright.targets.python.models.package import package_version
from typewright.targets.typescript.models.package import npm_version

SEMVER = re.compile(
    r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)"
    r"(-(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?"
    r"(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?",
    re.ASCII,
)
"""The regular expression of semver.org."""
VERSIONS = [
    ("1.2", "1.2", "1.2.0"),
    ("1.2\n", "1.2", "1.2.0"),
    ("v1", "1", "1.0.0"),
    ("1.0", "1.0", "1.0.0"),
    ("1.2.3.4", "1.2.3.4", "1.2.3"),
    ("", "0", "0.0.0"),
    ("latest", "0", "0.0.0"),
    ("1.0\nX-Evil: 1", "0", "1.0.0"),
    ("1.0 draft", "0", "1.0.0"),
    ("1.0.0-beta", "1.0.0-beta", "1.0.0-beta"),
    ("1.0.0-beta.2", "1.0.0-beta.2", "1.0.0-beta.2"),
    ("1.0.0-beta+5", "1.0.0-beta+5", "1.0.0-beta+5"),
    ("1.0.0-beta+", "0", "1.0.0"),
    ("v2.0.0-rc.1", "2.0.0-rc.1", "2.0.0-rc.1"),
    ("2.0.0-rc1", "2.0.0-rc1", "2.0.0-rc1"),
    ("2.0a1", "2.0a1", "2.0.0-a1"),
    ("1.0.dev3", "1.0.dev3", "1.0.0-dev3"),
    ("1.0.post1", "1.0.post1", "1.0.0"),
    ("1.0.0-SNAPSHOT", "1.0.0.dev0", "1.0.0-SNAPSHOT"),
    ("1.0.0-nightly.20260102", "1.0.0.dev20260102", "1.0.0-nightly.20260102"),
    ("1.0.0-alpha.1.2", "1.0.0.dev1", "1.0.0-alpha.1.2"),
    ("1.0.0-4", "1.0.0.dev4", "1.0.0-4"),
    ("1.0.0-rc.01", "1.0.0-rc.01", "1.0.0-rc.1"),
    ("1.0.0-x--y+a--b", "1.0.0.dev0", "1.0.0-x--y+a--b"),
    ("2024-01-01", "2024.1.1", "2024.1.1"),
    ("2024-01", "2024.1", "2024.1.0"),
    ("2024-01-01-preview", "2024.1.1-preview", "2024.1.1-preview"),
    ("2024-01-01T00:00:00", "0", "2024.0.0"),
]


@pytest.mark.parametrize(("written", "python", "_npm"), VERSIONS)
def test_a_version_of_python(written: str, python: str, _npm: str) -> None:
    assert package_version(written) == python
    Version(python)


@pytest.mark.parametrize(("written", "_python", "npm"), VERSIONS)
def test_a_version_of_npm(written: str, _python: str, npm: str) -> None:
    assert npm_version(written) == npm
    assert SEMVER.fullmatch(npm)


def test_a_prerelease_precedes_its_release() -> None:
    assert Version(package_version("1.0.0-SNAPSHOT")) < Version(package_version("1.0.0"))
