"""The version of an API, read for the version of a package.

Descriptions have versions of many forms: `v1`, `1.0`, `1.0.0-beta+5` (Semantic Versioning 2.0.0), dates.
"""

from __future__ import annotations

import re

from msgspec import Struct

_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\d.])", re.ASCII)
_PARTS = re.compile(
    r"v?(?P<release>\d{1,9}(?:\.\d{1,9})*)"
    r"(?:-(?P<prerelease>[0-9a-z-]+(?:\.[0-9a-z-]+)*))?"
    r"(?:\+(?P<build>[0-9a-z-]+(?:\.[0-9a-z-]+)*))?",
    re.ASCII | re.IGNORECASE,
)


class Version(Struct, frozen=True):
    """A version: the numbers of a release, and the identifiers of a prerelease and of a build."""

    release: tuple[int, ...]
    prerelease: tuple[str, ...] = ()
    build: tuple[str, ...] = ()


def version_of(written: str) -> Version | None:
    """Return a version as written in a description; None for one of another form.

    A date (`2026-01-31`, `2026-01`) is a release of its numbers.
    """
    date = _DATE.match(text := written.strip())
    dotted = ".".join(filter(None, date.groups())) + text[date.end() :] if date is not None else text
    parts = _PARTS.fullmatch(dotted)
    if parts is None:
        return None
    prerelease, build = parts["prerelease"], parts["build"]
    return Version(
        release=tuple(map(int, parts["release"].split("."))),
        prerelease=tuple(prerelease.split(".")) if prerelease else (),
        build=tuple(build.split(".")) if build else (),
    )
