"""What makes a client a package: its entries, `package.json`, the configuration of its compiler."""

from __future__ import annotations

import json
from collections.abc import Iterator

from typewright.base.json_value import JsonValue
from typewright.config.options import MetadataConfig
from typewright.naming.names import Package
from typewright.targets.contract import Project
from typewright.targets.typescript.models.package import npm_version
from typewright.targets.typescript.models.placement import Placement
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import string_literal

_NO_SOURCES = ("dist", "docs", "examples", "node_modules")
"""Folders in which nothing of the package is written; `dist` holds what the compiler makes of the others."""
COMPILER = "^5.8.0"
"""The compiler that builds the package when it is packed."""


def manifest(project: Project[TypeScriptOptions], placement: Placement) -> str:
    """Return `package.json`: ES modules alone, built by the compiler before the package is packed."""
    api, options = project.api, project.options
    of_types = {module.folder for module in placement.symbols}
    folders = sorted({*of_types, placement.folders[Package.ERRORS]} - {""})
    entries: dict[str, JsonValue] = {".": _entry("index")}
    for folder in folders:
        entries[f"./{folder}"] = entries[f"./{folder}/index.js"] = _entry(f"{folder}/index")
    incoming = ("webhooks",) if project.client.incoming else ()
    for name in ("core", "types/index", *incoming):
        entries[f"./{name}.js"] = _entry(name)
    entries["./types"] = _entry("types/index")
    for folder in ("funcs", "lib", "sdk", *folders):
        entries[f"./{folder}/*.js"] = _entry(f"{folder}/*")
    entries["./package.json"] = "./package.json"
    text = " ".join((options.metadata.description or api.summary or f"A client of {api.title}.").split())
    return _json(
        {
            "name": options.package,
            "version": npm_version(project.version),
            "description": text,
            **dict(_metadata(options.metadata)),
            "type": "module",
            "sideEffects": False,
            "engines": {"node": ">=20.19"},
            "exports": entries,
            "files": ["dist", "**/*.ts", "!examples", "!node_modules"],
            "scripts": {"build": "tsc --project tsconfig.json", "prepack": "npm run build"},
            "devDependencies": {"typescript": COMPILER},
        }
    )


def _metadata(said: MetadataConfig) -> Iterator[tuple[str, JsonValue]]:
    """Yield what `package.json` says of who made the package and where it is (npm's documentation of the file)."""
    if said.keywords:
        yield "keywords", list(said.keywords)
    if said.homepage is not None or said.documentation is not None:
        yield "homepage", said.homepage or said.documentation
    if said.repository is not None:
        yield "repository", {"type": "git", "url": f"git+{said.repository.removesuffix('.git')}.git"}
    if said.license is not None:
        yield "license", said.license
    if said.authors:
        yield "author", said.authors[0]
    if len(said.authors) > 1:
        yield "contributors", list(said.authors[1:])


def compiler_options() -> str:
    """Return `tsconfig.json`, which builds `dist` from the sources."""
    options: JsonValue = {
        "target": "ES2022",
        "lib": ["ES2022", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
        "module": "NodeNext",
        "moduleResolution": "NodeNext",
        "strict": True,
        "exactOptionalPropertyTypes": True,
        "noUncheckedIndexedAccess": True,
        "verbatimModuleSyntax": True,
        "isolatedDeclarations": True,
        "skipLibCheck": True,
        "declaration": True,
        "rootDir": ".",
        "outDir": "dist",
        "types": [],
    }
    return _json({"compilerOptions": options, "include": ["**/*.ts"], "exclude": [*_NO_SOURCES]})


def index_lines(placement: Placement, client: str) -> tuple[str, ...]:
    """Return the statements of the package's entry."""
    lines = [
        'export type { SDKOptions } from "./core.js";',
        'export { HTTPClient } from "./lib/http.js";',
        'export type { RequestOptions } from "./lib/operation.js";',
        f'export {{ {client} }} from "./sdk/sdk.js";',
        'export * from "./types/index.js";',
    ]
    folders = sorted({module.folder for module in placement.symbols} - {""})
    lines += [f"export * as {placement.labels[folder]} from {_text(f'./{folder}/index.js')};" for folder in folders]
    lines += [f"export * from {_text(f'./{module.stem}.js')};" for module in placement.symbols if not module.folder]
    return tuple(sorted(lines))


def types_lines() -> tuple[str, ...]:
    """Return the statements of the module of types that calls take and give."""
    return (
        'export type { APIPromise, ResultPromise } from "../lib/api-promise.js";',
        'export type { EventStream } from "../lib/event-stream.js";',
        'export type { PageIterator } from "../lib/paging.js";',
        'export type { CallError, Result } from "../lib/result.js";',
        'export type { RetryConfig } from "../lib/retries.js";',
        'export type { Unrecognized } from "../lib/validation.js";',
    )


def _entry(stem: str) -> JsonValue:
    return {"types": f"./dist/{stem}.d.ts", "default": f"./dist/{stem}.js"}


def _text(text: str) -> str:
    return string_literal(text, double=True)


def _json(value: JsonValue) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
