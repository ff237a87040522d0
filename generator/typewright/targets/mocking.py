"""The mock of a project, which responds with the examples on the pages of the project's target."""

from __future__ import annotations

from typing import Any

from typewright.examples.build import Shown
from typewright.mock.service import Mock
from typewright.targets.contract import Project


def mock_of(project: Project[Any], shown: Shown) -> Mock:
    """Return the mock of a project's API. `shown` writes types as pages do; its examples are valid."""
    return Mock(project.client, project.new_examples(shown, compiled=True))
