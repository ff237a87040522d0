"""The TypeScript target: declarations of all types, markdown pages, and example scripts."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from typewright.ir import Api, Operation
from typewright.naming.names import Language, folders_of
from typewright.pages.page import Planned
from typewright.targets.contract import Project, Target
from typewright.targets.typescript.display import display_of
from typewright.targets.typescript.language import LANGUAGE
from typewright.targets.typescript.models.declarations import declarations
from typewright.targets.typescript.options import TypeScriptOptions, has_client

if TYPE_CHECKING:
    from typewright.config.from_gen import GenSection, ImportedOptions
    from typewright.examples.build import Shown
    from typewright.examples.operation_value import OperationValue
    from typewright.prove.proving import Harness
    from typewright.targets.typescript.prove.prover import TypeScriptProver


# ruff: noqa: PLC0415 - a run imports the modules of the parts that it makes: all of them are a tenth of a run of models


class TypeScriptTarget(Target[TypeScriptOptions]):
    """TypeScript 5 and later."""

    name = "typescript"
    label = "TypeScript"
    Options = TypeScriptOptions
    contract_version = 1
    tools = MappingProxyType({"tsc": "TypeScript compiler; searched without it."})

    def language(self, api: Api, options: TypeScriptOptions) -> Language:
        """Return the naming conventions: the names of the library, the case of names, shared namespaces."""
        return replace(LANGUAGE, folders=folders_of(options.paths))

    def files(self, project: Project[TypeScriptOptions]) -> Iterator[Planned]:
        """Yield the files of the configured parts."""
        if "docs" in project.options.parts:
            from typewright.pages.site_files import site_files
            from typewright.targets.typescript.docs.pages import typescript_docs

            yield from typescript_docs(project)
            yield from site_files(project.options, project.api)
        if has_client(project.options):
            from typewright.targets.typescript.client.package import client_files
            from typewright.targets.typescript.docs.guides import typescript_package_pages

            yield from declarations(project)
            yield from client_files(project)
            yield from typescript_package_pages(project)
        elif "models" in project.options.parts:
            yield from declarations(project)
        if "examples" in project.options.parts:
            from typewright.targets.typescript.scripts import typescript_scripts

            yield from typescript_scripts(project)

    def shown(self, project: Project[TypeScriptOptions]) -> Shown:
        """Return the notation of types on pages."""
        return project.once(display_of).shown

    def call(self, project: Project[TypeScriptOptions], operation: Operation) -> str | None:
        """Return the call of an operation on its page."""
        from typewright.targets.typescript.docs.pages import calls_by_operation

        return project.once(calls_by_operation).get(operation.id)

    def value_code(self, project: Project[TypeScriptOptions], shown: OperationValue) -> str:
        """Return a module that creates a value of an operation."""
        from typewright.targets.typescript.sample_code import value_code

        return value_code(project, shown)

    def import_options(self, section: GenSection) -> ImportedOptions:
        """Return the options of a `gen.yaml` for pages, signatures and examples."""
        from typewright.targets.typescript.gen_options import import_options

        return import_options(section)

    def prover(self, project: Project[TypeScriptOptions], harness: Harness) -> TypeScriptProver:
        """Return the prover of a tree's TypeScript code."""
        from typewright.targets.typescript.prove.prover import prover

        return prover(project, harness)


TARGET = TypeScriptTarget()
