"""The options of `generate` and `check`, before any file is read."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from typewright.base.digest import digest
from typewright.writing.ignoring import NAME as IGNORE
from typewright.writing.staleness import RunInputs

CONFIGURATION = Path("typewright.yaml")
"""Read from the working folder when the command line names no description."""
LOCK = "typewright.lock"


class Invocation(NamedTuple):
    """The options that `generate` and `check` share; None or nothing where the user leaves one out.

    A run is described by a configuration file (`config`), or by the other options alone; never by both. Beside a
    configuration file, `targets` choose among those that it names.
    """

    config: Path | None = None
    spec: Path | None = None
    address: str = ""
    """The URL of the description, or `-` for standard input, instead of `spec`."""
    out: Path | None = None
    targets: tuple[str, ...] = ()
    package: str | None = None
    formatter: str | None = None
    strict: bool = False
    """Whether a warning ends the run as an error does."""
    all_messages: bool = False
    """Whether all messages are printed in full."""
    quiet: bool = False
    """Whether only errors and findings are printed."""
    verbose: bool = False
    """Whether each written or removed file is listed."""
    uses_cache: bool = True
    """Whether files that are known to be right are not made again."""

    @property
    def is_from_options(self) -> bool:
        """Whether options describe the run, so that no configuration file is read."""
        return any((self.spec, self.address, self.out, self.package, self.formatter))

    @property
    def config_path(self) -> Path:
        """The path of the configuration file."""
        return self.config or CONFIGURATION

    @property
    def output(self) -> Path:
        """The output folder of a run that the options describe."""
        return self.out or Path("generated")

    def inputs(self) -> RunInputs:
        """Return the inputs that the lock is compared with. Raises OSError if the configuration cannot be read."""
        if self.is_from_options:
            address = [self.address] if self.address else []
            settings = json.dumps([sorted(self.targets), self.package, self.formatter, *address])
            return RunInputs(self.output / LOCK, digest(settings.encode() + _ignored(self.output)), self.spec)
        chosen = json.dumps(sorted(self.targets)).encode() if self.targets else b""
        settings_digest = digest(self.config_path.read_bytes() + _ignored(self.config_path.parent) + chosen)
        return RunInputs(self.config_path.with_suffix(".lock"), settings_digest, None)

    def command(self, command: str) -> str:
        """Return the command line for `command` with the same options."""
        options: list[tuple[str, object]] = [("--config", self.config), ("--spec", self.address or self.spec)]
        options += [("--out", self.out)]
        options += [("--target", target) for target in self.targets]
        options += [("--package", self.package), ("--formatter", self.formatter)]
        words = [str(word) for name, value in options if value is not None for word in (name, value)]
        return shlex.join(["typewright", command, *words])


def file_or_url(spec: str | None) -> tuple[Path | None, str]:
    """Return the path that `--spec` names, or else the URL or `-`."""
    if spec is None:
        return None, ""
    return (None, spec) if spec == "-" or is_url(spec) else (Path(spec), "")


def is_url(spec: str) -> bool:
    """Return whether a description is named by a URL."""
    return spec.startswith(("http://", "https://"))


def _ignored(folder: Path) -> bytes:
    """Return the content of the ignore file in a folder; empty if that does not exist."""
    try:
        return b"\0" + (folder / IGNORE).read_bytes()
    except OSError:
        return b""


def parse(arguments: Sequence[str]) -> Invocation | None:
    """Return the invocation of `arguments`, without the command; None if click has to report an error."""
    given: dict[str, str] = {}
    targets: list[str] = []
    words = list(arguments)
    while words:
        name, equals, value = words.pop(0).partition("=")
        if name not in {"--config", "--spec", "--out", "--target", "--package", "--formatter"} or name in given:
            return None
        if not equals:
            if not words:
                return None
            value = words.pop(0)
        if name == "--target":
            targets.append(value)
        else:
            given[name] = value
    config, out = (Path(given[name]) if name in given else None for name in ("--config", "--out"))
    spec, address = file_or_url(given.get("--spec"))
    return Invocation(
        config=config,
        spec=spec,
        address=address,
        out=out,
        targets=tuple(targets),
        package=given.get("--package"),
        formatter=given.get("--formatter"),
    )
