"""The files of an importable package: indexes, the support module, `package.json`, `tsconfig.json`.

Every folder of types is an entry of the package, as pages import it: `"<package>/models/operations"`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial

from typewright.base.json_value import JsonValue
from typewright.ir import Api
from typewright.pages.page import Page, Planned, RawFile, RuntimeFile
from typewright.targets.typescript.models.placement import INDEX, SUPPORT, SUPPORT_FOLDER, Module, Placement
from typewright.targets.typescript.models.views import IndexView
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import string_literal
from typewright.targets.versions import version_of

_PYTHON_PRERELEASE = re.compile(
    r"(\d)[._]?((?:a|b|rc|c|alpha|beta|pre|preview|dev)[._]?\d*)\Z", re.ASCII | re.IGNORECASE
)
"""A prerelease without a hyphen (PEP 440)."""
_TEMPLATES = "typescript/declarations"
_COMPILER_OPTIONS: dict[str, JsonValue] = {
    "target": "ES2022",
    "lib": ["ES2022", "DOM", "DOM.Iterable"],
    "module": "ESNext",
    "moduleResolution": "bundler",
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "isolatedModules": True,
    "noEmit": True,
    "types": [],
}


def package_files(api: Api, placement: Placement, target: TypeScriptOptions) -> Iterator[Planned]:
    """Yield the files beside the modules of `placement`."""
    stems: dict[str, list[str]] = {"": []}
    for module in placement.symbols:
        stems.setdefault(module.folder, []).append(f"export * from {_specifier(module.stem)};")
    folders = sorted(stems)
    for folder in folders:
        if folder:
            label = placement.labels[folder]
            stems[""].append(f"export * as {label} from {_specifier(f'{folder}/{INDEX}')};")
    stems[""].append(f"export * from {_specifier(f'{SUPPORT_FOLDER}/{SUPPORT}')};")
    for folder in folders:
        path = Module(folder, INDEX).path
        make_view = partial(IndexView, tuple(sorted(stems[folder])))
        yield Page(path, f"{_TEMPLATES}/index.ts.jinja", make_view, "typescript")
    support = Module(SUPPORT_FOLDER, SUPPORT).path
    yield RuntimeFile(support, f"typescript/runtime/{SUPPORT}.ts")
    yield RawFile("package.json", partial(_json, _manifest(api, target, folders)), "json")
    yield RawFile("tsconfig.json", partial(_json, _compiler(target)), "json")


def _specifier(path: str) -> str:
    return string_literal(f"./{path}.js", double=True)


def _manifest(api: Api, target: TypeScriptOptions, folders: list[str]) -> JsonValue:
    entries: dict[str, JsonValue] = {
        f"./{folder}" if folder else ".": f"./{Module(folder, INDEX).path}" for folder in folders
    }
    return {
        "name": target.package,
        "version": npm_version(target.version or api.version),
        "type": "module",
        "sideEffects": False,
        "exports": entries,
    }


def npm_version(written: str) -> str:
    """Return a version of a description in the form of npm (Semantic Versioning 2.0.0): missing numbers are 0.

    A prerelease and a build stay, those of Python (`1.0rc1`) too; other text after the numbers is left out.
    """
    joined = _PYTHON_PRERELEASE.sub(r"\1-\2", written.strip())
    if (version := version_of(joined)) is not None:
        release = (*version.release, 0, 0)[:3]
        prerelease = (str(int(part)) if part.isdigit() else part for part in version.prerelease)
        ends = (("-", ".".join(prerelease)), ("+", ".".join(version.build)))
        return ".".join(map(str, release)) + "".join(sign + end for sign, end in ends if end)
    numbers = re.match(r"v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?", written)
    return ".".join(str(int(number or 0)) for number in numbers.groups()) if numbers else "0.0.0"


def _compiler(target: TypeScriptOptions) -> JsonValue:
    paths: JsonValue = {target.package: [f"./{INDEX}.ts"], f"{target.package}/*": [f"./*/{INDEX}.ts"]}
    return {"compilerOptions": {**_COMPILER_OPTIONS, "paths": paths}, "include": ["**/*.ts"]}


def _json(value: JsonValue) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
