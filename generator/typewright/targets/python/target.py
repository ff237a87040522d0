"""The Python target: an importable package of pydantic models, loaded lazily, and markdown pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from typewright.config.from_gen import GenSection, ImportedOptions
from typewright.examples.build import Shown
from typewright.examples.operation_value import OperationValue
from typewright.ir import Api, Operation
from typewright.naming.names import Language
from typewright.pages.page import Planned
from typewright.pages.site_files import site_files
from typewright.targets.contract import Project, Target
from typewright.targets.python.client.package import client_files
from typewright.targets.python.display import display_of
from typewright.targets.python.docs.guides import python_package_pages
from typewright.targets.python.docs.pages import calls_by_operation, page_calls, python_docs
from typewright.targets.python.gen_options import import_options
from typewright.targets.python.language import language
from typewright.targets.python.models.package import package_pages
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.sample_code import value_code
from typewright.targets.python.scripts import python_scripts

if TYPE_CHECKING:
    from typewright.prove.proving import Harness
    from typewright.targets.python.prove.prover import PythonProver


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
            yield from client_files(project, page_calls)
            yield from python_package_pages(project)
        if "docs" in project.options.parts:
            yield from python_docs(project)
            yield from site_files(project.options, project.api)
        if "examples" in project.options.parts:
            yield from python_scripts(project)

    def shown(self, project: Project[PythonOptions]) -> Shown:
        """Return the notation of types on pages."""
        return project.once(display_of).shown

    def call(self, project: Project[PythonOptions], operation: Operation) -> str | None:
        """Return the call of an operation on its page."""
        return project.once(calls_by_operation).get(operation.id)

    def value_code(self, project: Project[PythonOptions], shown: OperationValue) -> str:
        """Return a module that creates a value of an operation."""
        return value_code(project, shown)

    def import_options(self, section: GenSection) -> ImportedOptions:
        """Return the options of a `gen.yaml` for pages, signatures and examples."""
        return import_options(section)

    def prover(self, project: Project[PythonOptions], harness: Harness) -> PythonProver:
        """Return the prover of a tree's Python code."""
        from typewright.targets.python.prove.prover import prover  # noqa: PLC0415 - only proving needs it

        return prover(project, harness)


TARGET = PythonTarget()
