"""Who takes part: ourselves from this checkout, and the peers, each in an environment of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import yaml

HERE = Path(__file__).parent
Command = Callable[[Path, Path], Sequence[str]]
"""(description, output) → the command line that generates it."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A generator doing a job. `reference` marks the one that all ratios are against."""

    name: str
    version: str
    command: Command
    reference: bool = False


LANGUAGES = ("typescript", "python")
ALL_PARTS = ["models", "client", "docs", "examples"]


def ourselves(folder: Path) -> list[Contender]:
    """Return our own jobs, done by an installed wheel; `folder` gets their configurations."""
    parts = {
        "typewright: Python models": {"python": ["models"]},
        "typewright: all but clients": {language: ["models", "docs", "examples"] for language in LANGUAGES},
        "typewright: everything": dict.fromkeys(LANGUAGES, ALL_PARTS),
    }
    jobs: dict[str, dict[str, object]] = {
        name: {language: {"package": "api", "parts": chosen} for language, chosen in languages.items()}
        for name, languages in parts.items()
    }
    program = installed_wheel()
    return [Contender(name, version("typewright"), _our_command(program, folder, name, jobs[name])) for name in jobs]


def installed_wheel() -> Path:
    """Build a wheel of this checkout, install it into an environment of its own, and return its program.

    What users run has compiled files and no digest of its own code to make: an editable install is slower.
    """
    home = HERE / "out/environments/typewright"
    wheels = HERE / "out/wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels), str(HERE.parent)]
    subprocess.run(build, check=True)
    if not (home / "bin/python").exists():
        venv.create(home, with_pip=True, clear=True)
    install = [str(home / "bin/python"), "-m", "pip", "install", "--quiet", "--force-reinstall", "--compile"]
    subprocess.run([*install, *map(str, wheels.glob("*.whl")), "watchfiles"], check=True)
    return home / "bin/typewright"


def _our_command(program: Path, folder: Path, name: str, targets: dict[str, object]) -> Command:
    """Return the command line of one of our jobs; its configuration is named after its last word."""

    def command(spec: Path, output: Path) -> Sequence[str]:
        file = folder / f"{name.rsplit(' ', 1)[-1]}-{spec.stem}.yaml"
        options = {"spec": str(spec.resolve()), "output": str(output.resolve()), "targets": targets}
        file.write_text(yaml.safe_dump(options))
        file.with_name("typewright.lock").unlink(missing_ok=True)
        file.with_suffix(".lock").unlink(missing_ok=True)
        return [str(program), "generate", "--config", str(file)]

    return command


def peers(environments: Path) -> list[Contender]:
    """Install the peers below `environments`, as far as their registries and runtimes are there, and return them."""
    found = [*_datamodel_code_generator(environments), *_openapi_python_client(environments)]
    return [*found, *_hey_api(environments), *_kaji(environments), *_apiwright(environments)]


def _python_peer(environments: Path, package: str) -> tuple[Path, str]:
    """Return the folder of programs of a fresh environment with `package` in it, and the package's version."""
    home = environments / package
    if not (home / ".installed").exists():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([home / "bin/python", "-m", "pip", "install", "--quiet", package], check=True)
        (home / ".installed").touch()
    code = f"from importlib.metadata import version; print(version({package.split('[', maxsplit=1)[0]!r}))"
    run = subprocess.run([home / "bin/python", "-c", code], check=True, capture_output=True, text=True)
    return home / "bin", run.stdout.strip()


def _datamodel_code_generator(environments: Path) -> list[Contender]:
    programs, found = _python_peer(environments, "datamodel-code-generator")
    head = [str(programs / "datamodel-codegen"), "--input-file-type", "openapi"]
    head += ["--openapi-scopes", "schemas", "paths", "--output-model-type", "pydantic_v2.BaseModel"]

    def command(*options: str) -> Command:
        return lambda spec, output: [*head, *options, "--input", str(spec), "--output", str(output.with_suffix(".py"))]

    return [
        Contender(
            "datamodel-codegen: models, builtin formatters", found, command("--formatters", "builtin"), reference=True
        ),
        Contender("datamodel-codegen: models, its defaults", found, command()),
    ]


def _openapi_python_client(environments: Path) -> list[Contender]:
    programs, found = _python_peer(environments, "openapi-python-client")

    def command(spec: Path, output: Path) -> Sequence[str]:
        program = str(programs / "openapi-python-client")
        return [program, "generate", "--path", str(spec), "--output-path", str(output), "--overwrite"]

    return [Contender("openapi-python-client: models and client", found, command)]


def _kaji(environments: Path) -> list[Contender]:
    programs, found = _python_peer(environments, "kaji-cli")

    def command(spec: Path, output: Path) -> Sequence[str]:
        languages = ["--language", "python", "--language", "typescript"]
        return [str(programs / "kaji"), "generate", str(spec), "--output", str(output), *languages]

    return [Contender("kaji (native): clients of two languages", found, command)]


def _apiwright(environments: Path) -> list[Contender]:
    programs, found = _python_peer(environments, "apiwright")

    def command(spec: Path, output: Path) -> Sequence[str]:
        return [str(programs / "apiwright"), "python", "--input", str(spec), "--output", str(output)]

    return [Contender("apiwright (native): models and client", found, command)]


def _hey_api(environments: Path) -> list[Contender]:
    """Return the TypeScript peer, where node is."""
    npm, home = shutil.which("npm"), environments / "hey-api"
    if npm is None:
        return []
    if not (home / "node_modules/@hey-api/openapi-ts").is_dir():
        home.mkdir(parents=True, exist_ok=True)
        install = [npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(home)]
        subprocess.run([*install, "@hey-api/openapi-ts", "typescript@5"], check=True)
    found = json.loads((home / "node_modules/@hey-api/openapi-ts/package.json").read_text())["version"]
    program = str(home / "node_modules/.bin/openapi-ts")

    def command(spec: Path, output: Path) -> Sequence[str]:
        return [program, "--input", str(spec), "--output", str(output), "--plugins", "@hey-api/typescript"]

    return [Contender("hey-api: TypeScript types", found, command)]
