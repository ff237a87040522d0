"""The metadata of a client package: its entries, `package.json`, the configuration of its compiler."""

from __future__ import annotations

import json
from collections.abc import Iterator

from typewright.base.json_value import JsonValue
from typewright.config.options import MetadataConfig
from typewright.naming.names import Package
from typewright.targets.contract import Project
from typewright.targets.typescript.client.callables import function_names
from typewright.targets.typescript.models.package import npm_version
from typewright.targets.typescript.models.placement import Placement
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import string_literal

_NO_SOURCES = ("dist", "docs", "examples", "node_modules")
"""Folders without sources of the package; `dist` has the output of the compiler."""
_BUILD = "tsc --project tsconfig.json"
_COMMONJS_TYPE = "require('node:fs').writeFileSync('dist/cjs/package.json', JSON.stringify({ type: 'commonjs' }))"
_BOTH_BUILDS = f'{_BUILD} && tsc --project tsconfig.cjs.json && node -e "{_COMMONJS_TYPE}"'
COMPILER = "^5.8.0"
"""The compiler that builds the package when it is packed."""


def manifest(project: Project[TypeScriptOptions], placement: Placement) -> str:
    """Return `package.json`: ES modules alone, built by the compiler before the package is packed."""
    api, options = project.api, project.options
    folders = _folders(placement)
    entry = _both_entries if options.commonjs else _entry
    stems = _entries(project, placement)
    stems |= {f"./{folder}/*.js": f"{folder}/*" for folder in ("funcs", "lib", "sdk", *folders)}
    entries: dict[str, JsonValue] = {key: entry(stem) for key, stem in stems.items()}
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
            "scripts": {"build": _BOTH_BUILDS if options.commonjs else _BUILD, "prepack": "npm run build"},
            "devDependencies": {"typescript": COMPILER},
        }
    )


def _metadata(metadata: MetadataConfig) -> Iterator[tuple[str, JsonValue]]:
    """Yield the metadata of `package.json` on authors and addresses (npm's documentation of the file)."""
    if metadata.keywords:
        yield "keywords", list(metadata.keywords)
    if metadata.homepage is not None or metadata.documentation is not None:
        yield "homepage", metadata.homepage or metadata.documentation
    if metadata.repository is not None:
        yield "repository", {"type": "git", "url": f"git+{metadata.repository.removesuffix('.git')}.git"}
    if metadata.license is not None:
        yield "license", metadata.license
    if metadata.authors:
        yield "author", metadata.authors[0]
    if len(metadata.authors) > 1:
        yield "contributors", list(metadata.authors[1:])


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
        "declarationMap": True,
        "sourceMap": True,
        "rootDir": ".",
        "outDir": "dist",
        "types": [],
    }
    return _json({"compilerOptions": options, "include": ["**/*.ts"], "exclude": [*_NO_SOURCES]})


def commonjs_options() -> str:
    """Return `tsconfig.cjs.json`, which builds CommonJS from the same sources."""
    options: JsonValue = {
        "module": "CommonJS",
        "moduleResolution": "Node10",
        "verbatimModuleSyntax": False,
        "outDir": "dist/cjs",
    }
    return _json({"extends": "./tsconfig.json", "compilerOptions": options})


def jsr_manifest(project: Project[TypeScriptOptions], placement: Placement) -> str:
    """Return `jsr.json`, by which JSR publishes the sources (`npx jsr publish`), with the entries of `package.json`."""
    entries = _entries(project, placement)
    license_ = project.options.metadata.license
    entries |= {f"./funcs/{name}.js": f"funcs/{name}" for name in project.once(function_names).values()}
    return _json(
        {
            "name": project.options.package,
            "version": npm_version(project.version),
            **({"license": license_} if license_ else {}),
            "exports": {key: f"./{stem}.ts" for key, stem in entries.items()},
            "publish": {"include": ["**/*.ts", "README.md", "jsr.json"], "exclude": [*_NO_SOURCES]},
        }
    )


def _folders(placement: Placement) -> list[str]:
    """Return the folders of types, that of errors in any case."""
    return sorted({*(module.folder for module in placement.symbols), placement.folders[Package.ERRORS]} - {""})


def _entries(project: Project[TypeScriptOptions], placement: Placement) -> dict[str, str]:
    """Return the modules that users import, relative to the package, by their import specifiers."""
    entries = {".": "index"}
    for folder in _folders(placement):
        entries[f"./{folder}"] = entries[f"./{folder}/index.js"] = f"{folder}/index"
    incoming = ("webhooks",) if project.client.incoming else ()
    entries |= {f"./{name}.js": name for name in ("core", "types/index", *incoming)}
    return entries | {"./types": "types/index"}


def index_lines(placement: Placement, client: str) -> tuple[str, ...]:
    """Return the statements of the package's entry."""
    lines = [
        'export type { SDKOptions } from "./core.js";',
        'export { HTTPClient } from "./lib/http.js";',
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
        'export type { RequestOptions, WithResponse } from "../lib/operation.js";',
        'export type { PageIterator } from "../lib/paging.js";',
        'export type { CallError, Result } from "../lib/result.js";',
        'export type { CustomRequest } from "../lib/request.js";',
        'export type { BackoffStrategy, RetryConfig } from "../lib/retries.js";',
        'export { exactText } from "../lib/dates.js";',
        'export type { Unrecognized } from "../lib/validation.js";',
    )


def _both_entries(stem: str) -> JsonValue:
    return {"import": _entry(stem), "require": _entry(f"cjs/{stem}")}


def _entry(stem: str) -> JsonValue:
    return {"types": f"./dist/{stem}.d.ts", "default": f"./dist/{stem}.js"}


def _text(text: str) -> str:
    return string_literal(text, double=True)


def _json(value: JsonValue) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
