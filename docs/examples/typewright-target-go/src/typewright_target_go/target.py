"""Go as a target: one file of structs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from typewright.ir import Api
from typewright.naming.names import Language
from typewright.pages.page import Page, Planned
from typewright.targets.contract import Project, Target

from typewright_target_go.options import GoOptions
from typewright_target_go.views import file_view

_PREDECLARED = frozenset({"Any", "Error", "String"})


class GoTarget(Target[GoOptions]):
    """Go 1.18 and later."""

    name = "go"
    label = "Go"
    Options = GoOptions
    contract_version = 1
    templates = Path(__file__).parent / "templates"

    def language(self, api: Api, options: GoOptions) -> Language:
        """Return what naming has to know: all types are in one package, so that no two share a name."""
        return Language(reserved=_PREDECLARED, one_table=True)

    def files(self, project: Project[GoOptions]) -> Iterator[Planned]:
        """Yield the files; each is made when it is asked for."""
        if "models" in project.options.parts:
            yield Page(f"{project.options.go_package}/types.go", "go/types.go.jinja", partial(file_view, project))


TARGET = GoTarget()
