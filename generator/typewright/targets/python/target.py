"""The Python target: an importable package of pydantic models, loaded lazily, and markdown pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from typewright.ir import Api, Operation
from typewright.naming.names import Language
from typewright.pages.page import Planned
from typewright.targets.contract import Project, Target
from typewright.targets.python.display import display_of
from typewright.targets.python.language import language
from typewright.targets.python.models.package import package_pages, schemas_page
from typewright.targets.python.options import PythonOptions

if TYPE_CHECKING:
    from typewright.config.from_gen import GenSection, ImportedOptions
    from typewright.examples.build import Shown
    from typewright.examples.operation_value import OperationValue
    from typewright.prove.proving import Harness
    from typewright.targets.python.prove.prover import PythonProver


# ruff: noqa: PLC0415 - a run imports the modules of the parts that it makes: all of them are a tenth of a run of models


class PythonTarget(Target[PythonOptions]):
    """Python 3.10 and later."""

    name = "python"
    label = "Python"
    Options = PythonOptions
    contract_version = 1

    def language(self, api: Api, options: PythonOptions) -> Language:
        """Return the naming conventions: one namespace for all packages, with the client classes in use."""
        return language(api, options)

    def files(self, project: Project[PythonOptions]) -> Iterator[Planned]:
        """Yield the files of the configured parts."""
        if "models" in project.options.parts:
            yield from package_pages(project)
        if project.options.has_client:
            from typewright.targets.python.client.package import client_files
            from typewright.targets.python.docs.guides import python_package_pages
            from typewright.targets.python.docs.pages import page_calls

            yield from client_files(project, page_calls)
            yield from python_package_pages(project)
        if "models" in project.options.parts:
            yield from schemas_page(project)
        if "docs" in project.options.parts:
            from typewright.pages.site_files import site_files
            from typewright.targets.python.docs.pages import python_docs

            yield from python_docs(project)
            yield from site_files(project.options, project.api)
        if "examples" in project.options.parts:
            from typewright.targets.python.scripts import python_scripts

            yield from python_scripts(project)

    def shown(self, project: Project[PythonOptions]) -> Shown:
        """Return the notation of types on pages."""
        return project.once(display_of).shown

    def call(self, project: Project[PythonOptions], operation: Operation) -> str | None:
        """Return the call of an operation on its page."""
        from typewright.targets.python.docs.pages import calls_by_operation

        return project.once(calls_by_operation).get(operation.id)

    def value_code(self, project: Project[PythonOptions], shown: OperationValue) -> str:
        """Return a module that creates a value of an operation."""
        from typewright.targets.python.sample_code import value_code

        return value_code(project, shown)

    def import_options(self, section: GenSection) -> ImportedOptions:
        """Return the options of a `gen.yaml` for pages, signatures and examples."""
        from typewright.targets.python.gen_options import import_options

        return import_options(section)

    def prover(self, project: Project[PythonOptions], harness: Harness) -> PythonProver:
        """Return the prover of a tree's Python code."""
        from typewright.targets.python.prove.prover import prover

        return prover(project, harness)


TARGET = PythonTarget()
