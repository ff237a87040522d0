"""The next release: its version by the changes, the changelog, and the packages."""

from __future__ import annotations

import os
import re
from pathlib import Path

from typewright.base.errors import Diagnostic, ExitCode, UsageError
from typewright.changes.change import Bump
from typewright.changes.changelog import with_section
from typewright.changes.report import REPORTS
from typewright.cli.comparing import Comparison, compared
from typewright.cli.configuration import configuration
from typewright.cli.invocation import Invocation
from typewright.cli.output import echo
from typewright.cli.running import generate
from typewright.openapi.description import describe
from typewright.openapi.document import load_document

_NUMBERS = re.compile(r"v?([0-9]{1,9})(?:\.([0-9]{1,9}))?(?:\.([0-9]{1,9}))?")
_LINE = re.compile(r"^version:[ \t]*(\"[^\"\n]*\"|'[^'\n]*'|[^\s#]*)", re.MULTILINE)
_SPEC_LINE = re.compile(r"^spec:.*\n?", re.MULTILINE)


def release(old: str | None, config: Path | None, changelog: Path | None, *, dry_run: bool) -> int:
    """Raise the version in the configuration, write the changelog and the packages; return the exit code.

    `old` names the description of the last release; with None it is that at the tag of the configured version. The
    first release, of a configuration without a version, has the version of the description. Raises UsageError without a
    configuration file, and as `compared` does.
    """
    invocation = Invocation(config=config)
    file, settings = invocation.config_path, configuration(invocation)
    described = describe(load_document(settings.spec, root_folder=settings.root, allow=settings.allow)).without_errors()
    if settings.version is None and old is None:
        return _written(file, changelog, _three(described.api.version), None, dry_run=dry_run)
    current = settings.version or _three(described.api.version)
    comparison = compared(old or _tagged(current, settings.spec), str(settings.spec), config)
    if not comparison.changes.all:
        echo(f"nothing has changed since version {current}")
        return ExitCode.CLEAN
    return _written(file, changelog, raised(current, comparison.changes.bump), comparison, dry_run=dry_run)


def raised(version: str, bump: Bump) -> str:
    """Return the version after a change of a kind (Semantic Versioning 2.0.0).

    Below 1.0.0, breaking changes raise the minor number, and all others the patch number.
    """
    major, minor, patch = map(int, version.split("."))
    if major == 0:
        bump = Bump.MINOR if bump is Bump.MAJOR else min(bump, Bump.PATCH)
    match bump:
        case Bump.MAJOR:
            return f"{major + 1}.0.0"
        case Bump.MINOR:
            return f"{major}.{minor + 1}.0"
        case _:
            return f"{major}.{minor}.{patch + 1}"


def with_version(configuration_text: str, version: str) -> str:
    """Return the text of a configuration file with a version: in place of the written one, else below `spec:`."""
    line = f'version: "{version}"'
    if _LINE.search(configuration_text):
        return _LINE.sub(line, configuration_text, count=1)
    spec = _SPEC_LINE.search(configuration_text)
    end = spec.end() if spec is not None else 0
    head = configuration_text[:end]
    return f"{head}{'' if head.endswith(chr(10)) or not head else chr(10)}{line}\n{configuration_text[end:]}"


def _written(
    config: Path, changelog: Path | None, version: str, comparison: Comparison | None, *, dry_run: bool
) -> int:
    """Write the version, the changelog if something has changed, and the packages; or only print the version."""
    if dry_run:
        echo(f"the next version is {version}")
        return ExitCode.CLEAN
    config.write_text(with_version(config.read_text(encoding="utf-8"), version), encoding="utf-8", newline="")
    if comparison is not None:
        file = changelog or config.parent / "CHANGELOG.md"
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        section = REPORTS["markdown"](comparison.changes)
        file.write_text(with_section(before, version, section, comparison.since), encoding="utf-8", newline="")
    echo(f"version {version}")
    return generate(Invocation(config=config))


def _three(version: str) -> str:
    """Return a version as three numbers; missing ones are 0. Raises UsageError if it does not begin with a number."""
    numbers = _NUMBERS.match(version)
    if numbers is None:
        message = f"the description's version '{version}' is no number to begin with"
        raise UsageError([Diagnostic("E001", message, help="write 'version: \"1.0.0\"' into the configuration")])
    return ".".join(str(int(number or 0)) for number in numbers.groups())


def _tagged(version: str, spec: Path) -> str:
    """Return the description at the tag of a version, in the notation of `diff`: relative to the working folder."""
    return f"v{version}:./{Path(os.path.relpath(spec)).as_posix()}"
