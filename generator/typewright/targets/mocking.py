"""The mock of a project: it answers with the examples that the pages of the project's target show."""

from __future__ import annotations

from typing import Any

from typewright.mock.service import Mock
from typewright.targets.contract import Project, Target
from typewright.targets.faults import faults_of


def mock_of(target: Target[Any], project: Project[Any]) -> Mock:
    """Return the mock of a project's API. Examples are valid, whatever the style of the pages."""
    with faults_of(target):
        examples = project.new_examples(target.shown(project), compiled=True)
        return Mock(project.client, examples)
